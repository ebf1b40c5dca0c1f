"""Every import of a sheet, with the office that it writes into."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis.strategies import SearchStrategy
from sqlalchemy import func, literal, select, union_all

from app.core.errors import Refusal, Trouble
from app.estate import unit_columns
from app.fees.opening import assignment_columns, columns
from app.meters import meter_columns, reading_columns
from app.office import Office
from app.sheets.bad_row_words import bad_row_lines
from app.store.all_tables import whole_schema
from tests.fuzz.parsers import cells
from tests.fuzz.workbooks import workbooks
from tests.office_builder import OfficeBuilder
from ui.sentences import say

Rows = Sequence[Sequence[object]]


class HalfWritten(AssertionError):  # noqa: N818 - named as a fact, like all errors here
    """Rows that an import left behind though it was refused, or was only looked at."""


@dataclass(frozen=True)
class Import:
    """An import by the name that the command gives it: the office's service, its heads, and rows that come in."""

    kind: str
    service: Callable[[Office], Any]
    heads: Sequence[str]
    good: Rows

    def files(self) -> SearchStrategy[bytes]:
        """Sheets of this kind, right and wrong."""
        return workbooks(self.heads, self.good, cells)


def _own(rows: Rows) -> Rows:
    """The rows of a template without the note that they are examples."""
    return [[*row[:-1], None] for row in rows]


IMPORTS: Mapping[str, Import] = {
    one.kind: one
    for one in (
        Import(
            "units",
            lambda office: office.unit_import,
            unit_columns.TEMPLATE_HEADS,
            _own([[row.get(head) for head in unit_columns.TEMPLATE_HEADS] for row in unit_columns.TEMPLATE_EXAMPLES]),
        ),
        Import(
            "assignments",
            lambda office: office.assignment_sheet,
            assignment_columns.TEMPLATE_HEADS,
            _own(assignment_columns.TEMPLATE_ROWS),
        ),
        Import("arrears", lambda office: office.opening_arrears, columns.TEMPLATE_HEADS, _own(columns.TEMPLATE_ROWS)),
        Import(
            "meters",
            lambda office: office.meter_import,
            meter_columns.TEMPLATE_HEADS,
            _own(meter_columns.TEMPLATE_ROWS),
        ),
        Import(
            "readings",
            lambda office: office.reading_import,
            reading_columns.TEMPLATE_HEADS,
            _own(reading_columns.TEMPLATE_ROWS),
        ),
    )
}


class Importing:
    """One office into which sheet after sheet is brought; a sheet that is refused leaves every table as it was."""

    def __init__(self, story: OfficeBuilder, place: Path) -> None:
        self._story, self._place = story, place
        counts = [
            select(literal(name).label("name"), func.count().label("rows")).select_from(table)
            for name, table in whole_schema().tables.items()
        ]
        self._counts = union_all(*counts)

    def brings_in(self, one: Import, file: bytes) -> None:
        """Look first, bring in, and write out what stayed behind. Raises what the import raises."""
        path, service = self._place / f"{one.kind}.xlsx", one.service(self._story.office)
        path.write_bytes(file)
        before = self.rows()
        try:
            service.preview(path)
            self._must_stand(before)
            result = service.run(self._story.supervisor, path)
        except (Refusal, Trouble):
            self._must_stand(before)
            raise
        list(bad_row_lines(result.bad, say))
        result.write_bad_rows(self._place / "rest.xlsx", say)

    def _must_stand(self, before: Mapping[str, int]) -> None:
        now = self.rows()
        if now != before:
            raise HalfWritten({name: (count, now[name]) for name, count in before.items() if now[name] != count})

    def rows(self) -> dict[str, int]:
        """How many rows stand in every table."""
        with self._story.office.store.reading() as connection:
            return {row.name: row.rows for row in connection.execute(self._counts)}

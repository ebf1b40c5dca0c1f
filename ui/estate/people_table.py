"""The people of a unit, now and before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.ids import PersonId
from app.core.language import tr
from app.core.show import show_date
from app.estate.unit_facts import OccupantRow
from ui.estate.words import role_words
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView

_BETWEEN = "  "


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a role; `phones` as they may be shown now."""

    row: OccupantRow
    phones: tuple[str, ...]


class PeopleTable(TableView[PersonLine]):
    """Present people first, former ones quiet; the table is as high as its rows."""

    def __init__(self) -> None:
        super().__init__(tr("People"), _columns(), key=lambda line: line.row.id, look=_look, row_height=30)

    def show_people(self, people: Sequence[OccupantRow], unmasked: Mapping[PersonId, tuple[str, ...]]) -> None:
        """Show these people; telephones in full where they were unmasked."""
        self.show_rows([PersonLine(one, unmasked.get(one.person_id, one.phones)) for one in people])
        self.rows_model.refresh()
        self.setFixedHeight(self.height_of_rows(max(1, len(people))) + 1)

    def fold(self, *, narrow: bool) -> None:
        """Leave out the first days where words are large."""
        self.hide_column(tr("From"), hidden=narrow)
        self.setFixedHeight(self.height_of_rows(max(1, len(self.rows_model.rows))) + 1)


def _columns() -> list[Column[PersonLine]]:
    return [
        Column(tr("Full name"), lambda line: line.row.name, bold=True, least=10),
        Column(tr("Relation"), lambda line: role_words(line.row), least=10),
        Column(tr("Telephone"), lambda line: _BETWEEN.join(line.phones), least=14, dash=True),
        Column(tr("From"), lambda line: line.row.since, Kind.DATE, tone=Tone.INK2, dash=True, least=10),
        Column(tr("Until"), _until, tone=Tone.INK2, least=10),
        Column(tr("Note"), lambda line: line.row.note, tone=Tone.INK2, stretch=True),
    ]


def _until(line: PersonLine) -> str:
    until: date | None = line.row.until
    return tr("this day") if until is None else show_date(until)


def _look(line: PersonLine) -> RowLook:
    return RowLook(quiet=line.row.former)

"""The command that brings in a sheet: units, tariffs on units, arrears, meters or readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.core.command_words import SpeakingParser
from app.core.language import tr
from app.core.money import total
from app.core.show import show_money

if TYPE_CHECKING:
    import argparse

    from app.access.actor import Actor
    from app.estate.import_results import ImportResult
    from app.fees.opening.sheet_results import SheetResult
    from app.meters.sheet_results import MeterResult, ReadingResult
    from app.office import Office
    from app.sheets.row_faults import BadRow

    Imported = ImportResult | SheetResult | MeterResult | ReadingResult

_Result = TypeVar("_Result", "ImportResult", "SheetResult", "MeterResult", "ReadingResult")
_POLICIES = {"skip": "skip", "replace": "replace", "add-people": "replace_and_add"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet for the office: what the command asked for and who gave it, and the two ways to say how it goes."""

    asked: argparse.Namespace
    office: Office
    by: Actor
    put: Callable[[str], object]
    progress: Callable[[int, int], None]

    @property
    def file(self) -> Path:
        """Where it lies, as it was typed."""
        return Path(self.asked.file)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a sheet: rows that could come in, those that could not, and the import unless it was a dry run."""

    good: int
    bad: tuple[BadRow, ...]
    result: Imported | None = None


def options(parser: SpeakingParser) -> None:
    """What the command takes beside the words of every command."""
    parser.given.add_argument("kind", choices=tuple(_IMPORTS), help=tr("what the sheet holds"))
    parser.given.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("an .xlsx file"))
    parser.options.add_argument(
        "--duplicates", choices=_POLICIES, default="skip", help=tr("what to do with units that are known")
    )
    parser.options.add_argument(
        "--accept-unusual", action="store_true", help=tr("take readings far above the usual as well")
    )


def bring_in(sheet: Sheet) -> bool:
    """Read the sheet and say what came of each row; False where none of them could come in."""
    from app.sheets.bad_row_words import bad_row_lines  # noqa: PLC0415 - commands load only what they need

    outcome = _IMPORTS[sheet.asked.kind](sheet)
    for line in bad_row_lines(outcome.bad, sheet.asked.say):
        sheet.put(line)
    if outcome.result is not None and outcome.bad:
        rest = sheet.file.with_name(f"{sheet.file.stem}-errors.xlsx")
        outcome.result.write_bad_rows(rest, sheet.asked.say)
        sheet.put(tr("The rows that stayed out are in {file}, each with its reason.").format(file=rest))
    return bool(outcome.good or not outcome.bad)


def _units(sheet: Sheet) -> _Outcome:
    from app.estate.import_plan import DuplicatePolicy  # noqa: PLC0415 - as above

    importer, policy = sheet.office.unit_import, DuplicatePolicy(_POLICIES[sheet.asked.duplicates])
    preview = importer.preview(sheet.file)
    sums = tr("{new} new units, {known} known, {repeated} rows that repeat a unit, {bad} rows that cannot come in")
    facts = {"new": preview.new, "known": preview.known, "repeated": preview.repeated}
    sheet.put(sums.format(**facts, bad=len(preview.bad)))
    seen = _Outcome(len(preview.lines), preview.bad)
    return _run(sheet, seen, lambda: importer.run(sheet.by, sheet.file, policy, sheet.progress), _units_words)


def _arrears(sheet: Sheet) -> _Outcome:
    importer = sheet.office.opening_arrears
    preview = importer.preview(sheet.file)
    amount = show_money(total(line.amount for line in preview.lines), sign=True)
    sums = tr("{rows} rows of arrears, {amount} in all, {bad} rows that cannot come in")
    sheet.put(sums.format(rows=len(preview.lines), amount=amount, bad=len(preview.bad)))
    seen = _Outcome(len(preview.lines), preview.bad)
    return _run(sheet, seen, lambda: importer.run(sheet.by, sheet.file, sheet.progress), _rows_words)


def _assignments(sheet: Sheet) -> _Outcome:
    importer = sheet.office.assignment_sheet
    preview = importer.preview(sheet.file)
    sums = tr("{rows} tariffs on units, {blank} rows without days, {bad} rows that cannot come in")
    sheet.put(sums.format(rows=len(preview.lines), blank=preview.blank, bad=len(preview.bad)))
    seen = _Outcome(len(preview.lines) + preview.blank, preview.bad)
    return _run(sheet, seen, lambda: importer.run(sheet.by, sheet.file, sheet.progress), _rows_words)


def _meters(sheet: Sheet) -> _Outcome:
    importer = sheet.office.meter_import
    preview = importer.preview(sheet.file)
    sums = tr("{new} new meters, {known} known, {bad} rows that cannot come in")
    sheet.put(sums.format(new=len(preview.lines), known=preview.known, bad=len(preview.bad)))
    seen = _Outcome(len(preview.lines) + preview.known, preview.bad)
    return _run(sheet, seen, lambda: importer.run(sheet.by, sheet.file, sheet.progress), _meters_words)


def _readings(sheet: Sheet) -> _Outcome:
    importer, accepts = sheet.office.reading_import, bool(sheet.asked.accept_unusual)
    preview = importer.preview(sheet.file)
    sums = tr(
        "{new} readings, {unusual} of them far above the usual; {known} known, {unread} not read, "
        "{bad} rows that cannot come in"
    )
    facts = {"new": len(preview.lines), "unusual": len(preview.unusual), "known": preview.known}
    sheet.put(sums.format(**facts, unread=preview.unread, bad=len(preview.bad)))
    staying_out = 0 if accepts else len(preview.unusual)
    seen = _Outcome(len(preview.lines) - staying_out + preview.known + preview.unread, preview.bad)
    return _run(
        sheet,
        seen,
        lambda: importer.run(sheet.by, sheet.file, progress=sheet.progress, accept_unusual=accepts),
        _readings_words,
    )


def _run(sheet: Sheet, seen: _Outcome, run: Callable[[], _Result], words: Callable[[_Result], str]) -> _Outcome:
    """Bring it in and say what came in; a dry run ends with what was seen."""
    if sheet.asked.dry_run:
        return seen
    result = run()
    sheet.put(words(result))
    return _Outcome(seen.good, result.bad, result)


def _units_words(result: ImportResult) -> str:
    done, counts = tr("{new} units were brought in, {changed} changed, {skipped} left as they were"), result.counts
    return done.format(new=counts.new, changed=counts.changed, skipped=counts.skipped)


def _meters_words(result: MeterResult) -> str:
    return tr("{new} meters were brought in").format(new=result.counts.new)


def _readings_words(result: ReadingResult) -> str:
    return tr("{taken} readings were brought in").format(taken=result.counts.taken)


def _rows_words(result: SheetResult) -> str:
    done, batch = tr("{rows} rows were brought in, on {units} units"), result.batch
    return done.format(rows=batch.rows if batch else 0, units=batch.units if batch else 0)


_IMPORTS: dict[str, Callable[[Sheet], _Outcome]] = {
    "units": _units,
    "assignments": _assignments,
    "arrears": _arrears,
    "meters": _meters,
    "readings": _readings,
}

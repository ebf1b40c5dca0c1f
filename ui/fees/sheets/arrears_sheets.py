"""Sheets of opening arrears, as the page of imports knows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.access.actor import Approval
from app.core.ids import BatchId
from app.core.language import tr
from app.core.money import Money, total
from app.core.show import show_date, show_days, show_decimal, show_money
from app.fees.opening.arrears import ArrearsPreview
from app.fees.opening.line import OpeningLine
from app.fees.opening.sheet_results import FeesBatch, SheetResult
from ui.fees.sheets.sheet_batches import FeesBatches
from ui.fees.sheets.sheet_said import stayed_out
from ui.fees.terms_words import charges_words, units_words
from ui.shell.context import Context
from ui.shell.worker import Progress
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.fact_line import Fact
from ui.widgets.sheet_kind import SheetKind, SheetWords
from ui.widgets.sheet_preview import SheetPreviewPane
from ui.widgets.sheet_words import hint_words, rows_words
from ui.widgets.table_view import TableView

KEYS = "fees.arrears"


class ArrearsTable(TableView[OpeningLine]):
    """The rows of arrears as they were understood."""

    def __init__(self) -> None:
        columns: list[Column[OpeningLine]] = [
            Column(tr("Row"), lambda line: line.row.number, Kind.NUMBER),
            Column(tr("Unit"), lambda line: line.unit, bold=True),
            Column(tr("Fee item"), lambda line: line.item.name, stretch=True),
            Column(tr("Period"), lambda line: show_days(line.period.first, line.period.until)),
            Column(tr("Due"), lambda line: line.due_on, Kind.DATE, tone=Tone.INK2),
            Column(tr("Late fee"), _late_fee),
            Column(tr("Readings"), _readings, tone=Tone.INK2, dash=True),
            Column(tr("Amount"), lambda line: line.amount, Kind.MONEY, bold=True),
        ]
        super().__init__(tr("Rows that come in"), columns, key=lambda line: line.row.number, row_height=28)


def _late_fee(line: OpeningLine) -> str:
    return tr("by the tariff") if line.bears_late_fee else tr("none")


def _readings(line: OpeningLine) -> str | None:
    return None if line.readings is None else " → ".join(show_decimal(one, 0) for one in line.readings)


def _amount(preview: ArrearsPreview) -> Money:
    return total(line.amount for line in preview.lines)


def _counts(preview: ArrearsPreview) -> list[Fact]:
    units = len({line.unit_id for line in preview.lines})
    bad = len(preview.bad)
    first = min((line.period.first for line in preview.lines), default=None)
    return [
        (tr("Rows"), f"{len(preview.sheet.rows):,}"),
        (tr("Units"), f"{units:,}"),
        (tr("Owed"), show_money(_amount(preview), sign=True)),
        (tr("Oldest from"), show_date(first) if first else ""),
        (tr("Cannot come in"), f"{bad:,}" if bad else ""),
    ]


class ArrearsSheets(SheetKind):
    """Sheets of what units owed in the books before."""

    name = "fees.arrears"

    def __init__(self, context: Context) -> None:
        self.words = SheetWords(
            tr("Opening arrears"),
            tr(
                "Choose the Excel list of what is still owed from the books before. "
                "Nothing is written before you have seen it."
            ),
            tr("Opening arrears template.xlsx"),
        )
        self._context = context
        self._arrears = context.office.opening_arrears
        self.batches = FeesBatches(money=True)
        self.pane = self.preview = SheetPreviewPane(ArrearsTable(), _counts)

    def read(self, path: Path, progress: Progress) -> ArrearsPreview:
        return self._arrears.preview(path, progress)

    def bring_in(self, path: Path, progress: Progress) -> SheetResult:
        return self._arrears.run(self._context.actor, path, progress)

    def take_back(self, batch_id: BatchId, approval: Approval | None) -> int:
        return self._arrears.undo(self._context.actor, batch_id, approval)

    def save_template(self, path: Path) -> None:
        self._arrears.write_template(path)

    def read_batches(self) -> Sequence[FeesBatch]:
        return self._arrears.batches()

    def coming(self, preview: ArrearsPreview) -> int:
        return len(preview.lines)

    def import_words(self, preview: ArrearsPreview) -> tuple[str, str]:
        amount = show_money(_amount(preview))
        words = tr("Charge {rows}, {amount} yuan").format(rows=rows_words(self.coming(preview)), amount=amount)
        return words, hint_words(preview)

    def result_words(self, result: SheetResult) -> str:
        if result.batch is None:
            return tr("Nothing came in; {rows} with faults").format(rows=rows_words(len(result.bad)))
        batch = result.batch
        said = tr("Taken over: {charges} on {units}, {amount} yuan").format(
            charges=charges_words(batch.rows), units=units_words(batch.units), amount=show_money(batch.amount)
        )
        return said + stayed_out(result)

    def question_words(self, batch: FeesBatch) -> tuple[str, str]:
        what = tr("Take back the arrears of “{file}”: {charges}, {amount} yuan").format(
            file=batch.file, charges=charges_words(batch.rows), amount=show_money(batch.amount)
        )
        return what, tr("Only while nothing was paid on any of them. Every balance is as before.")

    def taken_words(self, taken: int) -> tuple[str, Mood]:
        return tr("Taken back: {charges} are undone").format(charges=charges_words(taken)), Mood.OK

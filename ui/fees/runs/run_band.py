"""The upper band of a billing run: month, units, and what it comes to by fee item; what is not charged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.core.periods import add_months
from app.core.show import show_money, show_months
from ui.fees.emptying import empty_grid
from ui.fees.runs.preview_facts import ItemLine, PreviewFacts
from ui.fees.runs.run_tables import ItemTable, change_words
from ui.fees.terms_words import charges_words, units_words
from ui.shell.actions import Action
from ui.widgets.big_figure import BigFigure
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt, gap
from ui.widgets.skip_words import needs_mending, reason_words
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import body, section


class RunBand(Pane):
    """Chooses month and items; shows the totals of the preview they lead to."""

    month_chosen = Signal(object)
    item_toggled = Signal(object)

    def __init__(self, choose_units: Action) -> None:
        super().__init__("panel")
        self.month: ChoiceField[date] = ChoiceField(tr("Bill through"))
        self._amount = BigFigure(tr("All charges of this run"), Pt.TOTAL)
        self._count = body("", Tone.INK2).wrap()
        self._change = body("", Tone.INK2).wrap()
        self.units = body(tr("all units"), bold=True)
        self._units_button = KeyButton(choose_units, Kind.QUIET)
        self.items = ItemTable()
        self.reasons = ReasonList()
        self._lay_out()
        self.month.chosen.connect(self.month_chosen)
        self.items.toggled.connect(lambda line: self.item_toggled.emit(line.item.id))
        self.items.opened.connect(lambda line: self.item_toggled.emit(line.item.id))

    def offer_months(self, months: Sequence[date], chosen: date) -> None:
        """Offer these months, each by the day after its end."""
        self.month.blockSignals(True)
        self.month.offer([(show_months(add_months(until, -1), until), until) for until in months])
        self.month.set_value(chosen)
        self.month.blockSignals(False)

    def show_units(self, count: int | None) -> None:
        """Say how many units were chosen; None for all."""
        words = tr("all units") if count is None else tr("only {units}").format(units=units_words(count))
        self.units.show_text(words)

    def show_items(self, lines: Sequence[ItemLine]) -> None:
        """Show the fee items."""
        self.items.show_rows(lines)

    def show_facts(self, facts: PreviewFacts) -> None:
        """Show what the preview comes to."""
        preview = facts.preview
        self._amount.show_amount(preview.amount)
        self._count.show_text(f"{charges_words(len(preview.rows))} · {units_words(preview.units)}")
        self._change.show_text(_against_last(facts))
        self.items.show_change(shown=facts.last is not None)
        self.reasons.show_facts(facts)

    def _lay_out(self) -> None:
        through = row(body(tr("Bill through"), Tone.INK2), self.month, None, space=8)
        units = row(body(tr("Units"), Tone.INK2), self.units, None, self._units_button, space=8)
        figures = (self._amount, self._count, self._change)
        left = column(through, units, *figures, None, space=4, margins=(24, 14, 16, 12))
        middle = column(self.items, space=0, margins=(16, 10, 16, 10))
        right = column(self.reasons, None, space=0, margins=(20, 14, 24, 12))
        band = row(left, Rule(upright=True), middle, Rule(upright=True), right, space=0)
        band.setStretchFactor(left, 3)
        band.setStretchFactor(middle, 5)
        band.setStretchFactor(right, 4)
        self.setLayout(band)
        self.items.least = 4


def _against_last(facts: PreviewFacts) -> str:
    """What the periods before came to; nothing where none was charged."""
    if facts.last is None:
        return ""
    change = change_words(facts.preview.amount - facts.last)
    return tr("{change} against last time ({last})").format(change=change, last=show_money(facts.last))


class ReasonList(QWidget):
    """What the run leaves out: each reason with its count, and the units that no tariff lies on."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._texts: list[str] = []

    def text(self) -> str:
        """Everything said."""
        return "; ".join(self._texts)

    def show_facts(self, facts: PreviewFacts) -> None:
        """Show the reasons of this preview."""
        empty_grid(self._grid)
        self._texts = []
        self._grid.setVerticalSpacing(gap(4))
        self._grid.addWidget(section(tr("Not charged")), 0, 0, 1, 2)
        if facts.bare:
            self._add(tr("no tariff at all (漏收)"), f"{len(facts.bare):,}", Tone.WARN)
        for reason, count in facts.reasons:
            self._add(reason_words(reason), f"{count:,}", Tone.WARN if needs_mending(reason) else Tone.INK)
        if not self._texts:
            self._grid.addWidget(body(tr("Nothing is left out."), Tone.INK2), 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self.setAccessibleName(self.text())

    def _add(self, words: str, count: str, tone: Tone) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(body(words, Tone.INK2), at, 0)
        self._grid.addWidget(body(count, tone, bold=True), at, 1, Qt.AlignmentFlag.AlignRight)
        self._texts.append(f"{words} {count}")

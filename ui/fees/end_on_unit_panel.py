"""Asks from which day a unit is charged no more; where that day is charged already, first what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.core.language import tr
from app.core.show import show_days, show_money
from app.fees.ending.unserved_charges import EndedInside, UnservedCharge
from ui.fees.end_panel import EndPanel
from ui.fees.short_table import ShortTable
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.sum_row import SumRow
from ui.widgets.surface import Pane, column
from ui.widgets.text_label import body

_WIDTH = 640


class EndOnUnitPanel(EndPanel):
    """The first Enter shows the amounts of a day that is charged already; the second one ends it."""

    def __init__(
        self,
        title: str,
        proposed: date,
        today: Callable[[], date],
        look: Callable[[date], EndedInside],
        end: Callable[[date], EndedInside],
    ) -> None:
        text = tr("The next run charges nothing from that day on. What is charged already for later days is let go.")
        super().__init__(title, text, proposed, today, end, width=_WIDTH)
        self._look = look
        self.shown: EndedInside | None = None
        self.table = UnservedTable()
        self._sums = SumRow(self.table)
        self.words = body("").wrap()
        self._inside = Pane("panel")
        self._inside.setLayout(column(self.table, self._sums, 4, self.words, space=0))
        self.body.addWidget(self._inside)
        self._inside.hide()
        self._day.value_changed.connect(lambda _: self._forget())

    def _take(self, day: date) -> None:
        looked = self._look(day)
        if looked.charges and looked != self.shown:
            self._show(looked)
        else:
            super()._take(day)

    def _show(self, looked: EndedInside) -> None:
        self.shown = looked
        self._inside.show()
        self.table.show_charges(looked)
        self._sums.setVisible(len(looked.charges) > 1)
        self.words.show_text(money_words(looked), Tone.INK if not looked.paid else Tone.WARN)
        if looked.let_go:
            self._end_it.say(tr("End it and let {amount} go").format(amount=show_money(looked.let_go)))

    def _forget(self) -> None:
        if self.shown is not None:
            self.shown = None
            self._inside.hide()
            self._end_it.say(tr("End it"))


class UnservedTable(ShortTable[UnservedCharge]):
    """The charges that reach beyond the end, and what of each is let go or has to go back."""

    def __init__(self) -> None:
        super().__init__(tr("Charged for later days"), _columns(), key=lambda one: one.charge_id)

    def show_charges(self, looked: EndedInside) -> None:
        """Show these; a column of money only where there is some."""
        self.show_rows(looked.charges)
        self.hide_column(tr("Let go"), hidden=not looked.let_go)
        self.hide_column(tr("To give back"), hidden=not looked.paid)


def money_words(looked: EndedInside) -> str:
    """What becomes of money: what is no longer owed, and what was paid and how it goes back."""
    said = []
    if looked.let_go:
        words = tr("{amount} of later days is not owed any more, as a line of its own on each charge.")
        said.append(words.format(amount=show_money(looked.let_go)))
    if looked.paid:
        words = tr(
            "{amount} was paid for later days. It stays with the office until it goes back at the counter: find the "
            "receipt, press F8, “{why}”."
        )
        why = tr("paid ahead, not served from a day on")
        said.append(words.format(amount=show_money(looked.paid), why=why))
    return " ".join(said)


def _columns() -> list[Column[UnservedCharge]]:
    return [
        Column(tr("Charge"), lambda one: one.name, stretch=True),
        Column(tr("Period"), lambda one: show_days(one.period.first, one.period.until), tone=Tone.INK2),
        Column(tr("Charged"), lambda one: one.worth, Kind.MONEY),
        Column(tr("Let go"), lambda one: one.let_go or None, Kind.MONEY, total=True, dash=True, bold=True),
        Column(tr("To give back"), lambda one: one.paid or None, Kind.MONEY, total=True, dash=True),
    ]

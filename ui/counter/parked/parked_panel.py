"""The parked bills with room, payer, sum and age; a digit or Enter brings one back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from app.core.language import tr, tr_n
from app.desk.parked import ParkedBill
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.key_button import Kind as Button
from ui.widgets.table_view import TableView

_HOUR = 60


class ParkedPanel(QuestionPanel[ParkedBill]):
    """The oldest first; it stands where the caret begins."""

    def __init__(self, parked: Sequence[ParkedBill], now: datetime) -> None:
        super().__init__(tr("Parked bills"), width=600)
        self._parked = list(enumerate(parked, 1))
        self.table: TableView[tuple[int, ParkedBill]] = TableView(
            tr("Parked bills"), _columns(now), key=lambda one: one[0], row_height=32
        )
        self.table.show_rows(self._parked)
        self.table.setFixedHeight(self.table.height_of_rows(len(self._parked)) + 2)
        self.table.choose(0)
        self.table.opened.connect(lambda one: self.answer(one[1]))
        self.body.addWidget(self.table)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        for number, one in self._parked:
            words = tr("Bring back number {n}").format(n=number)
            run = partial(self.answer, one)
            actions.add(f"{self.context}.{number}", words, str(number), run, context=self.context, commits=True)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "recall", tr("Bring back"), "Ctrl+F11", self._on_recall, Button.PRIMARY)

    def _on_recall(self) -> None:
        current = self.table.current()
        if current is not None:
            self.answer(current[1])


def age_words(one: ParkedBill, now: datetime) -> str:
    """How long it waits: minutes, then hours, then days."""
    minutes = max(0, int((now - one.at).total_seconds()) // 60)
    if minutes < _HOUR:
        return tr_n("{n} min", "{n} min", minutes).format(n=minutes)
    hours = minutes // _HOUR
    if hours < 24:
        return tr_n("{n} h", "{n} h", hours).format(n=hours)
    return tr_n("{n} day", "{n} days", hours // 24).format(n=hours // 24)


def _columns(now: datetime) -> list[Column[tuple[int, ParkedBill]]]:
    return [
        Column(tr("No."), lambda one: str(one[0]), tone=Tone.INK2),
        Column(tr("Room"), lambda one: one[1].code),
        Column(tr("Payer"), lambda one: one[1].payer, stretch=True),
        Column(tr("Waits"), lambda one: age_words(one[1], now), tone=Tone.INK2),
        Column(tr("Total due"), lambda one: one[1].due, Kind.MONEY),
    ]

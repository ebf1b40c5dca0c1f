"""F12: what can be done with the till, each by one key."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QGridLayout

from app.core.language import tr
from app.core.show import show_money, show_shift, show_time
from app.counter.shifts.open_shift import OpenShift
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import gap
from ui.widgets.text_label import body

_COLUMNS = 2


class Till(StrEnum):
    """What was chosen."""

    OPEN = "open"
    CLOSE = "close"
    CASH = "cash"
    X = "x"
    Z = "z"
    SLIP = "slip"
    BOARD = "board"
    BOOKS = "books"


class ShiftMenu(QuestionPanel[Till]):
    """Answers what to do; Enter and F12 do what is next: open, or close."""

    def __init__(self, cashier: str, shift: OpenShift | None) -> None:
        super().__init__(tr("Till"), width=560)  # its sentence stands in one line, also where the text is large
        self._shift = shift
        self._others = QGridLayout()
        self._others.setSpacing(gap(8))
        self.body.addWidget(body(_words(cashier, shift), Tone.INK2).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        first = (Till.CLOSE, tr("Count and close the shift")) if self._shift else (Till.OPEN, tr("Open a shift"))
        self._add(actions, *first, ("Return", "F12"), Kind.PRIMARY)
        self.body.addLayout(self._others)
        if self._shift is not None:
            self._add(actions, Till.CASH, tr("Cash in or out of the drawer"), ("K", "Ctrl+K"))
            self._add(actions, Till.X, tr("X report: the shift so far"), "X")
        self._add(actions, Till.Z, tr("Z reports, print again"), "Z")
        self._add(actions, Till.SLIP, tr("Cash slips, print again"), "S")
        self._add(actions, Till.BOARD, tr("What is unfinished today"), "B")
        self._add(actions, Till.BOOKS, tr("Receipt books"), ("R", "Ctrl+Shift+R"))
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)

    def _add(
        self, actions: ActionRegistry, what: Till, text: str, keys: str | tuple[str, ...], kind: Kind = Kind.PLAIN
    ) -> None:
        answer = partial(self.answer, what)
        action = actions.add(f"{self.context}.{what}", text, keys, answer, context=self.context, commits=True)
        button = KeyButton(action, kind)
        if kind is Kind.PRIMARY:
            self.body.addWidget(button)
            self.setFocusProxy(button)
        else:
            place = self._others.count()
            self._others.addWidget(button, place // _COLUMNS, place % _COLUMNS)


def _words(cashier: str, shift: OpenShift | None) -> str:
    if shift is None:
        return tr("{cashier} has no open shift.").format(cashier=cashier)
    words = tr("Shift {shift} of {cashier} at drawer {drawer}, open since {time}; float {amount}.")
    return words.format(
        shift=show_shift(shift.id),
        cashier=shift.cashier,
        drawer=shift.drawer,
        time=show_time(shift.opened_at),
        amount=show_money(shift.opening_float),
    )

"""Parking the open bill and bringing one back, for the flow of the counter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_money
from app.desk.parked import MOST_PARKED, ParkedBill
from ui.counter.bill.bill_actions import TAB
from ui.counter.bill.bill_draft import to_draft
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.parked.parked_panel import ParkedPanel
from ui.sentences import say
from ui.shell.context import Context


class Bills(Protocol):
    """The open bill, as far as parking is concerned."""

    hand: BillInHand | None
    search: str


class Parking(QObject):
    """`parked` comes when the open bill is safe and may be closed; `recall` opens a bill as it was typed."""

    parked = Signal()
    changed = Signal()

    def __init__(
        self, context: Context, desk: Bills, recall: Callable[[Mapping[str, Any]], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._desk, self._recall_bill = context, desk, recall
        add = context.actions.add
        park_help = tr("Put this bill aside while the payer looks for money; the next one can be served")
        self.park_action = add("counter.park", tr("Park"), "F11", self.park, context=TAB, commits=True, help=park_help)
        self.recall_action = add(
            "counter.recall",
            tr("Parked bills"),
            "Ctrl+F11",
            self.recall,
            context=TAB,
            commits=True,
            help=tr("Bring back a parked bill"),
        )

    def park(self) -> None:
        """Keep the open bill durable in the list, then close it."""
        hand = self._desk.hand
        if hand is None:
            self._say_nothing_open()
            return
        try:
            typed = to_draft(hand, self._desk.search)
            self._context.office.parked.park(self._context.actor, typed, hand.payer_name, hand.payable())
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        code, due = hand.bill.unit.code, hand.payable()
        self.parked.emit()
        words = tr("{code} is parked with {amount}; Ctrl+F11 brings it back")
        self._context.messages.done(words.format(code=code, amount=show_money(due)))
        self.changed.emit()

    def recall(self) -> None:
        """The one that is parked, or one chosen from the list; what was paid meanwhile falls away."""
        waiting = self._standing()
        if not waiting:
            self._context.messages.hint(tr("No bill is parked. F11 parks the open one."))
            return
        chosen: ParkedBill | None = waiting[0]
        if len(waiting) > 1:
            chosen = self._context.questions.ask(ParkedPanel(waiting, self._context.clock.now()))
        if chosen is not None:
            self._bring_back(chosen)

    def recall_of(self, code: str) -> None:
        """The one that is parked of a room."""
        waiting = [one for one in self._standing() if one.code == code]
        if waiting:
            self._bring_back(waiting[0])

    def holds(self, client_id: str) -> bool:
        """Whether this bill is parked."""
        return any(one.client_id == client_id for one in self._context.office.parked.of(self._context.actor))

    def _standing(self) -> list[ParkedBill]:
        office, actor = self._context.office, self._context.actor
        standing = []
        for one in office.parked.of(actor):
            if office.payments.taken(one.client_id) is None:
                standing.append(one)
            else:
                self._drop(one.client_id)
        return standing

    def _bring_back(self, chosen: ParkedBill) -> None:
        if self._recall_bill(chosen.typed):
            self._drop(chosen.client_id)
            self.changed.emit()

    def _drop(self, client_id: str) -> None:
        try:
            self._context.office.parked.drop(self._context.actor, client_id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))

    def _say_nothing_open(self) -> None:
        count = len(self._context.office.parked.of(self._context.actor))
        if count:
            words = tr("No bill is open to park. {n} are parked; Ctrl+F11 brings one back.").format(n=count)
        else:
            words = tr("No bill is open to park. Open a room; F11 then puts it aside, {n} at most.").format(
                n=MOST_PARKED
            )
        self._context.messages.hint(words)

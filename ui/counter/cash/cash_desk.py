"""Ctrl+K: cash in and out of the drawer with its slip, and the drawer opened without a sale."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import NAMES
from ui.counter.bill.bill_actions import TAB
from ui.counter.cash.cash_panel import CashPanel, OpenForNothing
from ui.sentences import say
from ui.shell.context import Context

if TYPE_CHECKING:
    from ui.counter.shifts.shift_printing import ShiftPrinting


class CashDesk:
    """`changed` is called after cash was moved."""

    def __init__(self, context: Context, printing: ShiftPrinting, changed: Callable[[], None]) -> None:
        self._context, self._printing, self._changed = context, printing, changed
        words = tr("Cash in or out of the drawer")
        context.actions.add("counter.cash", words, "Ctrl+K", self.move, context=TAB, commits=True)

    def move(self) -> None:
        """Ask what goes where, and do it."""
        box = self._context.office.cash_box
        asked = self._context.questions.ask(CashPanel(self._context.actor.name, box.limit()))
        if asked is None:
            return
        try:
            if isinstance(asked, OpenForNothing):
                self._open(asked.reason)
            else:
                self._move(asked)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("No cash was moved"), say(error))

    def _open(self, reason: str) -> None:
        times = self._context.office.cash_box.open_for_nothing(self._context.actor, reason)
        opened = self._printing.open_drawer()
        words = tr("Drawer opened without a sale: number {n} in this shift")
        if not opened:
            words = tr("Opening without a sale noted: number {n} in this shift. No printer opens it; use the key.")
        self._context.messages.done(words.format(n=times))
        self._changed()

    def _move(self, asked: MoveCash) -> None:
        approval = self._approval(asked)
        if approval is None and self._needs_approval(asked):
            return
        slip = self._context.office.cash_box.move(self._context.actor, asked, approval)
        words = tr("{amount} put into the drawer") if slip.goes_in else tr("{amount} taken out of the drawer")
        self._context.messages.done(words.format(amount=show_money(asked.amount)))
        self._changed()
        self._print(slip.number)

    def _print(self, number: int) -> None:
        """The cash is moved, whatever becomes of its slip."""
        try:
            self._printing.print_slip(number)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))

    def _needs_approval(self, asked: MoveCash) -> bool:
        above = asked.amount > self._context.office.cash_box.limit()
        return above and not self._context.actor.may(Permission.MOVE_MUCH_CASH)

    def _approval(self, asked: MoveCash) -> Approval | None:
        if not self._needs_approval(asked):
            return None
        words = tr("{amount} into the drawer: {reason}.") if asked.reason.goes_in else tr("{amount} out: {reason}.")
        what = words.format(amount=show_money(asked.amount), reason=tr(NAMES[asked.reason]))
        facts = {"amount": asked.amount.fen, "reason": asked.reason.value, "person": asked.person}
        return self._context.questions.approve(Permission.MOVE_MUCH_CASH, what, asked.words, facts, self._context.actor)

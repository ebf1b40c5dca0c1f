"""The steps with deposits: the list of a room or of all, a part kept or used, the rest given back."""

from __future__ import annotations

from collections.abc import Callable

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.ids import UnitId
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_money
from app.counter.deposits.deposits import Keep
from app.counter.deposits.held import HeldDeposit
from ui.counter.bill.bill_actions import TAB
from ui.counter.deposits.deposit_list_panel import DepositChoice, DepositListPanel, DepositStep
from ui.counter.deposits.keep_panel import KeepPanel, KeepWanted
from ui.counter.deposits.kept_back_panel import KeptBackPanel
from ui.counter.refunds.refund_desk import RefundDesk
from ui.counter.refunds.refund_rows import Wanted
from ui.sentences import say
from ui.shell.context import Context


class DepositDesk:
    """`open_room` says which room's bill is open (None: the deposits of all); `changed` follows every step."""

    def __init__(
        self,
        context: Context,
        refunds: RefundDesk,
        open_room: Callable[[], tuple[UnitId, str] | None],
        changed: Callable[[], None],
    ) -> None:
        self._context = context
        self._refunds = refunds
        self._open_room = open_room
        self._changed = changed
        self.action = context.actions.add(
            "counter.deposits",
            tr("Deposits"),
            "Ctrl+D",
            self.show,
            context=TAB,
            commits=True,
            help=tr("Deposits of this room, or of all: keep a part, use it, give it back"),
        )

    def show(self) -> None:
        """Show the list, and do what the person chooses; whoever backs out of that is back at the list."""
        deposits, room = self._context.office.deposits, self._open_room()
        is_over = False
        while not is_over:
            rows = deposits.all() if room is None else deposits.of_unit(room[0])
            choice = self._context.questions.ask(DepositListPanel(rows, "" if room is None else room[1]))
            is_over = choice is None or self._is_done(choice)

    def _is_done(self, choice: DepositChoice) -> bool:
        """Whether it was done; what was refused is said."""
        try:
            return self._do(choice)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("The deposit stays as it was"), say(error))
            return False

    def _do(self, choice: DepositChoice) -> bool:
        if choice.step is DepositStep.KEEP:
            return self._keep(choice.deposit)
        if choice.step is DepositStep.USE:
            return self._use(choice.deposit)
        if choice.step is DepositStep.HOLD_AGAIN:
            return self._hold_again(choice.deposit)
        if choice.deposit.receipt_id is None:
            return False
        receipt = self._context.office.receipts.get(choice.deposit.receipt_id)
        return self._refunds.give_back(receipt, Wanted.DEPOSIT)

    def _keep(self, deposit: HeldDeposit) -> bool:
        wanted = self._context.questions.ask(KeepPanel(deposit).concerning("keep", deposit.charge_id))
        sentence = tr("Keep {amount} of “{deposit}” of room {unit}: {reason}")
        return wanted is not None and self._agreed(deposit, wanted, sentence)

    def _use(self, deposit: HeldDeposit) -> bool:
        owed = [one for one in self._context.office.deposits.owed_by(deposit.unit_id) if one.id != deposit.charge_id]
        if not owed:
            self._context.messages.hint(tr("Room {unit} owes nothing.").format(unit=deposit.unit))
            return False
        wanted = self._context.questions.ask(KeepPanel(deposit, owed).concerning("use", deposit.charge_id))
        sentence = tr("Use {amount} of “{deposit}” of room {unit}: {reason}")
        return wanted is not None and self._agreed(deposit, wanted, sentence)

    def _hold_again(self, deposit: HeldDeposit) -> bool:
        asked = self._context.questions.ask(KeptBackPanel(deposit).concerning(deposit.charge_id))
        if asked is None:
            return False
        part = next(move for move in deposit.moves if move.id == asked.move_id)
        amount = show_money(part.amount, sign=True)
        words = tr("Hold {amount} of “{deposit}” of room {unit} again: {reason}")
        what = words.format(amount=amount, deposit=deposit.name, unit=deposit.unit, reason=asked.reason)
        lent, agreed = self._lent(deposit, part.amount, what, asked.reason)
        if agreed:
            self._context.office.deposits.take_back(self._context.actor, asked, lent)
            said = tr("{amount} of the deposit of {unit} is held again").format(amount=amount, unit=deposit.unit)
            self._context.messages.done(said)
            self._changed()
        return agreed

    def _lent(self, deposit: HeldDeposit, amount: Money, what: str, reason: str) -> tuple[Approval | None, bool]:
        """The supervisor's yes where the person may not do it alone, and whether to go on."""
        if self._context.actor.may(Permission.KEEP_DEPOSIT):
            return None, True
        facts = {"unit": deposit.unit, "deposit": deposit.name, "amount": amount.fen}
        lent = self._context.questions.approve(Permission.KEEP_DEPOSIT, what, reason, facts, self._context.actor)
        return lent, lent is not None

    def _agreed(self, deposit: HeldDeposit, wanted: KeepWanted, sentence: str) -> bool:
        amount = show_money(wanted.amount, sign=True)
        what = sentence.format(amount=amount, deposit=deposit.name, unit=deposit.unit, reason=wanted.reason)
        lent, agreed = self._lent(deposit, wanted.amount, what, wanted.reason)
        if not agreed:
            return False
        asked = Keep(deposit.charge_id, wanted.amount, wanted.reason)
        deposits, actor = self._context.office.deposits, self._context.actor
        if wanted.charge_id is None:
            deposits.keep(actor, asked, lent)
        else:
            deposits.use(actor, asked, wanted.charge_id, lent)
        self._context.messages.done(
            tr("{amount} taken of the deposit of {unit}").format(amount=amount, unit=deposit.unit)
        )
        self._changed()
        return True

"""Letting go of a part of a line, alone up to the limit, and taking a waiver back."""

from __future__ import annotations

from collections.abc import Callable

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.fees.adjustments.list import AdjustmentRow
from app.fees.adjustments.refusals import WaiverAboveLimit
from app.fees.charges import OpenCharge
from ui.counter.adjusting.adjustments_panel import AdjustmentsPanel
from ui.counter.adjusting.asking import Asked, Asking
from ui.counter.adjusting.waive_panel import WaivePanel, WaiverWanted, line_words
from ui.sentences import say


class Waiving:
    """What a person does with waivers on the open bill."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._context = asking.desk.context

    def waive(self) -> None:
        """Let go of a part of the current line or of its late fee."""
        one = self._asking.charge()
        if one is None:
            return
        limit = self._context.office.adjustments.limit()
        self._asking.until_written(
            lambda before: WaivePanel(one, limit, before).concerning(one.id), lambda wanted: self._write(one, wanted)
        )

    def show_all(self) -> None:
        """Everything that changed the room's charges; a waiver can be taken back."""
        hand = self._asking.desk.hand
        if hand is None:
            return
        self._asking.desk.keeper.flush()
        rows = self._context.office.adjustments.of_unit(hand.bill.unit.id)
        row = self._context.questions.ask(AdjustmentsPanel(hand.bill.unit.code, rows))
        if row is not None:
            self._take_back(row)

    def _write(self, one: OpenCharge, wanted: WaiverWanted) -> bool:
        adjustments, actor = self._context.office.adjustments, self._context.actor
        waive = adjustments.waive_late_fee if wanted.late_fee else adjustments.waive
        reason = wanted.why.text
        what = tr("Waive {amount} of {line}, room {unit}: {reason}").format(
            amount=show_money(wanted.amount, sign=True), line=line_words(one), unit=self._asking.unit, reason=reason
        )
        facts = {"charge": one.id, "amount": wanted.amount.fen, "unit": self._asking.unit}
        return self._alone_or_lent(
            lambda lent: waive(actor, one.id, one.version, wanted.amount, reason, lent),
            Asked(Permission.WAIVE, what, reason, facts),
            wanted.amount,
            tr("{amount} waived").format(amount=show_money(wanted.amount)),
        )

    def _take_back(self, row: AdjustmentRow) -> None:
        amount = show_money(-row.amount, sign=True)
        title = tr("Take back {amount} waived of {charge}").format(amount=amount, charge=row.charge)
        reason: str | None = ""
        while reason is not None:
            reason = self._context.questions.ask_text(title, tr("Reason"), reason, about=row.id)
            if reason is None or self._took_back(row, title, reason):
                return

    def _took_back(self, row: AdjustmentRow, title: str, reason: str) -> bool:
        """Whether nothing is left to be asked: done, or refused for what stands in the books."""
        adjustments, actor = self._context.office.adjustments, self._context.actor
        facts = {"adjustment": row.id, "amount": row.amount.fen, "unit": self._asking.unit}
        try:
            return self._alone_or_lent(
                lambda lent: adjustments.reverse(actor, row.id, reason, lent),
                Asked(Permission.WAIVE, f"{title}: {reason}", reason, facts),
                -row.amount,
                tr("{amount} is owed again").format(amount=show_money(-row.amount, sign=True)),
            )
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            self._asking.desk.read_anew()
            return True

    def _alone_or_lent(self, step: Callable[[Approval | None], object], asked: Asked, amount: Money, done: str) -> bool:
        """Try it alone; above the limit ask a supervisor, who sees the limit and what was waived before."""
        try:
            step(None)
        except WaiverAboveLimit as above:
            words = limit_words(above, amount)
            limits = {"limit": above.limit.fen, "together": above.together.fen}
            return self._asking.lent(
                Asked(asked.permission, f"{asked.what}\n{words}", asked.reason, {**asked.facts, **limits}), step, done
            )
        self._asking.done(done)
        return True


def limit_words(above: WaiverAboveLimit, amount: Money) -> str:
    """What a cashier may waive alone, and what was waived of the charge before this `amount`."""
    before = above.together - amount
    if before == NOTHING:
        return tr("Up to {limit} of one charge need no approval; nothing of it was waived before.").format(
            limit=show_money(above.limit)
        )
    words = tr("Up to {limit} of one charge need no approval; {before} of it was waived before, {together} with this.")
    facts = {"before": show_money(before), "together": show_money(above.together)}
    return words.format(limit=show_money(above.limit), **facts)

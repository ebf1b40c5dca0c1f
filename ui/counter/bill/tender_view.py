"""What the payment panel says of a bill in hand: sums, what comes back, what stays owed; texts and tones only."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import mark, tr, tr_n
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.counter.methods import NAMES, Method
from app.counter.payments.settlement import Settlement
from ui.counter.bill.bill_in_hand import BillInHand
from ui.shell.key_names import cap_text
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt

_STAYS = "\u00a0"  # a line is not broken there
_WITH_EACH_KEY = 2
ON_SEGMENT: dict[Method, str] = {
    Method.CASH: mark("Cash"),
    Method.CARD: mark("Card"),
    Method.WECHAT: mark("WeChat"),
    Method.ALIPAY: mark("Alipay"),
    Method.TRANSFER: mark("Transfer"),
    Method.CHEQUE: mark("Cheque"),
    Method.CREDIT: mark("Prepaid"),
}
TENDER_ICONS = {
    Method.CASH: "banknote",
    Method.CARD: "credit-card",
    Method.WECHAT: "qr-code",
    Method.ALIPAY: "qr-code",
    Method.TRANSFER: "landmark",
    Method.CHEQUE: "ticket-check",
    Method.CREDIT: "database",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figure under the received amount, with its word."""

    word: str
    amount: Money | None
    size: Pt = Pt.CHANGE
    tone: Tone = Tone.ACCENT


def sums_words(hand: BillInHand) -> str:
    """What the total is made of."""
    lines = len(hand.chosen_charges()) + len(hand.chosen_one_offs()) + len(hand.ahead.lines)
    count = tr_n("{n} line chosen", "{n} lines chosen", lines).format(n=lines)
    late, discount = hand.late_fee(), hand.discount()
    if lost := hand.lost_discount():
        words = tr("Not all at once: the discount of {amount} is not given")
        return "·".join((words.format(amount=show_money(lost)), count))
    if discount:
        count = "·".join((tr("discount −{amount}").format(amount=show_money(discount)), count))
    if not late:
        return "·".join((tr("principal {amount}").format(amount=show_money(hand.principal())), count))
    sentence = (
        tr("principal {amount}, late fee {late} left for later")
        if hand.principal_only
        else tr("principal {amount} + late fee {late}")
    )
    return "·".join((sentence.format(amount=show_money(hand.principal()), late=show_money(late)), count))


def late_fee_in_total(hand: BillInHand) -> str:
    """The late fee alone, where there is no room for the whole sum."""
    late = hand.late_fee()
    if not late:
        return ""
    words = tr("late fee {late} for later") if hand.principal_only else tr("late fee {late} in it")
    return words.format(late=show_money(late))


def received_words(method: Method) -> str:
    """The label of the amount."""
    return tr("Received ({method})").format(method=tr(NAMES[method]))


def rounding_words(hand: BillInHand, settled: Settlement | None) -> str:
    """The cash to be taken and the fen that are not, before anything is committed; empty where nothing is rounded."""
    if not hand.method.is_cash:
        return ""
    if hand.tenders:
        return tr("{rest} of {due} to come in cash").format(rest=show_money(hand.rest()), due=show_money(hand.to_pay()))
    rounding = hand.to_pay() - hand.payable()
    if not rounding or (settled is not None and settled.received < settled.payable):
        return ""
    return tr("In cash {payable}, rounded off {rounding}").format(
        payable=show_money(hand.payable()), rounding=show_money(rounding)
    )


def parts_words(hand: BillInHand) -> str:
    """The parts of the money with the keys that take them back, where there is no room for a list of them."""
    keys = [cap_text(f"Alt+{place}") for place in range(1, len(hand.tenders) + 1)]
    parts = [f"{tr(ON_SEGMENT[one.method])} {show_money(one.amount)}".replace(" ", _STAYS) for one in hand.tenders]
    if len(parts) > _WITH_EACH_KEY:
        return f"{' + '.join(parts)} [{keys[0]} … {keys[-1]}]"
    return " + ".join(f"{part}{_STAYS}[{key.replace(' ', _STAYS)}]" for part, key in zip(parts, keys, strict=True))


def outcome(hand: BillInHand, settled: Settlement | None) -> Outcome:
    """Change, what stays owed, what is still to come, or what becomes credit."""
    if settled is None:
        return Outcome(tr("Change due") if hand.method.is_cash else "", None)
    if hand.missing and hand.tenders:
        return Outcome(tr("Still to come"), hand.missing, Pt.AMOUNT, Tone.WARN)
    if settled.still_owed > NOTHING:
        return Outcome(tr("Still owed"), settled.still_owed, Pt.AMOUNT, Tone.WARN)
    if settled.credited:
        return Outcome(tr("To credit"), settled.credited, Pt.AMOUNT)
    if any(one.method.is_cash for one in settled.tenders) or hand.method.is_cash:
        return Outcome(tr("Change due"), settled.change)
    return Outcome(tr("Settled exactly"), None)

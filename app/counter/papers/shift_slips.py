"""What the slips of a shift say: cash handed over, cash taken to the bank, cash in and out of the drawer."""

from __future__ import annotations

from app.core.show import show_money, show_shift, show_time
from app.counter.cash.cash_slip import CashSlipFacts
from app.counter.papers.paper_head import PaperHead
from app.counter.papers.slip_paper import Slip, slip_pdf
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.shifts.shift_facts import ShiftFacts
from app.paper.lettering import MissingGlyph, missing_in

HAND_OVER_TITLE, BANKING_TITLE = "现金交接单", "现金缴款单"
IN_TITLE, OUT_TITLE = "现金存入单", "现金支出单"
_COUNTED = "以上现金已当面点清，金额无误。"


def hand_over_pdf(facts: ShiftFacts, mark: CopyMark | None = None) -> bytes:
    """The slip for the cash of a close, with two signatures; what goes to the bank leaves room for its pieces."""
    cash = facts.cash
    head = PaperHead(
        facts.company,
        facts.service_centre,
        BANKING_TITLE if cash.to_bank else HAND_OVER_TITLE,
        facts.label,
        f"班次 {show_shift(facts.shift)}",
    )
    counted = cash.kept + cash.handed_over
    fields = [
        ("收款员", f"{facts.cashier}    钱箱 {facts.drawer}"),
        ("交班时间", show_time(facts.closed_at)),
        ("实点现金", show_money(counted)),
        ("留下班备用金", show_money(cash.kept)),
    ]
    signers = ("交款人", "接收人")
    if cash.to_bank:
        fields.append(("开户行、回单号", ""))
        signers = ("缴款人", "复核人")
    return slip_pdf(Slip(head, fields, "应缴现金", cash.handed_over, _COUNTED, signers, cash.to_bank), mark)


def cash_slip_pdf(facts: CashSlipFacts, mark: CopyMark | None = None) -> bytes:
    """The slip of one move of cash; a banking leaves room for its pieces."""
    title = BANKING_TITLE if facts.to_bank else IN_TITLE if facts.goes_in else OUT_TITLE
    number = f"C-{facts.number:06d}"
    head = PaperHead(facts.company, facts.service_centre, title, number, f"班次 {facts.shift}")
    person = "交款人" if facts.goes_in else "缴款人" if facts.to_bank else "领款人"
    fields = [
        ("时间", show_time(facts.at)),
        ("事由", facts.reason),
        (person, facts.person),
        ("经办", facts.cashier),
    ]
    if facts.approver:
        fields.append(("批准人", facts.approver))
    signers = (person, "经办人", "批准人") if facts.approver else (person, "经办人")
    return slip_pdf(Slip(head, fields, "金额", facts.amount, _COUNTED, signers, facts.to_bank), mark)


def missing_on_cash_slip(facts: CashSlipFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in(facts.company, facts.service_centre, facts.reason, facts.person, facts.cashier, facts.approver)

"""A page to try a printer: an invented receipt that nobody can take for a real one."""

from __future__ import annotations

from datetime import datetime

from app.core.money import NOTHING, Money
from app.counter.papers.layouts import Layouts
from app.counter.papers.receipt_paper import receipt_pdf
from app.counter.papers.receipt_text import receipt_bytes
from app.counter.receipts.receipt_facts import ReceiptFacts, ReceiptLine, TenderLine
from app.paper.profiles import PaperProfile

_AMOUNT = Money(49_673)


def trial_page(paper: PaperProfile, layouts: Layouts, at: datetime, *, overlay: bool) -> bytes:
    """The receipt of the trial on this paper. Raises what the office's own layouts raise."""
    return receipt_pdf(_trial(at), paper, overlay=overlay, layouts=layouts)


def trial_bytes(roll: PaperProfile, at: datetime) -> bytes:
    """The same in a thermal printer's own letters."""
    return receipt_bytes(_trial(at), roll)


def _trial(at: datetime) -> ReceiptFacts:
    return ReceiptFacts(
        company="打印测试",
        service_centre="样张，不作凭证",
        label="样张-000000",
        issued_at=at,
        unit="样张",
        payer="样张（不作凭证）",
        area="89.50 ㎡",
        lines=(
            ReceiptLine("物业费（样张）", "2026-07-01 – 2026-09-30", "89.50 ㎡ × 3 个月", "1.85 元/㎡・月", _AMOUNT),
        ),
        total=_AMOUNT,
        tenders=(TenderLine("样张", _AMOUNT),),
        received=_AMOUNT,
        change=NOTHING,
        credit_after=NOTHING,
        cashier="样张",
        shift="0000",
        code="00000000000000000000",
        notes=("样张，不作凭证。请核对位置、边距和最小的字是否清楚。",),
    )

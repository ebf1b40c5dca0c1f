"""Receipts to print: the drawn one, ones with many lines, many tenders, long and rare names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.core.money import Money, total
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, ReceiptLine, TenderLine
from app.paper.profiles import ROLL_58, ROLL_80
from tests.counter.test_receipt_facts import DRAWN

COPY = CopyMark(1, datetime(2026, 11, 23, 16, 40), "周可")
LARGEST = Money(999_999_999)
LONGEST = "新疆维吾尔自治区阿勒泰地区布尔津县农业科技开发有限责任公司"
ARITHMETIC = "读数 123318.5 → 123331.25，12.75 m³，倍率 1.5，损耗 3.25 %"


def with_lines(*lines: ReceiptLine) -> ReceiptFacts:
    """The drawn receipt with other lines, paid exactly in cash."""
    amount = total(line.amount for line in lines)
    cash = (TenderLine("现金", amount),)
    return replace(DRAWN, lines=lines, total=amount, tenders=cash, received=amount, change=Money(0))


def with_count(count: int) -> ReceiptFacts:
    return with_lines(*(replace(DRAWN.lines[n % 3], item=f"物业费{n}", amount=Money(10_001 + n)) for n in range(count)))


def four_tenders() -> ReceiptFacts:
    methods = ("现金", "微信", "支付宝", "预存抵扣")
    tenders = tuple(TenderLine(method, Money(250_000_000)) for method in methods)
    facts = with_lines(replace(DRAWN.lines[0], amount=LARGEST))
    return replace(facts, tenders=tenders, received=Money(10**9), change=Money(1), credit_after=LARGEST)


def long_names() -> ReceiptFacts:
    return replace(
        with_lines(
            replace(DRAWN.lines[0], item="装修押金（可退，凭本收据）", quantity=ARITHMETIC),
            ReceiptLine("抹零", "业主因病住院三个月，凭医院证明，经主管同意", "", "", Money(-5)),
        ),
        company="禾木里国际物业服务（集团）股份有限公司阳光花园分公司",
        payer=LONGEST,
        unit="地下二层机动车库B2-0123",
        cashier="阿卜杜热合曼·买买提江",
        label="YGHY-00012345",
    )


def rare_names() -> ReceiptFacts:
    return replace(DRAWN, payer="𠮷㛃𰻝", cashier="欧阳𰻝")


ROLLS = (ROLL_80, ROLL_58)
SAMPLES = {
    "drawn": DRAWN,
    "four-tenders": four_tenders(),
    "long-names": long_names(),
    "rare-names": rare_names(),
    "one-line": with_count(1),
    "largest": with_lines(replace(DRAWN.lines[0], amount=LARGEST)),
}

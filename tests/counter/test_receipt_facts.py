"""What a receipt says, stored and taken out again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from app.core.money import Money
from app.counter.receipts.receipt_facts import ReceiptFacts, ReceiptLine, TenderLine
from app.store.columns import canonical

DRAWN = ReceiptFacts(
    company="禾木里物业服务有限公司",
    service_centre="阳光花园物业服务中心",
    label="R-000128",
    issued_at=datetime(2026, 11, 23, 10, 26, 31),
    unit="3-2-501",
    payer="何知远",
    area="89.50 ㎡",
    lines=(
        ReceiptLine("物业费", "2026-07-01 – 2026-09-30", "89.50 ㎡ × 3 个月", "1.85 元/㎡・月", Money(49673)),
        ReceiptLine("物业费违约金", "2026-07-06 – 2026-11-23", "496.73 元 × 141 天", "每日万分之五", Money(3502)),
        ReceiptLine("代收水费", "2026-10-01 – 2026-10-31", "读数 318 → 331，13 m³", "2.90 元/m³", Money(3770)),
    ),
    total=Money(56945),
    tenders=(TenderLine("现金", Money(60000)),),
    received=Money(60000),
    change=Money(3055),
    credit_after=Money(0),
    cashier="王可",
    shift="0231",
    code="10100000128115312501",
)


def test_the_facts_come_back_from_the_database_as_they_were() -> None:
    stored = canonical(DRAWN.to_facts())
    assert ReceiptFacts.from_facts(json.loads(stored)) == DRAWN


def test_the_check_value_is_read_out_of_the_code() -> None:
    assert DRAWN.check == "1153 1250"


def test_lines_that_do_not_make_the_total_are_never_printed() -> None:
    with pytest.raises(ValueError, match="lines do not make the total"):
        replace(DRAWN, lines=DRAWN.lines[:2])


def test_tenders_less_change_make_the_total() -> None:
    with pytest.raises(ValueError, match="tenders less the change"):
        replace(DRAWN, change=Money(3054))

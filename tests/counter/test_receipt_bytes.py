"""收款收据 as ESC/POS bytes: what a thermal printer reads out of them is what the facts say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.money import Money
from app.core.show import show_money
from app.counter.papers.cash_moved import moves_cash
from app.counter.papers.receipt_text import COLUMNS, rare_letters, receipt_bytes
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, TenderLine
from app.paper.amount_in_words import amount_in_words
from app.paper.escpos import EscPos, broken, drawer_pulse, printable
from app.paper.profiles import ROLL_58, ROLL_80, PaperProfile
from tests.counter.sample_receipts import COPY, rare_names, with_count
from tests.counter.test_receipt_facts import DRAWN
from tests.counter.test_receipt_roll import both_rolls, every_sample
from tests.paper.escpos_printer import ThermalPrinter


def printed(
    facts: ReceiptFacts,
    roll: PaperProfile = ROLL_80,
    copy: CopyMark | None = None,
    *,
    voided: bool = False,
    has_drawer: bool = False,
) -> ThermalPrinter:
    made = receipt_bytes(facts, roll, copy, voided=voided, has_drawer=has_drawer)
    return ThermalPrinter(COLUMNS[roll]).prints(made)


@both_rolls
@every_sample
def test_p9_the_printer_reads_every_fact_out_of_the_bytes(roll: PaperProfile, facts: ReceiptFacts) -> None:
    paper = printed(facts, roll, COPY, voided=True)
    wanted = [
        *("收款收据", facts.company, facts.service_centre, facts.label, "2026-11-23 10:26", facts.unit, facts.payer),
        *("合计", show_money(facts.total, sign=True), amount_in_words(facts.total), facts.cashier, facts.shift),
        *(text for line in facts.lines for text in (line.item, line.period, line.quantity, line.unit_price)),
        *(show_money(line.amount) for line in facts.lines),
        *(text for tender in facts.tenders for text in (tender.method, show_money(tender.amount))),
        *("校验", facts.check, *facts.notes, "补打 第 1 次", "已作废", "补打 2026-11-23 16:40", "请拍照或复印后保存"),
    ]
    assert [fact for fact in wanted if not paper.says(printable(fact))] == []
    assert paper.codes == [facts.code]
    assert paper.cuts == 1


@pytest.mark.parametrize("words", ["￥", "１２３", "㛃", "𠮷", "𰻝", "–", "·", "é"])
def test_p9_any_character_beyond_ascii_makes_its_line_gb18030(words: str) -> None:
    made = EscPos(48).line(words).finish()
    assert b"\x1c&" + words.encode("gb18030") + b"\x1c.\n" in made
    assert [line.text for line in ThermalPrinter(48).prints(made).lines] == [words]


def test_p9_a_line_of_plain_ascii_is_sent_as_it_is() -> None:
    made = EscPos(48).line("R-000128").finish()
    assert made.endswith(b"R-000128\n")
    assert b"\x1c" not in made


def test_the_total_is_twice_as_wide_and_high_and_the_change_bold() -> None:
    lines = {line.text.split()[0]: line for line in printed(DRAWN).lines if line.text.strip()}
    assert lines["合计"].scale == 2
    assert lines["找零"].bold
    assert not lines["现金"].bold


def test_what_the_printers_font_lacks_is_written_out() -> None:
    paper = printed(DRAWN)
    assert paper.says("89.50 平方米 × 3 个月")
    assert paper.says("× 1.85 元/平方米·月")
    assert paper.says("13 立方米")
    assert paper.says("￥569.45")


def test_a_lower_amount_keeps_its_sign() -> None:
    waived = replace(DRAWN.lines[1], item="违约金减免", amount=Money(-1739))
    cash = (TenderLine("现金", Money(47934)),)
    facts = replace(
        DRAWN, lines=(DRAWN.lines[0], waived), total=Money(47934), tenders=cash, received=Money(47934), change=Money(0)
    )
    assert printed(facts).says("违约金减免 -17.39")


def test_a_text_too_long_for_a_line_goes_on_below_and_is_never_cut() -> None:
    assert broken("物业服务中心", 8) == ["物业服务", "中心"]
    assert broken("A物业服务", 8) == ["A物业服", "务"]
    assert broken("", 8) == [""]


def test_thirty_lines_are_one_paper_with_one_cut() -> None:
    paper = printed(with_count(30), ROLL_58)
    assert paper.cuts == 1
    assert all(paper.says(f"物业费{number}") for number in range(30))


def test_p9_the_drawer_opens_for_cash_and_for_change_only() -> None:
    card = replace(DRAWN, tenders=(TenderLine("微信", DRAWN.total),), received=DRAWN.total, change=Money(0))
    assert printed(DRAWN, has_drawer=True).pulses == 1
    assert printed(card, has_drawer=True).pulses == 0
    assert moves_cash(replace(card, tenders=(TenderLine("微信", DRAWN.total + Money(100)),), change=Money(100)))
    assert printed(DRAWN).pulses == 0


def test_p9_neither_a_copy_nor_a_void_receipt_opens_the_drawer() -> None:
    assert printed(DRAWN, copy=COPY, has_drawer=True).pulses == 0
    assert printed(DRAWN, voided=True, has_drawer=True).pulses == 0


def test_p9_opening_the_drawer_alone_prints_nothing() -> None:
    drawer = ThermalPrinter(48).prints(drawer_pulse())
    assert (drawer.pulses, drawer.lines, drawer.cuts) == (1, [], 0)


def test_p3_letters_that_the_printers_font_may_lack_are_listed_before_printing() -> None:
    assert [rare.character for rare in rare_letters(rare_names())] == ["𠮷", "㛃", "𰻝", "𰻝"]
    assert rare_letters(DRAWN) == ()


def test_the_same_facts_give_the_same_bytes() -> None:
    assert receipt_bytes(DRAWN, ROLL_80) == receipt_bytes(DRAWN, ROLL_80)

"""人民币大写, by the table of the office and by a second opinion."""

from __future__ import annotations

import re
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money
from app.paper.amount_in_words import amount_in_words

TABLE = [
    ("0.00", "零元整"),
    ("0.01", "壹分"),
    ("0.05", "伍分"),
    ("0.10", "壹角整"),
    ("0.15", "壹角伍分"),
    ("10.00", "壹拾元整"),
    ("10.05", "壹拾元零伍分"),
    ("110.10", "壹佰壹拾元零壹角整"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("569.45", "伍佰陆拾玖元肆角伍分"),
    ("1005.00", "壹仟零伍元整"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("20000.00", "贰万元整"),
    ("100010.00", "壹拾万零壹拾元整"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("9999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ("100000000.05", "壹亿元零伍分"),
    ("100000001.00", "壹亿零壹元整"),
    ("100001000.00", "壹亿零壹仟元整"),
    ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
]


def fen(figures: str) -> Money:
    return Money(int(Decimal(figures) * 100))


@pytest.mark.parametrize(("figures", "words"), TABLE)
def test_the_words_of_the_table(figures: str, words: str) -> None:
    assert amount_in_words(fen(figures)) == "人民币" + words


def test_the_largest_receipt_takes_twenty_one_characters() -> None:
    assert len(amount_in_words(fen("9999999.99"))) == 21


@pytest.mark.parametrize("amount", [-1, 10**14])
def test_what_has_no_words_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        amount_in_words(Money(amount))


@given(st.integers(0, 10**14 - 1))
def test_the_words_read_back_as_the_same_fen(amount: int) -> None:
    assert read(amount_in_words(Money(amount))) == amount


@given(st.integers(0, 10**14 - 1))
def test_zeros_never_double_and_the_close_is_right(amount: int) -> None:
    words = amount_in_words(Money(amount))
    assert "零零" not in words
    assert words.endswith("分") == (amount % 10 != 0)
    assert words.endswith("整") == (amount % 10 == 0)
    assert not re.search("零[万亿元整]", words) or amount == 0


@given(st.integers(1, 10**14 - 1))
def test_a_second_opinion_agrees_but_for_its_own_habits(amount: int) -> None:
    """It leaves out 整 after 角 and 零 where a place of four zeros or the digit of the yuan is skipped."""
    theirs = cn2an.an2cn(f"{amount // 100}.{amount % 100:02d}", "rmb")
    ours = amount_in_words(Money(amount)).removeprefix("人民币")
    assert ours.replace("零", "").removesuffix("整") == theirs.replace("零", "").removesuffix("整")


def read(words: str) -> int:
    """A reader of its own: digits and places, nothing shared with the writer."""
    total = group = digit = 0
    for sign in words.removeprefix("人民币").removesuffix("整"):
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign in PLACES:
            group, digit = group + digit * PLACES[sign], 0
        elif sign in GROUPS:
            total, group, digit = total + (group + digit) * GROUPS[sign], 0, 0
        else:
            total, digit = total + digit * {"角": 10, "分": 1}[sign], 0
    return total


DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = {"拾": 10, "佰": 100, "仟": 1000}
GROUPS = {"亿": 10**10, "万": 10**6, "元": 100}

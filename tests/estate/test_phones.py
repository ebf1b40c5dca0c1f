"""Telephone numbers out of cells as people fill them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.estate.phones import parse_phone, parse_phones
from app.estate.refusals import NotAPhone


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("13812345678", ("13812345678",)),
        ("138 1234 5678", ("13812345678",)),
        ("138-1234-5678", ("13812345678",)),
        ("＋８６１３８１２３４５６７８", ("13812345678",)),
        ("13812345678、13912345678", ("13812345678", "13912345678")),
        ("13812345678/0571-88880000", ("13812345678", "0571-88880000")),
        ("13812345678 13912345678", ("13812345678", "13912345678")),
        ("13812345678\n13812345678", ("13812345678",)),
        ("(0571)8888 0000转12", ("0571-88880000-12",)),
        ("010 62345678", ("010-62345678",)),
        ("88880000；400-800-1234", ("88880000", "4008001234")),
        ("", ()),
    ],
)
def test_a_cell_gives_its_numbers_in_order(cell: str, numbers: tuple[str, ...]) -> None:
    assert parse_phones(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("1381234567", "1381234567"),
        ("13812345678、空号", "空号"),
        ("1.38E+10", "1.38E+10"),
        ("12812345678", "12812345678"),
        ("00000000", "00000000"),
        ("没有", "没有"),
    ],
)
def test_a_part_that_is_no_number_is_named(cell: str, part: str) -> None:
    with pytest.raises(NotAPhone) as refused:
        parse_phones(cell)
    assert refused.value.text == part


@given(some.from_regex(r"1[3-9][0-9]{9}|0[3-9][0-9]{2}-[2-9][0-9]{7}", fullmatch=True))
def test_a_kept_number_reads_back_as_itself(number: str) -> None:
    assert parse_phone(number) == number

"""The twenty digits on a paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money
from app.core.paper_code import (
    CodedPaper,
    CodeFault,
    CodeUnreadable,
    PaperKind,
    check_text,
    is_genuine,
    issue_code,
    looks_like_code,
    luhn_digit,
    parse_code,
    split_typed_check,
)

KEY = bytes(range(32))
PAPER = CodedPaper(PaperKind.RECEIPT, 1, 128, date(2026, 11, 23), "3-2-501", Money(56945))
DRAWN = "10100000128115312501"  # the code of the drawn receipt

papers = st.builds(
    CodedPaper,
    st.sampled_from(PaperKind),
    st.integers(1, 99),
    st.integers(1, 99_999_999),
    st.dates(),
    st.text(max_size=12),
    st.one_of(st.none(), st.integers(-999_999_999, 999_999_999).map(Money)),
)


def test_the_check_value_never_changes_between_releases() -> None:
    assert issue_code(PAPER, KEY) == "10100000128168092588"


def test_the_drawn_code_is_read() -> None:
    read = parse_code(DRAWN)
    assert (read.kind, read.book, read.number, read.check) == (PaperKind.RECEIPT, 1, 128, "11531250")
    assert read.digits == DRAWN
    assert check_text(DRAWN) == "1153 1250"


@given(papers, st.binary(min_size=1, max_size=40))
def test_an_issued_code_reads_back(paper: CodedPaper, key: bytes) -> None:
    code = issue_code(paper, key)
    read = parse_code(code)
    assert (read.kind, read.book, read.number) == (paper.kind, paper.book, paper.number)
    assert read.digits == code
    assert looks_like_code(code)
    assert is_genuine(code, paper, key)


@given(papers, st.integers(0, 19), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(paper: CodedPaper, place: int, by: int) -> None:
    code = issue_code(paper, KEY)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert not looks_like_code(wrong)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("1010000012811531250", CodeFault.LENGTH),
        ("101000001281153125O1", CodeFault.NOT_DIGITS),
        ("", CodeFault.NOT_DIGITS),
        ("１０１０００００１２８１１５３１２５０１", CodeFault.NOT_DIGITS),
        ("10100000128115312502", CodeFault.LUHN),
        ("9010000012811531250" + luhn_digit("9010000012811531250"), CodeFault.KIND),
        ("1000000012811531250" + luhn_digit("1000000012811531250"), CodeFault.BOOK),
    ],
)
def test_a_broken_scan_says_what_is_wrong(text: str, fault: CodeFault) -> None:
    with pytest.raises(CodeUnreadable) as refused:
        parse_code(text)
    assert refused.value.fault is fault


def test_blanks_between_the_groups_are_read_over() -> None:
    assert parse_code(" 1 01 00000128 11531250 1 ").digits == DRAWN


def test_another_amount_day_unit_or_key_is_a_false_paper() -> None:
    code = issue_code(PAPER, KEY)
    altered = (
        CodedPaper(PAPER.kind, PAPER.book, PAPER.number, PAPER.day, PAPER.unit, Money(56946)),
        CodedPaper(PAPER.kind, PAPER.book, PAPER.number, date(2026, 11, 24), PAPER.unit, PAPER.amount),
        CodedPaper(PAPER.kind, PAPER.book, PAPER.number, PAPER.day, "3-2-502", PAPER.amount),
    )
    assert not any(is_genuine(code, paper, KEY) for paper in altered)
    assert not is_genuine(code, PAPER, KEY[::-1])


@pytest.mark.parametrize(("book", "number"), [(0, 1), (100, 1), (1, 0), (1, 100_000_000)])
def test_a_number_that_does_not_fit_gets_no_code(book: int, number: int) -> None:
    with pytest.raises(ValueError, match="no code for"):
        issue_code(CodedPaper(PaperKind.RECEIPT, book, number, PAPER.day, "", None), KEY)


def test_number_and_check_value_can_be_typed_from_a_faint_copy() -> None:
    assert split_typed_check("R-000128 1153 1250") == ("R-000128", "11531250")
    assert split_typed_check(" R-000128 11531250") == ("R-000128", "11531250")
    assert split_typed_check("R-000128") is None
    assert split_typed_check("13812345678 1153 1250") is None

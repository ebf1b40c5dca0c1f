"""Text that has to fit: smaller, then on more lines, never cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paper.flow import Field, flow
from app.paper.lettering import MM, Style, width
from app.paper.line_breaking import NEVER_FIRST, NEVER_LAST, break_lines
from app.paper.refusals import TextDoesNotFit
from app.paper.text_fitting import fit, on_one_line

NAME = "新疆维吾尔自治区阿勒泰地区布尔津县农业科技开发有限责任公司"
texts = st.text(st.sampled_from("物业费违约金，。（）“”《》 abc019.:%m³㎡"), min_size=1, max_size=60)


def em(_character: str) -> float:
    return 1.0


def test_a_short_name_keeps_its_size() -> None:
    fitted = fit("何知远", Style(14, bold=True), 60)
    assert (fitted.lines, fitted.style.size) == (("何知远",), 14)


def test_a_longer_name_shrinks_by_quarter_points() -> None:
    fitted = fit("一二三四五六七八九十", Style(14), 40)
    assert (fitted.lines, fitted.style.size) == (("一二三四五六七八九十",), 11.25)
    assert width("一二三四五六七八九十", Style(11.5)) > 40


def test_the_longest_name_takes_two_lines_of_eight_points() -> None:
    fitted = fit(NAME, Style(14), 50, most_lines=2)
    assert fitted.style.size == 8
    assert len(fitted.lines) == 2
    assert "".join(fitted.lines) == NAME


def test_a_text_too_long_for_its_lines_is_refused_not_cut() -> None:
    with pytest.raises(TextDoesNotFit) as refused:
        fit(NAME, Style(14), 20, most_lines=2)
    assert refused.value.text == NAME


def test_words_of_an_amount_go_down_to_their_own_smallest_size() -> None:
    words = "人民币玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
    assert on_one_line(words, Style(14), 21 * 9 / MM, smallest=9).size == 9
    with pytest.raises(TextDoesNotFit):
        on_one_line(words, Style(14), 21 * 8.9 / MM, smallest=9)


@given(texts, st.integers(4, 30))
def test_breaking_loses_nothing_but_blanks_and_every_line_fits(text: str, room: int) -> None:
    lines = break_lines(text, room, em)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= room for line in lines)


@given(st.lists(st.sampled_from("物业费违约金，。（）《》"), min_size=1, max_size=60).map("".join))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    lines = break_lines(text, 9, em)
    for before, after in pairwise(lines):
        if forced(before, after, 9):
            continue
        assert after[0] not in NEVER_FIRST
        assert before[-1] not in NEVER_LAST


def forced(before: str, after: str, room: int) -> bool:
    """Whether marks alone fill the line, so that no better break was to be had."""
    joined = before + after
    return len(before) == room and all(
        joined[end] in NEVER_FIRST or joined[end - 1] in NEVER_LAST for end in range(1, room + 1)
    )


def test_a_figure_is_not_broken_and_its_percent_sign_stays_with_it() -> None:
    assert break_lines("倍率 1.5，损耗 3.25 %", 14, em) == ["倍率 1.5，损耗", "3.25 %"]


def test_fields_stand_at_their_columns_while_they_fit() -> None:
    placed = flow([Field("现金 600.00"), Field("实收", at=68), Field("余额", ends_at=140)], 10.5, [(18, 161)])
    assert [round(field.x, 1) for field in placed[:2]] == [18, 68]
    assert round(placed[2].x + width("余额", placed[2].style), 1) == 140


def test_fields_too_wide_for_their_columns_move_closer_then_shrink() -> None:
    closer = flow([Field("现" * 15), Field("实收", at=68)], 10.5, [(18, 161)])
    assert closer[1].x > 68
    smaller = flow([Field("现" * 35), Field("实收", at=68), Field("找零")], 10.5, [(18, 161)])
    assert 8 <= smaller[0].style.size < 10.5
    assert {field.line for field in smaller} == {0}


def test_fields_that_no_size_fits_take_the_second_line() -> None:
    placed = flow([Field("现" * 45), Field("实" * 20)], 10.5, [(18, 161), (44, 161)])
    assert [(field.line, field.x) for field in placed] == [(0, 18), (1, 44)]


def test_fields_beyond_all_lines_are_refused() -> None:
    with pytest.raises(TextDoesNotFit):
        flow([Field("现" * 45), Field("实" * 45)], 10.5, [(18, 161), (44, 161)])

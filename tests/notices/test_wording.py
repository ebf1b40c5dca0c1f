"""Filling in: nothing that is written into a field is ever read again, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.notices.templates.template import NoticeKind
from app.notices.templates.wording import code_in, fill, names_in
from tests.notices.notice_office import PLANNED, paper, template

ANYTHING = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60).filter(
    lambda text: bool(text.strip())
)


def test_a_line_whose_field_is_empty_is_left_out_whole() -> None:
    text = "从 {from}\n到 {to}\n完"
    assert fill(text, {"from": "八点", "to": ""}) == ("从 八点", "完")
    assert fill(text, {"from": "八点", "to": "九点"}) == ("从 八点", "到 九点", "完")


def test_only_names_in_braces_are_fields() -> None:
    assert names_in("{a} {b_c} {A} { d } {a}") == ("a", "b_c")
    assert code_in("{a} 和 {b_c}") == ""
    assert code_in("{a.b}") != ""
    assert code_in("<script>") != ""


@given(ANYTHING, ANYTHING)
def test_what_is_filled_in_is_never_read_as_a_field(first: str, second: str) -> None:
    said = "\n".join(fill("{a}|{b}", {"a": first, "b": second}))
    assert said == f"{first.strip(chr(10))}|{second.strip(chr(10))}".rstrip()


@pytest.mark.parametrize("evil", ["{phone}", "{{place}}", "{place.__class__}", "{% x %}", "${x}", "<script>", "\\{x}"])
def test_braces_in_a_field_are_printed_as_they_are(evil: str) -> None:
    said = paper("planned-power-cut", NoticeKind.PLANNED, {**PLANNED, "reason": evil})
    assert [row.lines for row in said.poster if row.label == "原因"] == [(evil,)]
    assert evil in said.message


@given(st.sampled_from(["place", "reason", "steps", "other"]), ANYTHING)
def test_no_field_can_change_any_other_row(name: str, text: str) -> None:
    usual = paper("planned-power-cut", NoticeKind.PLANNED, {**PLANNED, "other": "一", "reason": "二"})
    said = paper("planned-power-cut", NoticeKind.PLANNED, {**PLANNED, "other": "一", "reason": "二", name: text})
    assert [row.label for row in said.poster] == [row.label for row in usual.poster]
    held = template("planned-power-cut")
    rows = {row.label: row for row in held.poster}
    for before, after in zip(usual.poster, said.poster, strict=True):
        named = names_in(rows[before.label].text + rows[before.label].below) if before.label in rows else ()
        if name not in named:
            assert after == before


@given(ANYTHING)
def test_every_word_of_a_field_stands_on_the_poster_and_in_the_message(text: str) -> None:
    said = paper("general", NoticeKind.PLAIN, {"subject": "通知", "body": text})
    told = "".join("".join(row.lines) for row in said.poster)
    assert "".join(text.split()) in "".join(told.split())
    assert "".join(text.split()) in "".join(said.message.split())


def test_several_lines_become_one_inside_a_sentence() -> None:
    said = paper("planned-power-cut", NoticeKind.PLANNED, PLANNED)
    assert "3 号楼、5 号楼全部单元、地下车库 B1 层照明与门禁计划停电（约 9 小时）" in said.message
    assert "11 月 26 日 08:30 至 17:30" in said.message
    assert "供水点" not in said.message

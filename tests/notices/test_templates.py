"""Templates: those that come with the program are whole, and one that is not is refused by its place."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from app.incidents.plans.contacts import KNOWN_NOTICES
from app.notices.checks.template_checks import check_template
from app.notices.kept_templates.templates import checked
from app.notices.refusals import PressesForFees, TemplateBroken, TemplateFault
from app.notices.templates.read_template import read_document, read_template
from app.notices.templates.shipped import CODES, shipped_document
from app.notices.templates.template import KIND_WORDS, FieldKind, NoticeKind, RowStyle
from app.notices.templates.worded import text_parts, with_text
from tests.notices.notice_office import paper, template


def changed(code: str, **values: Any) -> dict[str, Any]:
    document: dict[str, Any] = deepcopy(dict(shipped_document(code)))
    return document | values


@pytest.mark.parametrize("code", CODES)
def test_every_shipped_template_keeps_to_its_own_rules(code: str) -> None:
    held = template(code)
    check_template(held)
    assert held.code == code
    assert any(row.style is RowStyle.PHONE for row in held.poster)
    assert set(held.messages) == set(held.kinds)


@pytest.mark.parametrize("code", CODES)
def test_a_message_gives_telephone_and_number_whatever_else_is_left_empty(code: str) -> None:
    held = template(code)
    for kind in held.kinds:
        moments = {field.id: "2026-11-26T08:30" for field in held.fields_of(kind) if field.kind is FieldKind.MOMENT}
        texts = {field.id: f"这里是{field.id}" for field in held.fields_of(kind) if field.id not in moments}
        needed = {field.id for field in held.fields_of(kind) if field.required}
        said = paper(code, kind, {name: text if name in needed else "" for name, text in {**texts, **moments}.items()})
        assert "这里是phone" in said.message
        assert "N-2026-0041" in said.message


def test_every_notice_that_a_plan_names_has_a_template() -> None:
    assert set(CODES) >= KNOWN_NOTICES
    assert len({template(code).key for code in CODES}) == len(CODES)


def test_power_water_and_lift_may_be_put_off_and_come_back() -> None:
    for code in ("planned-power-cut", "sudden-power-cut", "water-cut", "lift-repair"):
        assert template(code).later_kinds == (NoticeKind.POSTPONED, NoticeKind.RESTORED)
    assert [KIND_WORDS[kind] for kind in template("water-cut").kinds] == ["计划检修", "突发", "推迟", "恢复"]


@pytest.mark.parametrize(
    "code",
    [
        "{place.__class__}",
        "{{ 7 * 7 }}",
        "{% for x in y %}",
        "${place}",
        "{0}",
        "{place!r}",
        "{place:>99}",
        "<% x %>",
        "}",
    ],
)
def test_a_template_with_code_in_it_is_refused(code: str) -> None:
    document = changed("general", title=dict.fromkeys(("plain", "postponed", "restored"), f"通知{code}"))
    with pytest.raises(TemplateBroken) as refused:
        checked("general", document)
    assert refused.value.fault is TemplateFault.CODE
    assert refused.value.place.startswith("title (")
    assert refused.value.what


def test_a_field_that_nobody_fills_in_is_named() -> None:
    with pytest.raises(TemplateBroken) as refused:
        checked("general", changed("general", foot="由{who}取下"))
    assert (refused.value.fault, refused.value.what, refused.value.place) == (
        TemplateFault.UNKNOWN_FIELD,
        "who",
        "foot",
    )


def test_what_must_be_filled_in_has_to_stand_on_the_poster() -> None:
    document = changed("typhoon")
    document["poster"] = [row for row in document["poster"] if row["label"] != "预警"]
    with pytest.raises(TemplateBroken) as refused:
        checked("typhoon", document)
    assert (refused.value.fault, refused.value.what) == (TemplateFault.FIELD_NOWHERE, "warning")


@pytest.mark.parametrize(
    ("values", "fault", "what"),
    [
        ({"kinds": ["sometimes"]}, TemplateFault.UNKNOWN_WORD, "sometimes"),
        ({"kinds": ["restored"]}, TemplateFault.NO_KIND, "kinds"),
        ({"surprise": 1}, TemplateFault.UNKNOWN_KEY, "surprise"),
        ({"key": 1}, TemplateFault.WRONG_FORM, "key"),
        ({"key": " "}, TemplateFault.EMPTY_TEXT, "key"),
        ({"title": {"plain": "一"}}, TemplateFault.NO_TITLE, "postponed"),
        ({"field": [{"id": "x"}]}, TemplateFault.MISSING, "kind"),
        ({"poster": ["words"]}, TemplateFault.WRONG_FORM, "poster 1"),
    ],
)
def test_a_document_that_is_not_whole_is_refused_by_its_place(
    values: dict[str, Any], fault: TemplateFault, what: str
) -> None:
    with pytest.raises(TemplateBroken) as refused:
        checked("general", changed("general", **values))
    assert (refused.value.fault, refused.value.what) == (fault, what)


def test_a_field_may_not_stand_twice_or_take_the_name_of_what_is_reckoned() -> None:
    document = changed("general")
    document["field"] = [*document["field"], document["field"][0]]
    with pytest.raises(TemplateBroken) as refused:
        checked("general", document)
    assert refused.value.fault is TemplateFault.SAME_FIELD


def test_a_file_that_is_no_toml_is_refused() -> None:
    with pytest.raises(TemplateBroken) as refused:
        read_document("mine", "code = ")
    assert refused.value.fault is TemplateFault.NOT_TOML


def test_x02_no_template_can_join_unpaid_fees_with_a_supply() -> None:
    with pytest.raises(PressesForFees) as refused:
        checked("general", changed("general", foot="欠费的业主停水停电"))
    assert "欠费" in refused.value.arrears
    assert {"停水", "停电"} <= set(refused.value.supplies)


def test_each_text_can_be_changed_alone() -> None:
    document = shipped_document("water-cut")
    for part in text_parts(document, NoticeKind.SUDDEN):
        after = with_text(document, part.path, "别的话")
        parts = {one.path: one.text for one in text_parts(after, NoticeKind.SUDDEN)}
        assert parts.pop(part.path) == "别的话"
        assert parts == {one.path: one.text for one in text_parts(document, NoticeKind.SUDDEN) if one.path != part.path}
        read_template("water-cut", after)

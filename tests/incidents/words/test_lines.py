"""Every line of a log has words in both languages, whatever its facts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.words.lines import entered_later, line_hand, line_kind, line_text

AT = datetime(2026, 11, 20, 19, 44)
LIFT = shipped_plans()["lift-entrapment"]
CALL = {"contact": "lift-maintainer", "name": "安捷", "number": "0571-55500147", "deputy": True, "result": "no-answer"}
SAID: list[tuple[EntryKind, str, dict[str, Any], str, str]] = [
    (EntryKind.STARTED, "", {"place": "2 栋", "drill": True}, "王敏 启动“电梯困人”，2 栋，演练", ", drill"),
    (EntryKind.TICKED, "calm", {}, "请乘客别慌、离开轿门，不扒不爬", "stay calm"),
    (EntryKind.TICKED, "which-lift", {"answers": {"lift": "东梯", "floor": "?"}}, "电梯 东梯，停在 不清楚", "unknown"),
    (EntryKind.CALLED, "", CALL, "电梯维保单位（副号）·0571-55500147·无人接", "no answer"),
    (EntryKind.HANDED_OVER, "", {"from": "王敏", "to": "陈", "roles": {"lead": "陈"}}, "王敏 → 陈，指挥 陈", "Lead 陈"),
    (EntryKind.HIDDEN_BY_RULE, "", {"page": "rescue-now"}, "按回答，不适用", "by the answer"),
    (EntryKind.TIMER_ANSWERED, "", {"timer": "talk"}, "下次通话·已办", "Next talk · done"),
    (EntryKind.SEVERITY, "", {"was": "high", "severity": "low"}, "重大 → 一般", "High → Low"),
    (EntryKind.GAP, "", {"from": "2026-11-20T20:01:00", "until": "2026-11-20T20:06:00"}, "20:01–20:06", "20:01–20:06"),
    (EntryKind.LOSS, "", {"amount": 35000}, "约 350.00 元", "¥350.00"),
    (
        EntryKind.CLOSED,
        "",
        {"closing": {"result": "放出"}, "reasons": {"a": "b"}},
        "放出，1 个关键步骤未做",
        "1 critical",
    ),
]


def entry(kind: EntryKind, step: str = "", facts: dict[str, Any] | None = None, by: str = "王敏") -> Entry:
    """A line as the log holds it."""
    return Entry(1, kind, AT, AT, by, step, "", facts or {})


@pytest.mark.parametrize(("kind", "step", "facts", "zh", "en"), SAID)
def test_a_line_says_what_happened(kind: EntryKind, step: str, facts: dict[str, Any], zh: str, en: str) -> None:
    said = line_text(entry(kind, step, facts), LIFT)
    assert zh in said.zh
    assert en in said.en


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_can_be_said_without_a_single_fact(kind: EntryKind) -> None:
    one = entry(kind, "gone-step")
    assert line_kind(one).zh
    assert line_text(one, LIFT).zh is not None


def test_what_was_ticked_before_sign_in_says_so() -> None:
    assert line_hand(entry(EntryKind.TICKED, "calm", by="")).zh == "登录前"


def test_a_minute_later_is_entered_later() -> None:
    late = Entry(1, EntryKind.WRITTEN, AT, AT + timedelta(minutes=1), "王敏", "", "in")
    assert entered_later(late)
    assert not entered_later(entry(EntryKind.WRITTEN))


def test_no_name_of_a_person_stands_in_a_log() -> None:
    assert "周" not in line_text(entry(EntryKind.PERSON, facts={"person": 1}), LIFT).zh

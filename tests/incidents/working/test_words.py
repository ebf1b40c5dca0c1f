"""Every line that can stand in a log has its word, and what the program wrote by itself is nobody's hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.words.lines import line_hand, line_text
from app.incidents.words.names import LINES

NOW = datetime(2026, 11, 20, 20, 6)
PLAN = shipped_plans()["lift-entrapment"]


def line(kind: EntryKind, **facts: Any) -> Entry:
    return Entry(1, kind, NOW, NOW, facts=facts)


def test_every_kind_of_line_has_a_word() -> None:
    assert set(LINES) == set(EntryKind)


@pytest.mark.parametrize(
    ("entry", "zh", "en"),
    [
        (line(EntryKind.PLACE, was="3 栋", place="3 栋东梯"), "3 栋 → 3 栋东梯", "3 栋 → 3 栋东梯"),
        (line(EntryKind.PLACE, was="", place="3 栋"), "3 栋", "3 栋"),
        (line(EntryKind.LOST, expected=7, found=4), "第 5 至 7 条", "lines 5 to 7"),
        (line(EntryKind.JOINED, count=3), "3 条", "3 lines"),
        (
            line(EntryKind.GAP, **{"from": (NOW - timedelta(minutes=5)).isoformat(), "until": NOW.isoformat()}),
            "20:01",
            "20:01–20:06",
        ),
    ],
)
def test_i20_what_happened_while_nobody_watched_is_said_in_words(entry: Entry, zh: str, en: str) -> None:
    said = line_text(entry, PLAN)
    assert zh in said.zh
    assert en in said.en


def test_i20_the_program_itself_is_not_somebody_before_sign_in() -> None:
    for kind in (EntryKind.GAP, EntryKind.CLOCK_MOVED, EntryKind.LOST):
        assert line_hand(line(kind)).zh == "程序"
    assert line_hand(line(EntryKind.TICKED)).zh == "登录前"

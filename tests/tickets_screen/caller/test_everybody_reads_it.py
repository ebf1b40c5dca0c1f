"""The panel for a screen reader, in both languages, at large text."""

from __future__ import annotations

import pytest

from tests.accessibility import cut_texts, nameless
from tests.tickets_screen.caller.caller_desk import CallerDesk
from tests.tickets_screen.caller.test_caller_panel import report


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a1_a5_every_field_is_named_and_no_words_are_cut(spoken: CallerDesk, percent: int) -> None:
    spoken.window.context.theme.scale(percent)
    spoken.window.window.resize(round(340 * percent / 100), 620)
    report(spoken, "卫生间顶棚渗水，疑似楼上 601 防水")
    spoken.calls("3-2-501")
    spoken.wait()
    assert nameless(spoken.panel) == []
    assert cut_texts(spoken.panel) == []

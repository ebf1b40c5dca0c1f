"""Somebody is on the telephone: who it is on one screen, the bill by one key, and the call is still there after it."""

from __future__ import annotations

import pytest

from tests.keys import to_tab
from tests.stories.charging.steps import open_the_shift
from tests.stories.tickets.conftest import OpenDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

SAID = "问物业费欠多少"


def test_alt_1_leads_from_the_caller_to_the_bill_of_that_unit_and_back(open_desk: OpenDesk) -> None:
    desk = open_desk("2026-11-20T09:10")
    open_the_shift(desk.program)
    desk.show()
    desk.keys.press("F6")
    desk.keys.type("5678")
    desk.keys.press("Return")
    desk.says("张建国", "owner·3-2-501", "No arrears", "管井钥匙在中控室")
    desk.program.write(SAID)
    desk.keys.press("Alt+1")
    desk.program.finish_work()
    assert "138****5678" in desk.program.screen()
    assert "No arrears" not in desk.program.screen()
    desk.says("3-2-501", "no arrears")
    desk.keys.press(to_tab("tickets"))
    desk.says("owner·3-2-501")
    desk.keys.press("Ctrl+N")
    desk.says("New ticket", "Who or where")
    assert SAID in desk.program.screen()

"""The face of a clock: what it is for stands there whole, whatever else has to give way."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.core.language import choose_language
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.running.timers import RunningTimer, TimerState
from ui.incidents.running.timer_face import TimerFace, fitting_limit
from ui.sentences.incidents import said
from ui.shell.theme import Theme
from ui.widgets.sizes import Pt, width_of

NOW = datetime(2026, 11, 20, 19, 41)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_i14_no_clock_of_a_shipped_plan_cuts_its_title_for_its_limit(qapp: QApplication, language: str) -> None:
    Theme(qapp)
    choose_language(language)
    face = TimerFace()
    for plan in shipped_plans().values():
        for timer in plan.timers:
            one = RunningTimer(timer, NOW, NOW + timedelta(minutes=timer.minutes), TimerState.RUNS, 0)
            limit, title = fitting_limit(one, NOW, face.sizeHint().width()), said(timer.text)
            both = width_of(title, Pt.CAPTION, bold=True) + width_of(limit, Pt.CAPTION)
            assert both < face.sizeHint().width(), (plan.code, title, limit)
    face.deleteLater()


def test_i14_a_clock_with_room_says_how_long_it_runs_too(qapp: QApplication) -> None:
    Theme(qapp)
    choose_language("zh_CN")
    plan = shipped_plans()["lift-entrapment"]
    timer = next(one for one in plan.timers if one.id == "maintainer")
    one = RunningTimer(timer, NOW, NOW + timedelta(minutes=30), TimerState.RUNS, 0)
    assert "30" in fitting_limit(one, NOW, TimerFace().sizeHint().width())

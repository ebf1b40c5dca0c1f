from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import SetClock
from app.core.refusals import NoAmount
from app.store.faults import DiskFull, StoreReadOnly
from tests.answers import Answers
from ui.sentences import say
from ui.shell.crash import CrashGuard, write_crash_report


def _broken(owner: str) -> None:
    raise KeyError(owner)


@pytest.fixture
def answers() -> Answers:
    return Answers()


def _raised(owner: str) -> BaseException:
    try:
        _broken(owner)
    except KeyError as error:
        return error
    raise AssertionError


def test_the_report_says_where_but_never_whose(tmp_path: Path, clock: SetClock) -> None:
    report = write_crash_report(tmp_path / "crashes", _raised("Zhang Jianguo 13800005678"), clock.now())
    text = report.read_text(encoding="utf-8")
    assert "test_crash.py" in text
    assert "in _broken" in text
    assert "KeyError" in text
    assert "Zhang" not in text
    assert "138" not in text


def test_a_bug_keeps_what_is_typed_and_is_told_calmly(
    tmp_path: Path, clock: SetClock, answers: Answers, qtbot: QtBot
) -> None:
    kept: list[str] = []
    guard = CrashGuard(tmp_path, clock, answers, lambda: kept.append("draft"))
    answers.will_read()
    guard.catch(KeyError, _raised("x"), None)
    qtbot.waitUntil(answers.all_used)
    assert kept == ["draft"]
    assert "went wrong" in answers.asked[0]
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1


def test_a_refusal_that_nobody_answered_is_said_in_its_own_sentence(
    tmp_path: Path, clock: SetClock, answers: Answers, qtbot: QtBot
) -> None:
    guard = CrashGuard(tmp_path, clock, answers)
    answers.will_read()
    guard.report(NoAmount())
    qtbot.waitUntil(answers.all_used)
    assert say(NoAmount()) in answers.asked[0]
    assert list(tmp_path.glob("crash-*.txt")) == []


def test_a_bug_on_another_thread_is_told_on_the_windows_thread(
    tmp_path: Path, clock: SetClock, answers: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told_on: list[threading.Thread] = []
    guard = CrashGuard(tmp_path, clock, answers, lambda: told_on.append(threading.current_thread()))
    guard.stand_guard()
    answers.will_read()
    thread = threading.Thread(target=_broken, args=("x",))
    thread.start()
    thread.join()
    qtbot.waitUntil(answers.all_used)
    assert told_on == [threading.current_thread()]


def test_a_bug_while_keeping_drafts_does_not_hide_the_first(
    tmp_path: Path, clock: SetClock, answers: Answers, qtbot: QtBot
) -> None:
    guard = CrashGuard(tmp_path, clock, answers, lambda: _broken("second"))
    answers.will_read()
    guard.report(_raised("first"))
    qtbot.waitUntil(answers.all_used)


def test_a_trouble_that_comes_every_minute_stops_the_work_once_and_is_said_in_passing_from_then_on(
    tmp_path: Path, clock: SetClock, answers: Answers, qtbot: QtBot
) -> None:
    passing: list[str] = []
    guard = CrashGuard(tmp_path, clock, answers, in_passing=passing.append)
    answers.will_read()
    for _ in range(3):
        guard.report(DiskFull())
        clock.advance(minutes=1)
    qtbot.waitUntil(lambda: len(passing) == 2)
    assert answers.all_used()
    assert passing == [say(DiskFull())] * 2
    answers.will_read()
    guard.report(StoreReadOnly())
    qtbot.waitUntil(answers.all_used)
    clock.advance(minutes=10)
    answers.will_read()
    guard.report(DiskFull())
    qtbot.waitUntil(answers.all_used)
    assert len(passing) == 2

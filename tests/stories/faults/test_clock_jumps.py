"""The clock jumps: nothing is lost, nothing waits for a year, the screen still locks, and who must know is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.access.refusals import WaitAfterWrongPasswords, WrongPassword
from app.core.clock import SetClock
from app.counter.payments.asked import TakePayment
from app.counter.refusals import ClockIsBehind, ShiftLeftOpen
from app.office import Office
from app.store.backup_file import Why, backups_in
from tests.closing import close_shift
from tests.conftest import MORNING
from tests.counter_screen.counter_window import open_counter
from tests.office_builder import CASHIER_PASSWORD, OfficeBuilder
from tests.stories.faults.bills import labels
from ui.shell.idle_watch import IdleWatch

DAY_BACK, YEAR_AHEAD = timedelta(days=-1), timedelta(days=366)
JUMPS = pytest.mark.parametrize("jump", [DAY_BACK, YEAR_AHEAD])


@JUMPS
def test_the_office_opens_signs_in_and_its_books_are_whole(place: Path, jump: timedelta) -> None:
    office = Office.open(place, SetClock(MORNING + jump))
    assert office.sign_in("王敏", CASHIER_PASSWORD).name == "王敏"
    assert [finding.truth for finding in office.verify() if finding.breaches] == []
    office.close()


@JUMPS
def test_it_jumps_while_the_window_is_open_and_what_was_written_stays_in_its_order(
    story: OfficeBuilder, asked: TakePayment, jump: timedelta
) -> None:
    known = labels(story)
    story.clock.set(MORNING + jump)
    story.office.drafts.save(story.cashier, "counter", {"received": "12.30"})
    with pytest.raises(ClockIsBehind if jump == DAY_BACK else ShiftLeftOpen):
        story.office.payments.take(story.cashier, asked)
    close_shift(story.office, story.cashier)
    story.open_shift()
    asked = replace(story.asked(asked.unit_id), clock_accepted=True)
    taken = story.office.payments.take(story.cashier, asked)
    assert labels(story) == [*known, taken.label]
    story.clock.set(MORNING + timedelta(hours=1))
    draft = story.office.drafts.find(story.cashier, "counter")
    assert draft is not None
    assert draft.content == {"received": "12.30"}
    assert story.breaches() == []


def test_nobody_is_shut_out_by_a_clock_that_was_put_back(story: OfficeBuilder) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassword):
            story.office.sign_in("王敏", "wrong")
    story.clock.set(MORNING + DAY_BACK)
    with pytest.raises(WaitAfterWrongPasswords) as told:
        story.office.sign_in("王敏", CASHIER_PASSWORD)
    story.clock.advance(seconds=told.value.seconds)
    assert story.office.sign_in("王敏", CASHIER_PASSWORD).name == "王敏"


def test_a_backup_of_a_year_ahead_does_not_stand_for_those_of_a_year(story: OfficeBuilder) -> None:
    backups = story.office.backups
    story.clock.set(MORNING + YEAR_AHEAD)
    backups.make(Why.DAILY)
    story.clock.set(MORNING)
    assert backups.is_due()
    backups.make(Why.DAILY)
    assert not backups.is_due()
    assert backups.last_proven() == MORNING
    story.clock.advance(days=1)
    assert backups.is_due()


def test_rotation_never_takes_the_backup_that_was_just_made(story: OfficeBuilder) -> None:
    backups = story.office.backups
    story.clock.set(MORNING + YEAR_AHEAD)
    for _ in range(3):
        backups.make(Why.DAILY)
        story.clock.advance(days=1)
    story.clock.set(MORNING)
    (made, *_) = backups.make(Why.DAILY)
    assert made.file in [path for _, path in backups_in(story.office.store.folder.backups, backups.office)]


def test_the_screen_that_nobody_touches_locks_in_time_after_the_clock_was_put_back(
    story: OfficeBuilder, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = IdleWatch(window, window, story.clock)
    story.clock.set(MORNING + DAY_BACK)
    assert not watch.is_idle(10)
    story.clock.advance(minutes=9)
    assert not watch.is_idle(10)
    story.clock.advance(minutes=1)
    assert watch.is_idle(10)
    assert watch.rests()


@JUMPS
def test_the_counter_says_that_the_clock_may_be_wrong_before_money_is_taken_and_stops_once_it_is_right(
    qapp: QApplication, story: OfficeBuilder, jump: timedelta
) -> None:
    story.clock.set(MORNING + jump)
    counter = open_counter(story)
    flow = counter.page.flow
    assert f"{MORNING:%Y-%m-%d %H:%M}" in flow.empty.note.text()
    counter.keys.type("11201")
    counter.keys.press("Return")
    assert f"{MORNING + jump:%Y-%m-%d %H:%M}" in flow.desk.sheet.bar.text()
    story.clock.set(MORNING + timedelta(hours=1))
    counter.context.changes.announce("counter", by=counter)
    assert "clock" not in f"{flow.desk.sheet.bar.text()} {flow.empty.note.text()}"
    assert "R-000001" in flow.desk.sheet.bar.text()
    counter.close()


@pytest.mark.parametrize("later", [timedelta(minutes=-2), timedelta(0), timedelta(days=31)])
def test_a_closed_week_or_a_minute_put_right_is_no_doubt(story: OfficeBuilder, later: timedelta) -> None:
    story.clock.set(MORNING + later)
    assert story.office.payments.clock_doubt() is None

"""The day list: the rhythm of the office, ticked once with name and time, edited without touching past days."""

from datetime import date, datetime, time

import pytest

from app.access.refusals import NotPermitted
from app.duty.log.kinds import EntryKind
from app.duty.refusals import DayTaskExists, DutyTextMissing, NoWeekday, TickedBefore, TickTakenOff
from tests.office_builder import OfficeBuilder

EVERY_DAY = frozenset(range(7))


def test_an_office_begins_at_8_20_and_ends_at_17_30(desk: OfficeBuilder) -> None:
    clocks = [line.task.clock for line in desk.office.day_list.of_day()]
    assert (clocks[0], clocks[-1]) == ("08:20", "17:30")
    assert clocks == sorted(clocks)


def test_what_is_ticked_says_who_and_when_and_comes_anew_tomorrow(desk: OfficeBuilder) -> None:
    first = desk.office.day_list.of_day()[0]
    assert first.is_late(desk.clock.now())
    desk.office.day_list.tick(desk.cashier, first.task.id)
    (tick,) = [line.tick for line in desk.office.day_list.of_day() if line.tick]
    assert (tick.who, tick.at) == ("王敏", datetime(2026, 11, 20, 9))
    desk.clock.set(datetime(2026, 11, 21, 9))
    assert not any(line.tick for line in desk.office.day_list.of_day())


def test_two_people_do_not_tick_the_same_thing_twice(desk: OfficeBuilder) -> None:
    first = desk.office.day_list.of_day()[0].task.id
    desk.office.day_list.tick(desk.cashier, first)
    with pytest.raises(TickedBefore):
        desk.office.day_list.tick(desk.supervisor, first)


def test_a_tick_taken_off_stays_as_a_line_of_the_log(desk: OfficeBuilder) -> None:
    first = desk.office.day_list.of_day()[0].task
    made = desk.office.day_list.tick(desk.cashier, first.id)
    desk.office.day_list.undo(desk.cashier, made)
    assert desk.office.day_list.of_day()[0].tick is None
    (line,) = desk.office.duty_log.recent()
    assert (line.kind, line.facts["task"]) == (EntryKind.TICK_OFF, first.name)
    with pytest.raises(TickTakenOff):
        desk.office.day_list.undo(desk.cashier, made)
    desk.office.day_list.tick(desk.cashier, first.id)


def test_an_entry_comes_on_its_weekdays_only(desk: OfficeBuilder) -> None:
    desk.office.day_list.add(desk.supervisor, "周五盘点钥匙", time(16, 30), frozenset({4}))
    friday, saturday = date(2026, 11, 20), date(2026, 11, 21)
    assert "周五盘点钥匙" in [line.task.name for line in desk.office.day_list.of_day(friday)]
    assert "周五盘点钥匙" not in [line.task.name for line in desk.office.day_list.of_day(saturday)]


def test_an_edited_entry_leaves_past_days_as_they_were(desk: OfficeBuilder) -> None:
    first = desk.office.day_list.of_day()[0].task
    desk.office.day_list.tick(desk.cashier, first.id)
    desk.clock.set(datetime(2026, 11, 21, 9))
    desk.office.day_list.change(desk.supervisor, first.id, "到岗", time(8, 30), EVERY_DAY)
    past = desk.office.day_list.of_day(date(2026, 11, 20))[0]
    assert (past.task.name, past.tick is not None) == (first.name, True)
    assert desk.office.day_list.of_day()[0].task.name == "到岗"
    assert "到岗" not in [line.task.name for line in desk.office.day_list.of_day(date(2026, 11, 20))]


def test_a_retired_entry_is_gone_from_tomorrow_and_no_tick_is_lost(desk: OfficeBuilder) -> None:
    first = desk.office.day_list.of_day()[0].task
    desk.office.day_list.tick(desk.cashier, first.id)
    desk.office.day_list.retire(desk.supervisor, first.id)
    assert first.name in [line.task.name for line in desk.office.day_list.of_day()]  # ticked today
    desk.clock.set(datetime(2026, 11, 21, 9))
    assert first.name not in [line.task.name for line in desk.office.day_list.of_day()]


def test_impossible_entries_are_refused(desk: OfficeBuilder) -> None:
    day_list = desk.office.day_list
    with pytest.raises(DutyTextMissing):
        day_list.add(desk.supervisor, " ", time(9), EVERY_DAY)
    with pytest.raises(NoWeekday):
        day_list.add(desk.supervisor, "盘点", time(9), frozenset())
    day_list.add(desk.supervisor, "盘点", time(9), EVERY_DAY)
    with pytest.raises(DayTaskExists):
        day_list.add(desk.supervisor, "盘点", time(9), EVERY_DAY)
    with pytest.raises(NotPermitted):
        day_list.add(desk.cashier, "盘点", time(10), EVERY_DAY)

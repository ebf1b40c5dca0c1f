"""The list of what was: what runs first, drills apart, and what is still to be gone over until it is."""

from datetime import date, datetime

import pytest

from app.incidents.journal.figures import kind_figures, years_of
from app.incidents.journal.rows import JournalState, Shown
from app.incidents.refusals import IncidentUnknown
from tests.incidents.reports.stuck_lift import MINUTES, StuckLift

TODAY = date(2026, 11, 20)


def test_i26_what_is_closed_stands_among_the_unreviewed_until_it_was_gone_over(house: StuckLift) -> None:
    journal, stuck = house.office.incident_journal, house.closed()
    assert [row.id for row in journal.rows(Shown.TO_REVIEW)] == [stuck]
    assert journal.row(stuck).state(TODAY) is JournalState.TO_REVIEW
    assert journal.row(stuck).review_on == date(2026, 11, 23)
    assert journal.row(stuck).state(date(2026, 11, 24)) is JournalState.REVIEW_LATE
    house.office.incident_reports.review(house.supervisor, stuck, MINUTES)
    assert journal.rows(Shown.TO_REVIEW) == ()
    assert journal.row(stuck).state(TODAY) is JournalState.REVIEWED


def test_i4_drills_stand_apart_and_are_never_counted_among_incidents(house: StuckLift) -> None:
    real, drill = house.closed(), house.closed(is_drill=True)
    journal = house.office.incident_journal
    assert [row.id for row in journal.rows(Shown.REAL)] == [real]
    assert [row.id for row in journal.rows(Shown.DRILLS)] == [drill]
    assert journal.row(drill).state(TODAY) is JournalState.PLAYED
    assert [row.id for row in journal.rows(Shown.TO_REVIEW)] == [real]
    assert journal.counts() == {Shown.REAL: 1, Shown.TO_REVIEW: 1, Shown.DRILLS: 1, Shown.ALL: 2}
    (kind,) = kind_figures(journal.rows(Shown.ALL), 2026)
    assert (kind.real, kind.drills, kind.months[10], kind.minutes) == (1, 1, 1, 69)
    assert kind_figures(journal.rows(Shown.ALL), 2025) == ()
    assert years_of(journal.rows(Shown.ALL), date(2027, 1, 1)) == (2027, 2026)


def test_what_runs_stands_first(house: StuckLift) -> None:
    closed = house.closed()
    house.set_clock.set(datetime(2026, 11, 19, 8))
    runs = house.office.incidents.start(house.cashier, house.incident("fire"))
    rows = house.office.incident_journal.rows()
    assert [(row.id, row.state(TODAY)) for row in rows] == [
        (runs, JournalState.RUNS),
        (closed, JournalState.TO_REVIEW),
    ]


def test_what_is_not_there_is_refused(house: StuckLift) -> None:
    with pytest.raises(IncidentUnknown):
        house.office.incident_journal.row(7)


def test_i27_the_time_of_each_step_is_shown_over_past_runs_and_drills(house: StuckLift) -> None:
    house.closed()
    house.closed(is_drill=True)
    times = {one.step: one for one in house.office.incident_journal.step_times(house.cashier, "lift-entrapment")}
    assert (times["call-maintainer"].runs, times["call-maintainer"].usual) == (2, 60)
    assert (times["guard"].usual, times["guard"].late) == (60, 0)
    assert times["maintainer-in"].usual == 0  # settled in the same minute as the one before


def test_i27_a_step_that_is_often_late_is_marked_for_revision(house: StuckLift) -> None:
    for _ in range(2):
        stuck = house.stuck()
        house.wait(4)
        house.office.incidents.tick(house.cashier, stuck, "guard", {"guard-person": "吴放", "guard-floor": "8"})
        house.close(stuck)
    times = {one.step: one for one in house.office.incident_journal.step_times(house.cashier, "lift-entrapment")}
    assert (times["guard"].late, times["guard"].longest, times["guard"].revise) == (2, 240, True)


def test_i27_a_step_that_is_often_left_is_marked_for_revision(house: StuckLift) -> None:
    house.closed()
    once = {one.step: one for one in house.office.incident_journal.step_times(house.cashier, "lift-entrapment")}
    assert once["save-video"].left == 1
    assert not once["save-video"].revise  # once is an accident
    house.closed(is_drill=True)
    twice = {one.step: one for one in house.office.incident_journal.step_times(house.cashier, "lift-entrapment")}
    assert twice["save-video"].revise
    assert not twice["how-many"].revise
    assert twice["how-many"].longest == 0


def test_a_plan_that_never_ran_has_no_times(house: StuckLift) -> None:
    times = house.office.incident_journal.step_times(house.cashier, "fire")
    assert {one.runs for one in times} == {0}
    assert not any(one.revise for one in times)

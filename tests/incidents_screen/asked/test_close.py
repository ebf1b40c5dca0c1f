"""The end: result and times, a named reason for every critical step that was left, and the day of the review."""

from datetime import date

import pytest

from app.incidents.plans.plan import Severity
from app.incidents.running.entry import EntryKind
from tests.incidents_screen.night import OpenNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder

_REASON = (*"false alarm", "Alt+S")


def closed(desk: NightDesk) -> dict[str, object]:
    """What the last line of the log keeps of the end."""
    (line,) = desk.lines(EntryKind.CLOSED)
    told: dict[str, object] = line.facts["closing"]
    return told


def test_i6_i24_missing_critical_steps_are_listed_and_nothing_closes_without_a_reason(desk: NightDesk) -> None:
    with desk.keys.when_asked("F9", "Escape"):
        desk.keys.press("Alt+E")
    assert desk.lines(EntryKind.CLOSED) == []


def test_i24_one_reason_may_stand_for_all_and_the_result_closes_it(desk: NightDesk) -> None:
    left = {one.step.id for one in desk.view().progress.unsettled_critical}
    with desk.keys.when_asked(*_REASON, *"all out", "F9"):
        desk.keys.press("Alt+E")
    (line,) = desk.lines(EntryKind.CLOSED)
    assert line.facts["reasons"] == dict.fromkeys(left, "false alarm")
    assert closed(desk)["result"] == "all out"


def test_i24_without_a_result_nothing_is_closed(desk: NightDesk) -> None:
    with desk.keys.when_asked(*_REASON, "F9", "Escape"):
        desk.keys.press("Alt+E")
    assert desk.lines(EntryKind.CLOSED) == []


def test_i24_times_people_damage_and_costs_stand_with_it(desk: NightDesk) -> None:
    fields = (*"ok", "Return", *"19:50", "Return", "Return", *"0", "Return", *"door", "Return", *"relay", "Return")
    with desk.keys.when_asked(*_REASON, *fields, "Return", *"120", "F9"):
        desk.keys.press("Alt+E")
    told = closed(desk)
    assert told["contained_at"] == "2026-11-20T19:50:00"
    assert (told["hurt"], told["damage"], told["cause"], told["costs"]) == (0, "door", "relay", 12000)


def test_i24_bodies_that_were_reached_are_filled_in(desk: NightDesk) -> None:
    desk.press("Alt+1", "1")
    with desk.keys.when_asked(*_REASON, *"ok", "F9"):
        desk.keys.press("Alt+E")
    assert closed(desk)["bodies"] == "Fire and rescue"


@pytest.mark.parametrize(
    ("severity", "day"), [(Severity.HIGH, date(2026, 11, 23)), (Severity.NORMAL, date(2026, 11, 27))]
)
def test_i26_the_review_is_proposed_in_three_days_or_five_workdays(
    office: OfficeBuilder, desks: OpenNight, severity: Severity, day: date
) -> None:
    office.office.incidents.change_severity(office.cashier, 1, severity)
    desk = desks(office)
    with desk.keys.when_asked(*_REASON, *"ok", "F9"):
        desk.keys.press("Alt+E")
    assert closed(desk)["review_on"] == day.isoformat()


def test_enter_never_closes_an_incident(desk: NightDesk) -> None:
    with desk.keys.when_asked(*_REASON, *"ok", *(["Return"] * 12), "Escape"):
        desk.keys.press("Alt+E")
    assert desk.lines(EntryKind.CLOSED) == []


def test_what_was_typed_before_esc_stands_there_again(desk: NightDesk) -> None:
    with desk.keys.when_asked(*_REASON, *"all well", "Escape"):
        desk.keys.press("Alt+E")
    with desk.keys.when_asked("F9"):
        desk.keys.press("Alt+E")
    assert closed(desk)["result"] == "all well"

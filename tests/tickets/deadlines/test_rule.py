"""What is promised before the office changes it, and what can be promised at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tickets.deadlines.edits import ChainEdit, HoursEdit, check_edit
from app.tickets.deadlines.promise_facts import rule_facts, rule_of
from app.tickets.deadlines.refusals import (
    ChainWithoutClose,
    ClockRunsAlways,
    ClockTwice,
    LimitOutOfBounds,
    LimitUnreadable,
    WorkdaysNeedTheirCalendar,
)
from app.tickets.deadlines.rule import CalendarName, ClockRule, clock_rule, parse_limit, shipped_chain
from app.tickets.kinds import ClockName, ServiceClass, TicketKind
from tests.tickets.deadlines.any_promise import NINE_TO_FIVE, rules

CLOSE = clock_rule(ClockName.CLOSE, "7wd", CalendarName.WORKDAYS)


def chain(kind: TicketKind, service_class: ServiceClass = ServiceClass.NORMAL) -> list[str]:
    return [f"{one.name} {one.limit} {one.calendar}" for one in shipped_chain(kind, service_class)]


@pytest.mark.parametrize(
    ("kind", "promised"),
    [
        (TicketKind.REPAIR, ["contact 30min clock", "close 7wd workdays"]),
        (
            TicketKind.COMPLAINT,
            ["review 1h staffed", "contact 24h clock", "answer 48h clock", "close 7wd workdays"],
        ),
        (
            TicketKind.SUGGESTION,
            ["review 1h staffed", "contact 24h clock", "answer 48h clock", "close 7wd workdays"],
        ),
        (TicketKind.ENQUIRY, ["answer 24h clock", "close 7wd workdays"]),
        (TicketKind.TASK, ["close 7wd workdays"]),
        (TicketKind.FEE_DISPUTE, ["contact 24h clock", "close 7wd workdays"]),
    ],
)
@pytest.mark.parametrize("service_class", [one for one in ServiceClass if one is not ServiceClass.EMERGENCY], ids=str)
def test_the_shipped_chain_takes_the_stricter_rule(
    kind: TicketKind, service_class: ServiceClass, promised: list[str]
) -> None:
    assert chain(kind, service_class) == promised


def test_an_emergency_is_promised_round_the_clock() -> None:
    assert chain(TicketKind.REPAIR, ServiceClass.EMERGENCY) == ["contact 30min clock", "close 4h clock"]
    assert chain(TicketKind.COMPLAINT, ServiceClass.EMERGENCY) == [
        "review 1h clock",
        "contact 24h clock",
        "answer 48h clock",
        "close 168h clock",
    ]


@pytest.mark.parametrize("kind", TicketKind)
@pytest.mark.parametrize("service_class", ServiceClass)
def test_every_shipped_chain_is_one_that_could_be_edited_to(kind: TicketKind, service_class: ServiceClass) -> None:
    check_edit(ChainEdit(kind, service_class, shipped_chain(kind, service_class)))


@pytest.mark.parametrize(("text", "limit"), [("30min", "30min"), (" 24 H ", "24h"), ("７wd", "7wd"), ("01h", "1h")])
def test_a_limit_is_read_as_it_is_typed(text: str, limit: str) -> None:
    assert str(parse_limit(text)) == limit


@pytest.mark.parametrize("text", ["", "h", "1.5h", "-1h", "30", "30 seconds", "一小时", "9999999h"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(LimitUnreadable):
        parse_limit(text)


@pytest.mark.parametrize("text", ["0min", "0wd", "10081min", "2161h", "121wd"])
def test_a_limit_of_nothing_or_of_years_is_refused(text: str) -> None:
    with pytest.raises(LimitOutOfBounds):
        parse_limit(text)


@pytest.mark.parametrize("calendar", [CalendarName.CLOCK, CalendarName.STAFFED])
def test_workdays_are_counted_in_their_own_calendar_only(calendar: CalendarName) -> None:
    with pytest.raises(WorkdaysNeedTheirCalendar):
        clock_rule(ClockName.CLOSE, "7wd", calendar)


def test_a_chain_times_each_step_once_and_promises_an_end() -> None:
    with pytest.raises(ClockTwice):
        check_edit(ChainEdit(TicketKind.TASK, ServiceClass.NORMAL, (CLOSE, CLOSE)))
    with pytest.raises(ChainWithoutClose):
        check_edit(ChainEdit(TicketKind.TASK, ServiceClass.NORMAL, ()))


def test_round_the_clock_has_no_hours_to_edit() -> None:
    with pytest.raises(ClockRunsAlways):
        check_edit(HoursEdit(CalendarName.CLOCK, NINE_TO_FIVE))


@given(rules())
def test_a_rule_is_read_back_from_its_facts(rule: ClockRule) -> None:
    assert rule_of(rule_facts(rule)) == rule


@given(st.text(max_size=8))
def test_any_text_is_a_limit_or_refused(text: str) -> None:
    try:
        limit = parse_limit(text)
    except (LimitUnreadable, LimitOutOfBounds):
        return
    assert parse_limit(str(limit)) == limit

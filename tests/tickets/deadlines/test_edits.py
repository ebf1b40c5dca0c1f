"""Editing rules, hours and holiday years: what was promised stays, unless the office agrees to every change."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from sqlalchemy import select

from app.access.refusals import NotPermitted
from app.access.tables import audit
from app.core.clock import SetClock
from app.core.open_hours import WeekHours
from app.core.shipped_holidays import shipped_years
from app.core.workdays import HolidayYear, NamedDay
from app.store.store import Store
from app.tickets.deadlines.clock_conditions import is_owed
from app.tickets.deadlines.clocks import explain_clock
from app.tickets.deadlines.deadlines import Deadlines
from app.tickets.deadlines.edits import ChainEdit, DueChange, HoursEdit, NothingNew, YearEdit
from app.tickets.deadlines.hours_text import parse_week
from app.tickets.deadlines.refusals import ChainWithoutClose, DeadlinesMovedMeanwhile
from app.tickets.deadlines.rule import CalendarName, ClockRule, clock_rule, shipped_chain
from app.tickets.kinds import ClockName, EntryKind, ServiceClass, State, TicketKind
from app.tickets.tables import deadline_rule, ticket_clock, ticket_entry
from tests.tickets.deadlines.any_promise import at
from tests.tickets.deadlines.small_tickets import CASHIER, SUPERVISOR, Desk

REPAIR, COMPLAINT, NORMAL = TicketKind.REPAIR, TicketKind.COMPLAINT, ServiceClass.NORMAL
CONTACT, CLOSE, REVIEW = ClockName.CONTACT, ClockName.CLOSE, ClockName.REVIEW
NOTICE = HolidayYear(2027, tuple(NamedDay(date(2027, 1, n), "元旦", is_off=True) for n in (1, 2, 3, 4)), "notice")
FAST = clock_rule(CLOSE, "3wd", CalendarName.WORKDAYS)
VISIT = clock_rule(CONTACT, "30min", CalendarName.CLOCK)


@pytest.fixture
def deadlines(store: Store, clock: SetClock) -> Deadlines:
    return Deadlines(store, clock)


def repairs(*chain: ClockRule) -> ChainEdit:
    return ChainEdit(REPAIR, NORMAL, chain)


def nine_to_four() -> WeekHours:
    return parse_week(["9:00-16:00"] * 5 + ["", ""], "", "9:00-16:00")


def told(changes: Sequence[DueChange]) -> list[tuple[str, str, str, str]]:
    return [(one.number, one.clock.value, short(one.before), short(one.after)) for one in changes]


def short(moment: datetime | None) -> str:
    return "-" if moment is None else f"{moment:%m-%d %H:%M}"


def test_every_kind_and_class_has_a_chain_and_none_is_the_offices_own_at_first(deadlines: Deadlines) -> None:
    chains = {one.key: one for one in deadlines.chains()}
    assert len(chains) == len(TicketKind) * len(ServiceClass)
    assert not any(one.is_own for one in chains.values())
    assert chains[REPAIR, NORMAL].chain == shipped_chain(REPAIR, NORMAL)


def test_t16_a_new_rule_counts_for_new_tickets_only_unless_agreed(deadlines: Deadlines, desk: Desk) -> None:
    before = desk.ticket("2026-11-20 09:00")
    deadlines.apply(SUPERVISOR, repairs(VISIT, FAST))
    after = desk.ticket("2026-11-20 09:00")
    assert (before.due(), after.due()) == (at("2026-12-01 17:30"), at("2026-11-25 17:30"))
    assert next(one for one in deadlines.chains() if one.key == (REPAIR, NORMAL)).is_own


def test_t16_the_preview_names_the_tickets_that_would_change_and_stores_nothing(
    deadlines: Deadlines, desk: Desk, store: Store
) -> None:
    taken = desk.ticket("2026-11-20 09:00")
    desk.ticket("2026-11-20 09:05", COMPLAINT)  # of another kind
    desk.ticket("2026-11-20 09:10").goes(State.DONE, "2026-11-20 09:20")  # kept already
    desk.ticket("2026-11-20 09:15").goes(State.CANCELLED, "2026-11-20 09:20")
    changes = deadlines.preview(SUPERVISOR, repairs(VISIT, FAST))
    assert told(changes) == [("261120-001", "close", "12-01 17:30", "11-25 17:30")]
    assert changes[0].where == "3 栋大堂"
    assert taken.due() == at("2026-12-01 17:30")
    with store.reading() as connection:
        assert connection.execute(select(deadline_rule)).all() == []


def test_t16_what_was_agreed_to_is_changed_and_stands_in_the_timeline(
    deadlines: Deadlines, desk: Desk, store: Store
) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.CONTACTED, "2026-11-20 09:10")
    edit = repairs(VISIT, FAST)
    deadlines.apply(SUPERVISOR, edit, deadlines.preview(SUPERVISOR, edit))
    assert taken.due() == at("2026-11-25 17:30")
    with store.reading() as connection:
        entry = connection.execute(select(ticket_entry).where(ticket_entry.c.kind == EntryKind.DEADLINE.value)).one()
        kept = connection.execute(select(audit).where(audit.c.action == "change_deadlines")).one()
    assert (entry.state, entry.by) == ("contacted", SUPERVISOR.id)
    assert entry.facts == {"clock": "close", "before": "2026-12-01T17:30:00", "after": "2026-11-25T17:30:00"}
    assert (kept.facts["tickets"], kept.facts["old"][1]["limit"], kept.facts["new"][1]["limit"]) == (1, "7wd", "3wd")


def test_a_pause_under_way_and_those_before_are_kept_by_a_new_rule(deadlines: Deadlines, desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.WAITING_PARTS, "2026-11-20 10:00")
    taken.goes(State.IN_WORK, "2026-11-20 11:00").goes(State.WAITING_PARTS, "2026-11-23 10:00")
    edit = repairs(VISIT, FAST)
    deadlines.apply(SUPERVISOR, edit, deadlines.preview(SUPERVISOR, edit))
    taken.goes(State.IN_WORK, "2026-11-23 10:30")
    assert taken.due() == at("2026-11-26 10:00")


def test_a_clock_that_a_new_chain_has_not_is_dropped_and_one_that_it_adds_runs_from_the_start(
    deadlines: Deadlines, desk: Desk, store: Store
) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.REVIEWED, "2026-11-20 09:10")
    close = clock_rule(CLOSE, "7wd", CalendarName.WORKDAYS)
    edit = repairs(clock_rule(REVIEW, "2h", CalendarName.STAFFED), close)
    changes = deadlines.preview(SUPERVISOR, edit)
    assert told(changes) == [
        ("261120-001", "contact", "11-20 09:30", "-"),
        ("261120-001", "review", "-", "11-20 11:00"),
    ]
    deadlines.apply(SUPERVISOR, edit, changes)
    clocks = taken.clocks("2026-11-20 09:30")
    assert set(clocks) == {REVIEW, CLOSE}
    with store.reading() as connection:
        owed = connection.execute(select(ticket_clock.c.name).where(is_owed())).scalars().all()
    assert owed == ["close"]
    assert clocks[REVIEW].met_at == at("2026-11-20 09:10")
    again = repairs(VISIT, close)
    deadlines.apply(SUPERVISOR, again, deadlines.preview(SUPERVISOR, again))
    assert set(taken.clocks("2026-11-20 09:30")) == {REVIEW, CONTACT, CLOSE}


def test_tickets_that_moved_since_the_preview_are_not_changed_unseen(
    deadlines: Deadlines, desk: Desk, store: Store
) -> None:
    edit = repairs(VISIT, FAST)
    desk.ticket("2026-11-20 09:00")
    agreed = deadlines.preview(SUPERVISOR, edit)
    late = desk.ticket("2026-11-20 09:10")
    with pytest.raises(DeadlinesMovedMeanwhile) as refused:
        deadlines.apply(SUPERVISOR, edit, agreed)
    assert refused.value.tickets == 2
    assert late.due() == at("2026-12-01 17:30")
    with store.reading() as connection:
        assert connection.execute(select(deadline_rule)).all() == []


def test_other_hours_move_only_the_clocks_of_their_calendar(deadlines: Deadlines, desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", COMPLAINT)
    edit = HoursEdit(CalendarName.WORKDAYS, nine_to_four())
    changes = deadlines.preview(SUPERVISOR, edit)
    assert told(changes) == [("261120-001", "close", "12-01 17:30", "12-01 16:00")]
    deadlines.apply(SUPERVISOR, edit, changes)
    assert taken.due() == at("2026-12-01 16:00")
    assert deadlines.hours()[CalendarName.WORKDAYS] == nine_to_four()


def test_a_ticket_that_keeps_its_promise_is_reckoned_by_the_hours_of_its_promise(
    deadlines: Deadlines, desk: Desk, store: Store
) -> None:
    taken = desk.ticket("2026-11-20 09:00")
    deadlines.apply(SUPERVISOR, HoursEdit(CalendarName.WORKDAYS, nine_to_four()))
    taken.goes(State.WAITING_PARTS, "2026-11-20 16:30").goes(State.IN_WORK, "2026-11-20 17:00")
    assert taken.due() == at("2026-12-02 09:00")  # half an hour more, by the hours until half past five
    with store.reading() as connection:
        why = explain_clock(connection, taken.clock("2026-11-20 17:00").id, at("2026-11-20 17:00"))
    assert why.reckoned.due_at == taken.due()


def test_a_missing_year_is_entered_and_open_tickets_follow_when_agreed(
    deadlines: Deadlines, desk: Desk, clock: SetClock
) -> None:
    clock.set(at("2026-12-25 10:00"))
    taken = desk.ticket("2026-12-25 10:00")
    assert taken.due() == at("2027-01-06 17:30")
    assert deadlines.missing_years() == (2027,)
    changes = deadlines.preview(SUPERVISOR, YearEdit(NOTICE))
    assert told(changes) == [("261225-001", "close", "01-06 17:30", "01-07 17:30")]
    deadlines.apply(SUPERVISOR, YearEdit(NOTICE), changes)
    assert taken.due() == at("2027-01-07 17:30")
    assert deadlines.missing_years() == ()
    assert [(one.year.year, one.is_own) for one in deadlines.years()] == [
        (2024, False),
        (2025, False),
        (2026, False),
        (2027, True),
    ]


def test_open_tickets_can_follow_later_what_counts_already(deadlines: Deadlines, desk: Desk, clock: SetClock) -> None:
    clock.set(at("2026-12-25 10:00"))
    taken = desk.ticket("2026-12-25 10:00")
    deadlines.apply(SUPERVISOR, YearEdit(NOTICE))
    assert taken.due() == at("2027-01-06 17:30")
    deadlines.apply(SUPERVISOR, NothingNew(), deadlines.preview(SUPERVISOR, NothingNew()))
    assert taken.due() == at("2027-01-07 17:30")
    assert deadlines.preview(SUPERVISOR, NothingNew()) == ()


def test_the_offices_own_year_counts_before_the_shipped_one(deadlines: Deadlines, desk: Desk) -> None:
    shipped = next(one for one in shipped_years() if one.year == 2026)
    extra = HolidayYear(2026, (*shipped.days, NamedDay(date(2026, 11, 23), "停业", is_off=True)), "own")
    deadlines.apply(SUPERVISOR, YearEdit(extra))
    assert desk.ticket("2026-11-20 09:00").due() == at("2026-12-02 17:30")


@pytest.mark.parametrize(
    ("today", "taken", "missing"),
    [
        ("2026-11-20 09:00", None, ()),
        ("2026-12-01 09:00", None, (2027,)),  # by then the notice is out
        ("2026-11-20 09:00", "2026-12-24 09:00", (2027,)),
        ("2028-03-01 09:00", None, (2028,)),
    ],
)
def test_a_year_is_missed_when_a_deadline_reaches_into_it_or_its_notice_must_be_out(
    deadlines: Deadlines, desk: Desk, clock: SetClock, today: str, taken: str | None, missing: tuple[int, ...]
) -> None:
    clock.set(at(today))
    if taken:
        desk.ticket(taken)
    assert deadlines.missing_years() == missing


def test_only_who_manages_tickets_edits_deadlines(deadlines: Deadlines) -> None:
    with pytest.raises(NotPermitted):
        deadlines.preview(CASHIER, repairs(VISIT, FAST))
    with pytest.raises(NotPermitted):
        deadlines.apply(CASHIER, repairs(VISIT, FAST))


def test_a_chain_without_an_end_is_refused_before_anything_is_stored(deadlines: Deadlines) -> None:
    with pytest.raises(ChainWithoutClose):
        deadlines.apply(SUPERVISOR, repairs(VISIT))
    assert not any(one.is_own for one in deadlines.chains())


def test_clocks_and_reasons_are_read_through_the_service(deadlines: Deadlines, desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 08:50")
    clocks = deadlines.clocks([taken.id])[taken.id]
    assert [one.name for one in clocks] == [CONTACT, CLOSE]
    assert clocks[0].reckoned.left_minutes == 20
    assert deadlines.explain(clocks[1].id).rule.limit.count == 7

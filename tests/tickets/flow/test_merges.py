from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.tickets.changes.many import Seen
from app.tickets.entry.new_ticket import Caller, new_client_id
from app.tickets.events.mass_events import NewEvent
from app.tickets.fields import Field
from app.tickets.flow import moves_from
from app.tickets.kinds import GONE, ContactWay, Priority, ServiceClass, State, TicketKind
from app.tickets.moves.asked import Contact, GiveOut, MoveTo
from app.tickets.refusals import (
    ChangedElsewhere,
    EventNotMerged,
    MergedTooLongAgo,
    MergedWithItself,
    NotMerged,
    TicketMerged,
    TicketOver,
)
from tests.tickets.flow.test_undo import as_it_was
from tests.tickets.flow.ticket_office import TicketOffice


def merge(desk: TicketOffice, source: int, target: int) -> Any:
    return desk.office.ticket_merges.merge(desk.cashier, (Seen(source),), target, "同一处漏水")


def test_a_merged_ticket_points_to_the_other_and_promises_nothing(desk: TicketOffice) -> None:
    one, other = desk.reported("漏水"), desk.reported("天花板滴水")
    merge(desk, one, other)
    assert (desk.state(one), desk.row(one)["merged_into"]) == (State.MERGED, other)
    assert all(clock["dropped_at"] or clock["met_at"] for clock in desk.clocks(one))
    assert (desk.told(one)[-1], desk.told(other)[-1]) == ("merged:merged", "took_in:reported")


def test_t22_a_merged_ticket_is_only_read(desk: TicketOffice) -> None:
    one, other = desk.reported("漏水"), desk.reported("天花板滴水")
    merge(desk, one, other)
    office, who = desk.office, desk.cashier
    attempts = (
        lambda: office.ticket_moves.move(who, one, None, MoveTo(State.IN_WORK)),
        lambda: office.ticket_moves.reopen(who, one, None, "又漏了", new_client_id()),
        lambda: office.ticket_changes.change(who, one, None, {Field.PRIORITY: Priority.LOW}),
        lambda: office.ticket_notes.note(who, one, "说明"),
        lambda: office.tickets.add_reporter(who, one, Caller("李秀英")),
        lambda: merge(desk, one, other),
        lambda: merge(desk, other, one),
    )
    for attempt in attempts:
        with pytest.raises(TicketMerged) as refused:
            attempt()
        assert refused.value.other == "261120-002"


def test_t22_parting_within_a_week_makes_it_what_it_was(desk: TicketOffice) -> None:
    one, other = desk.reported("漏水"), desk.reported("天花板滴水")
    desk.moves(one, State.ASSIGNED, State.WAITING_PARTS)
    before = as_it_was(desk, one)
    merge(desk, one, other)
    desk.at("2026-11-27 09:00")
    desk.office.ticket_merges.part(desk.cashier, one)
    assert as_it_was(desk, one) == before
    assert (desk.told(one)[-1], desk.told(other)[-1]) == ("parted:waiting_parts", "parted:reported")


def test_t22_after_a_week_they_stay_one(desk: TicketOffice) -> None:
    one, other = desk.reported("漏水"), desk.reported("天花板滴水")
    merge(desk, one, other)
    desk.at("2026-11-27 09:01")
    with pytest.raises(MergedTooLongAgo):
        desk.office.ticket_merges.part(desk.cashier, one)


def test_undo_of_a_merge_parts_them(desk: TicketOffice) -> None:
    one, two, other = desk.reported("漏水"), desk.reported("滴水"), desk.reported("天花板滴水")
    before = as_it_was(desk, one), as_it_was(desk, two)
    step = desk.office.ticket_merges.merge(desk.cashier, (Seen(one), Seen(two)), other)
    desk.office.ticket_undo.undo(desk.cashier, step)
    assert (as_it_was(desk, one), as_it_was(desk, two)) == before


def test_a_chain_of_merges_is_parted_link_by_link(desk: TicketOffice) -> None:
    one, two, three = desk.reported("漏水"), desk.reported("滴水"), desk.reported("积水")
    merge(desk, one, two)
    middle = as_it_was(desk, two)
    merge(desk, two, three)
    desk.office.ticket_merges.part(desk.cashier, two)
    assert as_it_was(desk, two) == middle
    desk.office.ticket_merges.part(desk.cashier, one)
    assert desk.state(one) is State.REPORTED


def test_what_makes_no_sense_is_not_merged(desk: TicketOffice) -> None:
    one, other, closed = desk.reported("漏水"), desk.reported("滴水"), desk.reported("门锁坏")
    desk.closes(closed)
    with pytest.raises(MergedWithItself):
        merge(desk, one, one)
    with pytest.raises(NotMerged):
        desk.office.ticket_merges.part(desk.cashier, one)
    with pytest.raises(TicketOver):
        merge(desk, one, closed)
    shown = desk.row(one)["version"]
    desk.moves(one, State.IN_WORK)
    with pytest.raises(ChangedElsewhere):
        desk.office.ticket_merges.merge(desk.cashier, (Seen(one, shown),), other)


def test_an_event_with_children_is_no_double(desk: TicketOffice) -> None:
    one, two, other = desk.reported("停水"), desk.reported("没水"), desk.reported("水压低")
    asked = NewEvent("event", "停水", "泵房抢修，预计18点恢复", (Seen(one), Seen(two)))
    event = desk.office.mass_events.begin(desk.cashier, asked).ticket_id
    with pytest.raises(EventNotMerged):
        merge(desk, event, other)


DOINGS = st.lists(
    st.tuples(st.sampled_from(["move", "give", "contact", "priority", "class", "kind", "note"]), st.integers(0, 30)),
    max_size=7,
)


class Living:
    """A desk on which anything is done to a ticket, as often as is asked, in one database."""

    def __init__(self, desk: TicketOffice) -> None:
        self.desk = desk

    def anything(self, ticket_id: int, doings: list[tuple[str, int]]) -> None:
        for what, number in doings:
            self.desk.clock.advance(minutes=number)
            with suppress(Refusal):
                self._one(ticket_id, what, number)

    def _one(self, one: int, what: str, number: int) -> None:
        desk, who = self.desk, self.desk.cashier
        if what == "move":
            row = desk.row(one)
            open_to = [move.to for move in moves_from(State(row["state"]), TicketKind(row["kind"]))]
            to = [state for state in open_to if state not in GONE | {State.CLOSED}]
            desk.office.ticket_moves.move(who, one, None, MoveTo(to[number % len(to)], "因为"))
        elif what == "give":
            desk.office.ticket_moves.give_out(who, one, None, GiveOut(assignee_id=who.id))
        elif what == "contact":
            desk.office.ticket_notes.contact(who, one, Contact(ContactWay.PHONE, "业主", reached=number % 2 == 0))
        elif what == "note":
            desk.office.ticket_notes.note(who, one, "说明")
        else:
            field, values = {
                "priority": (Field.PRIORITY, tuple(Priority)),
                "class": (Field.SERVICE_CLASS, tuple(ServiceClass)),
                "kind": (Field.KIND, tuple(TicketKind)),
            }[what]
            desk.office.ticket_changes.change(who, one, None, {field: values[number % len(values)]})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOINGS, DOINGS, st.integers(0, 7 * 24 * 60))
def test_t22_merge_then_unmerge_is_the_identity(
    desk: TicketOffice, lived: list[tuple[str, int]], meanwhile: list[tuple[str, int]], minutes: int
) -> None:
    desk.at("2026-11-20 09:00")
    one, other = desk.reported("漏水"), desk.reported("滴水")
    living = Living(desk)
    living.anything(one, lived)
    before, told = as_it_was(desk, one), desk.told(one)
    merge(desk, one, other)
    living.anything(other, meanwhile)
    desk.clock.set(min(desk.clock.now(), desk.entries(one)[-1]["at"] + timedelta(days=7)))
    desk.clock.set(max(desk.clock.now(), desk.entries(one)[-1]["at"] + timedelta(minutes=minutes)))
    desk.office.ticket_merges.part(desk.cashier, one)
    assert as_it_was(desk, one) == before
    assert desk.told(one) == [*told, "merged:merged", f"parted:{desk.row(one)['state']}"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOINGS)
def test_the_timeline_never_loses_an_entry(desk: TicketOffice, doings: list[tuple[str, int]]) -> None:
    desk.at("2026-11-20 09:00")
    one = desk.reported("漏水")
    living = Living(desk)
    told = desk.entries(one)
    for doing in doings:
        row = desk.row(one)
        living.anything(one, [doing])
        now = desk.entries(one)
        assert now[: len(told)] == told
        assert len(now) - len(told) == desk.row(one)["version"] - row["version"]
        assert now[-1]["state"] == desk.row(one)["state"]
        assert len(now) > len(told) or desk.row(one) == row
        told = now

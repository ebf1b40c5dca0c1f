from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import BuildingId
from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.changes.many import Changes, Seen
from app.tickets.events.clusters import LEAST, cluster
from app.tickets.events.mass_events import NewEvent
from app.tickets.fields import Field
from app.tickets.flow_refusals import MoveImpossible
from app.tickets.kinds import Priority, State, TicketKind
from app.tickets.refusals import EventTooSmall, InAnEvent, NotAnEvent, SayMissing
from tests.tickets.flow.test_undo import as_it_was
from tests.tickets.flow.ticket_office import DONE, TicketOffice

MORNING = datetime(2026, 11, 20, 9)
SAY = "3栋2单元停水，泵房抢修中，预计18点恢复"


class House:
    """A building whose neighbours call about the same."""

    def __init__(self, desk: TicketOffice) -> None:
        self.desk = desk
        self.category = desk.office.ticket_categories.add(desk.supervisor, CategoryFacts("整楼停水"))
        self.units = [desk.unit, *(desk.builder.unit(f"3-2-50{room}", f"业主{room}") for room in (2, 3, 4))]

    def calls(self, room: int, minute: int, **facts: object) -> int:
        self.desk.clock.set(MORNING + timedelta(minutes=minute))
        known = {"unit_id": self.units[room], "category_id": self.category, **facts}
        return self.desk.reported("家里没水", **known)

    def event(self, *tickets: int, client_id: str = "event", say: str = SAY) -> int:
        asked = NewEvent(client_id, "整楼停水", say, tuple(Seen(one) for one in tickets))
        return self.desk.office.mass_events.begin(self.desk.cashier, asked).ticket_id


@pytest.fixture
def house(desk: TicketOffice) -> House:
    return House(desk)


def test_t5_three_like_tickets_in_one_building_within_the_hour_are_hinted(desk: TicketOffice, house: House) -> None:
    house.calls(0, 0)
    house.calls(1, 30)
    assert desk.office.mass_events.hints() == ()
    house.calls(2, 60)
    (hint,) = desk.office.mass_events.hints()
    assert ([one.number for one in hint.tickets], hint.category, hint.event_id) == (
        ["261120-001", "261120-002", "261120-003"],
        "整楼停水",
        None,
    )


def test_a_minute_later_another_building_or_thing_hints_at_nothing(desk: TicketOffice, house: House) -> None:
    house.calls(0, 0)
    house.calls(1, 30)
    house.calls(2, 61)
    house.calls(3, 62, category_id=desk.office.ticket_categories.add(desk.supervisor, CategoryFacts("停电")))
    assert desk.office.mass_events.hints() == ()
    house.calls(3, 63, unit_id=desk.builder.unit("9-1-101"))
    assert desk.office.mass_events.hints() == ()


def test_closed_tickets_hint_at_nothing(desk: TicketOffice, house: House) -> None:
    calls = [house.calls(room, room) for room in range(3)]
    desk.closes(calls[0])
    assert desk.office.mass_events.hints() == ()


def test_one_event_holds_them_and_says_what_is_told(desk: TicketOffice, house: House) -> None:
    calls = [house.calls(room, room) for room in range(3)]
    event = house.event(*calls)
    building = BuildingId(desk.row(calls[0])["building_id"])
    (live,) = desk.office.mass_events.live(building)
    assert (live.ticket_id, live.say, live.children, live.category) == (event, SAY, 3, "整楼停水")
    assert [one.id for one in desk.office.mass_events.children(event)] == calls
    assert desk.office.mass_events.hints() == ()
    assert desk.office.mass_events.live(BuildingId(999)) == ()
    assert house.event(*calls) == event  # the form saved twice


def test_a_later_caller_is_hinted_to_join(desk: TicketOffice, house: House) -> None:
    event = house.event(house.calls(0, 0), house.calls(1, 1))
    late = house.calls(3, 90)
    (hint,) = desk.office.mass_events.hints()
    assert ([one.id for one in hint.tickets], hint.event_id) == ([late], event)
    desk.office.mass_events.join(desk.cashier, event, [Seen(late)])
    assert desk.office.mass_events.hints() == ()
    desk.office.mass_events.leave(desk.cashier, late)
    assert desk.row(late)["parent_id"] is None


def test_t5_children_end_with_their_event_in_one_step(desk: TicketOffice, house: House) -> None:
    calls = [house.calls(room, room) for room in range(3)]
    desk.closes(calls[2])
    event = house.event(calls[0], calls[1])
    before = [as_it_was(desk, one) for one in (event, *calls)]
    done = desk.office.mass_events.close(desk.cashier, event, None, DONE)
    assert {desk.state(one) for one in (event, *calls)} == {State.CLOSED}
    assert done.refused == ()
    desk.office.ticket_undo.undo(desk.cashier, done.step)
    assert [as_it_was(desk, one) for one in (event, *calls)] == before


def test_a_child_that_is_not_looked_at_yet_stays_open(desk: TicketOffice, house: House) -> None:
    calls = [house.calls(0, 0), house.calls(1, 1, kind=TicketKind.COMPLAINT)]
    event = house.event(*calls)
    done = desk.office.mass_events.close(desk.cashier, event, None, DONE)
    assert [type(stays.refused) for stays in done.refused] == [MoveImpossible]
    assert [desk.state(one) for one in calls] == [State.CLOSED, State.REPORTED]


def test_an_event_taken_back_lets_its_tickets_go(desk: TicketOffice, house: House) -> None:
    calls = [house.calls(room, room) for room in range(3)]
    before = [as_it_was(desk, one) for one in calls]
    asked = NewEvent("event", "整楼停水", SAY, tuple(Seen(one) for one in calls))
    made = desk.office.mass_events.begin(desk.cashier, asked)
    desk.office.ticket_undo.undo(desk.cashier, made.step)
    assert [as_it_was(desk, one) for one in calls] == before
    assert desk.state(made.ticket_id) is State.CANCELLED


def test_what_staff_tell_is_changed_with_every_window_knowing(desk: TicketOffice, house: House) -> None:
    event = house.event(house.calls(0, 0), house.calls(1, 1))
    desk.office.mass_events.tell(desk.cashier, event, desk.row(event)["version"], "已恢复供水")
    assert desk.office.mass_events.live()[0].say == "已恢复供水"
    with pytest.raises(SayMissing):
        desk.office.mass_events.tell(desk.cashier, event, None, " ")


def test_what_is_no_event_is_refused(desk: TicketOffice, house: House) -> None:
    one, two, three = (house.calls(room, room) for room in range(3))
    with pytest.raises(EventTooSmall):
        house.event(one, one)
    with pytest.raises(SayMissing):
        house.event(one, two, say=" ")
    event = house.event(one, two)
    with pytest.raises(InAnEvent):
        house.event(two, three, client_id="other")
    for attempt in (
        lambda: desk.office.mass_events.join(desk.cashier, three, [Seen(one)]),
        lambda: desk.office.mass_events.join(desk.cashier, event, [Seen(event)]),
        lambda: desk.office.mass_events.leave(desk.cashier, three),
        lambda: desk.office.mass_events.close(desk.cashier, three, None, DONE),
    ):
        with pytest.raises(NotAnEvent):
            attempt()


def test_words_for_callers_belong_to_events_alone(desk: TicketOffice, house: House) -> None:
    one = house.calls(0, 0)
    changes = Changes({Field.SAY: SAY, Field.PRIORITY: Priority.HIGH})
    refused = desk.office.ticket_changes.change_many(desk.cashier, [Seen(one)], changes).refused
    assert refused
    assert desk.row(one)["say"] == ""


TIMES = st.lists(st.integers(0, 300).map(lambda minute: MORNING + timedelta(minutes=minute)), max_size=12)


@given(TIMES, st.integers(1, 90))
def test_a_time_clusters_exactly_if_enough_others_lie_in_one_window_with_it(
    times: list[datetime], minutes: int
) -> None:
    span = timedelta(minutes=minutes)
    near = {
        place
        for start in times
        for place, time in enumerate(times)
        if start <= time <= start + span and sum(start <= other <= start + span for other in times) >= LEAST
    }
    assert cluster(times, minutes) == tuple(sorted(near))

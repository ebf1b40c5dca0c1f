"""A filter comes back from its document, whatever else an older or newer program wrote there."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.tickets.deadlines.due import Standing
from app.tickets.kinds import Priority, Source, State, TicketKind
from app.tickets.lists.filters import STATES, Group, Order, TicketFilter, filter_facts, filter_of

ids = st.frozensets(st.integers(1, 99), max_size=4)
days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
filters = st.builds(
    TicketFilter,
    group=st.sampled_from(Group),
    standings=st.frozensets(st.sampled_from(Standing)),
    kinds=st.frozensets(st.sampled_from(TicketKind)),
    priorities=st.frozensets(st.sampled_from(Priority)),
    sources=st.frozensets(st.sampled_from(Source)),
    categories=ids,
    buildings=ids,
    units=ids,
    teams=ids,
    workers=ids,
    assignees=ids,
    first=days,
    until=days,
    text=st.text(max_size=20),
    order=st.none() | st.sampled_from(Order),
)


@given(filters)
def test_a_filter_comes_back_from_its_document(wanted: TicketFilter) -> None:
    assert filter_of(filter_facts(wanted)) == wanted


def test_what_this_program_does_not_know_is_passed_over() -> None:
    facts = {"group": "on_the_moon", "kinds": ["repair", "wish"], "workers": ["x", 3], "first": "soon", "colour": 1}
    assert filter_of(facts) == TicketFilter(kinds=frozenset({TicketKind.REPAIR}), workers=frozenset({3}))
    assert filter_of("nonsense") == TicketFilter()
    assert filter_of({"kinds": "repair", "text": 3}) == TicketFilter()


def test_every_state_stands_behind_one_chip_besides_the_wide_ones() -> None:
    narrow = (Group.TO_ASSIGN, Group.IN_WORK, Group.WAITING, Group.TO_CLOSE, Group.CLOSED, Group.GONE)
    for state in State:
        assert sum(state in STATES[group] for group in narrow) == 1
    assert STATES[Group.OPEN] == STATES[Group.ALL] - STATES[Group.CLOSED] - STATES[Group.GONE]


def test_only_chip_and_order_leave_a_filter_wide() -> None:
    assert not TicketFilter(Group.CLOSED, order=Order.OLDEST).is_narrow
    assert TicketFilter(text="门锁").is_narrow

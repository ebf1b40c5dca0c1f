"""Views are saved for the whole office; the filter that somebody left waits for them alone."""

from __future__ import annotations

import pytest

from app.tickets.kinds import TicketKind
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.lists.refusals import ViewNeedsName
from tests.tickets.flow.ticket_office import TicketOffice

COMPLAINTS = TicketFilter(Group.OPEN, kinds=frozenset({TicketKind.COMPLAINT}), text="噪声")


def test_a_view_is_saved_once_under_its_name(desk: TicketOffice) -> None:
    views = desk.office.ticket_views
    views.save(desk.cashier, "噪声投诉", TicketFilter())
    views.save(desk.supervisor, " 噪声投诉 ", COMPLAINTS)
    assert [(one.name, one.filter, one.by) for one in views.all()] == [("噪声投诉", COMPLAINTS, "沈若兰")]
    views.take_away(desk.cashier, views.all()[0].id)
    assert views.all() == ()


def test_a_view_needs_a_name(desk: TicketOffice) -> None:
    with pytest.raises(ViewNeedsName):
        desk.office.ticket_views.save(desk.cashier, " ", COMPLAINTS)


def test_each_person_finds_the_filter_that_they_left(desk: TicketOffice) -> None:
    views = desk.office.ticket_views
    assert views.remembered(desk.cashier) == TicketFilter()
    views.remember(desk.cashier, TicketFilter(Group.CLOSED))
    views.remember(desk.cashier, COMPLAINTS)
    assert views.remembered(desk.cashier) == COMPLAINTS
    assert views.remembered(desk.supervisor) == TicketFilter()

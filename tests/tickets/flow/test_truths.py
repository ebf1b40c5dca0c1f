import pytest
from sqlalchemy import delete, insert, update

from app.store.truths import Finding, check_truths
from app.tickets.changes.many import Seen
from app.tickets.events.mass_events import NewEvent
from app.tickets.kinds import State
from app.tickets.tables import ticket, ticket_clock, ticket_entry, ticket_merge, ticket_reporter, ticket_words
from app.tickets.truths import TRUTHS
from tests.tickets.flow.ticket_office import TicketOffice


def broken(desk: TicketOffice) -> list[str]:
    with desk.office.store.reading() as connection:
        found: list[Finding] = check_truths(connection, TRUTHS)
    return [finding.truth for finding in found if finding.breaches]


@pytest.fixture
def lived(desk: TicketOffice) -> dict[str, int]:
    """A day of tickets: open, closed, reopened, merged, parted, in an event, undone."""
    one, two, three, four = (desk.reported(text) for text in ("漏水", "滴水", "停水", "没水"))
    desk.office.ticket_merges.merge(desk.cashier, (Seen(one),), two)
    desk.closes(three)
    desk.office.ticket_moves.reopen(desk.cashier, three, None, "又停", "again")
    step = desk.office.ticket_merges.merge(desk.cashier, (Seen(three),), two)
    desk.office.ticket_undo.undo(desk.cashier, step)
    event = desk.office.mass_events.begin(desk.cashier, NewEvent("e", "停水", "抢修中", (Seen(three), Seen(four))))
    desk.closes(four)
    return {"merged": one, "open": two, "reopened": three, "closed": four, "event": event.ticket_id}


def test_all_holds_after_a_day_of_tickets(desk: TicketOffice, lived: dict[str, int]) -> None:
    assert broken(desk) == []
    assert [finding for finding in desk.office.verify() if finding.breaches] == []


BREACHES = {
    "the numbers of tickets run through each day without a gap": lambda of: (
        update(ticket).where(ticket.c.id == of["event"]).values(serial=77)
    ),
    "the state of every ticket is that of its last entry": lambda of: (
        update(ticket_entry).where(ticket_entry.c.ticket_id == of["open"]).values(state=State.REVIEWED.value)
    ),
    "every step of a ticket was open in its flow": lambda of: (
        update(ticket_entry)
        .where(ticket_entry.c.ticket_id == of["closed"], ticket_entry.c.state == State.DONE.value)
        .values(state=State.MERGED.value)
    ),
    "what a ticket says is what its timeline changed it to": lambda of: (
        update(ticket).where(ticket.c.id == of["event"]).values(say="已恢复")
    ),
    "every merged ticket points to one other, and none in a circle": lambda of: update(ticket_merge).values(
        undone_by=1, undone_at=None
    ),
    "exactly the closed tickets say when and how they were closed": lambda of: (
        update(ticket).where(ticket.c.id == of["closed"]).values(closing=None)
    ),
    "nothing is owed of a closed ticket": lambda of: (
        update(ticket_clock).where(ticket_clock.c.ticket_id == of["closed"]).values(met_at=None)
    ),
    "every ticket of a mass event belongs to one that says what is told": lambda of: (
        update(ticket).where(ticket.c.id == of["event"]).values(parent_id=of["open"])
    ),
    "every ticket is found by its words": lambda of: delete(ticket_words).where(ticket_words.c.ticket_id == of["open"]),
    "whoever was taken off a ticket was so by somebody": lambda of: update(ticket_reporter).values(taken_off_by=1),
}


def test_every_truth_has_a_breach_here() -> None:
    assert set(BREACHES) == {truth.name for truth in TRUTHS}


@pytest.mark.parametrize("truth", BREACHES)
def test_a_breach_is_found(desk: TicketOffice, lived: dict[str, int], truth: str) -> None:
    with desk.office.store.transaction() as connection:
        connection.execute(BREACHES[truth](lived))  # type: ignore[no-untyped-call]
    assert truth in broken(desk)


def test_two_tickets_that_point_to_each_other_are_found(desk: TicketOffice, lived: dict[str, int]) -> None:
    one, two = lived["merged"], lived["open"]
    with desk.office.store.transaction() as connection:
        values = {"merged_into": one, "state": State.MERGED.value}
        connection.execute(update(ticket).where(ticket.c.id == two).values(values))
        merge = {"source_id": two, "target_id": one, "before": {}, "at": desk.clock.now(), "by": 1}
        connection.execute(insert(ticket_merge).values(merge))
    assert "every merged ticket points to one other, and none in a circle" in broken(desk)


def test_a_ticket_whose_timeline_is_gone_is_found(desk: TicketOffice, lived: dict[str, int]) -> None:
    alone = desk.reported("楼道灯不亮")
    with desk.office.store.transaction() as connection:
        connection.execute(delete(ticket_entry).where(ticket_entry.c.ticket_id == alone))
    assert "the state of every ticket is that of its last entry" in broken(desk)

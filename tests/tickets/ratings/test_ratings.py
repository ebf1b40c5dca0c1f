"""Asking residents after the work, and what follows from what they say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from app.core.clock import SetClock
from app.store.folder import DataFolder
from app.tickets.complaints.asked import Answer
from app.tickets.entry.new_ticket import Caller
from app.tickets.kinds import ContactWay, Source, State, TicketKind
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.moves.asked import GiveOut
from app.tickets.ratings.rating_rule import BadReason, Rating, RatingKind, RatingResult, check_rating
from app.tickets.ratings.refusals import (
    BadNeedsReason,
    CheckedByOneself,
    NotDoneYet,
    OtherNeedsWords,
    RatedBefore,
    ScoreOutOfBounds,
    SentBackNeedsWords,
)
from app.tickets.refusals import TicketMerged
from app.tickets.tables import ticket, ticket_rating
from tests.tickets.materials.work_office import WorkOffice

GOOD = Rating(RatingResult.GOOD, 5, 4, words="师傅很客气")
BAD = Rating(RatingResult.BAD, 3, 2, BadReason.LATE)
BACK = Rating(RatingResult.SENT_BACK, words="还在滴水")
NOBODY = Rating(RatingResult.NOT_REACHED)


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[WorkOffice]:
    opened = WorkOffice(office_folder, clock)
    yield opened
    opened.office.close()


@pytest.fixture
def done(desk: WorkOffice) -> int:
    ticket_id = desk.reported()
    desk.at("2026-11-20T10:00").moves(ticket_id, State.IN_WORK, State.DONE)
    desk.at("2026-11-20T15:00")
    return ticket_id


def waiting(desk: WorkOffice) -> list[tuple[str, str, int]]:
    calls = desk.office.ticket_ratings.to_call(desk.cashier)
    return [(one.ticket.number, one.reporter.phone, one.tries) for one in calls]


def test_whoever_was_not_asked_since_the_work_was_done_stands_on_the_list(desk: WorkOffice, done: int) -> None:
    desk.reported("还没修的")
    no_phone = desk.reported("没留电话", caller=Caller("过路人"))
    task = desk.reported("内部任务", kind=TicketKind.TASK, source=Source.PATROL)
    desk.moves(no_phone, State.DONE).moves(task, State.DONE)
    assert waiting(desk) == [("261120-001", "138****5678", 0)]


def test_who_was_not_reached_is_called_again_and_counted(desk: WorkOffice, done: int) -> None:
    desk.office.ticket_ratings.call_back(desk.cashier, done, NOBODY)
    assert waiting(desk) == [("261120-001", "138****5678", 1)]
    desk.office.ticket_ratings.call_back(desk.cashier, done, GOOD)
    assert waiting(desk) == []


def test_work_of_long_ago_is_not_asked_about(desk: WorkOffice, done: int) -> None:
    desk.at("2026-12-21T10:00")
    assert waiting(desk) == []
    assert len(desk.office.ticket_ratings.to_call(desk.cashier, 60)) == 1


def test_t23_good_confirms_what_was_done(desk: WorkOffice, done: int) -> None:
    rated = desk.office.ticket_ratings.call_back(desk.cashier, done, GOOD)
    assert rated.goes_on is None
    assert desk.state(done) is State.CONFIRMED
    assert desk.told(done)[-2:] == ["rating:done", "moved:confirmed"]
    (row,) = desk.office.ticket_ratings.of(done)
    assert (row.kind, row.rating, row.by) == (RatingKind.CALL_BACK, GOOD, "王敏")
    assert desk.true()


def test_t23_bad_is_kept_with_its_reason_and_confirms_nothing(desk: WorkOffice, done: int) -> None:
    desk.office.ticket_ratings.call_back(desk.cashier, done, BAD)
    assert desk.state(done) is State.DONE
    assert desk.office.ticket_ratings.of(done)[0].rating.reason is BadReason.LATE
    assert waiting(desk) == []


def test_t23_what_is_sent_back_is_worked_on_again_and_asked_about_again(desk: WorkOffice, done: int) -> None:
    assert desk.office.ticket_ratings.call_back(desk.cashier, done, BACK).goes_on == done
    assert desk.state(done) is State.IN_WORK
    assert waiting(desk) == []
    desk.at("2026-11-21T10:00").moves(done, State.DONE)
    assert waiting(desk) == [("261120-001", "138****5678", 0)]
    desk.office.ticket_ratings.call_back(desk.cashier, done, GOOD)
    assert desk.true()


def test_a_closed_ticket_that_is_sent_back_is_reopened_and_counted(desk: WorkOffice, done: int) -> None:
    desk.closes(done)
    assert desk.office.ticket_ratings.call_back(desk.cashier, done, BACK).goes_on == done
    assert desk.state(done) is State.REVIEWED
    assert desk.row(done)["reopened"] == 1
    assert desk.true()


def test_after_many_days_what_is_sent_back_is_a_new_ticket(desk: WorkOffice, done: int) -> None:
    desk.closes(done)
    desk.at("2026-12-10T09:00")
    goes_on = desk.office.ticket_ratings.call_back(desk.cashier, done, BACK).goes_on
    assert goes_on not in (None, done)
    assert desk.state(done) is State.CLOSED


def test_nobody_is_asked_twice_and_not_before_the_work_is_done(desk: WorkOffice, done: int) -> None:
    desk.office.ticket_ratings.call_back(desk.cashier, done, GOOD)
    with pytest.raises(RatedBefore):
        desk.office.ticket_ratings.call_back(desk.cashier, done, BAD)
    with pytest.raises(NotDoneYet):
        desk.office.ticket_ratings.call_back(desk.cashier, desk.reported(), GOOD)


def test_a_merged_ticket_is_rated_with_the_other(desk: WorkOffice, done: int) -> None:
    merged = {"merged_into": desk.reported(), "state": State.MERGED.value}
    with desk.office.store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == done).values(merged))
    with pytest.raises(TicketMerged):
        desk.office.ticket_ratings.call_back(desk.cashier, done, GOOD)


def test_t23_staff_check_the_work_of_others_apart_from_the_call(desk: WorkOffice, done: int) -> None:
    ratings = desk.office.ticket_ratings
    ratings.check(desk.supervisor, done, GOOD)
    assert desk.state(done) is State.DONE
    assert len(waiting(desk)) == 1
    ratings.check(desk.supervisor, done, BACK)
    assert desk.state(done) is State.IN_WORK
    assert [row.kind for row in ratings.of(done)] == [RatingKind.QUALITY_CHECK] * 2


def test_nobody_checks_the_own_work(desk: WorkOffice) -> None:
    own = desk.reported()
    desk.office.ticket_moves.give_out(desk.cashier, own, None, GiveOut(assignee_id=desk.supervisor.id))
    desk.moves(own, State.IN_WORK, State.DONE)
    with pytest.raises(CheckedByOneself):
        desk.office.ticket_ratings.check(desk.supervisor, own, GOOD)
    desk.office.ticket_ratings.check(desk.cashier, own, GOOD)


def test_bad_another_reason_sending_back_and_scores_are_checked() -> None:
    for rating, refusal in (
        (Rating(RatingResult.BAD), BadNeedsReason),
        (Rating(RatingResult.BAD, reason=BadReason.OTHER, words=" "), OtherNeedsWords),
        (Rating(RatingResult.SENT_BACK, reason=BadReason.NOT_FIXED), SentBackNeedsWords),
        (Rating(RatingResult.GOOD, attitude=6), ScoreOutOfBounds),
        (Rating(RatingResult.GOOD, quality=0), ScoreOutOfBounds),
    ):
        with pytest.raises(refusal):
            check_rating(rating)


@given(st.sampled_from(BadReason), st.none() | st.integers(1, 5), st.none() | st.integers(1, 5))
def test_bad_with_any_reason_and_words_is_taken(reason: BadReason, attitude: int | None, quality: int | None) -> None:
    check_rating(Rating(RatingResult.BAD, attitude, quality, reason, "话"))


def test_a_rating_without_its_reason_breaks_a_truth(desk: WorkOffice, done: int) -> None:
    desk.office.ticket_ratings.call_back(desk.cashier, done, BAD)
    with desk.office.store.transaction() as connection:
        connection.execute(update(ticket_rating).values(reason=""))
    assert any("rating 1" in breach for breach in desk.builder.breaches())


def in_list(desk: WorkOffice) -> list[str]:
    found = desk.office.ticket_lists.read(TicketFilter(Group.TO_CALL))
    assert found.total == len(found.rows)
    return sorted(row.number for row in found.rows)


def test_the_list_of_the_board_holds_whom_to_call_and_nobody_else(desk: WorkOffice, done: int) -> None:
    no_phone = desk.reported("没留电话", caller=Caller("过路人"))
    bad, reached, closed = desk.reported("漏水"), desk.reported("堵了"), desk.reported("断电")
    desk.moves(no_phone, State.DONE).moves(bad, State.DONE).moves(reached, State.DONE).closes(closed)
    said = desk.reported("物业费算错", kind=TicketKind.FEE_DISPUTE)
    desk.moves(said, State.REVIEWED)
    desk.office.complaints.answer(desk.cashier, said, None, Answer("已更正", ContactWay.PHONE, "张建国"))
    desk.office.complaints.satisfied(desk.cashier, said, None, satisfied=True)
    ratings = desk.office.ticket_ratings
    ratings.call_back(desk.cashier, bad, BAD)
    ratings.call_back(desk.cashier, reached, NOBODY)
    for when in ("2026-11-20T16:00", "2026-12-19T10:00", "2026-12-25T10:00"):
        desk.at(when)
        assert in_list(desk) == sorted(number for number, _, _ in waiting(desk))
    desk.at("2026-11-20T16:00")
    assert len(in_list(desk)) == 3

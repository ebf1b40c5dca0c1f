"""Figures tell what became of the tickets of some days: counted by hand here, by question there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.kinds import ClockName, State, TicketKind
from app.tickets.statistics.figures import FigureRow, Share, TicketFigures
from app.tickets.tables import ticket_rating
from tests.tickets.flow.ticket_office import TicketOffice


def figures(desk: TicketOffice, first: str = "2026-11-01", until: str = "2026-12-01") -> TicketFigures:
    return desk.office.ticket_statistics.figures(date.fromisoformat(first), date.fromisoformat(until))


def row_of(rows: tuple[FigureRow, ...], name: str) -> FigureRow:
    return next(row for row in rows if name in (row.key, row.name))


def rated(desk: TicketOffice, ticket_id: int, result: str, kind: str = "resident") -> None:
    stamp = {"at": desk.clock.now(), "by": desk.cashier.id}
    row = {"ticket_id": ticket_id, "kind": kind, "result": result, "reason": "", "words": "", **stamp}
    with desk.office.store.transaction() as connection:
        connection.execute(insert(ticket_rating).values(**row))


def test_an_office_without_tickets_has_figures_of_nothing(desk: TicketOffice) -> None:
    found = figures(desk)
    assert (found.whole.taken, found.whole.resolved.text, found.whole.meets_goal) == (0, "—", True)
    assert (found.by_kind, found.by_worker, found.by_promise) == ((), (), ())


def test_resolved_reopened_and_gone_are_counted_of_what_they_are_shares_of(desk: TicketOffice) -> None:
    desk.at("2026-11-20T09:00")
    first, second = desk.reported("一"), desk.reported("二")
    desk.reported("三")
    desk.moves(desk.reported("四"), State.CANCELLED, why="报错了")
    desk.closes(first).closes(second)
    desk.office.ticket_moves.reopen(desk.cashier, second, None, "又漏了", "once-more")
    desk.closes(second)
    whole = figures(desk).whole
    assert (whole.taken, whole.gone) == (4, 1)
    assert (whole.resolved, whole.resolved.text, whole.meets_goal) == (Share(2, 3), "66.7 %", False)
    assert whole.reopened == Share(1, 2)


def test_a_promise_is_kept_missed_or_overdue_and_else_not_counted(desk: TicketOffice) -> None:
    good = desk.at("2026-11-20T09:00").reported("一")
    late = desk.reported("二")
    desk.reported("三")
    desk.moves(desk.reported("四"), State.CANCELLED, why="报错了")
    desk.at("2026-11-20T09:10").moves(good, State.CONTACTED)
    desk.at("2026-11-20T09:40").moves(late, State.CONTACTED)
    by_promise = {row.clock: row.kept for row in figures(desk).by_promise}
    assert by_promise[ClockName.CONTACT] == Share(1, 3)
    assert by_promise[ClockName.CLOSE] == Share(0, 0)
    assert figures(desk).whole.promises == Share(1, 3)


def test_tickets_are_told_apart_by_kind_worker_team_month_category_and_building(desk: TicketOffice) -> None:
    category = desk.office.ticket_categories.find("dtty")[0]
    worker = desk.office.teams.add_worker(desk.supervisor, WorkerFacts("赵师傅"))
    lift = desk.at("2026-10-20T09:00").reported("电梯停运", category_id=category.id)
    desk.gives(lift, worker_id=worker)
    desk.at("2026-11-20T09:00").reported("楼上噪声", kind=TicketKind.COMPLAINT, unit_id=None, place="3 栋外")
    found = figures(desk, "2026-10-01")
    assert [(row.key, row.taken) for row in found.by_month] == [("2026-10", 1), ("2026-11", 1)]
    assert {row.key for row in found.by_kind} == {"repair", "complaint"}
    assert row_of(found.by_worker, "赵师傅").taken == 1
    assert found.by_worker[-1].key == ""
    assert row_of(found.by_team, category.team).taken == 1
    assert found.top_categories[0].name == "电梯 / 电梯停运"
    assert found.top_buildings[0].taken == 1
    assert figures(desk).whole.taken == 1
    for rows in (found.by_kind, found.by_month, found.by_team, found.by_worker, found.top_categories):
        assert sum(row.taken for row in rows) == found.whole.taken


def test_residents_say_whether_they_are_satisfied_and_staff_checks_do_not_count(desk: TicketOffice) -> None:
    done = desk.at("2026-11-20T09:00").reported("一")
    desk.closes(done)
    rated(desk, done, "good")
    rated(desk, done, "bad")
    rated(desk, done, "not_reached")
    rated(desk, done, "bad", kind="quality_check")
    assert figures(desk).whole.satisfied == Share(1, 2)


@pytest.mark.parametrize(
    ("part", "whole", "text"), [(0, 0, "—"), (1, 3, "33.3 %"), (2, 3, "66.7 %"), (19, 20, "95.0 %"), (3, 3, "100.0 %")]
)
def test_a_share_is_said_in_percent(part: int, whole: int, text: str) -> None:
    assert Share(part, whole).text == text


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_of_percent_is_never_more_than_half_a_tenth_off(part: int, whole: int) -> None:
    tenths = Share(part, whole).tenths
    assert tenths is not None
    assert abs(2 * tenths * whole - 2000 * part) <= whole

"""A demo estate is invented through the services of real use, the same for the same seed, and its books hold."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from app.core.clock import SetClock
from app.demo.build import build_demo
from app.demo.invented_people import InventedPeople
from app.demo.plan import DemoPlan, FolderHoldsOffice
from app.incidents.journal.rows import Shown
from app.office import Office
from app.tickets.kinds import EntryKind, ServiceClass, State, TicketKind
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.materials.kinds import PayState
from app.tickets.ratings.rating_rule import RatingResult

NOW = datetime(2026, 11, 20, 10, 42)
PLAN = DemoPlan(units=30, months=4, seed=7, now=NOW)


class CalledOff(Exception):  # noqa: N818 - what a person does
    pass


def silent(_done: int, _whole: int) -> None:
    pass


@pytest.fixture(scope="module")
def estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "estate"
    build_demo(folder, PLAN, silent)
    return folder


def told(folder: Path) -> list[tuple[object, ...]]:
    """What happened at the counter, without the random keys."""
    question = "SELECT receipt.label, payment.payer_name, payment.received, payment.at FROM payment JOIN receipt ON receipt.payment_id = payment.id"
    with closing(Office.open(folder, SetClock(NOW))) as office, office.store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


def test_every_book_keeping_truth_holds_after_months_of_invented_work(estate: Path) -> None:
    with closing(Office.open(estate, SetClock(NOW))) as office:
        assert [finding.truth for finding in office.verify() if finding.breaches] == []


def test_the_estate_is_believable(estate: Path) -> None:
    with closing(Office.open(estate, SetClock(NOW))) as office:
        assert office.is_demo
        assert len(office.estate.units()) == 30
        kinds = {row.facts.kind for row in office.estate.units()}
        assert {str(kind) for kind in kinds} == {"home", "shop", "parking", "storage"}
        shift = office.shifts.current(office.demo_actor())
        assert shift is not None
        assert office.receipts.of_shift(shift.id)
        with office.store.reading() as connection:
            names = set(
                connection.execute(text("SELECT name FROM charge WHERE kind IN ('period', 'shared')")).scalars()
            )
        assert {"物业费", "代收水费", "公共能耗费"} <= names
        assert office.shared_costs.rows()
        reading = office.readings.round()
        assert 0 < reading.read < len(reading.lines)
        arrears = [hit for hit in office.finder.find("1") if hit.arrears.charges]
        assert arrears


def test_money_can_be_taken_at_once(estate: Path, tmp_path: Path) -> None:
    with closing(Office.open(estate, SetClock(NOW))) as office:
        assert office.shifts.current(office.demo_actor()) is not None


def test_the_same_seed_tells_the_same_story_and_another_seed_another(estate: Path, tmp_path: Path) -> None:
    build_demo(tmp_path / "again", PLAN, silent)
    build_demo(tmp_path / "other", DemoPlan(units=30, months=4, seed=8, now=NOW), silent)
    assert told(tmp_path / "again") == told(estate)
    assert reported(tmp_path / "again") == reported(estate)
    assert told(tmp_path / "other") != told(estate)


def test_a_folder_that_holds_an_office_is_left_alone(estate: Path) -> None:
    before = told(estate)
    with pytest.raises(FolderHoldsOffice):
        build_demo(estate, PLAN, silent)
    assert told(estate) == before


def test_a_demo_that_is_called_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def call_off(done: int, _whole: int) -> None:
        if done == 2:
            raise CalledOff

    with pytest.raises(CalledOff):
        build_demo(tmp_path / "estate", PLAN, call_off)
    assert list(tmp_path.iterdir()) == []


def test_names_have_surnames_of_several_readings_and_rare_characters() -> None:
    from random import Random

    people = InventedPeople(Random(1))
    names = [people.name() for _ in range(600)]
    assert any(name.startswith(("单", "仇", "解", "尉迟")) for name in names)
    assert any("𠮷" in name or "㛃" in name for name in names)


def test_residents_report_and_staff_act_as_in_a_real_office(estate: Path) -> None:
    with closing(Office.open(estate, SetClock(NOW))) as office:
        board = office.ticket_lists.read(TicketFilter())
        assert {Group.TO_ASSIGN, Group.WAITING, Group.OVERDUE, Group.SOON} <= {
            group for group, count in board.counts.items() if count
        }
        everything = office.ticket_lists.every_row(TicketFilter(Group.ALL))
        assert {TicketKind.REPAIR, TicketKind.COMPLAINT} <= {row.kind for row in everything}
        assert all(row.reported_at <= NOW for row in everything)
        autumn = office.ticket_statistics.figures(date(2026, 8, 1), date(2026, 11, 1)).whole
        assert autumn.taken >= 20
        assert autumn.meets_goal
        assert autumn.promises.part < autumn.promises.whole
        assert any(one.left for one in office.teams.workers(left=True))
        assert any(office.building_hints.of(node.id) for node in office.estate.tree())


def test_every_list_chart_and_paper_of_tickets_has_something_true_to_show(estate: Path) -> None:
    with closing(Office.open(estate, SetClock(NOW))) as office:
        everything = {row.id: row for row in office.ticket_lists.every_row(TicketFilter(Group.ALL))}
        lines = {ticket_id: office.ticket_lines.of(ticket_id) for ticket_id in everything}
        states = {line.state for found in lines.values() for line in found.lines}
        assert {PayState.PAID, PayState.TO_PAY, PayState.FREE} <= states
        (event,) = office.mass_events.live()
        assert event.children >= 2
        assert event.say
        rows = everything.values()
        assert any(row.state is State.MERGED for row in rows)
        assert TicketKind.FEE_DISPUTE in {row.kind for row in rows}
        (grave,) = (row for row in rows if row.service_class is ServiceClass.MAJOR)
        told = [one.kind for one in office.ticket_pages.open(grave.id).timeline]
        assert told.count(EntryKind.PROGRESS) == 3
        assert office.complaints.progress_due() == ()
        assert sum(row.files for row in rows) >= 6
        assert any(row.appointment is not None for row in rows)
        said = {one.rating.result for ticket_id in everything for one in office.ticket_ratings.of(ticket_id)}
        assert {RatingResult.GOOD, RatingResult.SENT_BACK} <= said


def test_a_night_waits_for_its_review_a_drill_is_graded_and_a_cut_is_announced(estate: Path) -> None:
    with closing(Office.open(estate, SetClock(NOW))) as office:
        (night,) = office.incident_journal.rows(Shown.TO_REVIEW)
        assert office.incidents.view(night.id).plan.code == "lift-entrapment"
        assert office.incidents.running() == ()
        (drill,) = office.drills.played()
        assert drill.evaluation is not None
        assert [one.number for one in office.incidents.tickets(drill.incident_id)] == [
            one.ticket for one in drill.evaluation.findings
        ]
        assert [one.code for one in office.notices.at_work()] == ["planned-power-cut"]


def reported(folder: Path) -> list[tuple[object, ...]]:
    question = "SELECT day, serial, text, state, closed_at, worker_id FROM ticket ORDER BY id"
    with closing(Office.open(folder, SetClock(NOW))) as office, office.store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(question))]

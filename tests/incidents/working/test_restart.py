"""The program goes away in the middle of an incident and comes back; or somebody moves the clock of the computer."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from app.incidents.refusals import IncidentUnknown
from app.incidents.running.acts import Others
from app.incidents.running.entry import EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.taking_up import BEAT_SECONDS
from app.incidents.running.timers import running_timers
from app.incidents.tables import incident, incident_entry
from tests.incidents.working.incident_office import IncidentOffice


def timers(desk: IncidentOffice, number: int) -> dict[str, datetime]:
    view = desk.incidents.view(number)
    return {one.timer.id: one.due_at for one in running_timers(view.progress, view.entries, desk.clock.now())}


def test_i20_after_a_restart_the_steps_stand_and_the_log_says_how_long_it_was_off(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.ticks(number, "which-lift", "how-many")
    before = timers(desk, number)
    desk.clock.advance(minutes=9)
    desk.incidents.beat()
    off = desk.clock.now()
    desk.clock.advance(minutes=5)
    desk = desk.again()
    found = desk.incidents.take_up()
    assert (found.running, found.off, found.lost) == ((number,), (off, desk.clock.now()), ())
    assert desk.next(number) == "call-119" or desk.state(number, "how-many").is_settled
    assert timers(desk, number) == before, "clocks run on while the program is off"
    told = desk.last(number)
    assert (told.kind, told.by, told.by_id) == (EntryKind.GAP, "", None)
    assert told.facts == {"from": off.isoformat(), "until": desk.clock.now().isoformat()}
    assert desk.breaches() == []


def test_i20_a_second_look_and_a_second_window_write_no_gap(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.incidents.beat()
    desk.clock.advance(seconds=BEAT_SECONDS)
    other = IncidentOffice(desk.folder, desk.clock)
    assert other.incidents.take_up().off is None
    other.office.close()
    desk.clock.advance(minutes=3)
    desk.incidents.take_up()
    desk.incidents.take_up()
    assert desk.kinds(number) == [EntryKind.STARTED, EntryKind.GAP]


def test_i20_every_running_incident_is_told_and_no_closed_one(desk: IncidentOffice) -> None:
    closed, first, second = desk.started("fire"), desk.started(), desk.started("power-cut")
    desk.closes(closed)
    desk.clock.advance(hours=2)
    desk = desk.again()
    assert desk.incidents.take_up().running == (first, second)
    assert [desk.last(one).kind for one in (closed, first, second)] == [EntryKind.CLOSED, EntryKind.GAP, EntryKind.GAP]


def test_i20_where_nothing_runs_nothing_is_written(desk: IncidentOffice) -> None:
    desk.closes(desk.started())
    desk.incidents.beat()
    assert not (desk.folder.path / "counter.alive").exists()
    desk.clock.advance(hours=2)
    assert desk.incidents.take_up().running == ()


def test_i20_a_spoilt_sign_of_life_is_no_trouble(desk: IncidentOffice) -> None:
    number = desk.started()
    (desk.folder.path / "counter.alive").write_bytes(b"\x00" * 32)
    desk.clock.advance(minutes=5)
    desk.incidents.take_up()
    assert desk.last(number).facts["from"] == datetime(2026, 11, 20, 19, 41).isoformat()


def test_i20_a_clock_that_was_set_back_while_it_was_off_is_told(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.incidents.beat()
    desk.clock.advance(hours=-2)
    desk = desk.again()
    desk.incidents.take_up()
    told = desk.last(number)
    assert (told.kind, told.facts["from"], told.facts["to"]) == (
        EntryKind.CLOCK_MOVED,
        "2026-11-20T19:41:00",
        "2026-11-20T17:41:00",
    )


def left_of(desk: IncidentOffice, number: int) -> dict[str, timedelta]:
    return {name: due - desk.clock.now() for name, due in timers(desk, number).items()}


class Computer:
    """A computer whose clock somebody sets; its other one only runs on."""

    def __init__(self, desk: IncidentOffice) -> None:
        self.desk, self.ran = desk, 1_000
        others = Others(lambda: desk.office.tickets, desk.incidents._others.holidays, lambda: self.ran)
        self.incidents = Incidents(desk.office.store, desk.clock, desk.office.plans, others)
        self.incidents.beat()

    def runs(self, seconds: int) -> None:
        self.ran += seconds
        self.desk.clock.advance(seconds=seconds)

    def is_set(self, minutes: int) -> None:
        self.desk.clock.advance(minutes=minutes)


@pytest.mark.parametrize("minutes", [-60, 60, -1, 1])
def test_i20_a_clock_moved_while_it_runs_is_told_and_the_timers_go_on(desk: IncidentOffice, minutes: int) -> None:
    number = desk.started()
    computer = Computer(desk)
    computer.runs(120)
    desk.ticks(number, "call-maintainer")
    computer.ran += 20
    left = left_of(desk, number)
    assert left.keys() >= {"talk", "maintainer"}
    computer.is_set(minutes)
    computer.incidents.note(desk.cashier, number, "情绪平稳")
    moved, note = desk.log(number)[-2:]
    assert moved.kind is EntryKind.CLOCK_MOVED
    assert datetime.fromisoformat(moved.facts["to"]) - datetime.fromisoformat(moved.facts["from"]) == timedelta(
        minutes=minutes
    )
    assert note.kind is EntryKind.WRITTEN
    assert left_of(desk, number) == left
    assert desk.clock.now() - desk.incidents.view(number).running_since == timedelta(seconds=140)
    (line,) = desk.incidents.running()
    assert desk.clock.now() - line.running_since == timedelta(seconds=140)
    computer.runs(60)
    computer.incidents.beat()
    assert desk.last(number) == note, "told once"


def test_i20_a_few_seconds_that_the_computer_puts_right_by_itself_are_not_told(desk: IncidentOffice) -> None:
    number = desk.started()
    computer = Computer(desk)
    computer.runs(60)
    desk.clock.advance(seconds=10)
    computer.incidents.beat()
    assert len(desk.log(number)) == 1


def lose(desk: IncidentOffice, number: int, lines: int) -> None:
    """As a damaged write-ahead log does: the newest lines are gone and the rest is whole."""
    rest = desk.log(number)[:-lines]
    with desk.office.store.transaction() as connection:
        gone = (incident_entry.c.incident_id == number) & (incident_entry.c.no > len(rest))
        connection.execute(incident_entry.delete().where(gone))
        of_last = (incident_entry.c.incident_id == number) & (incident_entry.c.no == len(rest))
        head = connection.execute(incident_entry.select().where(of_last)).one().fingerprint
        connection.execute(incident.update().where(incident.c.id == number).values(head_no=len(rest), head=head))


def test_i10_a_tick_that_was_shown_and_is_no_more_in_the_file_is_told(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.ticks(number, "which-lift", "how-many")
    before = len(desk.log(number))
    lose(desk, number, 2)
    assert desk.breaches() == [], "the file itself tells nothing"
    desk = desk.again()
    (lost,) = desk.incidents.take_up().lost
    assert (lost.incident_id, lost.name, lost.expected, lost.found) == (number, "突261120-01", before, before - 2)
    told = next(entry for entry in desk.log(number) if entry.kind is EntryKind.LOST)
    assert told.facts == {"expected": before, "found": before - 2}
    assert desk.incidents.take_up().lost == (), "told once"


def test_i10_an_incident_that_is_gone_altogether_is_told_by_its_number(desk: IncidentOffice) -> None:
    number = desk.started()
    with desk.office.store.transaction() as connection:
        connection.execute(incident_entry.delete())
        connection.execute(incident.delete())
    desk = desk.again()
    (lost,) = desk.incidents.take_up().lost
    assert (lost.name, lost.expected, lost.found) == ("突261120-01", 1, 0)
    with pytest.raises(IncidentUnknown):
        desk.incidents.view(number)


def test_i10_the_head_file_keeps_the_newest_line_of_every_log_beside_that_of_the_money(desk: IncidentOffice) -> None:
    first, second = desk.started(), desk.started("fire")
    desk.ticks(first)
    places = desk.folder.head.read_bytes()
    assert len(places) == 6 * 4096
    newest = max((json.loads(places[at : at + 4096]) for at in (8192, 12288)), key=lambda place: place["turn"])
    assert {log[0]: log[1] for log in newest["logs"]} == {first: 2, second: 1}
    desk.builder.open_shift()
    assert desk.folder.head.read_bytes()[8192:] == places[8192:], "money leaves it alone"


@pytest.mark.parametrize("broken", [0, 1])
def test_i10_a_write_of_the_head_that_broke_off_leaves_the_one_before(desk: IncidentOffice, broken: int) -> None:
    number = desk.started()
    desk.ticks(number)
    content = bytearray(desk.folder.head.read_bytes())
    start = (2 + broken) * 4096
    content[start : start + 60] = b"\x00" * 60
    desk.folder.head.write_bytes(content)
    assert desk.again().incidents.take_up().lost == ()


def test_i10_more_incidents_than_the_head_file_holds_push_out_the_oldest(desk: IncidentOffice) -> None:
    numbers = [desk.started("fire") for _ in range(45)]
    place = max(
        (json.loads(desk.folder.head.read_bytes()[at : at + 4096]) for at in (8192, 12288)), key=lambda one: one["turn"]
    )
    assert [log[0] for log in place["logs"]] == numbers[5:]

"""The database is locked after a power cut; the list that was being worked is not."""

from __future__ import annotations

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.incidents.attached.people import PersonTold
from app.incidents.refusals import IncidentUnknown
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import EntryKind
from app.incidents.running.timers import running_timers
from app.incidents.running.view import IncidentView
from app.incidents.running.watched_clock import WatchedClock
from app.incidents.unsigned.files import log_file, plans_file, runs_file
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from app.incidents.words.lines import line_text
from app.office import Office
from tests.incidents.working.incident_office import IncidentOffice, any_answers

WAYS = {"how-many": {"people": "2", "condition": "well", "shaft": "clear"}}


def locked(desk: IncidentOffice) -> UnsignedIncidents:
    """The sign-in page of a database that nobody has opened."""
    return UnsignedIncidents(desk.folder, desk.clock)


def test_i10_what_ran_when_the_power_failed_is_worked_on_before_anybody_can_open_the_database(
    desk: IncidentOffice,
) -> None:
    stuck = desk.started()
    desk.ticks(stuck, "which-lift")
    shown = desk.incidents.view(stuck)
    outside = locked(desk)
    (line,) = outside.running()
    assert (line.id, line.number, line.place) == (stuck, shown.number, "3 栋东梯")
    assert outside.view(stuck).progress.current == shown.progress.current
    outside.tick(stuck, "how-many", WAYS["how-many"])
    desk.again().incidents.join_unsigned(desk.cashier)
    joined = [entry.kind for entry in desk.incidents.log(stuck)]
    assert joined.count(EntryKind.TICKED) == 2
    assert joined[-1] is EntryKind.JOINED
    assert not log_file(desk.folder).exists()


def test_its_plan_is_kept_with_what_runs_whatever_the_folder_says_of_plans(desk: IncidentOffice) -> None:
    stuck = desk.started()
    plans_file(desk.folder).unlink(missing_ok=True)
    assert locked(desk).view(stuck).plan == desk.incidents.view(stuck).plan


def test_several_run_and_each_is_forgotten_when_it_is_closed(desk: IncidentOffice) -> None:
    first, second = desk.started(), desk.started("fire", "2 栋")
    assert [one.id for one in locked(desk).running()] == [first, second]
    desk.closes(first)
    assert [one.id for one in locked(desk).running()] == [second]
    desk.closes(second)
    assert not runs_file(desk.folder).exists()
    with pytest.raises(IncidentUnknown):
        locked(desk).view(first)


@pytest.mark.parametrize("hours", [-2, 2])
def test_i20_what_the_program_saw_of_the_clock_stands_there_with_its_times(desk: IncidentOffice, hours: int) -> None:
    stuck = desk.started()
    desk.incidents.beat()
    desk.clock.advance(hours=hours)
    desk = desk.again()
    desk.incidents.take_up()
    for outside in (locked(desk), desk.office.unsigned_incidents):
        view = outside.view(stuck)
        told = line_text(view.entries[-1], view.plan).zh
        assert "19:41" in told
        assert f"{desk.clock.now():%H:%M}" in told
        assert running_timers(view.progress, view.entries, desk.clock.now())
        assert [one.running_since for one in outside.running()] == [desk.incidents.view(stuck).running_since]


def test_the_file_names_nobody_who_was_trapped_and_holds_no_free_words(desk: IncidentOffice) -> None:
    stuck = desk.started(reporter="张建国 13800005678")
    desk.incidents.note(desk.cashier, stuck, "501 的李秀兰怀孕")
    desk.office.incident_people.add(desk.cashier, stuck, PersonTold("李秀兰", phone="13800001234"))
    content = runs_file(desk.folder).read_text(encoding="utf-8")
    for secret in ("张建国", "13800005678", "李秀兰", "怀孕", "13800001234"):
        assert secret not in content


def test_a_line_that_broke_off_hides_none_before_it(desk: IncidentOffice) -> None:
    stuck = desk.started()
    before = len(desk.incidents.log(stuck))
    desk.ticks(stuck, "which-lift")
    path = runs_file(desk.folder)
    path.write_bytes(path.read_bytes()[:-9])
    assert len(locked(desk).view(stuck).entries) == len(desk.incidents.log(stuck)) - 1 >= before


def test_a_tick_adds_its_lines_and_writes_none_again(desk: IncidentOffice) -> None:
    stuck = desk.started()
    path = runs_file(desk.folder)
    before = path.read_bytes()
    place = path.stat().st_ino
    desk.ticks(stuck, "which-lift")
    assert path.read_bytes().startswith(before)
    assert path.stat().st_ino == place, "it is not the same file"


def test_what_another_window_wrote_meanwhile_stands_there_once(desk: IncidentOffice) -> None:
    stuck = desk.started()
    other = Office.open(desk.folder.path, desk.clock)
    other.incidents.note(desk.cashier, stuck, "门开了")
    desk.ticks(stuck, "which-lift")
    other.incidents.note(desk.cashier, stuck, "人出来了")
    other.close()
    shown = [(entry.no, entry.kind) for entry in locked(desk).view(stuck).entries]
    assert shown == [(entry.no, entry.kind) for entry in desk.incidents.log(stuck)]


@pytest.mark.parametrize("kept", [0, 1, 40, -40, -1])
def test_a_file_that_broke_off_tells_of_nothing(desk: IncidentOffice, kept: int) -> None:
    desk.started()
    path = runs_file(desk.folder)
    path.write_bytes(path.read_bytes()[:kept])
    assert locked(desk).running() == ()


def test_a_file_that_was_changed_tells_of_nothing_rather_than_of_something_wrong(desk: IncidentOffice) -> None:
    desk.started()
    path = runs_file(desk.folder)
    path.write_text(path.read_text(encoding="utf-8").replace("3 栋东梯", "4 栋东梯"), encoding="utf-8")
    assert locked(desk).running() == ()


def test_a_full_disk_keeps_no_tick_from_the_log(desk: IncidentOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = desk.started()

    def full(self: Path, *_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    with monkeypatch.context() as patched:
        patched.setattr("app.incidents.unsigned.folder_runs.add_synced", full)
        desk.ticks(stuck, "which-lift")
    assert len(locked(desk).view(stuck).entries) == 1, "the file is as old as the disk left it"
    desk.ticks(stuck)
    assert len(locked(desk).view(stuck).entries) == len(desk.incidents.log(stuck))


def left_of(view: IncidentView, now: datetime) -> dict[str, timedelta]:
    """How long each clock still has."""
    return {one.timer.id: one.due_at - now for one in running_timers(view.progress, view.entries, now)}


@pytest.mark.parametrize("minutes", [-120, 90])
def test_i20_a_clock_set_before_sign_in_is_told_there_once_and_the_timers_go_on(
    desk: IncidentOffice, minutes: int
) -> None:
    stuck = desk.started()
    desk.incidents.beat()
    ran = [1_000]
    outside = UnsignedIncidents(desk.folder, desk.clock, watched=WatchedClock(desk.clock, lambda: ran[0]))
    own = outside.start(NewIncident("own", "lift-entrapment", "4 栋"))
    outside.tick(stuck, "call-maintainer", any_answers(outside.view(stuck).plan.step("call-maintainer")))

    def left() -> list[dict[str, timedelta]]:
        return [left_of(outside.view(one), desk.clock.now()) for one in (stuck, own)]

    desk.clock.advance(seconds=60)
    ran[0] += 60
    before, now = left(), desk.clock.now()
    desk.clock.advance(minutes=minutes)
    assert outside.look_at_clock()
    assert not outside.look_at_clock(), "told once"
    assert left() == before
    told = line_text(outside.view(stuck).entries[-1], outside.view(stuck).plan).zh
    assert f"{now:%H:%M}" in told
    assert f"{desk.clock.now():%H:%M}" in told
    desk = desk.again()
    desk.incidents.take_up()
    desk.incidents.join_unsigned(desk.cashier)
    log = desk.log(stuck)
    assert [entry.kind for entry in log].count(EntryKind.CLOCK_MOVED) == 1
    assert left_of(desk.incidents.view(stuck), desk.clock.now()) == before[0]

"""The process is killed in the middle of an incident: what was shown as ticked is there, once, and nothing is broken."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.incidents.running.entry import EntryKind
from app.incidents.truths import TRUTHS
from app.incidents.unsigned.files import log_file
from app.incidents.unsigned.unsigned_log import read_acts
from app.store.file_truths import TRUTHS as OF_FILE
from app.store.truths import check_truths
from tests.office_builder import OfficeBuilder
from tests.stories.kill.conftest import SEED
from tests.stories.kill.night.conftest import PERSON
from tests.stories.kill.night.person import EVENING
from tests.stories.kill.processes import FreshWorkers, Workers
from tests.stories.kill.said import Said, read_said, wait_until_said

KILLS, MANY_KILLS = 60, 1_000
LONGEST_WORK = 0.6  # seconds
ORDERS = [
    pytest.param(f"{SEED}-night-{at}", marks=[pytest.mark.endurance] if at >= KILLS else [])
    for at in range(KILLS + MANY_KILLS)
]


@contextmanager
def the_next_start(data: Path) -> Iterator[OfficeBuilder]:
    """The office opened again two hours later."""
    builder = OfficeBuilder(data, SetClock(EVENING + timedelta(hours=12)))
    try:
        yield builder
    finally:
        builder.office.close()


def check_logs(builder: OfficeBuilder, said: Said) -> None:
    """Every line that was shown stands at its number; at most the act in doubt wrote more."""
    shown: dict[int, set[str]] = {int(step[2]): set() for step in said.confirmed if step[0] == "start"}
    for step in said.confirmed:
        if step[0] == "act":
            shown[int(step[1])].update(step[2:])
    for number, lines in shown.items():
        found = {f"{entry.no}:{entry.kind}:{entry.step}" for entry in builder.office.incidents.log(number)}
        assert lines <= found, "a line that was shown is missing"


def check_outside(builder: OfficeBuilder, said: Said) -> None:
    """Every tick before sign-in stands in the file or has joined its log, once."""
    waiting = [act.id for act in read_acts(log_file(builder.office.store.folder))]
    logs = [builder.office.incidents.log(int(step[2])) for step in said.confirmed if step[0] == "start"]
    joined = [act for log in logs for entry in log for act in entry.facts.get("acts", ())]
    lines = sum(bool(entry.facts.get("unsigned")) for log in logs for entry in log)
    told = sum(step[0] == "outside" for step in said.confirmed)
    assert lines == len(joined) == len(set(joined))
    assert len({*waiting, *joined}) - told in (0, 1 if said.doubtful == "outside" else 0)


def check_restart(builder: OfficeBuilder) -> None:
    incidents = builder.office.incidents
    worked_outside = read_acts(log_file(builder.office.store.folder)) != ()
    found = incidents.take_up()
    assert found.lost == (), "the head file knows nothing that is not there"
    incidents.join_unsigned(builder.cashier)
    assert incidents.join_unsigned(builder.cashier) == ()
    assert read_acts(log_file(builder.office.store.folder)) == ()
    for number in found.running:
        kinds = [entry.kind for entry in incidents.log(number)]
        assert EntryKind.GAP in kinds or worked_outside  # then the program was on until nobody knows when
        assert incidents.view(number).progress.steps
    acts = [act for number in found.running for entry in incidents.log(number) for act in entry.facts.get("acts", ())]
    assert len(acts) == len(set(acts)), "what was told before sign-in joins once"
    with builder.office.store.reading() as connection:
        assert [truth for truth in check_truths(connection, (*TRUTHS, *OF_FILE)) if truth.breaches] == []


def kill_at_any_moment(workers: Workers, seed: str, data: Path, said_file: Path) -> Said:
    person = workers.start(PERSON, said_file, data, seed)
    wait_until_said(said_file, "done open")
    time.sleep(random.Random(seed).uniform(0, LONGEST_WORK))
    person.kill()
    assert said_file.with_suffix(".err").read_text(encoding="utf-8") == ""
    said = read_said(said_file)
    with the_next_start(data) as builder:
        check_logs(builder, said)
        check_outside(builder, said)
        check_restart(builder)
    return said


@pytest.mark.parametrize("seed", ORDERS)
def test_i10_i20_killed_at_any_moment_no_tick_that_was_shown_is_lost(
    seed: str, night: Path, tmp_path: Path, waiting_people: Workers
) -> None:
    kill_at_any_moment(waiting_people, seed, night, tmp_path / "said")
    shutil.rmtree(night)


def test_i20_a_process_of_its_own_is_killed_where_the_system_does_not_fork(night: Path, tmp_path: Path) -> None:
    said = kill_at_any_moment(FreshWorkers(), f"{SEED}-night-fresh", night, tmp_path / "said")
    assert said.confirmed or said.in_doubt


@pytest.mark.parametrize("point", ["before_commit", "before_head"])
def test_i10_killed_at_a_named_point_the_line_is_there_whole_or_not_at_all(
    point: str, night: Path, tmp_path: Path, waiting_people: Workers
) -> None:
    said_file = tmp_path / "said"
    waiting_people.start(PERSON, said_file, night, f"{SEED}-night-{point}", point).gone()
    assert said_file.with_suffix(".err").read_text(encoding="utf-8") == ""
    said = read_said(said_file)
    assert said.doubtful == "act"
    with the_next_start(night) as builder:
        check_logs(builder, said)
        last = builder.office.incidents.log(int(said.in_doubt[1]))[-1].kind
        assert (last in (EntryKind.NOTED, EntryKind.WRITTEN)) == (point == "before_head")
        check_restart(builder)

"""Whatever use case of whatever room a kill falls into: what was confirmed is there, whole and once, and work goes on.

The lives and their deaths follow from a seed, today's date unless PROPERTY_COUNTER_KILL_SEED says otherwise.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.office import Office
from app.store.backup_file import read_label
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from tests.conftest import MORNING
from tests.office_builder import SUPERVISOR_PASSWORD
from tests.stories.kill.conftest import SEED
from tests.stories.kill.processes import Workers
from tests.stories.kill.use_cases.every_act import ALL_ACTS
from tests.stories.kill.use_cases.life import Life
from tests.stories.kill.use_cases.told import last_of
from tests.stories.kill.use_cases.whole_books import digest_of

LIFE = "tests.stories.kill.use_cases.child"
KILLS, MANY_KILLS, MANY_ROUNDS = 10, 1_000, 12
ORDERS = [
    pytest.param(f"{SEED}-life-{number}", marks=[pytest.mark.endurance] if number >= KILLS else [])
    for number in range(KILLS + MANY_KILLS)
]
EVENING = MORNING.replace(hour=20)


@pytest.fixture
def data(lived_in: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "office data"
    shutil.copytree(lived_in, copied)
    return copied


def test_a_life_can_do_its_acts(data: Path) -> None:
    life = Life(data, "whole")
    life.open_shift()
    done = {act.__name__ for act in ALL_ACTS if life.do(act)}
    life.office.close()
    never = {act.__name__ for act in ALL_ACTS} - done
    assert len(never) < len(ALL_ACTS) / 6, never


@pytest.mark.endurance
def test_in_a_long_life_nearly_every_act_is_done_and_every_truth_holds(data: Path) -> None:
    life, done = Life(data, f"{SEED}-long"), Counter[str]()
    life.open_shift()
    for _ in range(MANY_ROUNDS):
        for act in life.rng.sample(ALL_ACTS, len(ALL_ACTS)):
            done[act.__name__] += life.do(act)
    assert life.breaches() == []
    life.office.close()
    never = {act.__name__ for act in ALL_ACTS if not done[act.__name__]}
    assert len(never) < len(ALL_ACTS) / 20, never


@pytest.mark.parametrize("seed", ORDERS)
def test_killed_in_any_act_what_was_confirmed_is_there_whole_and_once(
    seed: str, data: Path, lived_in: Path, tmp_path: Path, waiting: Workers
) -> None:
    said = tmp_path / "said"
    waiting.start(LIFE, said, data, seed).gone()
    assert said.with_suffix(".err").read_text(encoding="utf-8") == ""
    last = last_of(said)
    check_books(data, lived_in, last.books, last.act)
    check_files(data, lived_in)
    work_goes_on(data, lived_in, seed)
    shutil.rmtree(tmp_path)


def key_of(lived_in: Path) -> str:
    key = Keyring.read(DataFolder(lived_in)).open_key
    assert key is not None
    return key


def check_books(data: Path, lived_in: Path, allowed: frozenset[str], act: str) -> None:
    office = Office.open(data, SetClock(EVENING), key_of(lived_in))
    try:
        assert digest_of(office.store) in allowed, f"killed in {act}"
        assert [f"{one.truth}: {breach}" for one in office.verify() for breach in one.breaches] == []
    finally:
        office.close()


def check_files(data: Path, lived_in: Path) -> None:
    """Who could sign in can, and what has a backup's name is one."""
    ring = Keyring.read(DataFolder(data))
    assert ring.unlock("沈若兰", SUPERVISOR_PASSWORD) == key_of(lived_in)
    for file in DataFolder(data).backups.glob("*.pcbackup"):
        assert read_label(file).file_name == file.name


def work_goes_on(data: Path, lived_in: Path, seed: str) -> None:
    """The next morning every act can be tried again; none of them is a bug."""
    life = Life(data, f"{seed} goes on", key_of(lived_in))
    life.clock.advance(days=1)
    for act in life.rng.sample(ALL_ACTS, 5):
        life.do(act)
    life.office.close()

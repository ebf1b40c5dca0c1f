"""A write fails in whatever use case of whatever room: it is a trouble with a sentence, and nothing half is kept.

The acts and the writes follow from a seed, today's date unless PROPERTY_COUNTER_KILL_SEED says otherwise.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.core.errors import Trouble
from app.store.store import Store
from tests.stories.faults.failing_driver import FAULTS, FailingDriver
from tests.stories.kill.conftest import SEED
from tests.stories.kill.use_cases.every_act import ALL_ACTS
from tests.stories.kill.use_cases.life import Act, Life
from tests.stories.kill.use_cases.whole_books import digest_of
from ui.sentences import say

ACTS, MANY_ACTS, MOST_STATEMENTS, LIVED = 25, 600, 40, 25
ROUNDS = [
    pytest.param(f"{SEED}-writes-{number}", count, marks=[pytest.mark.endurance] if count > ACTS else [])
    for number, count in enumerate((ACTS, MANY_ACTS, MANY_ACTS, MANY_ACTS))
]


@pytest.mark.parametrize(("seed", "count"), ROUNDS)
def test_a_write_that_fails_is_said_and_nothing_of_it_is_kept(
    seed: str, count: int, lived_in: Path, tmp_path: Path
) -> None:
    data = tmp_path / "office data"
    shutil.copytree(lived_in, data)
    life, rng = Life(data, seed), random.Random(f"{seed} fails")
    life.open_shift()
    for act in life.rng.sample(ALL_ACTS, LIVED):
        life.do(act)
    store, driver, fell = life.office.store, FailingDriver(life.office.store.engine), 0
    confirmed = heard_of(store)
    stands = digest_of(store)
    for _ in range(count):
        act, word = rng.choice(ALL_ACTS), rng.choice(list(FAULTS))
        confirmed.clear()
        with driver.failing(rng.randrange(MOST_STATEMENTS), word, for_good=True):
            told = trouble_of(life, act)
        fell += told is not None
        assert told is None or say(told), act.__name__
        assert confirmed or digest_of(store) == stands, f"{act.__name__}: {driver.failed_at}"
        stands = digest_of(store) if confirmed else stands
    assert fell > count / 5
    assert life.breaches() == []
    life.office.close()


def trouble_of(life: Life, act: Act) -> Trouble | None:
    try:
        life.do(act)
    except Trouble as trouble:
        return trouble
    return None


def heard_of(store: Store) -> list[str]:
    """Gets a word whenever a transaction was confirmed."""
    heard: list[str] = []
    seal = store.before_commit
    assert seal is not None

    def about_to_be(connection: Connection) -> None:
        seal(connection)
        store.after_commit("heard", lambda: heard.append("confirmed"))

    store.before_commit = about_to_be
    return heard

"""Damage of any kind to any file of the folder is found, or it does no harm: the books are never silently wrong.

The blows follow from a seed, today's date unless PROPERTY_COUNTER_DAMAGE_SEED says otherwise; what failed names it.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.errors import Refusal, Trouble
from app.office import Office
from app.store import file_truths
from app.store.truths import check_truths
from tests.conftest import MORNING
from tests.stories.damage.blows import BLOWS
from tests.stories.damage.conftest import SEED, Left, facts_of, lie_as_it_lay
from ui.sentences import say

FILES = ("counter.db", "counter.db-wal", "counter.db", "counter.db-wal", "counter.head", "counter.key")
BLOWS_EACH, GROUPS, MANY_GROUPS = 25, 20, 120
GROUP_SEEDS = [
    pytest.param(f"{SEED}-{number}", marks=[pytest.mark.endurance] if number >= GROUPS else [])
    for number in range(GROUPS + MANY_GROUPS)
]


def what_comes_of_it(data: Path, left: Left) -> str:
    """`found` with what the person reads, `harmless`, or `wrong`."""
    try:
        office = Office.open(data, SetClock(MORNING))
    except (Refusal, Trouble) as trouble:
        return f"found at opening: {say(trouble)}"
    try:
        with office.store.reading() as connection:
            broken = [one.truth for one in check_truths(connection, file_truths.TRUTHS) if one.breaches]
        if broken:
            return f"found by verify: {broken[0]}"
        if facts_of(office) == left.facts:
            return "harmless"
        broken = [one.truth for one in office.verify() if one.breaches]
        return f"found by verify: {broken[0]}" if broken else "wrong"
    except (Refusal, Trouble) as trouble:
        return f"found when read: {say(trouble)}"
    finally:
        office.close()


def strike(rng: random.Random, data: Path, left: Left) -> str:
    name, blow = rng.choice(FILES), rng.choice(BLOWS)
    content = bytearray((data / name).read_bytes())
    blow(rng, content, left.before if name == "counter.db" else b"")
    (data / name).write_bytes(content)
    return f"{name}, {blow.__name__}"


@pytest.mark.parametrize("seed", GROUP_SEEDS)
def test_every_damage_is_found_or_does_no_harm(seed: str, left: Left, tmp_path: Path) -> None:
    came: Counter[str] = Counter()
    for number in range(BLOWS_EACH):
        rng = random.Random(f"{seed}-{number}")
        data = tmp_path / f"{number}"
        lie_as_it_lay(left.path, data)
        struck = strike(rng, data, left)
        outcome = what_comes_of_it(data, left)
        assert outcome != "wrong", f"blow {number} of {seed}: {struck}"
        came[outcome.split(":")[0]] += 1
        shutil.rmtree(data)
    assert came["found at opening"]


def test_an_office_that_nothing_happened_to_is_whole_after_the_cut_in_power(left: Left, tmp_path: Path) -> None:
    lie_as_it_lay(left.path, tmp_path / "data")
    assert what_comes_of_it(tmp_path / "data", left) == "harmless"


def test_facts_that_differ_are_told_from_facts_that_do_not(left: Left, tmp_path: Path) -> None:
    lie_as_it_lay(left.path, tmp_path / "data")
    changed = Left(left.path, left.facts | {"draft": []}, left.before)
    assert what_comes_of_it(tmp_path / "data", changed) == "wrong"

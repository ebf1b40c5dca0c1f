"""Power goes again while a stack of hand-written receipts is entered: every paper is in whole, once, or not at all."""

from __future__ import annotations

import random
import shutil
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.counter.outages.conftest import cut_morning
from tests.office_builder import OfficeBuilder
from tests.stories.kill.conftest import SEED
from tests.stories.kill.points import POINTS
from tests.stories.kill.processes import Workers
from tests.stories.kill.said import Said, read_said, wait_until_said
from tests.stories.kill.stack_child import AFTERNOON
from tests.stories.kill.stack_form import FORM, restored

BLOCK = 400
KILLS, MANY_KILLS = 4, 60
STACK = "tests.stories.kill.stack_child"
ORDERS = [
    pytest.param(f"{SEED}-stack-{at}", marks=[pytest.mark.endurance] if at >= KILLS else [])
    for at in range(KILLS + MANY_KILLS)
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    path = tmp_path_factory.mktemp("stack") / "office data"
    shutil.copytree(set_up_office, path)
    builder = OfficeBuilder(path, SetClock(datetime(2026, 11, 20, 8, 30)))
    cut_morning(builder, BLOCK)
    builder.office.close()
    return path


@pytest.fixture
def stack(prepared: Path, tmp_path: Path) -> Path:
    path = tmp_path / "office data"
    shutil.copytree(prepared, path)
    return path


def check(data: Path, said: Said) -> bool:
    """What was confirmed is there; the row in the draft goes in now unless it is in. Whether the last one was in."""
    builder = OfficeBuilder(data, SetClock(AFTERNOON + timedelta(hours=1)))
    try:
        entries = builder.office.back_entries
        assert builder.breaches() == []
        (book,) = entries.books()
        labels = [row.label for row in entries.entered(book.id)]
        confirmed = [step[2] for step in said.confirmed if step[0] == "enter"]
        assert labels[: len(confirmed)] == confirmed
        assert len(labels) - len(confirmed) <= (1 if said.doubtful == "enter" else 0)
        was_in = len(labels) > len(confirmed)
        draft = builder.office.drafts.find(builder.cashier, FORM)
        if draft is not None:
            taken = entries.enter(builder.cashier, restored(draft.content))
            assert taken.repeated == (taken.label in labels)
            assert len(entries.entered(book.id)) == len({*labels, taken.label})
        assert builder.breaches() == []
        return was_in
    finally:
        builder.office.close()


@pytest.mark.parametrize("seed", ORDERS)
def test_killed_at_any_moment_every_confirmed_paper_is_in_once(
    seed: str, stack: Path, tmp_path: Path, waiting: Workers
) -> None:
    said_file = tmp_path / "said"
    victim = waiting.start(STACK, said_file, stack, seed)
    wait_until_said(said_file, "done work")
    time.sleep(random.Random(seed).uniform(0, 0.8))
    victim.kill()
    assert said_file.with_suffix(".err").read_bytes() == b""
    check(stack, read_said(said_file))


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_the_paper_is_in_whole_or_not_at_all(
    point: str, stack: Path, tmp_path: Path, waiting: Workers
) -> None:
    said_file = tmp_path / "said"
    assert waiting.start(STACK, said_file, stack, f"{SEED}-{point}", point).gone()
    assert said_file.with_suffix(".err").read_bytes() == b""
    said = read_said(said_file)
    assert said.doubtful == "enter"
    assert check(stack, said) == (point != "before_commit")

"""Whichever write of a payment fails: it is said, nothing of it is kept, and the next F9 takes the money once."""

from __future__ import annotations

import errno
import os
from collections import Counter
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import pytest

from app.core.clock import SetClock
from app.core.errors import Trouble
from app.core.ids import UnitId
from app.counter.payments.asked import TakePayment
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.damage.conftest import facts_of
from tests.stories.faults.bills import another_bill, labels
from tests.stories.faults.failing_driver import FAULTS, FailingDriver
from ui.sentences import say

LEAST_STATEMENTS = 20


def test_every_statement_of_a_payment_fails_in_turn(story: OfficeBuilder, home: UnitId) -> None:
    driver = FailingDriver(story.office.store.engine)
    story.pays(home)
    fell: Counter[str] = Counter()
    for at in count():
        asked, before, known = another_bill(story, home), facts_of(story.office), labels(story)
        word = list(FAULTS)[at % len(FAULTS)]
        told: Trouble | None = None
        with driver.failing(at, word):
            try:
                story.office.payments.take(story.cashier, asked)
            except Trouble as trouble:
                told = trouble
        if not driver.failed_at:
            break
        assert type(told) is FAULTS[word], driver.failed_at
        assert told is not None
        assert "not saved" in say(told)
        assert facts_of(story.office) == before, driver.failed_at
        taken = story.office.payments.take(story.cashier, asked)
        assert not taken.repeated
        assert labels(story) == [*known, taken.label]
        fell[driver.failed_at.split()[0]] += 1
    assert fell.total() >= LEAST_STATEMENTS
    assert {"BEGIN", "SELECT", "INSERT", "UPDATE", "COMMIT"} <= set(fell)
    assert story.breaches() == []


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_head_file_that_cannot_be_written_does_not_undo_the_payment(
    step: str, story: OfficeBuilder, place: Path, asked: TakePayment, monkeypatch: pytest.MonkeyPatch, *, is_first: bool
) -> None:
    if is_first:
        (place / "counter.head").unlink()
    with monkeypatch.context() as patch:
        _refuse(patch, step, place / "counter.head")
        taken = story.office.payments.take(story.cashier, asked)
    assert labels(story)[-1] == taken.label
    story.office.close()
    again = OfficeBuilder(place, SetClock(MORNING))
    assert again.breaches() == []
    assert again.office.payments.take(again.cashier, asked).repeated
    again.office.close()


def _refuse(patch: pytest.MonkeyPatch, step: str, head: Path) -> None:
    """From now on this step of writing the head file finds no room."""

    def no_room() -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    open_file, replace = Path.open, Path.replace

    def opened(path: Path, mode: str = "r", *others: Any, **named: Any) -> Any:
        if path.stem == head.stem and path.suffix != ".db" and mode != "rb":
            no_room()
        return open_file(path, mode, *others, **named)

    def replaced(path: Path, target: Path) -> Path:
        return no_room() if target == head else replace(path, target)

    if step == "open":
        patch.setattr(Path, "open", opened)
    elif step == "fsync":
        patch.setattr(os, "fsync", lambda _: no_room())
    else:
        patch.setattr(Path, "replace", replaced)

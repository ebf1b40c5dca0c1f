"""Whichever step of writing the keyring fails: it is said, the old password opens the data, and the next try works."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.core.clock import SetClock
from app.core.errors import Trouble
from app.office import Office
from app.store.key_refusals import KeyNotOpened
from app.store.keyring import Keyring
from app.store.keyring_file import copies
from tests.conftest import MORNING
from tests.office_builder import CASHIER_PASSWORD, SUPERVISOR_PASSWORD, OfficeBuilder
from ui.sentences import say

NEW = "winter-river"
STEPS = ((os, "open"), (os, "fsync"), (Path, "replace"))
LEAST_STEPS = 5


class FailingFiles:
    """Fails at the step of this number (from 0) that is done to files of a folder's keys."""

    def __init__(self) -> None:
        self.failed_at = ""

    @contextmanager
    def failing(self, at: int) -> Iterator[None]:
        self.failed_at, numbers = "", count()

        def failing_step(name: str, step: Any) -> Any:
            def do(*given: Any, **named: Any) -> Any:
                if next(numbers) == at:
                    self.failed_at = name
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return step(*given, **named)

            return do

        with pytest.MonkeyPatch.context() as patch:
            for owner, name in STEPS:
                patch.setattr(owner, name, failing_step(name, getattr(owner, name)))
            yield


@pytest.fixture
def kept(place: Path) -> Iterator[Office]:
    """An office whose people open the data with their passwords."""
    story = OfficeBuilder(place, SetClock(MORNING))
    for person, password in ((story.supervisor, SUPERVISOR_PASSWORD), (story.cashier, CASHIER_PASSWORD)):
        story.office.keys.welcome(person, password)
    yield story.office
    story.office.close()


def opens(office: Office, password: str) -> bool:
    try:
        return Keyring.read(office.store.folder).unlock("王敏", password) == office.store.key
    except KeyNotOpened:
        return False


def copies_are_level(office: Office) -> bool:
    first, second = copies(office.store.folder)
    return first.read_bytes() == second.read_bytes()


def test_every_step_of_changing_a_password_fails_in_turn(kept: Office) -> None:
    cashier, files = kept.people.named("王敏"), FailingFiles()
    old, new, fell = CASHIER_PASSWORD, NEW, 0
    for at in count():
        told: Trouble | None = None
        with files.failing(at):
            try:
                kept.staff.change_password(cashier, old, new)
            except Trouble as trouble:
                told = trouble
        if not files.failed_at:
            break
        fell += 1
        if told is not None:
            assert "cannot be written" in say(told)
            assert opens(kept, old), files.failed_at
            assert kept.sign_in("王敏", old) == cashier
            kept.staff.change_password(cashier, old, new)
        assert opens(kept, new), files.failed_at
        assert kept.sign_in("王敏", new) == cashier
        assert not opens(kept, old)
        old, new = new, old
    assert fell >= LEAST_STEPS
    assert copies_are_level(kept)


def test_a_keyring_that_could_be_written_only_in_part_opens_after_a_kill(kept: Office, tmp_path: Path) -> None:
    cashier, files = kept.people.named("王敏"), FailingFiles()
    for at in range(LEAST_STEPS):
        with files.failing(at):
            try:
                kept.staff.change_password(cashier, CASHIER_PASSWORD, NEW)
                known = NEW
            except Trouble:
                known = CASHIER_PASSWORD
        left = tmp_path / f"left {at}"
        shutil.copytree(kept.store.folder.path, left, ignore=shutil.ignore_patterns("*-shm"))
        again = Office.open(left, SetClock(MORNING), kept.store.key)
        assert again.sign_in("王敏", known) == cashier
        assert opens(again, known)
        again.close()
        if known == NEW:
            kept.staff.change_password(cashier, NEW, CASHIER_PASSWORD)

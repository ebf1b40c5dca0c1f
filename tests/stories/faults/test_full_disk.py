"""The disk is full, really: what was asked is refused in plain words, nothing half is there, and with room it works."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.errors import Trouble
from app.counter.methods import Method
from app.counter.settings import REFERENCE_REQUIRED
from app.incidents.running.asked import NewIncident
from app.incidents.unsigned.files import log_file, write_whole
from app.incidents.unsigned.unsigned_log import read_acts
from app.office import Office
from app.store.backup import BackupFailed
from app.store.backup_file import Why
from app.store.faults import DiskFailed, DiskFull
from app.store.folder import FolderNotWritable
from app.store.keyring_file import contents
from tests.closing import close_shift
from tests.conftest import MORNING
from tests.office_builder import CASHIER_PASSWORD, OfficeBuilder
from tests.stories.damage.conftest import facts_of
from tests.stories.faults.bills import HOMES, another_bill, labels
from tests.stories.faults.small_disk import LimitedDisk, SmallDisk, small_disk
from ui.sentences import say
from ui.shell.crash import write_crash_report
from ui.shell.window_settings import WindowSettings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="neither a mount nor a limit to be had there")

NO_ROOM = (DiskFull, DiskFailed, FolderNotWritable, BackupFailed)


@pytest.fixture(params=["mounted where it may be", "limited"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk]:
    """Both kinds where a mount is allowed; a limit alone elsewhere."""
    path = tmp_path / "small disk"
    if request.param == "limited":
        path.mkdir()
        limited = LimitedDisk(path)
        yield limited
        limited.give_back()
        return
    with small_disk(path) as found:
        yield found


@pytest.fixture
def place(disk: SmallDisk, morning_office: Path) -> Path:
    return Path(shutil.copytree(morning_office, disk.path / "office data"))


def opened_again(story: OfficeBuilder) -> OfficeBuilder:
    story.office.close()
    return OfficeBuilder(story.office.store.folder.path, SetClock(MORNING))


def pay(story: OfficeBuilder) -> None:
    home = story.office.estate.unit_named(HOMES[2])
    story.office.payments.take(story.cashier, another_bill(story, home))


def keep_a_draft(story: OfficeBuilder) -> None:
    story.office.drafts.save(story.cashier, "counter", {"received": "12.30" * 2_000})


def add_a_person(story: OfficeBuilder) -> None:
    story.office.people.add(story.supervisor, "李娜", "autumn-leaves", Role.CASHIER)


def change_a_setting(story: OfficeBuilder) -> None:
    story.office.settings.change(story.supervisor, {REFERENCE_REQUIRED: frozenset({Method.TRANSFER, Method.CHEQUE})})


def make_a_backup(story: OfficeBuilder) -> None:
    story.office.backups.make(Why.ASKED)


def close_the_shift(story: OfficeBuilder) -> None:
    close_shift(story.office, story.cashier)


def backups(story: OfficeBuilder) -> list[Path]:
    folder = story.office.store.folder.backups
    return list(folder.iterdir()) if folder.exists() else []


ACTS = (pay, keep_a_draft, add_a_person, change_a_setting, make_a_backup, close_the_shift)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_half_is_there_and_with_room_it_works(
    act: Callable[[OfficeBuilder], None], disk: SmallDisk, story: OfficeBuilder
) -> None:
    folder = story.office.store.folder
    before, keys = facts_of(story.office), contents(folder)
    disk.fill()
    try:
        with pytest.raises(Trouble) as told:
            act(story)
        assert isinstance(told.value, NO_ROOM)
        assert facts_of(story.office) == before
        assert contents(folder) == keys
        assert backups(story) == []
    finally:
        disk.free()
    assert len(say(told.value)) > len("not saved")
    act(story)
    assert facts_of(story.office) != before
    again = opened_again(story)
    assert again.breaches() == []
    again.office.close()


def test_an_act_before_sign_in_that_does_not_fit_is_not_shown_and_the_next_one_is_whole(
    disk: SmallDisk, story: OfficeBuilder
) -> None:
    outside = story.office.unsigned_incidents
    number = outside.start(NewIncident("a key", "lift-entrapment", "3 栋东梯"))
    shown = 1
    disk.fill()
    try:
        with pytest.raises(Trouble) as told:  # noqa: PT012 - the last place of the file may still hold some
            for _ in range(100):
                outside.note(number, "电梯停在七楼")
                shown += 1
        assert isinstance(told.value, NO_ROOM)
        assert len(read_acts(log_file(story.office.store.folder))) == shown
    finally:
        disk.free()
    outside.note(number, "有人应答")
    assert len(read_acts(log_file(story.office.store.folder))) == shown + 1
    (joined,) = story.office.incidents.join_unsigned(story.cashier)
    assert joined.count == shown + 1


def test_a_file_that_is_replaced_stays_whole_when_there_is_no_room(disk: SmallDisk, story: OfficeBuilder) -> None:
    folder = story.office.store.folder.path
    WindowSettings(person="王敏").write(folder)
    write_whole(folder / "counter.runs", b"before")
    disk.fill()
    try:
        WindowSettings(person="沈若兰" * 5_000).write(folder)
        with pytest.raises(OSError, match=r"No space|too large"):
            write_whole(folder / "counter.runs", b"after" * 10_000)
        assert WindowSettings.read(folder).person == "王敏"
        assert (folder / "counter.runs").read_bytes() == b"before"
    finally:
        disk.free()


def test_a_crash_that_cannot_be_written_down_is_told_all_the_same(
    disk: SmallDisk, story: OfficeBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = story.office.store.folder.crashes
    disk.fill()
    try:
        for stream in (sys.stderr, None):  # a window without a console has none
            monkeypatch.setattr(sys, "stderr", stream)
            write_crash_report(crashes, KeyError("x"), MORNING)
    finally:
        disk.free()


def test_the_window_opens_on_a_full_disk_and_what_is_there_can_be_read(disk: SmallDisk, story: OfficeBuilder) -> None:
    known, place = labels(story), story.office.store.folder.path
    story.office.close()
    disk.fill()
    try:
        try:
            again = Office.open(place, SetClock(MORNING))
        except Trouble as told:
            assert isinstance(told, NO_ROOM)  # noqa: PT017 - either of both is right
        else:
            with pytest.raises(NO_ROOM):
                again.sign_in("王敏", CASHIER_PASSWORD)
            again.close()
    finally:
        disk.free()
    once_more = OfficeBuilder(place, SetClock(MORNING))
    assert labels(once_more) == known
    assert once_more.breaches() == []
    once_more.office.close()


def test_a_backup_that_cannot_be_put_back_for_want_of_room_leaves_all_as_it_is(
    disk: SmallDisk, story: OfficeBuilder
) -> None:
    (made, *_) = story.office.backups.make(Why.ASKED)
    assert made.file is not None
    pay(story)
    known, before = labels(story), facts_of(story.office)
    disk.fill()
    try:
        with pytest.raises(NO_ROOM):
            story.office.backup_looks.put_back(story.supervisor, made.file)
        assert facts_of(story.office) == before
    finally:
        disk.free()
    again = opened_again(story)
    assert labels(again) == known
    again.office.backup_looks.put_back(again.supervisor, made.file)
    restored = opened_again(again)
    assert labels(restored) == known[:-1]
    assert restored.breaches() == []
    restored.office.close()

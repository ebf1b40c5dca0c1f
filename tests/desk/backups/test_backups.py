import errno
import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from app.access.audit import record
from app.core.clock import SetClock
from app.desk.backups.backups import Backups
from app.desk.backups.places import cloud_client_of, folders_in
from app.desk.backups.refusals import BackupEndsEarly
from app.desk.backups.settings import FOLDERS, ON_STICK
from app.incidents.papers.booklet_copy import CopyState
from app.ledger.head import keep_end
from app.ledger.journal import JournalEnd
from app.store.backup import BackupFailed
from app.store.backup_file import NoBackupFile, Why, read_label, read_ring
from tests.office_builder import OfficeBuilder


def choose(office: OfficeBuilder, *folders: Path) -> None:
    office.office.settings.change(office.supervisor, {FOLDERS: "; ".join(map(str, folders))})


def test_a_backup_is_one_file_that_says_which_office_and_where_its_books_end(counter: OfficeBuilder) -> None:
    (made,) = counter.office.backups.make(Why.DAILY)
    assert made.file is not None
    label = read_label(made.file)
    assert (label.office, label.why, label.made_at) == (
        counter.office.backups.office, Why.DAILY, counter.clock.now(),
    )  # fmt: skip
    assert label.journal_no > 0
    assert read_ring(made.file).to_bytes() == counter.office.store.folder.key.read_bytes()
    assert sorted(path.name for path in counter.office.store.folder.backups.iterdir()) == [made.file.name]


def test_nobody_reads_a_name_or_a_number_in_a_backup(counter: OfficeBuilder) -> None:
    (made,) = counter.office.backups.make(Why.DAILY)
    assert made.file is not None
    content = made.file.read_bytes()
    for known in ("张建国", "13800005678", "阳光花园", "沈若兰"):
        assert known.encode() not in content


def test_every_chosen_folder_gets_the_same_bytes_and_its_own_row(counter: OfficeBuilder, tmp_path: Path) -> None:
    first, second = tmp_path / "另一块盘", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    choose(counter, first, second)
    made = counter.office.backups.make(Why.CLOSE)
    assert [one.folder for one in made] == [counter.office.store.folder.backups, first, second]
    assert len({one.file.read_bytes() for one in made if one.file is not None}) == 1
    assert [len(found) for found in counter.office.backups.standing().values()] == [1, 1, 1]


def test_a_stick_that_is_not_there_is_said_once_a_day_and_stops_nothing(
    counter: OfficeBuilder, clock: SetClock, tmp_path: Path
) -> None:
    choose(counter, tmp_path / "gone")
    said = []
    for hours in (1, 2, 20, 1):
        clock.advance(hours=hours)
        own, gone = counter.office.backups.make(Why.DAILY)
        assert (own.state, gone.state) == (CopyState.WRITTEN, CopyState.GONE)
        said.append(gone.is_new)
    assert said == [True, False, True, False]


def test_a_day_without_a_backup_and_a_stick_put_in_later_are_both_due(
    counter: OfficeBuilder, clock: SetClock, tmp_path: Path
) -> None:
    sticks: list[Path] = []
    backups = Backups(counter.office.store, clock, lambda: sticks)
    counter.office.settings.change(counter.supervisor, {ON_STICK: True})
    assert backups.is_due()
    backups.make(Why.DAILY)
    assert not backups.is_due()
    stick = tmp_path / "stick"
    stick.mkdir()
    sticks.append(stick)
    assert {one.state for one in backups.make(Why.DAILY)} == {CopyState.WRITTEN}
    assert not backups.is_due()
    clock.advance(days=1)
    assert backups.is_due()


def test_a_backup_of_a_day_on_which_the_clock_ran_ahead_hides_none_that_came_after_it(
    counter: OfficeBuilder, clock: SetClock
) -> None:
    today = clock.now()
    clock.set(datetime(2030, 1, 1, 9))
    counter.office.backups.make(Why.DAILY)
    clock.set(today)
    (made,) = counter.office.backups.make(Why.DAILY)
    assert counter.office.backups.newest() == made.file


def test_the_last_proven_backup_is_told_by_its_row(counter: OfficeBuilder, clock: SetClock) -> None:
    assert counter.office.backups.last_proven() is None
    clock.advance(hours=3)
    counter.office.backups.make(Why.DAILY)
    assert counter.office.backups.last_proven() == clock.now()


def test_a_payment_during_the_copy_waits_for_nothing_and_starts_nothing_anew(counter: OfficeBuilder) -> None:
    seen: list[int] = []

    def pay(done: int, _whole: int) -> None:
        if not seen:
            with counter.office.store.transaction() as connection:
                record(connection, "test", "meanwhile", {}, counter.clock.now(), None)
        seen.append(done)

    (made,) = counter.office.backups.make(Why.DAILY, progress=pay)
    assert made.state is CopyState.WRITTEN
    assert seen == sorted(seen)
    assert seen[-1] == 100


def test_calling_it_off_leaves_nothing(counter: OfficeBuilder) -> None:
    class CalledOff(Exception):  # noqa: N818 - as the window's own
        pass

    def call_off(_done: int, _whole: int) -> None:
        raise CalledOff

    with pytest.raises(CalledOff):
        counter.office.backups.make(Why.CLOSE, progress=call_off)
    assert list(counter.office.store.folder.backups.iterdir()) == []
    assert counter.office.backups.last_proven() is None


def test_a_copy_that_lacks_what_was_confirmed_is_no_backup(counter: OfficeBuilder) -> None:
    with counter.office.store.transaction():
        keep_end(counter.office.store, JournalEnd(9_999, "f" * 64, None), "SK000099")
    with pytest.raises(BackupEndsEarly) as early:
        counter.office.backups.make(Why.DAILY)
    assert early.value.expected == 9_999
    assert counter.office.backups.last_proven() is None


def test_a_folder_that_is_full_keeps_its_older_backups(
    counter: OfficeBuilder, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(counter, stick)
    counter.office.backups.make(Why.DAILY)
    before = list(stick.iterdir())
    clock.advance(days=1)
    copy = shutil.copyfile

    def full_there(source: Path, target: Path) -> None:
        if target.parent == stick:
            target.write_bytes(b"half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", full_there)
    assert [one.state for one in counter.office.backups.make(Why.DAILY)] == [CopyState.WRITTEN, CopyState.FULL]
    assert list(stick.iterdir()) == before


def test_a_copy_that_reads_back_otherwise_does_not_count(
    counter: OfficeBuilder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(counter, stick)
    copy = shutil.copyfile

    def bad_stick(source: Path, target: Path) -> None:
        copy(source, target)
        if target.parent == stick:
            content = bytearray(target.read_bytes())
            content[len(content) // 2] ^= 1
            target.write_bytes(content)

    monkeypatch.setattr(shutil, "copyfile", bad_stick)
    assert [one.state for one in counter.office.backups.make(Why.DAILY)] == [CopyState.WRITTEN, CopyState.FAILED]
    assert list(stick.iterdir()) == []


def test_no_room_for_the_first_copy_is_a_trouble(counter: OfficeBuilder) -> None:
    counter.office.store.folder.backups.write_bytes(b"a file stands where the folder should be")
    with pytest.raises(BackupFailed):
        counter.office.backups.make(Why.DAILY)


def test_rotation_touches_no_other_offices_file(counter: OfficeBuilder, clock: SetClock) -> None:
    folder = counter.office.store.folder.backups
    folder.mkdir()
    others = [folder / "counter-00000000-20260101-090000.pcbackup", folder / "before-0006-1.db", folder / "论文.docx"]
    for other in others:
        other.write_bytes(b"theirs")
    for _ in range(3):
        clock.advance(hours=1)
        counter.office.backups.make(Why.SHIFT)
    assert set(others) < set(folder.iterdir())
    assert len(counter.office.backups.standing()[folder]) == 1


@pytest.mark.parametrize("name", ["about.json", "counter.db", "counter.key"])
def test_a_byte_that_fell_over_is_found(counter: OfficeBuilder, tmp_path: Path, name: str) -> None:
    (made,) = counter.office.backups.make(Why.DAILY)
    assert made.file is not None
    content = bytearray(made.file.read_bytes())
    content[content.index(name.encode()) + len(name) + 30] ^= 1
    (bad := tmp_path / "bad.pcbackup").write_bytes(content)
    with pytest.raises(NoBackupFile):
        counter.office.backup_looks.look(counter.supervisor, bad, ())


def test_folders_are_named_with_semicolons_between() -> None:
    assert folders_in(" /a ;/b c；/d;; /a") == (Path("/a"), Path("/b c"), Path("/d"))
    assert folders_in("") == ()


@pytest.mark.parametrize(
    ("folder", "client"),
    [
        ("C:/Users/王芳/OneDrive - 公司/备份", "OneDrive"),
        ("D:/我的坚果云/备份", "坚果云"),
        ("D:/BaiduSyncdisk/b", "百度网盘"),
        ("/home/w/Dropbox", "Dropbox"),
        ("/Users/w/Library/Mobile Documents/x", "iCloud"),
        ("E:/备份", ""),
    ],
)
def test_a_folder_that_a_client_carries_to_a_cloud_is_known(folder: str, client: str) -> None:
    assert cloud_client_of(Path(folder)) == client

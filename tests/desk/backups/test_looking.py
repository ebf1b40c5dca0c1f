import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from app.access.permissions import Role
from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.desk.backups.looking import look
from app.desk.backups.refusals import BackupOfAnotherOffice
from app.office import Office, all_truths
from app.store import backup_file
from app.store.backup_file import BackupIsNewer, NoBackupFile, Why, read_ring
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from app.store.restoring import FolderInUse, finish_restore, must_be_alone
from tests.office_builder import OfficeBuilder


def made_by(counter: OfficeBuilder) -> Path:
    (made,) = counter.office.backups.make(Why.ASKED)
    assert made.file is not None
    return made.file


def test_a_look_says_what_the_backup_holds_and_leaves_nothing_behind(counter: OfficeBuilder) -> None:
    looked = counter.office.backup_looks.look(counter.supervisor, made_by(counter), all_truths())
    assert looked.is_sound
    assert looked.units == 2
    assert counter.breaches() == []


def test_a_cashier_neither_looks_nor_restores(counter: OfficeBuilder) -> None:
    file, looks = made_by(counter), counter.office.backup_looks
    for asked in (lambda: looks.look(counter.cashier, file, ()), lambda: looks.put_back(counter.cashier, file)):
        with pytest.raises(NotPermitted):
            asked()
    with pytest.raises(NotPermitted):
        looks.drill(counter.cashier, file, ())


def test_a_drill_is_kept_and_due_again_after_a_month(counter: OfficeBuilder, clock: SetClock) -> None:
    looks = counter.office.backup_looks
    assert looks.drill_is_due()
    file = made_by(counter)
    looks.drill(counter.supervisor, file, all_truths())
    last = looks.last_drill()
    assert last is not None
    assert (last.at, last.file, last.is_sound) == (clock.now(), file.name, True)
    assert not looks.drill_is_due()
    clock.advance(days=31)
    assert looks.drill_is_due()


def test_a_drill_on_a_damaged_backup_says_so_and_the_one_before_is_offered(
    counter: OfficeBuilder, clock: SetClock
) -> None:
    older = made_by(counter)
    clock.advance(days=1)
    newer = made_by(counter)
    assert counter.office.backups.newest() == newer
    newer.write_bytes(newer.read_bytes()[:-5_000])
    with pytest.raises(NoBackupFile):
        counter.office.backup_looks.drill(counter.supervisor, newer, ())
    assert counter.office.backup_looks.drill_is_due()
    assert counter.office.backups.newest() == older


def test_a_backup_of_another_office_is_refused(counter: OfficeBuilder) -> None:
    with pytest.raises(BackupOfAnotherOffice):
        look(made_by(counter), "0" * 64, ())


def test_a_backup_of_a_newer_version_is_refused(counter: OfficeBuilder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made_by(counter)
    monkeypatch.setattr(backup_file, "HEAD", "0001")
    with pytest.raises(BackupIsNewer):
        counter.office.backup_looks.look(counter.supervisor, file, ())


def test_restoring_brings_the_day_of_the_backup_back_and_keeps_aside_what_stood_there(
    counter: OfficeBuilder, clock: SetClock
) -> None:
    file = made_by(counter)
    counter.unit("3-2-503", "王五", phone="13900002222")
    label = counter.office.backup_looks.put_back(counter.supervisor, file)
    assert label.made_at == clock.now()
    folder = counter.office.store.folder
    counter.office.close()
    again = Office.open(folder.path, clock)
    try:
        assert look_at_units(again) == 2
        assert not any(finding.breaches for finding in again.verify())
        (aside,) = (folder.path / "kept-aside").iterdir()
        kept = Office.open(aside, clock)
        assert look_at_units(kept) == 3
        kept.close()
    finally:
        again.close()


def look_at_units(office: Office) -> int:
    with office.store.reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM unit")).scalar_one())


@pytest.mark.parametrize("at", range(12))
def test_a_restore_that_is_cut_off_anywhere_goes_on_at_the_next_start(
    counter: OfficeBuilder, clock: SetClock, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    file = made_by(counter)
    counter.unit("3-2-503", "王五", phone="13900002222")
    counter.office.backup_looks.put_back(counter.supervisor, file)
    folder = counter.office.store.folder
    counter.office.close()
    moves, replace = [0], Path.replace

    def cut(self: Path, target: Path) -> Path:
        if moves[0] == at:
            raise Cut
        moves[0] += 1
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        try:
            finish_restore(folder)
        except Cut:
            assert folder.holds_office
    again = Office.open(folder.path, clock)
    assert look_at_units(again) == 2
    again.close()
    assert not folder.restoring.exists()


def test_a_backup_from_another_computer_opens_with_a_password_or_the_recovery_code(
    counter: OfficeBuilder, tmp_path: Path
) -> None:
    folder, key = counter.office.store.folder, counter.office.store.key
    ring = Keyring.read(folder)
    ring.put("沈若兰", "smooth-river", key)
    code = ring.new_recovery(key)
    ring.close_open_slot()
    ring.write(folder)
    file = tmp_path / "carried.pcbackup"
    shutil.copy(made_by(counter), file)
    assert key.encode() not in file.read_bytes()
    carried = read_ring(file)
    assert carried.unlock("沈若兰", "smooth-river") == carried.unlock_by_code(code) == key
    assert look(file, key, all_truths()).is_sound


def test_a_restore_needs_the_folder_alone(counter: OfficeBuilder) -> None:
    folder, key = counter.office.store.folder, counter.office.store.key
    with pytest.raises(FolderInUse):
        must_be_alone(folder, key)
    counter.office.close()
    must_be_alone(folder, key)
    must_be_alone(DataFolder(folder.path / "nothing"), key)


def test_what_a_restore_would_set_aside_is_counted(counter: OfficeBuilder) -> None:
    file = made_by(counter)
    assert counter.office.backup_looks.newer_entries(file) == 0
    counter.pays(UnitId(1))
    assert counter.office.backup_looks.newer_entries(file) > 0


def test_who_was_taken_out_opens_an_older_backup_with_the_old_password_and_nothing_newer(
    counter: OfficeBuilder, tmp_path: Path
) -> None:
    folder, key = counter.office.store.folder, counter.office.store.key
    ring = Keyring.read(folder)
    ring.put("沈若兰", "smooth-river", key)
    ring.close_open_slot()
    ring.write(folder)
    leaver = counter.office.people.add(counter.supervisor, "何静", "quiet-harbour", Role.CASHIER)
    older = tmp_path / "older.pcbackup"
    shutil.copy(made_by(counter), older)
    counter.office.staff.take_out(counter.supervisor, leaver.id)
    counter.clock.advance(days=1)
    for kept in (Keyring.read(folder), read_ring(made_by(counter))):
        assert not kept.has("何静")
    assert read_ring(older).unlock("何静", "quiet-harbour") == key

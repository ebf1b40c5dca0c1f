"""The commands about backups: make one, look into one, put one back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.access.early_door import key_in
from app.core.clock import SystemClock
from app.core.language import tr
from app.core.show import show_time
from app.core.terminal import ask_name_and_password
from app.desk.backups.looking import look
from app.desk.backups.proof import books_are_whole, books_end
from app.desk.backups.refusals import BackupOfAnotherOffice
from app.desk.backups.words import written_words
from app.store.backup_file import Label, Why, read_label, read_ring
from app.store.folder import DataFolder
from app.store.key_refusals import KeyMissing
from app.store.keyring import Keyring
from app.store.plain_copy import dressed, is_plain, ring_of
from app.store.restoring import Progress, begin_restore, faults_of, finish_restore, must_be_alone, prepare_restore

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.office import Office
    from app.store.truths import Finding, Truth

Print = Callable[[str], object]


def make(office: Office, by: Actor, to: Path | None, put: Print, progress: Progress) -> bool:
    """A proven backup in every place of the office, and in the folder named; whether every place has it."""
    made = office.backups.make(Why.ASKED, by.id, progress, (to.resolve(),) if to is not None else ())
    for one in made:
        put(written_words(one))
    return not any(one.state.is_trouble for one in made)


def restore(folder: DataFolder, file: Path, put: Print, progress: Progress) -> None:
    """Put a backup into the folder, which nobody else may have open; what stood there is kept aside.

    Raises NoBackupFile, BackupIsNewer, BackupOfAnotherOffice, BackupEndsEarly, FolderInUse, FolderNotWritable, DiskFull
    and what opening the key ring raises.
    """
    folder.prepare()
    with _backup_in(file, folder, put, lambda ring: _must_be_the_same_office(folder, file, ring)) as (backup, key):
        must_be_alone(folder, key)
        label = prepare_restore(backup, folder, key, books_are_whole, progress)
        begin_restore(folder, file, label, SystemClock().now())
    restored = finish_restore(folder)
    put(tr("The office of {moment} stands in {folder} again.").format(moment=_moment(label), folder=folder.path))
    if restored is not None and restored.kept_aside is not None:
        put(tr("What stood there before is kept in {folder}.").format(folder=restored.kept_aside))


def findings_in(
    file: Path, folder: DataFolder, truths: tuple[Truth, ...], put: Print, progress: Progress
) -> tuple[Finding, ...]:
    """Open a backup in a folder that goes again and check every truth; a plain copy may need the ring of `folder`.

    Raises as `restore` does.
    """
    with _backup_in(file, folder, put) as (backup, key):
        looked = look(backup, key, truths, progress)
    words = tr("Backup of {moment}: {units} units, {receipts} receipts, the last {label}")
    facts = {"moment": _moment(looked.label), "units": looked.units, "receipts": looked.receipts}
    put(words.format(**facts, label=looked.last_receipt or "—"))
    return looked.findings


@contextmanager
def _backup_in(
    file: Path, folder: DataFolder, put: Print, check: Callable[[Keyring], None] = lambda _ring: None
) -> Iterator[tuple[Path, str]]:
    """The backup and its key; a plain copy of the database is dressed as one, opened by the ring it lies beside."""
    if not is_plain(file):
        read_label(file)
        ring = read_ring(file)
        check(ring)
        yield file, key_of(ring, folder, put)
        return
    ring = ring_of(file, folder)
    check(ring)
    key = key_of(ring, folder, put)
    with TemporaryDirectory(prefix="property-counter-", ignore_cleanup_errors=True) as scratch:
        with faults_of(DataFolder(Path(scratch))):
            backup = dressed(file, ring, key, Path(scratch), books_end)
        yield backup, key


def key_of(ring: Keyring, folder: DataFolder, put: Print) -> str:
    """The key in the backup's own ring, by a name with its password or by the recovery code alone.

    Wrong tries wait as at the sign-in of this folder. Raises WrongPassword, WaitAfterWrongPasswords and what a recovery
    code is refused for.
    """
    if ring.open_key is not None:
        return ring.open_key
    put(tr("This backup opens with a name and its password; with no name, with the recovery code as password."))
    name, password = ask_name_and_password()
    return key_in(ring, folder, name, password, SystemClock())


def _must_be_the_same_office(folder: DataFolder, file: Path, ring: Keyring) -> None:
    if not folder.holds_office:
        return
    try:
        standing = Keyring.read(folder)
    except KeyMissing:
        return  # nothing of the folder can be opened any more: that is what a backup is for
    if standing.fingerprint != ring.fingerprint:
        raise BackupOfAnotherOffice(file)


def _moment(label: Label) -> str:
    return show_time(label.made_at)

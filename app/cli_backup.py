"""The commands about backups: make one, look into one, put one back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.clock import SystemClock
from app.core.language import tr
from app.core.show import show_time
from app.core.terminal import ask_name_and_password
from app.desk.backups.looking import look
from app.desk.backups.proof import books_are_whole
from app.desk.backups.refusals import BackupOfAnotherOffice
from app.desk.backups.words import written_words
from app.store.backup_file import Label, Why, read_label, read_ring
from app.store.folder import DataFolder
from app.store.key_refusals import KeyMissing
from app.store.keyring import Keyring
from app.store.restoring import Progress, begin_restore, finish_restore, must_be_alone, prepare_restore

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

    Raises NoBackupFile, BackupIsNewer, BackupOfAnotherOffice, BackupEndsEarly, FolderInUse, FolderNotWritable and what
    opening the key ring raises.
    """
    folder.prepare()
    read_label(file)
    _must_be_the_same_office(folder, file)
    key = key_of(file, put)
    must_be_alone(folder, key)
    label = prepare_restore(file, folder, key, books_are_whole, progress)
    begin_restore(folder, file, label, SystemClock().now())
    restored = finish_restore(folder)
    put(tr("The office of {moment} stands in {folder} again.").format(moment=_moment(label), folder=folder.path))
    if restored is not None and restored.kept_aside is not None:
        put(tr("What stood there before is kept in {folder}.").format(folder=restored.kept_aside))


def findings_in(file: Path, truths: tuple[Truth, ...], put: Print, progress: Progress) -> tuple[Finding, ...]:
    """Open a backup in a folder that goes again and check every truth. Raises as `restore` does."""
    looked = look(file, key_of(file, put), truths, progress)
    words = tr("Backup of {moment}: {units} units, {receipts} receipts, the last {label}")
    facts = {"moment": _moment(looked.label), "units": looked.units, "receipts": looked.receipts}
    put(words.format(**facts, label=looked.last_receipt or "—"))
    return looked.findings


def key_of(file: Path, put: Print) -> str:
    """The key in the backup's own ring, by a name with its password or by the recovery code alone."""
    ring = read_ring(file)
    if ring.open_key is not None:
        return ring.open_key
    put(tr("This backup opens with a name and its password; with no name, with the recovery code as password."))
    name, password = ask_name_and_password()
    return ring.unlock(name, password) if name.strip() else ring.unlock_by_code(password)


def _must_be_the_same_office(folder: DataFolder, file: Path) -> None:
    if not folder.holds_office:
        return
    try:
        standing = Keyring.read(folder)
    except KeyMissing:
        return  # nothing of the folder can be opened any more: that is what a backup is for
    if standing.fingerprint != read_ring(file).fingerprint:
        raise BackupOfAnotherOffice(file)


def _moment(label: Label) -> str:
    return show_time(label.made_at)

"""What stands beside a damaged database: backups of the office, found without it, and what was confirmed last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.errors import Refusal
from app.desk.backups.places import FORMER, ON_STICKS, chosen_places
from app.desk.backups.refusals import BackupOfAnotherOffice
from app.desk.backups.settings import FOLDERS, ON_STICK
from app.incidents.papers.memory_sticks import memory_sticks
from app.ledger.head import Head, known_end
from app.store.backup_file import SUFFIX, BackupIsNewer, Label, NoBackupFile, office_mark, read_label, read_ring
from app.store.folder import DataFolder
from app.store.key_refusals import KeyMissing
from app.store.keyring import Keyring
from app.store.salvage import Salvage
from app.store.settings import Chosen
from app.store.tables import setting


@dataclass(frozen=True, slots=True)
class StandingBackup:
    """A backup by its own label; it is proven once more before it is put back."""

    file: Path
    label: Label


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the head file knows: the newest entry, what it was about, and when the file was written last."""

    head: Head
    at: datetime


def confirmed_last(folder: DataFolder) -> Confirmed | None:
    """What was confirmed last; None where no head file can be read."""
    head = known_end(folder.head)
    if head is None or not head.no:
        return None
    return Confirmed(head, datetime.fromtimestamp(folder.head.stat().st_mtime))  # noqa: DTZ006 - the wall clock


def backups_beside(
    folder: DataFolder,
    now: datetime,
    more: Iterable[Path] = (),
    sticks: Callable[[], Iterable[Path]] = memory_sticks,
    *,
    of_any: bool = False,
) -> tuple[StandingBackup, ...]:
    """Backups in the data folder, on memory sticks and in these folders, the newest first; of this office alone.

    Which office it is says the key ring beside the database; where there is none, or `of_any`, all count.
    """
    found: dict[str, StandingBackup] = {}
    for file in _of_this_office(folder, more, sticks, "" if of_any else fingerprint_of(folder)):
        with suppress(Refusal):
            found.setdefault(file.name, StandingBackup(file, read_label(file)))
    return in_order(found.values(), confirmed_last(folder), now)


def too_new_beside(
    folder: DataFolder, more: Iterable[Path] = (), sticks: Callable[[], Iterable[Path]] = memory_sticks
) -> tuple[BackupIsNewer, ...]:
    """Backups there that a newer version of the program made: this one cannot put them back, and says so."""
    found: dict[str, BackupIsNewer] = {}
    for file in _of_this_office(folder, more, sticks, fingerprint_of(folder)):
        try:
            read_label(file)
        except BackupIsNewer as newer:
            found.setdefault(file.name, newer)
        except NoBackupFile:
            continue
    return tuple(found.values())


def in_order(
    backups: Iterable[StandingBackup], confirmed: Confirmed | None, now: datetime
) -> tuple[StandingBackup, ...]:
    """The newest first, by how far the journal had come: no clock that ran ahead for a day hides what came after it.

    A journal longer than what was confirmed last is of a time that was given up for an older backup: those come last.
    The clock decides between equal journals, where it cannot be seen to have run ahead.
    """
    last = None if confirmed is None else confirmed.head.no

    def age(one: StandingBackup) -> tuple[bool, int, bool, datetime]:
        label = one.label
        return last is None or label.journal_no <= last, label.journal_no, label.made_at <= now, label.made_at

    return tuple(sorted(backups, key=age, reverse=True))


def of_office(backups: Iterable[StandingBackup], key: str) -> tuple[StandingBackup, ...]:
    """Those of the office with this key."""
    office = office_mark(key)
    return tuple(one for one in backups if one.label.office == office)


def opened_by(file: Path, label: Label, key: str) -> None:
    """Refuse a backup of another office. Raises BackupOfAnotherOffice."""
    if label.office != office_mark(key):
        raise BackupOfAnotherOffice(file)


def chosen_folders(salvage: Salvage) -> tuple[Path, ...]:
    """The folders that the office chose for backups, as far as its settings can still be read."""
    rows = {row["key"]: row["value"] for row in salvage.texts(setting)}
    return chosen_places(Chosen({key: rows.get(key) for key in (FOLDERS.key, ON_STICK.key, FORMER)}), tuple)


def later_than(confirmed: Confirmed | None, backup: StandingBackup | None) -> int:
    """How many confirmed entries the backup lacks."""
    if confirmed is None:
        return 0
    return max(0, confirmed.head.no - (0 if backup is None else backup.label.journal_no))


def _of_this_office(
    folder: DataFolder, more: Iterable[Path], sticks: Callable[[], Iterable[Path]], known: str
) -> Iterator[Path]:
    """Files of backups whose key ring is `known` by its fingerprint; of any office where that is empty."""
    places = (folder.backups, *(stick.joinpath(ON_STICKS) for stick in sticks()), *more)
    for place in dict.fromkeys(places):
        for file in _files(place):
            with suppress(Refusal):
                if known in ("", read_ring(file).fingerprint):
                    yield file


def _files(place: Path) -> list[Path]:
    try:
        return [path for path in place.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []


def fingerprint_of(folder: DataFolder) -> str:
    """Of the key that the ring beside the database holds; empty where there is none."""
    try:
        return Keyring.read(folder).fingerprint
    except KeyMissing:
        return ""

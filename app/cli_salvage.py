"""The command for damaged data: what is newer than the last backup goes into a sheet, and the backup is put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.core.clock import SystemClock
from app.core.language import tr, tr_n
from app.core.show import show_time
from app.core.terminal import ask_name_and_password
from app.desk.salvage.damaged_office import DamagedOffice
from app.desk.salvage.newer import LINE_NAMES, LineKind, Newer
from app.desk.salvage.sheet import rest_rows, write_newer
from app.desk.salvage.standing import StandingBackup, later_than
from app.store.folder import NoOfficeHere
from app.store.restoring import Progress

Print = Callable[[str], object]


def salvage(
    folder: Path, to: Path, file: Path | None, put: Print, progress: Progress, *, restore: bool = False
) -> None:
    """Say what is newer than the backup (the last one without `file`), write it as a sheet, and on request put it back.

    Nothing in the folder is changed without `restore`. Raises NoOfficeHere, KeyMissing and what a backup, a key and a
    sheet are refused for.
    """
    office = DamagedOffice(folder, SystemClock())
    if not office.folder.holds_office and not office.backups():
        raise NoOfficeHere(folder)
    if not office.lies_open():
        put(tr("The data opens with a name and its password; with no name, with the recovery code as password."))
        office.unlock(*ask_name_and_password())
    backup = office.add(file) if file is not None else next(iter(office.backups()), None)
    _say_where_it_stands(office, backup, put)
    newer = office.read(backup, progress)
    for line in newer_lines(newer):
        put(line)
    write_newer(to, newer)
    put(tr("The list is in {file}. It names people: keep it where nobody else reads it.").format(file=to))
    if restore and backup is not None:
        _put_back(office, backup, newer, put, progress)


def newer_lines(newer: Newer) -> list[str]:
    """How many of each kind, and what is known without its contents."""
    counts = {kind: len(newer.of(kind)) for kind in LineKind}
    said = [f"{tr(LINE_NAMES[kind])}: {count}" for kind, count in counts.items() if count]
    return [*said, *(f"{what}: {which}" for what, which in rest_rows(newer))]


def _say_where_it_stands(office: DamagedOffice, backup: StandingBackup | None, put: Print) -> None:
    confirmed = office.confirmed()
    if backup is None:
        put(tr("There is no backup of this office in its folder or on a memory stick. Name one with --backup."))
    else:
        words = tr("The backup of {moment} stands in {file}.")
        put(words.format(moment=show_time(backup.label.made_at), file=backup.file))
    if confirmed is not None:
        later = later_than(confirmed, backup)
        words = tr_n(
            "Confirmed last: {subject}, {n} entry later.", "Confirmed last: {subject}, {n} entries later.", later
        )
        put(words.format(subject=confirmed.head.subject, n=later))


def _put_back(office: DamagedOffice, backup: StandingBackup, newer: Newer, put: Print, progress: Progress) -> None:
    restored = office.put_back(backup, newer, progress)
    moment = show_time(backup.label.made_at)
    put(tr("The office of {moment} stands in {folder} again.").format(moment=moment, folder=office.folder.path))
    if restored is not None and restored.kept_aside is not None:
        put(tr("What stood there before is kept in {folder}.").format(folder=restored.kept_aside))

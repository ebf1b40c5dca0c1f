"""Sentences of the store room: what a disk, a folder or a file did, and what the person can do about it."""

from app.core.language import tr, tr_n
from app.store.backup import BackupFailed
from app.store.faults import DatabaseDamaged, DiskFailed, DiskFull, StoreIsBusy, StoreReadOnly
from app.store.folder import FolderNotWritable, FolderOnNetworkDrive, NoOfficeHere
from app.store.gone import GoneMeanwhile
from app.store.in_place import DataGone
from app.store.key_refusals import (
    CodeMistyped,
    CodeOfAnotherSheet,
    CodeOfWrongLength,
    DatabaseMissing,
    KeyLocked,
    KeyMissing,
    KeyNotOpened,
)
from app.store.log_file import LogDamaged
from app.store.looked_at import OnlyLookedAt
from app.store.migrate import DatabaseIsNewer, ReferencesBroken
from ui.sentences import sentence


@sentence(FolderNotWritable)
def _folder_not_writable(error: FolderNotWritable) -> str:
    return tr(
        "The data folder {folder} cannot be written ({reason}). Give yourself the right to write there, "
        "or start the program with another folder.",
    ).format(folder=error.folder, reason=error.reason)


@sentence(FolderOnNetworkDrive)
def _folder_on_network_drive(error: FolderOnNetworkDrive) -> str:
    return tr(
        "The data folder {folder} lies on a network drive, where the data could be damaged. "
        "Choose a folder on a disk of this computer.",
    ).format(folder=error.folder)


@sentence(NoOfficeHere)
def _no_office_here(refusal: NoOfficeHere) -> str:
    return tr(
        "There is no office in the folder {folder}. Name the right one with --data, or open the program and set it up.",
    ).format(folder=refusal.folder)


@sentence(KeyMissing)
def _key_missing(error: KeyMissing) -> str:
    return tr(
        "The key file {file} is missing or unreadable, and without it the data cannot be opened. "
        "Put the key file from your backup back there; nothing was changed.",
    ).format(file=error.key_file)


@sentence(DatabaseMissing)
def _database_missing(error: DatabaseMissing) -> str:
    return tr(
        "The data file {file} is missing, though the key of the office lies beside its place. "
        "See whether the disk is there, or put the last backup back; nothing was changed.",
    ).format(file=error.database)


@sentence(KeyLocked)
def _key_locked(refusal: KeyLocked) -> str:
    return tr(
        "The data in {folder} opens with a name and its password, or with the code of the recovery sheet.",
    ).format(folder=refusal.folder)


@sentence(KeyNotOpened)
def _key_not_opened(_refusal: KeyNotOpened) -> str:
    return tr("Name or password is not right. Check Caps Lock and the input method, then type both again.")


@sentence(CodeOfWrongLength)
def _code_of_wrong_length(refusal: CodeOfWrongLength) -> str:
    return tr(
        "The recovery code has {groups} groups of {digits} digits, {whole} in all; {found} were typed. "
        "Compare it with the sheet, group by group.",
    ).format(groups=refusal.groups, digits=refusal.digits, whole=refusal.groups * refusal.digits, found=refusal.found)


@sentence(CodeMistyped)
def _code_mistyped(refusal: CodeMistyped) -> str:
    return tr(
        "Group {group} of the recovery code, “{typed}”, is not as it stands on the sheet. Type this group again.",
    ).format(group=refusal.group, typed=refusal.typed)


@sentence(CodeOfAnotherSheet)
def _code_of_another_sheet(_refusal: CodeOfAnotherSheet) -> str:
    return tr(
        "This code is typed without a slip, but it does not open this data: it stands on an older sheet, or on the "
        "sheet of another office. Take the newest sheet.",
    )


@sentence(DiskFull)
def _disk_full(_error: DiskFull) -> str:
    return tr(
        "The disk is full: this step was not saved, everything before it is. "
        "Free some space on the disk of the data folder, then do the step again.",
    )


@sentence(StoreIsBusy)
def _store_is_busy(_error: StoreIsBusy) -> str:
    return tr(
        "Another window or command is writing to the data at this moment, so this step was not saved. "
        "Wait until it has finished, then do the step again.",
    )


@sentence(StoreReadOnly)
def _store_read_only(_error: StoreReadOnly) -> str:
    return tr(
        "The data file can no longer be opened for writing, so this step was not saved. "
        "See whether the disk was removed or the file set to read-only, then start the program again.",
    )


@sentence(DataGone)
def _data_gone(error: DataGone) -> str:
    return tr(
        "The data is no longer in {folder}: the stick was pulled, or somebody moved the folder. "
        "This step was not saved, everything before it is. Put it back as it was and do the step again; "
        "if that does not help, start the program again.",
    ).format(folder=error.folder)


@sentence(DatabaseDamaged)
def _database_damaged(error: DatabaseDamaged) -> str:
    return what_is_damaged(error) + tr(
        " Close the program and start it again: it offers the last proven backup, and keeps the folder as it is."
    )


def what_is_damaged(error: DatabaseDamaged) -> str:
    """Without the way on, for the page that is this way."""
    words = tr("The data file is damaged, or the key file beside it belongs to another one ({detail}).")
    return words.format(detail=error.detail)


@sentence(LogDamaged)
def _log_damaged(error: LogDamaged) -> str:
    return tr_n(
        "The file {file} is damaged: {n} step that was saved stands behind the damaged place and would be lost.",
        "The file {file} is damaged: {n} steps that were saved stand behind the damaged place and would be lost.",
        error.steps,
    ).format(file=error.file, n=error.steps) + tr(
        " Change nothing in the data folder and copy it as it is; then put the last proven backup back."
    )


@sentence(DiskFailed)
def _disk_failed(error: DiskFailed) -> str:
    return tr(
        "The disk refused to read or write the data ({detail}); this step was not saved. "
        "Make a backup to another disk now and have this one examined.",
    ).format(detail=error.detail)


@sentence(DatabaseIsNewer)
def _database_is_newer(error: DatabaseIsNewer) -> str:
    return tr(
        "The data was written by a newer version of this program (data version {revision}) and was left untouched. "
        "Install that newer version on this computer and start it.",
    ).format(revision=error.revision)


@sentence(ReferencesBroken)
def _references_broken(error: ReferencesBroken) -> str:
    return tr(
        "The data file was not brought up to date: rows in {tables} point to rows that are missing. "
        "It stays as it was. Put the last good backup back, or send the file to whoever looks after the program.",
    ).format(tables=", ".join(error.tables))


@sentence(BackupFailed)
def _backup_failed(error: BackupFailed) -> str:
    return tr(
        "The backup {file} could not be written or did not prove sound ({reason}). The data itself is unchanged. "
        "See to space and rights in that folder, then try again.",
    ).format(file=error.target, reason=error.reason)


@sentence(OnlyLookedAt)
def _only_looked_at(_refusal: OnlyLookedAt) -> str:
    return tr(
        "This is a backup that is looked at: nothing can be written in it. Close it with Ctrl+Q, "
        "and do it in the office of today."
    )


@sentence(GoneMeanwhile)
def _gone_meanwhile(_: GoneMeanwhile) -> str:
    return tr(
        "What this is about is no longer there: an import was taken back or data were removed meanwhile. "
        "Nothing was written; open the page anew and choose again."
    )

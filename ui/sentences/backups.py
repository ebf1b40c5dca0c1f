"""Sentences about backups: what is wrong with a file, and the way on."""

from app.core.language import tr
from app.desk.backups.refusals import BackupEndsEarly, BackupOfAnotherOffice
from app.desk.salvage.refusals import KeyOfAnotherOffice
from app.store.backup_file import BackupIsNewer, NoBackupFile
from app.store.restoring import FolderInUse
from ui.sentences import sentence


@sentence(NoBackupFile)
def _no_backup_file(refusal: NoBackupFile) -> str:
    return tr(
        "{file} is not a backup of this program, or it is damaged ({reason}). Nothing was changed. "
        "Take the backup before it, or one from another folder."
    ).format(file=refusal.file, reason=refusal.reason)


@sentence(BackupIsNewer)
def _backup_is_newer(refusal: BackupIsNewer) -> str:
    return tr(
        "The backup {file} was made by a newer version of this program (data version {schema}). "
        "Install that version on this computer, then open the backup with it."
    ).format(file=refusal.file, schema=refusal.schema)


@sentence(BackupOfAnotherOffice)
def _backup_of_another_office(refusal: BackupOfAnotherOffice) -> str:
    return tr(
        "The backup {file} is of another office, so it is not put in the place of this one. Look at it with "
        "property-counter --view FILE, or restore it into a folder of its own: property-counter restore FILE --data "
        "NEW_FOLDER."
    ).format(file=refusal.file)


@sentence(BackupEndsEarly)
def _backup_ends_early(refusal: BackupEndsEarly) -> str:
    return tr(
        "The backup {file} does not hold all that was confirmed: its journal ends at entry {found} instead of "
        "{expected}. It does not count. Check the data with “verify”, then make another one."
    ).format(file=refusal.file, found=refusal.found, expected=refusal.expected)


@sentence(FolderInUse)
def _folder_in_use(refusal: FolderInUse) -> str:
    return tr(
        "The data folder {folder} is open in a window or by another command, and a restore needs it alone. "
        "Close the program, then try again."
    ).format(folder=refusal.folder)


@sentence(KeyOfAnotherOffice)
def _key_of_another_office(refusal: KeyOfAnotherOffice) -> str:
    return tr(
        "The key in {file} does not open the data that lies here; nothing was changed. Take a backup of this office, "
        "or put that backup back as it is."
    ).format(file=refusal.file)

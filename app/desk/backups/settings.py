"""Where the office keeps copies of itself."""

from app.core.language import mark
from app.core.settings import Section, Setting, Text, YesNo

FOLDERS = Setting(
    "backup.folders",
    "",
    Text(longest=600),
    mark("Folders for backups"),
    mark("On another disk or a memory stick, with semicolons between; each backup is put there too and read back."),
)
ON_STICK = Setting(
    "backup.on_stick",
    default=False,
    kind=YesNo(),
    name=mark("Backups on memory sticks"),
    about=mark("Each memory stick that is in gets the backup of the day as well; nobody reads it without a password."),
)

SECTIONS = (Section(mark("Backups"), (FOLDERS, ON_STICK)),)

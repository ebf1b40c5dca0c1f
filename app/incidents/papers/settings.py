"""What the office chooses about the booklet of its plans."""

from app.core.language import mark
from app.core.settings import Section, Setting, Text, YesNo

FOLDER = Setting(
    "incidents.booklet_folder",
    "",
    Text(200),
    mark("Folder for the booklet of plans"),
    mark("Once a day, and after each change of a plan or number, all plans are written there as one PDF. Empty: not."),
)
ON_STICK = Setting(
    "incidents.booklet_on_stick",
    default=False,
    kind=YesNo(),
    name=mark("Booklet on memory sticks"),
    about=mark("Each memory stick that is in gets a copy as well: paper can be had when this computer is dead."),
)
PRIVATE_NUMBERS = Setting(
    "incidents.booklet_private",
    default=False,
    kind=YesNo(),
    name=mark("Private numbers of staff on paper"),
    about=mark("A person's own number stands on lists and in the booklet only if you choose so; else a blank to fill."),
)

SECTIONS = (Section(mark("Plans on paper"), (FOLDER, ON_STICK, PRIVATE_NUMBERS)),)

"""A file leaves the program by one way only, which notes what it contains; a printed paper too."""

from __future__ import annotations

import re

from tests.laws.source_tree import PROJECT

ASKS = {
    "ui/shell/saving.py",  # the one way
    "ui/shell/questions.py",  # what may be asked
    "ui/shell/window_questions.py",  # how it is asked
    "ui/shell/damage/damage_desk.py",  # the data is damaged: there is no trail that could be written
    "ui/shell/recovery_sheet.py",  # before anybody is there: the paper holds a code and nobody's data
}
WRITES = {
    "ui/shell/crash.py": "kinds of errors and places in the source, no values",
    "ui/shell/window_settings.py": "size and language of the window",
    "ui/shell/recovery_sheet.py": "as above",
}
_WRITE = re.compile(r"\.write_(?:bytes|text)\(|\bopen\([^)]*[\"'][wax]")


def sources() -> dict[str, str]:
    files = (PROJECT / "ui").rglob("*.py")
    return {file.relative_to(PROJECT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_only_one_place_asks_where_a_file_is_saved() -> None:
    assert {name for name, text in sources().items() if "file_to_save(" in text} == ASKS


def test_a_window_writes_a_file_only_through_that_place() -> None:
    found = {name for name, text in sources().items() if _WRITE.search(text) and "save_file(" not in text}
    assert found == set(WRITES)


def test_every_file_says_what_it_contains() -> None:
    text = sources()["ui/shell/saving.py"]
    assert text.count("file_to_save(") == text.count("trail.note_saved(") == 2

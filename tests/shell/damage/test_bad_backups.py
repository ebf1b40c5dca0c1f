"""Backups that cannot be put back, and secrets that open nothing: each is told in clear words, with a way on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.language import choose_language
from app.office import Founded
from app.store.backup_file import Why
from app.store.folder import DataFolder
from tests.accessibility import cut_texts, nameless
from tests.backup_labels import relabelled
from tests.office_builder import another_office
from tests.shell.conftest import MakeWindow
from tests.shell.damage.at_the_door import PERSON, AtTheDoor
from tests.stories.first_day_screen import words_on
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.damage.unlock_page import UnlockPage
from ui.shell.lost_password import LostPasswordPage
from ui.shell.set_up import SetUpPage
from ui.shell.sign_in import SignInPage

pytestmark = pytest.mark.usefixtures("two_tabs")
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh_CN"])
NEWER = {"en": "newer version of this program (data version 9999)", "zh_CN": "数据版本 9999"}
ANOTHER = {"en": "is of another office", "zh_CN": "另一个服务中心"}


@pytest.fixture
def newer(made: Path) -> Path:
    """The same, as a later version would have made it."""
    return relabelled(made, lambda said: said.update(schema="9999"))


@pytest.fixture
def foreign(tmp_path: Path, clock: SetClock) -> Path:
    """A backup of another office."""
    other = another_office(tmp_path / "another office", clock)
    other.office.backups.make(Why.ASKED)
    other.office.close()
    (file,) = (tmp_path / "another office" / "backups").glob("*.pcbackup")
    return file


class Asked(AtTheDoor):
    """The window is given `chosen` when it asks for a file."""

    def __init__(self, make_window: MakeWindow, folder: Path, clock: SetClock, *chosen: Path) -> None:
        window, files = make_window(), list(chosen)

        def file_to_open(title: str, kinds: str) -> Path | None:
            return files.pop(0)

        window.questions.file_to_open = file_to_open  # type: ignore[method-assign]
        self.said: list[str] = []
        window.messages.said.connect(lambda text, _weight: self.said.append(text))
        super().__init__(window, folder, clock)

    def at_the_damage(self) -> DamagedPage:
        self.sign_in()
        self.until(lambda: isinstance(self.page, DamagedPage) and self.rests())
        assert isinstance(self.page, DamagedPage)
        return self.page


@LANGUAGES
def test_a_backup_of_a_newer_version_is_named_on_the_page_of_damaged_data(
    make_window: MakeWindow, locked: DataFolder, newer: Path, clock: SetClock, language: str
) -> None:
    choose_language(language)
    locked.database.write_bytes(b"not a database at all" * 500)
    person = Asked(make_window, locked.path, clock, newer)
    page = person.at_the_damage()
    assert NEWER[language] in words_on(page)
    assert newer.name in words_on(page)
    assert (nameless(page), cut_texts(page)) == ([], [])
    person.keys.press("4")
    assert NEWER[language] in page._said.text()
    person.keys.press("1")
    person.until(lambda: isinstance(person.page, SignInPage))


@LANGUAGES
def test_a_backup_of_another_office_is_not_put_in_the_place_of_damaged_data(
    make_window: MakeWindow, locked: DataFolder, made: Path, foreign: Path, clock: SetClock, language: str
) -> None:
    choose_language(language)
    locked.database.write_bytes(b"not a database at all" * 500)
    person = Asked(make_window, locked.path, clock, foreign)
    page = person.at_the_damage()
    person.keys.press("4")
    assert ANOTHER[language] in page._said.text()
    assert cut_texts(page) == []
    person.keys.press("1")
    person.until(lambda: isinstance(person.page, SignInPage))
    assert made.exists()


@LANGUAGES
def test_a_new_computer_with_an_older_program_says_which_version_it_needs(
    make_window: MakeWindow, newer: Path, tmp_path: Path, clock: SetClock, language: str
) -> None:
    choose_language(language)
    person = Asked(make_window, tmp_path / "new", clock, newer)
    person.keys.press("Ctrl+R")
    assert NEWER[language] in person.said[-1]
    assert isinstance(person.page, SetUpPage)
    assert list((tmp_path / "new").glob("kept-aside")) == []


def test_a_slip_in_the_code_before_a_backup_is_selected_so_that_the_next_key_mends_it(
    make_window: MakeWindow, made: Path, tmp_path: Path, clock: SetClock, founded_once: tuple[Path, Founded]
) -> None:
    shutil.copy(made, tmp_path / made.name)
    person = Asked(make_window, tmp_path / "new", clock, tmp_path / made.name)
    person.keys.press("Ctrl+R", "Return", "Return")
    groups = founded_once[1].recovery_code.split()
    slip = groups[2][:-1] + str((int(groups[2][-1]) + 1) % 10)
    person.keys.type(" ".join([*groups[:2], slip, *groups[3:]]))
    person.keys.press("Return")
    assert isinstance(person.page, UnlockPage)
    assert person.page._problem.text().startswith(f"Group 3 of the recovery code, “{slip}”")
    person.keys.type(groups[2])
    person.keys.press("Return")
    person.until(lambda: isinstance(person.page, SignInPage))


def test_wrong_passwords_of_a_backup_are_made_to_wait(
    make_window: MakeWindow, made: Path, tmp_path: Path, clock: SetClock
) -> None:
    person = Asked(make_window, tmp_path / "new", clock, made)
    person.keys.press("Ctrl+R")
    person.keys.commit(PERSON)
    person.keys.press("Return")
    for _ in range(4):
        person.keys.type("not the password")
        person.keys.press("Return")
    assert isinstance(person.page, UnlockPage)
    assert "seconds" in person.page._problem.text()


@LANGUAGES
def test_who_has_neither_password_nor_sheet_is_told_what_is_left(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, language: str
) -> None:
    choose_language(language)
    person = Asked(make_window, locked.path, clock)
    person.keys.press("F8")
    page = person.page
    assert isinstance(page, LostPasswordPage)
    told = {"en": "Without a password and without the sheet nobody can open the data", "zh_CN": "都打不开"}
    assert told[language] in words_on(page)
    person.keys.press("Return")
    assert page._problem.text()
    assert not page._is_open
    person.keys.press("Esc")
    assert isinstance(person.page, SignInPage)

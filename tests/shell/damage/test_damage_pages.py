"""Damaged data behind the locked door: the key is asked for, the way back offered, and nothing is cut at any size."""

from __future__ import annotations

import pytest

from app.core.clock import SetClock
from app.office import Founded
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from app.store.keyring_file import copies
from tests.accessibility import cut_texts, nameless
from tests.shell.conftest import MakeWindow
from tests.shell.damage.at_the_door import PERSON, AtTheDoor
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.damage.unlock_page import UnlockPage
from ui.shell.sign_in import SignInPage
from ui.shell.trouble_page import TroublePage

pytestmark = pytest.mark.usefixtures("two_tabs")


@pytest.fixture
def code(founded_once: tuple[object, Founded]) -> str:
    return founded_once[1].recovery_code


def test_a_damaged_file_behind_the_door_is_read_with_the_password_that_was_typed(
    make_window: MakeWindow, backed: DataFolder, clock: SetClock
) -> None:
    backed.database.write_bytes(b"not a database at all" * 500)
    person = AtTheDoor(make_window(), backed.path, clock)
    person.sign_in()
    person.until(lambda: isinstance(person.page, DamagedPage) and person.rests())
    assert (nameless(person.page), cut_texts(person.page)) == ([], [])
    person.keys.press("1")
    person.until(lambda: isinstance(person.page, SignInPage))
    person.sign_in()
    person.until(lambda: person.opening.desk is not None)
    assert (backed.path / "kept-aside").is_dir()


def test_a_database_that_is_gone_asks_for_the_key_and_takes_the_recovery_code(
    make_window: MakeWindow, backed: DataFolder, clock: SetClock, code: str
) -> None:
    backed.database.unlink()
    person = AtTheDoor(make_window(), backed.path, clock)
    page = person.page
    assert isinstance(page, UnlockPage)
    assert (nameless(page), cut_texts(page)) == ([], [])
    person.keys.press("Return", "Return")
    person.keys.type(("1" if code[0] != "1" else "2") + code[1:])
    person.keys.press("Return")
    assert "Group 1" in page._problem.text()
    person.keys.press("Ctrl+A")
    person.keys.type(code)
    person.keys.press("Return")
    person.until(lambda: isinstance(person.page, DamagedPage) and person.rests())


def test_a_key_file_that_is_gone_comes_back_out_of_the_backup(
    make_window: MakeWindow, backed: DataFolder, clock: SetClock
) -> None:
    for file in copies(backed):
        file.unlink()
    person = AtTheDoor(make_window(), backed.path, clock)
    assert isinstance(person.page, UnlockPage)
    person.sign_in()
    person.until(lambda: isinstance(person.page, DamagedPage) and person.rests())
    person.keys.press("1")
    person.until(lambda: isinstance(person.page, SignInPage))
    assert Keyring.read(backed).has(PERSON)
    assert not (backed.path / "kept-aside").exists()


def test_without_any_backup_and_without_a_key_the_plain_page_stays(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock
) -> None:
    for file in copies(locked):
        file.unlink()
    assert isinstance(AtTheDoor(make_window(), locked.path, clock).page, TroublePage)


def test_the_key_file_of_another_office_gives_way_to_the_one_of_the_backup(
    make_window: MakeWindow, backed: DataFolder, clock: SetClock
) -> None:
    other = Keyring.new()
    key = other.open_key or ""
    other.put("别人", "another-password", key)
    other.close_open_slot()
    other.write(backed)
    person = AtTheDoor(make_window(), backed.path, clock)
    person.sign_in()
    person.until(lambda: isinstance(person.page, DamagedPage) and person.rests())
    person.keys.press("1")
    person.until(lambda: isinstance(person.page, SignInPage))
    assert Keyring.read(backed).has(PERSON)
    person.sign_in()
    person.until(lambda: person.opening.desk is not None)

"""The old computer is lost: its backup becomes the office of a new one, with a password or with the recovery sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.core.clock import SetClock
from app.office import Founded
from tests.accessibility import cut_texts, nameless
from tests.shell.conftest import MakeWindow
from tests.shell.damage.at_the_door import PERSON, AtTheDoor
from ui.shell.damage.unlock_page import UnlockPage
from ui.shell.main_window import MainWindow
from ui.shell.set_up import SetUpPage
from ui.shell.sign_in import SignInPage

pytestmark = pytest.mark.usefixtures("two_tabs")


@pytest.fixture
def stick(made: Path, tmp_path: Path) -> Path:
    """The backup file that was carried over."""
    return made.rename(tmp_path / made.name)


class NewOffice(AtTheDoor):
    """A computer on which nobody has worked yet; `chosen` are the files that the window is given when it asks."""

    def __init__(self, window: MainWindow, folder: Path, clock: SetClock, chosen: list[Path | None]) -> None:
        def file_to_open(title: str, kinds: str) -> Path | None:
            return chosen.pop(0)

        window.questions.file_to_open = file_to_open  # type: ignore[method-assign]
        super().__init__(window, folder, clock)


def test_the_set_up_says_where_the_data_will_lie_and_that_an_office_need_not_begin_anew(
    make_window: MakeWindow, tmp_path: Path, clock: SetClock
) -> None:
    new = NewOffice(make_window(), tmp_path / "new", clock, [])
    assert isinstance(new.page, SetUpPage)
    assert any(str(tmp_path / "new") in label for label in _labels(new.page))
    assert (nameless(new.page), cut_texts(new.page)) == ([], [])


def test_a_backup_of_the_old_computer_opens_with_a_password_of_its_day(
    make_window: MakeWindow, stick: Path, tmp_path: Path, clock: SetClock
) -> None:
    new = NewOffice(make_window(), tmp_path / "new", clock, [stick])
    new.keys.press("Ctrl+R")
    assert isinstance(new.page, UnlockPage)
    assert (nameless(new.page), cut_texts(new.page)) == ([], [])
    new.sign_in()
    new.until(lambda: isinstance(new.page, SignInPage))
    new.sign_in()
    new.until(lambda: new.opening.desk is not None)
    assert new.opening.desk is not None
    office = new.opening.desk.context.office
    assert [finding for finding in office.verify() if finding.breaches] == []
    assert office.to_enter.read() is None


def test_it_opens_with_the_recovery_code_where_nobody_knows_a_password(
    make_window: MakeWindow, stick: Path, tmp_path: Path, clock: SetClock, founded_once: tuple[Path, Founded]
) -> None:
    new = NewOffice(make_window(), tmp_path / "new", clock, [stick])
    new.keys.press("Ctrl+R")
    new.keys.press("Return", "Return")
    new.keys.type(founded_once[1].recovery_code)
    new.keys.press("Return")
    new.until(lambda: isinstance(new.page, SignInPage))


def test_a_wrong_password_is_told_and_the_way_back_leads_to_the_set_up(
    make_window: MakeWindow, stick: Path, tmp_path: Path, clock: SetClock
) -> None:
    new = NewOffice(make_window(), tmp_path / "new", clock, [stick])
    new.keys.press("Ctrl+R")
    page = new.page
    assert isinstance(page, UnlockPage)
    new.keys.commit(PERSON)
    new.keys.press("Return")
    new.keys.type("not the password")
    new.keys.press("Return")
    assert page._problem.text()
    new.keys.press("F5")
    assert isinstance(new.page, SetUpPage)


def test_what_is_no_backup_is_told_and_the_answers_stay(
    make_window: MakeWindow, tmp_path: Path, clock: SetClock
) -> None:
    picture = tmp_path / "picture.pcbackup"
    picture.write_bytes(b"\x89PNG" * 40)
    new = NewOffice(make_window(), tmp_path / "new", clock, [picture, None])
    said: list[str] = []
    new.window.messages.said.connect(lambda text, _weight: said.append(text))
    new.keys.commit("安和物业")
    new.keys.press("Ctrl+R")
    assert "picture.pcbackup" in said[0]
    new.keys.press("Ctrl+R")
    page = new.page
    assert isinstance(page, SetUpPage)
    assert page._fields["company"].text() == "安和物业"


def _labels(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]

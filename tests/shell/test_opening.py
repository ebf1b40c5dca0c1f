from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.access.permissions import Role
from app.core.clock import SetClock
from app.demo.plan import DemoPlan
from app.office import Office
from app.store.folder import DataFolder
from tests.accessibility import cut_texts, nameless
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from ui.shell import demo_building, opening
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.opening import Opening
from ui.shell.recovery_page import RecoveryPage
from ui.shell.set_up import SetUpPage
from ui.shell.sign_in import SignInPage

pytestmark = pytest.mark.usefixtures("two_tabs")


def _begin(make_window: MakeWindow, folder: Path, clock: SetClock) -> tuple[Opening, KeyDriver]:
    window = make_window()
    begun = Opening(window, folder, clock)
    keys = KeyDriver(window, clock)
    begun.begin()
    QApplication.processEvents()
    return begun, keys


def prove_the_sheet(begun: Opening, keys: KeyDriver) -> None:
    """Type the group that the page asks for, as it stands on the paper."""
    page = begun._window.body.currentWidget()
    assert isinstance(page, RecoveryPage)
    assert (nameless(page), cut_texts(page)) == ([], [])
    keys.type("000000" if page._group != "000000" else "111111")
    keys.press("Return")
    assert page._problem.text()
    keys.type(page._group)
    keys.press("Return")


def test_an_empty_folder_starts_with_the_short_set_up_by_keys_alone(
    make_window: MakeWindow, anywhere: Path, clock: SetClock
) -> None:
    begun, keys = _begin(make_window, anywhere, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    assert (nameless(page), cut_texts(page)) == ([], [])
    for answer in ("Harbour Property", "Harbour centre", "Harbour Garden", "0571-55550100"):
        keys.type(answer)
        keys.press("Tab")
    keys.press("Down", "Tab")
    for answer in ("Wang Min", "correct horse", "correct horse"):
        keys.type(answer)
        keys.press("Tab")
    keys.press("Ctrl+Return")
    prove_the_sheet(begun, keys)
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "Wang Min"
    assert begun.desk.context.actor.role is Role.SUPERVISOR
    assert begun._window.top_bar._estate.text() == "Harbour Garden"
    assert begun.desk.pages.shown == "counter"


def test_enter_goes_from_answer_to_answer_and_from_the_last_one_on(
    make_window: MakeWindow, anywhere: Path, clock: SetClock
) -> None:
    begun, keys = _begin(make_window, anywhere, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    for answer in ("Harbour Property", "Harbour centre", "Harbour Garden", "0571-55550100"):
        keys.type(answer)
        keys.press("Return")
    assert [field.text() for field in page._fields.values()][:4] == [
        "Harbour Property",
        "Harbour centre",
        "Harbour Garden",
        "0571-55550100",
    ]
    assert page._handover.hasFocus()
    keys.press("Return")
    for answer in ("Wang Min", "correct horse", "correct horse"):
        keys.type(answer)
        keys.press("Return")
    keys.press("Return")  # no backup folder for now
    prove_the_sheet(begun, keys)
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "Wang Min"


def test_a_missing_answer_is_told_at_its_field(make_window: MakeWindow, anywhere: Path, clock: SetClock) -> None:
    begun, keys = _begin(make_window, anywhere, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    keys.press("Ctrl+Return")
    assert page._fields["company"].hasFocus()
    assert page._fields["estate"].problem
    assert begun.desk is None


def test_two_different_passwords_are_told_beside_the_second(
    make_window: MakeWindow, anywhere: Path, clock: SetClock
) -> None:
    begun, keys = _begin(make_window, anywhere, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    page._password.setFocus()
    keys.type("correct horse")
    keys.press("Tab", "Ctrl+Return")
    assert page._again.hasFocus()
    assert page._again.problem


def test_a_person_signs_in_by_name_and_password(
    make_window: MakeWindow, office: Office, actor: object, folder: DataFolder, clock: SetClock
) -> None:
    begun, keys = _begin(make_window, folder.path, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SignInPage)
    keys.type("Wang Min")
    keys.press("Return")
    keys.type("wrong")
    keys.press("Return")
    assert page._problem.text()
    assert begun._window.body.currentWidget() is page
    keys.type("correct horse")
    keys.press("Return")
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "Wang Min"
    assert begun._window.settings.person == "Wang Min"


def test_a_damaged_file_gets_a_plain_sentence_and_another_try(
    make_window: MakeWindow, folder: DataFolder, clock: SetClock, qtbot: QtBot
) -> None:
    whole = folder.database.read_bytes()
    folder.database.write_bytes(b"not a database at all" * 500)
    begun, keys = _begin(make_window, folder.path, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, DamagedPage)
    qtbot.waitUntil(lambda: not begun._window.worker.is_busy)
    assert nameless(page) == []
    for part in folder.path.glob("counter.db-*"):
        part.unlink()
    folder.database.write_bytes(whole)
    keys.press("F5")
    assert isinstance(begun._window.body.currentWidget(), SetUpPage)


def test_the_demo_opens_without_typing(
    make_window: MakeWindow, folder: DataFolder, clock: SetClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        demo_building, "usual_plan", lambda clock: DemoPlan(units=12, months=1, seed=1, now=clock.now())
    )
    begun, keys = _begin(make_window, folder.path, clock)
    keys.press("Ctrl+D")
    qtbot.waitUntil(lambda: begun.desk is not None, timeout=60_000)
    assert begun.desk is not None
    assert begun.desk.context.office.is_demo
    assert (folder.path / opening.DEMO_FOLDER / "counter.db").exists()
    keys.press("Ctrl+Shift+Q")
    keys.type("demo-estate")
    page = begun._window.body.currentWidget()
    assert isinstance(page, SignInPage)
    assert any("the password of everybody is demo-estate" in words.text() for words in page.findChildren(QLabel))
    keys.press("Return")
    assert begun.desk is not None


def test_the_folder_of_backups_is_picked_by_a_key_and_a_cloud_is_warned_of_once(
    make_window: MakeWindow, anywhere: Path, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = tmp_path / "OneDrive" / "office"
    cloud.mkdir(parents=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(cloud))
    begun, keys = _begin(make_window, anywhere, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    for answer in ("Harbour Property", "Harbour centre", "Harbour Garden", "0571-55550100"):
        keys.type(answer)
        keys.press("Return")
    keys.press("Return")
    for answer in ("Wang Min", "correct horse", "correct horse"):
        keys.type(answer)
        keys.press("Return")
    keys.press("F4")
    assert page._backup.text() == str(cloud)
    keys.press("Ctrl+Return")
    assert "OneDrive carries this folder" in page._backup.problem
    keys.press("Ctrl+Return")
    prove_the_sheet(begun, keys)
    assert begun.desk is not None
    assert begun.desk.context.office.backups.places() == (cloud,)


def test_at_twice_the_size_every_answer_comes_into_view_with_the_caret(
    make_window: MakeWindow, anywhere: Path, clock: SetClock
) -> None:
    window = make_window()
    window.theme.scale(200)
    begun, keys = Opening(window, anywhere, clock), KeyDriver(window, clock)
    begun.begin()
    QApplication.processEvents()
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.visibleRegion().boundingRect().height() == focused.height(), focused.accessibleName()
        keys.press("Return")
    assert (nameless(page), cut_texts(page)) == ([], [])
    window.theme.scale(100)


def test_a_data_folder_that_a_cloud_client_carries_is_told_before_anything_is_typed(
    make_window: MakeWindow, tmp_path: Path, clock: SetClock
) -> None:
    begun, _ = _begin(make_window, tmp_path / "坚果云" / "office", clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SetUpPage)
    assert "坚果云 carries the data folder" in page._problem.text()
    assert cut_texts(page) == []


def test_a_window_that_is_closed_at_once_reads_nothing_ahead(
    opened: tuple[Opening, KeyDriver], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Office] = []

    def read_ahead(office: Office) -> None:
        read.append(office)

    monkeypatch.setattr(Office, "read_ahead", read_ahead)
    begun, _ = opened
    begun._window.close()
    QTest.qWait(2 * opening._FIRST_LOOK)
    assert read == []

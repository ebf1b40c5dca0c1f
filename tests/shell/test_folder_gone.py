"""The data folder goes while the whole window is open: it is said, the screen still locks, and put back the work goes on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.errors import Trouble
from app.store.folder import DataFolder
from tests.counter_screen.answering import answering
from tests.shell.conftest import Work
from ui.shell.backup_keeper import BackupKeeper

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")


def test_the_window_locks_says_it_and_goes_on_once_the_folder_is_back(
    work: Work, folder: DataFolder, qapp: QApplication
) -> None:
    said: list[str] = []
    work.window.messages.said.connect(lambda text, _weight: said.append(text))
    aside = folder.path.rename(folder.path.with_name("elsewhere"))
    work.desk.look_again()
    BackupKeeper(work.desk.context, work.desk).look()
    while work.window.worker.is_busy:
        qapp.processEvents()
    work.desk.lock.look()
    work.desk.pages.keep_drafts()
    work.desk.emergency.look()
    assert any(str(folder.path) in text for text in said)
    assert sorted(Path(folder.path.parent).iterdir()) == [aside]
    with pytest.raises(Trouble):
        work.desk.context.office.sign_in("Wang Min", "correct horse")
    aside.rename(folder.path)
    with work.keys.when_asked(*"correct", "Space", *"horse", "Return"):
        work.keys.press("Ctrl+L")
    assert work.keys.asked == ["Locked"]
    assert not work.desk.lock.is_on


def test_g14_the_screen_locks_and_questions_are_asked_while_the_folder_is_gone(work: Work, folder: DataFolder) -> None:
    answered: list[str | None] = []
    aside = folder.path.rename(folder.path.with_name("elsewhere"))

    def comes_back() -> None:
        work.keys.type("correct horse")
        work.keys.press("Return")
        aside.rename(folder.path)
        work.keys.type("correct horse")
        work.keys.press("Return")

    def types() -> None:
        work.keys.type("a line")
        work.keys.press("Return")

    with answering(types):
        answered.append(work.window.questions.ask_text("Why", "Reason"))
    with answering(comes_back):
        work.keys.press("Ctrl+L")
    assert answered == ["a line"]
    assert not work.desk.lock.is_on

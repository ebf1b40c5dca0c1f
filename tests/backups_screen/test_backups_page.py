"""Whoever looks after the office sees every backup, makes one, tries one, and puts one back by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.language import choose_language
from app.desk.backups.settings import FOLDERS
from app.store.backup_file import Why
from tests.accessibility import nameless
from tests.backup_labels import relabelled
from tests.office_builder import OfficeBuilder, another_office
from tests.page_window import PageWindow, open_page
from ui.admin.backups import backups_page
from ui.admin.backups.backups_page import BackupsPart
from ui.shell.changes import Change

_PATIENCE = 2_000


class Screen:
    def __init__(self, builder: OfficeBuilder) -> None:
        self.builder = builder
        self.shown: PageWindow[BackupsPart] = open_page(
            BackupsPart, "admin", builder.office, builder.supervisor, builder.clock
        )
        self.shown.page.begin()
        self.shown.page.take_focus()

    def press(self, *keys: str) -> None:
        """Press and wait until the long work is done."""
        self.shown.keys.press(*keys)
        for _ in range(_PATIENCE):
            if not self.shown.context.worker.is_busy:
                break
            QTest.qWait(5)

    @property
    def rows(self) -> int:
        return len(self.shown.page.table.rows_model.rows)


@pytest.fixture
def screen(qapp: QApplication, builder: OfficeBuilder) -> Iterator[Screen]:
    opened = Screen(builder)
    yield opened
    opened.shown.close()


def test_f8_makes_a_backup_that_stands_in_the_list(screen: Screen) -> None:
    assert screen.rows == 0
    screen.press("F8")
    assert screen.rows == 1
    assert screen.builder.office.backups.last_proven() == screen.builder.clock.now()
    assert nameless(screen.shown.page) == []


def test_f9_says_what_a_backup_holds(screen: Screen) -> None:
    screen.press("F8")
    screen.shown.answers.will_read()
    screen.press("F9")
    assert "checks hold" in str(screen.shown.answers.asked[-1])


def test_f7_does_the_drill_of_the_month_in_one_key(screen: Screen) -> None:
    screen.builder.office.backups.make(Why.DAILY)
    screen.shown.page.load()
    assert "drill of this month" in screen.shown.page.strip.text()
    screen.shown.answers.will_read()
    screen.press("F7")
    assert not screen.builder.office.backup_looks.drill_is_due()
    assert "drill of this month" not in screen.shown.page.strip.text()


def test_putting_one_back_is_asked_first_and_opens_the_folder_anew(screen: Screen) -> None:
    screen.press("F8")
    heard: list[Change] = []
    screen.shown.context.changes.changed.connect(heard.append)
    screen.shown.page.table.choose(0)
    screen.shown.answers.will_confirm(yes=False)
    screen.press("F4")
    assert heard == []
    screen.shown.answers.will_confirm(yes=True)
    screen.press("F4")
    assert [change.concerns("restored") for change in heard] == [True]
    assert screen.builder.office.store.folder.restoring.exists()


def test_f5_opens_a_backup_in_a_window_of_its_own_and_the_trail_says_so(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(backups_page, "start_viewing", lambda file, language: opened.append(f"{file.name} {language}"))
    screen.press("F8")
    screen.press("F5")
    (name,) = [one.file.name for standing in screen.builder.office.backups.standing().values() for one in standing]
    assert opened == [f"{name} en"]
    newest = screen.builder.office.trail.newest(screen.builder.supervisor)[0]
    assert newest.subject == name


@pytest.mark.parametrize(
    ("language", "newer", "another"),
    [("en", "data version 9999", "is of another office"), ("zh_CN", "数据版本 9999", "另一个服务中心")],
)
def test_what_cannot_be_put_back_is_said_on_the_page(
    screen: Screen, tmp_path: Path, language: str, newer: str, another: str
) -> None:
    choose_language(language)
    screen.press("F8")
    (made,) = screen.builder.office.store.folder.backups.glob("*.pcbackup")
    relabelled(made, lambda said: said.update(schema="9999"), made.stem.replace("-0900", "-0901"))
    screen.shown.page.load()
    screen.shown.page.table.choose(0)
    screen.press("F4")
    assert newer in screen.shown.page.strip.text()
    other = another_office(tmp_path / "another office", screen.builder.clock)
    other.office.backups.make(Why.ASKED)
    other.office.close()
    (foreign,) = (tmp_path / "another office" / "backups").glob("*.pcbackup")
    screen.shown.answers.will_open(foreign)
    screen.press("F6")
    assert another in screen.shown.page.strip.text()
    assert not screen.builder.office.store.folder.restoring.exists()


@pytest.mark.parametrize(
    ("folder", "client"), [("OneDrive - office", "OneDrive"), ("我的坚果云", "坚果云"), ("Dropbox", "Dropbox")]
)
@pytest.mark.parametrize(
    ("language", "data", "copies"),
    [("en", "move the folder", "carried to the cloud by"), ("zh_CN", "移到", "同步到云端")],
)
def test_folders_that_a_cloud_client_carries_are_told(
    qapp: QApplication, tmp_path: Path, clock: SetClock, folder: str, client: str, language: str, data: str, copies: str
) -> None:
    choose_language(language)
    builder = OfficeBuilder(tmp_path / folder / "data", clock)
    place = tmp_path / folder / "copies"
    place.mkdir()
    builder.office.settings.change(builder.supervisor, {FOLDERS: str(place)})
    opened = Screen(builder)
    said = opened.shown.page.strip.text()
    assert (data in said, copies in said, said.count(client)) == (True, True, 4)
    opened.shown.close()
    builder.office.close()

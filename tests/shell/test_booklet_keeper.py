"""The booklet lies ready by itself, and a stick that is gone is said once and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.incidents.papers.booklet_copy import FILE
from app.incidents.papers.settings import FOLDER
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.shell import booklet_keeper
from ui.shell.booklet_keeper import BookletKeeper

_PATIENCE = 2_000


class Kept:
    def __init__(self, office: OfficeBuilder) -> None:
        self.office = office
        self.window: PageWindow[QWidget] = open_page(
            lambda _context: QWidget(), "counter", office.office, office.cashier, office.clock
        )
        self.keeper = BookletKeeper(self.window.context, self.window.window)

    def choose(self, folder: Path) -> None:
        self.office.office.settings.change(self.office.supervisor, {FOLDER: str(folder)})

    def wait(self) -> None:
        QTest.qWait(20)
        for _ in range(_PATIENCE):
            if not self.window.context.worker.is_busy:
                break
            QTest.qWait(5)
        QTest.qWait(5)


@pytest.fixture
def kept(qapp: QApplication, builder: OfficeBuilder) -> Iterator[Kept]:
    opened = Kept(builder)
    yield opened
    opened.window.close()


def test_i21_the_booklet_is_written_without_being_asked_for_and_once_a_day(kept: Kept, tmp_path: Path) -> None:
    kept.choose(tmp_path)
    kept.keeper.look()
    kept.wait()
    first = (tmp_path / FILE).stat().st_mtime_ns
    kept.keeper.look()
    kept.wait()
    assert (tmp_path / FILE).stat().st_mtime_ns == first
    kept.office.clock.set(kept.office.clock.now() + timedelta(days=1))
    kept.keeper.look()
    kept.wait()
    assert (tmp_path / FILE).stat().st_mtime_ns > first
    assert kept.window.said == []


def test_i21_a_change_of_the_settings_brings_it_at_once(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booklet_keeper, "_AFTER_A_CHANGE", 1)
    kept.choose(tmp_path)
    kept.window.context.changes.announce("settings", by=None)
    kept.wait()
    assert (tmp_path / FILE).is_file()


def test_a_folder_that_is_gone_is_said_once_and_stops_nothing(kept: Kept, tmp_path: Path) -> None:
    kept.choose(tmp_path / "stick")
    for _ in range(2):
        kept.keeper.keep()
        kept.wait()
    assert len(kept.window.said) == 1
    assert "is not there now" in kept.window.said[0]
    kept.keeper.look()  # nothing is drawn for a place that is not there
    assert not kept.window.context.worker.is_busy

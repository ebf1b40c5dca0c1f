"""I1, G14: at the sign-in, behind the lock and where the database cannot be opened the same key starts an incident."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.clock import SetClock
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import EntryKind
from app.incidents.unsigned.files import log_file
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from app.store.folder import DataFolder
from tests.incidents_screen.real_window import EVENING, Open, RealWindow, when_shown
from tests.keys import KeyDriver
from tests.office_builder import CASHIER_PASSWORD, OfficeBuilder
from ui.incidents.picker.picker_panel import PickerPanel
from ui.incidents.unsigned.unsigned_panel import UnsignedPanel
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.live_chip import LiveChip
from ui.shell.lock_panel import LockPanel
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening
from ui.shell.sign_in import SignInPage
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings

RESIDENTS = ("李梅", "张建国", "张静光")


@dataclass
class Front:
    """The window before anybody has signed in."""

    window: MainWindow
    opening: Opening
    keys: KeyDriver
    folder: DataFolder

    def works(self, *chords: str) -> list[str]:
        """Starts at the picker, presses these on the running screen, and what was seen there."""
        seen: list[str] = []

        def at_work(panel: UnsignedPanel) -> None:
            try:
                self.keys.press(*chords)
                seen.extend(_texts(panel))
            finally:
                panel.give_up()

        def at_picker(_panel: PickerPanel) -> None:
            when_shown(self.window, UnsignedPanel, at_work)
            self.keys.press("1", "3", "Return")

        when_shown(self.window, PickerPanel, at_picker)
        self.keys.press("Ctrl+E")
        return seen

    def signs_in(self) -> None:
        self.keys.commit("王敏")
        self.keys.press("Return")
        self.keys.type(CASHIER_PASSWORD)
        self.keys.press("Return")


@pytest.fixture
def front(qapp: QApplication, built_estate: Path, tmp_path: Path) -> Iterator[Front]:
    folder = tmp_path / "office"
    shutil.copytree(built_estate, folder)
    yield from _opened(qapp, DataFolder(folder))


@pytest.fixture
def damaged(qapp: QApplication, built_estate: Path, tmp_path: Path) -> Iterator[Front]:
    folder = DataFolder(tmp_path / "office")
    shutil.copytree(built_estate, folder.path)
    folder.database.write_bytes(b"not a database at all" * 500)
    yield from _opened(qapp, folder)


def _texts(panel: QWidget) -> list[str]:
    """Every word that the screen shows."""
    texts = [getattr(one, "text", None) for one in panel.findChildren(QWidget) if one.isVisible()]
    return [str(text()) for text in texts if callable(text)]


def _opened(qapp: QApplication, folder: DataFolder) -> Iterator[Front]:
    clock = SetClock(EVENING)
    window = MainWindow(Theme(qapp), clock, WindowSettings(language="zh_CN"))
    window.resize(1366, 697)
    window.show()
    opening = Opening(window, folder.path, clock)
    opening.begin()
    yield Front(window, opening, KeyDriver(window, clock), folder)
    while window.worker.is_busy:  # damaged data is read as the page of it stands there
        QTest.qWait(10)
    window.worker.close()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_i1_before_sign_in_a_step_is_ticked_and_joins_the_log_at_sign_in(front: Front) -> None:
    assert isinstance(front.window.body.currentWidget(), SignInPage)
    front.works(*"d2", "Return", "7", "Return")
    assert log_file(front.folder).read_text(encoding="utf-8").count("\n") == 2
    assert front.window.top_bar.live.lines
    front.signs_in()
    assert front.opening.desk is not None
    assert front.opening.desk.pages.shown == "incidents"
    office = front.opening.desk.context.office
    (line,) = office.running_incidents()
    entries = office.incidents.view(line.id).entries
    assert [entry.kind for entry in entries[:2]] == [EntryKind.STARTED, EntryKind.TICKED]
    assert entries[1].by == ""
    assert entries[1].facts["unsigned"]
    assert not log_file(front.folder).exists() or log_file(front.folder).stat().st_size == 0


def test_i1_no_resident_is_seen_before_sign_in(front: Front) -> None:
    seen = front.works()
    assert "96333" in seen
    assert not [text for text in seen if any(name in text for name in RESIDENTS)]


def test_i1_a_free_line_and_an_undo_are_kept_too(front: Front) -> None:
    front.works(*"d2", "Return", "7", "Return", "Esc", "U", "Alt+T", *"back", "Return")
    front.signs_in()
    assert front.opening.desk is not None
    office = front.opening.desk.context.office
    kinds = [entry.kind for entry in office.incidents.view(office.running_incidents()[0].id).entries]
    assert EntryKind.UNDONE in kinds
    assert EntryKind.WRITTEN in kinds


def test_i1_a_damaged_file_keeps_nobody_from_starting(damaged: Front) -> None:
    assert isinstance(damaged.window.body.currentWidget(), DamagedPage)
    damaged.works(*"d2", "Return", "7", "Return")
    assert log_file(damaged.folder).read_text(encoding="utf-8").count("\n") == 2


def test_g14_behind_the_lock_the_clock_is_seen_and_a_step_is_ticked(open_window: object) -> None:
    assert callable(open_window)
    real: RealWindow = open_window()
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    seen: list[str] = []

    def at_work(panel: UnsignedPanel) -> None:
        try:
            real.keys.press(*"d2", "Return", "7", "Return")
        finally:
            panel.give_up()
            QTimer.singleShot(50, sign_in)

    def sign_in() -> None:
        real.keys.type(CASHIER_PASSWORD)
        real.keys.press("Return")

    def at_picker(_panel: PickerPanel) -> None:
        when_shown(real.window, UnsignedPanel, at_work)
        real.keys.press("Return")

    def at_lock(lock: LockPanel) -> None:
        seen.extend(chip.clock_shown() for chip in lock.findChildren(LiveChip))
        when_shown(real.window, PickerPanel, at_picker)
        real.keys.press("Ctrl+E")

    when_shown(real.window, LockPanel, at_lock)
    real.keys.press("Ctrl+L")
    assert seen == ["00:00:00"]
    kinds = [(entry.kind, entry.by) for entry in real.view().entries]
    assert (EntryKind.TICKED, "") in kinds
    assert real.desk.pages.shown == "incidents"


def test_i20_after_a_power_cut_the_gap_ends_with_the_first_tick_before_sign_in(
    open_window: Open, office: OfficeBuilder
) -> None:
    night = office.clock.now()
    number = office.office.incidents.start(office.cashier, NewIncident("stuck", "lift-entrapment", "3 栋"))
    office.clock.advance(minutes=10)
    UnsignedIncidents(office.office.store.folder, office.clock).tick(number, "calm")
    office.clock.advance(minutes=5)
    open_window()
    log = office.office.incidents.log(number)
    (gap,) = (entry for entry in log if entry.kind is EntryKind.GAP)
    off = (night.isoformat(), (night + timedelta(minutes=10)).isoformat())
    assert (gap.facts["from"], gap.facts["until"]) == off
    assert gap.happened_at == night + timedelta(minutes=10)
    assert [entry.kind for entry in log][-2:] == [EntryKind.TICKED, EntryKind.JOINED]

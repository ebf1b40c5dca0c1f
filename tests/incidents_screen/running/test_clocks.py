"""Clocks say what is left and what to do; they never take the focus, and a second moves nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.incidents.running.entry import EntryKind
from tests.incidents_screen.running.night_desk import NightDesk
from ui.incidents.running.clocks_panel import ClocksPanel


class Moves(QObject):
    """Counts what is laid out anew in one place of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.place: QWidget | None = None
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        inside = self.place is not None and isinstance(watched, QWidget) and self.place.isAncestorOf(watched)
        if inside and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Move):
            self.seen.append(f"{type(watched).__name__} {event.type().name}")
        return False


@pytest.fixture
def moves(qapp: QApplication) -> Iterator[Moves]:
    watched = Moves()
    yield watched
    qapp.removeEventFilter(watched)


def test_i14_the_clock_since_the_start_is_in_view(desk: NightDesk) -> None:
    assert desk.main.head.since.text() == "00:12:00"
    desk.second(41)
    assert desk.main.head.since.text() == "00:12:41"


def test_i14_a_clock_that_is_due_says_what_to_do_in_words_and_takes_no_focus(desk: NightDesk) -> None:
    before = QApplication.focusWidget()
    first, second = (face.text() for face in desk.main.head.clocks.faces)
    assert "119" in first
    assert "07:00" in second
    desk.second(600)
    assert QApplication.focusWidget() is before


def test_i14_a_minute_of_seconds_lays_nothing_out_anew(desk: NightDesk, moves: Moves, qapp: QApplication) -> None:
    desk.second()
    desk.wait()
    moves.place = desk.main
    qapp.installEventFilter(moves)
    for _ in range(60):
        desk.second()
        qapp.processEvents()
    assert moves.seen == []


def test_i14_f8_lists_every_clock_and_enter_says_that_it_was_done(desk: NightDesk) -> None:
    def choose(panel: ClocksPanel) -> str:
        panel.list.choose("talk")
        return str(panel.list.current())

    desk.answers.will_answer(ClocksPanel, choose)
    desk.press("F8")
    assert desk.last().kind is EntryKind.TIMER_ANSWERED
    assert desk.last().facts["timer"] == "talk"
    assert "05:00" in " ".join(face.text() for face in desk.main.head.clocks.faces)


def test_i14_enter_on_a_clock_in_the_real_question_answers_it(panels: NightDesk) -> None:
    with panels.keys.when_asked("Down", "Return"):
        panels.keys.press("F8")
    panels.wait()
    assert panels.last().facts["timer"] == "talk"


def test_i14_no_sound_is_made_until_somebody_wants_one(desk: NightDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append(True)))
    desk.press("1", "Return")
    desk.type("?")
    desk.press("Return")
    desk.second(31 * 60)
    assert heard == []


def test_i14_a_sound_that_is_wanted_comes_once(desk: NightDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append(True)))
    desk.main.head.clocks.sound = True
    desk.press("1", "Return")
    desk.type("?")
    desk.press("Return")
    desk.second(31 * 60)
    desk.second()
    assert heard == [True]


def test_i15_the_lift_maintainers_half_hour_runs_from_the_call(desk: NightDesk) -> None:
    desk.press("1", "Return")
    desk.type("liu")
    desk.press("Return")
    told = " ".join(face.text() for face in desk.main.head.clocks.faces)
    assert "30:00" in told or "29:5" in told


def test_a_clock_set_back_shows_nothing_below_zero(desk: NightDesk) -> None:
    desk.second(-3600)
    assert desk.main.head.since.text() == "00:00:00"


def test_a_target_that_is_over_says_so(desk: NightDesk) -> None:
    assert "07:00" in desk.main.current.target.text()
    desk.second(10)
    assert "07:10" in desk.main.current.target.text()

"""G13, I19, I20: the picker over unfinished work and over its questions; what runs is seen from everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.incidents.running.asked import NewIncident, new_client_id
from tests.incidents_screen.real_window import Open, RealWindow
from tests.keys import to_tab
from tests.office_builder import OfficeBuilder
from ui.shell.common_questions import TextPanel
from ui.shell.live_chip import LiveChip
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea


def begin(office: OfficeBuilder, code: str = "lift-entrapment", ago: int = 12, *, drill: bool = False) -> int:
    asked = NewIncident(new_client_id(), code, "3栋", minutes_ago=ago, is_drill=drill)
    return office.office.incidents.start(office.cashier, asked)


def test_g13_a_question_of_the_counter_waits_with_its_words_while_the_incident_is_worked(real: RealWindow) -> None:
    answers: list[str | None] = []

    def waiting() -> TextPanel:
        panel = real.window.findChild(TextPanel)
        assert isinstance(panel, TextPanel)
        return panel

    def inside() -> None:
        real.keys.type("half a ")
        with real.keys.when_asked("1", "3", "Return"):
            real.keys.press("Ctrl+E")
        assert real.desk.pages.shown == "incidents"
        assert not waiting().isVisible()
        real.keys.press(to_tab("counter"))
        assert waiting().isVisible()
        real.keys.type("reason")
        real.keys.press("Return")

    def ask() -> None:
        answers.append(real.window.questions.ask_text("Why", "Reason"))

    real.desk.context.actions.add("counter.trial", "Trial", "Ctrl+Shift+F9", ask, context="counter")
    real.while_open(inside, "Ctrl+Shift+F9")
    assert answers == ["half a reason"]
    assert len(real.running()) == 1


def test_g13_other_questions_are_asked_and_answered_while_one_of_the_counter_waits(real: RealWindow) -> None:
    told: list[object] = []

    def inside() -> None:
        with real.keys.when_asked("1", "3", "Return"):
            real.keys.press("Ctrl+E")
        real.desk.context.actions.add(
            "incidents.trial",
            "Trial",
            "Ctrl+Shift+F8",
            lambda: told.append(real.window.questions.confirm("A", "b", "Yes")),
            context="incidents",
        )
        with real.keys.when_asked("Esc"):
            real.keys.press("Ctrl+Shift+F8")
        assert told == [False]
        real.keys.press(to_tab("counter"), "Esc")

    real.desk.context.actions.add(
        "counter.trial",
        "Trial",
        "Ctrl+Shift+F9",
        lambda: told.append(real.window.questions.ask_text("Why", "Reason")),
        context="counter",
    )
    real.while_open(inside, "Ctrl+Shift+F9")
    assert told == [False, None]


def test_i19_what_runs_stands_on_top_and_enter_goes_back_to_it(real: RealWindow) -> None:
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    real.keys.press(to_tab("counter"))
    with real.keys.when_asked("Return"):
        real.keys.press("Ctrl+E")
    assert real.desk.pages.shown == "incidents"
    assert len(real.running()) == 1


def test_i20_after_a_restart_what_runs_is_shown_first(office: OfficeBuilder, open_window: Open) -> None:
    begin(office)
    real = open_window()
    assert real.desk.pages.shown == "incidents"
    assert real.window.top_bar.live.clock_shown() == "00:12:00"


def test_g10_i4_head_and_foot_say_how_many_run_and_the_longest_time_and_drills_apart(
    office: OfficeBuilder, open_window: Open
) -> None:
    begin(office)
    begin(office, "flooding", 3)
    begin(office, "fire", 40, drill=True)
    real = open_window()
    assert real.window.top_bar.live.text() == "Live 2 · People trapped in a lift"
    assert real.window.status.incidents.text() == "2 incidents 00:12 · 1 drill 00:40"


def test_the_clock_of_the_head_repaints_nothing_but_itself(office: OfficeBuilder, open_window: Open) -> None:
    begin(office)
    real = open_window()
    chip = real.find(LiveChip)
    head, painted = chip.parentWidget(), list[QRect]()
    assert head is not None
    head.paintEvent = lambda event: painted.append(event.rect())  # type: ignore[method-assign]
    real.clock.advance(seconds=1)
    QTest.qWait(20)
    painted.clear()
    chip._seconds.timeout.emit()
    QApplication.processEvents()
    assert all(chip.geometry().contains(place) for place in painted)
    assert chip.clock_shown() == "00:12:01"


@pytest.mark.parametrize("width", [1093, 1366])
def test_the_head_says_at_least_the_clock_at_any_width(office: OfficeBuilder, open_window: Open, width: int) -> None:
    begin(office)
    real = open_window(size=(width, 545))
    assert real.window.width() == width
    assert "00:12:00" in [part.text for part in real.find(LiveChip)._fitting()]


@pytest.mark.parametrize("kind", [LineField, TextArea])
def test_g13_no_field_keeps_ctrl_e_for_the_end_of_its_line(
    qapp: QApplication, kind: type[LineField | TextArea]
) -> None:
    assert qapp is not None
    field = kind("Words")
    for asked in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(asked, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        event.accept()
        field.event(event)
        assert not event.isAccepted()
    field.deleteLater()


def test_g13_ctrl_e_is_heard_from_the_search_box(real: RealWindow) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    with real.keys.when_asked("Esc"):
        real.keys.press("Ctrl+E")
    assert real.keys.asked == ["Start an incident"]

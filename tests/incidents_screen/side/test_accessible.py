"""The right column and every question are read out, fit every screen of an office, and cut no words."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.core.language import choose_language
from tests.accessibility import OFFICE_SCREENS, TEXT_SIZES, cut_texts, nameless
from tests.incidents_screen.night import OpenNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from ui.incidents.asked.close_panel import ClosePanel
from ui.incidents.asked.hand_over_panel import HandOverPanel
from ui.incidents.asked.loss_panel import LossPanel
from ui.incidents.asked.numbers_panel import NumbersPanel
from ui.incidents.asked.person_panel import PersonPanel
from ui.incidents.asked.photo_panel import PhotoPanel
from ui.incidents.asked.print_panel import PrintPanel
from ui.incidents.asked.roles_panel import RolesPanel
from ui.incidents.asked.severity_panel import SeverityPanel
from ui.incidents.asked.ticket_panel import RaiseTicketPanel
from ui.incidents.asked.ways import WaysPanel
from ui.shell.question_panel import QuestionPanel
from ui.shell.theme import Theme
from ui.widgets.overlay import Overlay

Make = Callable[[NightDesk], QuestionPanel[Any]]
PANELS: dict[str, Make] = {
    "roles": lambda desk: RolesPanel(desk.page.context, desk.view()),
    "hand over": lambda desk: HandOverPanel(desk.page.context, desk.view()),
    "close": lambda desk: ClosePanel(desk.page.context, desk.view()),
    "person": lambda desk: PersonPanel(desk.page.context, desk.view()),
    "loss": lambda desk: LossPanel(desk.page.context, desk.view()),
    "photos": lambda desk: PhotoPanel(desk.page.context, desk.view()),
    "ticket": lambda desk: RaiseTicketPanel(desk.page.context, desk.view()),
    "severity": lambda desk: SeverityPanel(desk.view()),
    "numbers": lambda desk: NumbersPanel(desk.view(), desk.office.clock.now().date()),
    "print": lambda _desk: PrintPanel(),
    "ways": lambda desk: WaysPanel(desk.page.beside.desk.ways()),
}


@pytest.fixture(autouse=True)
def usual_letters_afterwards(qapp: QApplication) -> Iterator[None]:
    """What comes after is as large as usual again."""
    yield
    Theme(qapp)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_a1_a5_the_right_column_has_names_and_cuts_no_words(
    office: OfficeBuilder, desks: OpenNight, size: tuple[int, int], language: str
) -> None:
    choose_language(language)
    desk = desks(office, size=size)
    for percent in TEXT_SIZES:
        desk.page.context.theme.scale(percent)
        desk.page.context.layout.measure(size[0], percent)
        desk.wait()
        assert nameless(desk.page.beside.pane) == []
        assert cut_texts(desk.page.beside.pane) == []
        assert cut_texts(desk.page.beside.keys) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("panel", PANELS)
def test_a1_a5_each_question_has_names_and_cuts_no_words(
    office: OfficeBuilder, desks: OpenNight, panel: str, percent: int
) -> None:
    desk = desks(office, size=(1366, 620))
    desk.page.context.theme.scale(percent)
    seen: list[str] = []
    made = PANELS[panel](desk)

    def look() -> None:
        overlay = _overlay(desk.window.window)
        seen.extend(["looked", *nameless(overlay), *cut_texts(overlay)])

    with desk.keys.when_asked("Escape"):
        QTimer.singleShot(0, desk.window.window, look)
        desk.page.context.questions.ask(made)
    assert seen == ["looked"]


def _overlay(window: QWidget) -> QWidget:
    (overlay,) = [one for one in window.findChildren(Overlay) if one.isVisible()]
    return overlay

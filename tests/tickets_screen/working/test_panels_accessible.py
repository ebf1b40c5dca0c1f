"""What large text and a screen reader need from every question about work, photos, calls and papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from app.core.language import choose_language
from app.core.money import Money
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.materials.refusals import ChargeStillAsked
from app.tickets.ratings.rating_rule import RatingKind
from app.tickets.steps import StepsDone
from tests.accessibility import cut_texts, nameless
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk
from tests.tickets_screen.entry.clipboard import copy_picture
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.asked.rating_panel import RatingPanel
from ui.tickets.doing.charge_choice import ChargeChoicePanel
from ui.tickets.doing.note_panel import NotePanel
from ui.tickets.material.lines_panel import LinesPanel
from ui.tickets.papers.findings_panel import FindingsPanel
from ui.tickets.papers.papers_panel import PapersPanel
from ui.tickets.papers.parts_panel import PartsPanel
from ui.tickets.photos.photo_panel import PhotoPanel

Make = Callable[[Context, TicketPage], QuestionPanel[Any]]
PANELS: dict[str, Make] = {
    "lines": lambda context, page: LinesPanel(context, page.row, StepsDone(), lambda: None),
    "rating": lambda context, page: RatingPanel(context, page.row, RatingKind.CALL_BACK, "张建国 13800005678"),
    "photo": lambda context, page: PhotoPanel(context, page.photos),
    "findings": lambda _context, page: FindingsPanel(page, lambda said: said),
    "papers": lambda context, page: PapersPanel(context, page, context),  # type: ignore[arg-type]  # nothing is pressed
    "parts": lambda context, page: PartsPanel(context, page.row.reported_at.date(), page.row.reported_at.date()),
    "charge": lambda _context, page: ChargeChoicePanel(ChargeStillAsked(page.row.number, Money.yuan(58))),
    "note": lambda context, page: NotePanel(context, page.row),
}


@pytest.fixture(params=["en", "zh_CN"])
def spoken_panels(office: OfficeBuilder, desks: OpenDesk, request: pytest.FixtureRequest) -> Iterator[Desk]:
    choose_language(request.param)
    desk = desks(office, panels=True)
    yield desk
    desk.window.context.theme.scale(100)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_question_is_named_and_whole_in_both_languages(spoken_panels: Desk, percent: int) -> None:
    desk, seen = spoken_panels, list[str]()
    desk.finds("渗水").shown()
    copy_picture()
    desk.press("Ctrl+V")
    desk.window.context.theme.scale(percent)
    desk.window.context.layout.measure(1366, percent)
    asking = desk.page.desk.asking

    def look(name: str, panel: QuestionPanel[Any]) -> None:
        desk.wait()
        seen.extend(f"{name}: {words}" for words in (*nameless(panel), *cut_texts(panel)))
        if panel.width() > 1366 or panel.height() > 697:
            seen.append(f"{name}: {panel.size()}")
        panel.give_up()

    for name, make in PANELS.items():
        panel = make(asking.context, desk.shown())
        QTimer.singleShot(30, panel, lambda name=name, panel=panel: look(name, panel))
        asking.context.questions.ask(panel)
    assert seen == []

"""What large text and a screen reader need from every form of the rules and lists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.language import choose_language
from tests.accessibility import cut_texts, nameless
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.rules.conftest import OpenDesk
from tests.tickets_screen.rules.desk import Desk
from ui.shell.question_panel import QuestionPanel
from ui.tickets.rules.page import Part

FORMS = {
    Part.TELLING: "Space",
    Part.CHAINS: "Return",
    Part.HOURS: "F7",
    Part.YEARS: "F8",
    Part.CATEGORIES: "F8",
    Part.TEAMS: "F8",
    Part.WORKERS: "F8",
    Part.PLACES: "F8",
    Part.HINTS: "Return",
}


@pytest.fixture(params=["en", "zh_CN"])
def spoken_panels(office: OfficeBuilder, desks: OpenDesk, request: pytest.FixtureRequest) -> Iterator[Desk]:
    choose_language(request.param)
    desk = desks(office, panels=True)
    yield desk
    desk.window.context.theme.scale(100)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_form_is_named_and_whole_in_both_languages(spoken_panels: Desk, percent: int) -> None:
    desk, seen = spoken_panels, list[str]()
    desk.window.context.theme.scale(percent)
    desk.window.context.layout.measure(1366, percent)

    def look(panel: QuestionPanel[object]) -> None:
        desk.wait()
        seen.extend([*nameless(panel), *cut_texts(panel)])
        assert panel.width() <= 1366
        assert panel.height() <= 620
        desk.keys.press("Esc")

    for part, key in FORMS.items():
        desk.goes_to(part).asks(key, look)
    assert seen == []

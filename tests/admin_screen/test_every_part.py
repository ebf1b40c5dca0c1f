"""What a screen reader, a person without a mouse and a person with large text need from every part and its forms."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.access.permissions import ROLES, Permission, Role
from app.core.clock import SetClock
from app.core.language import choose_language
from tests.accessibility import OFFICE_SCREENS, cut_texts, nameless, tab_stops
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from tests.tickets_screen.rules.in_panels import InPanels
from ui.admin.admin_page import AdminPage
from ui.admin.parts import TAB
from ui.shell.question_panel import QuestionPanel

FORMS = {
    "people": ("F8", "Return", "F7", "F6", "F9"),
    "roles": ("Return",),
    "privacy": ("F7",),
    "keys": (),
    "audit": ("F7", "F6"),
    "backups": (),
}
"""By part the keys that bring up a form."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with people of every role, and something to read in its trail."""
    folder = tmp_path_factory.mktemp("admin") / "office"
    builder = OfficeBuilder(folder, SetClock(MORNING))
    office, boss = builder.office, builder.supervisor
    for at, role in enumerate(Role):
        office.people.add(boss, f"欧阳静{at}", "quiet-harbour", role, must_change=bool(at % 2))
    office.roles.change(boss, Role.CASHIER, ROLES[Role.CASHIER] - {Permission.IMPORT} | {Permission.REFUND})
    builder.unit("3-2-501", owner="张建国")
    builder.open_shift()
    office.close()
    return folder


OpenAdmin = Callable[..., PageDesk[AdminPage]]


@pytest.fixture
def admin(qapp: QApplication, built: Path, tmp_path: Path) -> Iterator[OpenAdmin]:
    opened: list[PageDesk[AdminPage]] = []

    def open_admin(language: str = "en", size: tuple[int, int] = (1366, 620)) -> PageDesk[AdminPage]:
        choose_language(language)
        folder = Path(shutil.copytree(built, tmp_path / f"{language}-{len(opened)}"))
        builder = OfficeBuilder(folder, SetClock(MORNING))
        desk: PageDesk[AdminPage] = PageDesk(AdminPage, TAB, builder, None, size, panels=True)
        opened.append(desk)
        desk.page.begin()
        return desk

    yield open_admin
    for desk in opened:
        desk.window.context.theme.scale(100)
        desk.close()
        desk.office.office.close()


def scaled(desk: PageDesk[AdminPage], percent: int) -> None:
    context = desk.window.context
    context.theme.scale(percent)
    context.layout.measure(desk.window.window.width(), percent)
    desk.wait()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("percent", [100, 125, 200])
def test_a5_every_part_is_named_and_no_words_are_cut_at_any_size(admin: OpenAdmin, language: str, percent: int) -> None:
    desk, wrong = admin(language), list[str]()
    scaled(desk, percent)
    for part in desk.page.parts:
        desk.page.begin(part)
        desk.wait()
        wrong += [f"{part.name}: {one}" for one in (*nameless(desk.page), *cut_texts(desk.page))]
        wrong += [f"{part.name}: {desk.window.window.width()} wide"] * (desk.window.window.width() != 1366)
    assert wrong == []


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_every_part_fits_the_screens_that_offices_have(admin: OpenAdmin, size: tuple[int, int]) -> None:
    desk = admin(size=size)
    for part in desk.page.parts:
        desk.page.begin(part)
        desk.wait()
        assert (desk.window.window.width(), desk.window.window.height()) == size, part.name


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_form_is_named_and_whole(admin: OpenAdmin, language: str, percent: int) -> None:
    desk, wrong = admin(language), list[str]()
    scaled(desk, percent)
    for name, keys in FORMS.items():
        for key in keys:
            desk.page.begin(next(part for part in desk.page.parts if part.name == name))
            desk.wait()
            wrong += [f"{name} {key}: {one}" for one in look_at_form(desk, key)]
    assert wrong == []


def look_at_form(desk: PageDesk[AdminPage], key: str) -> list[str]:
    """What is wrong with the form that a key brings up; it is left by Esc."""
    found: list[str] = ["no form came up"]

    def look(panel: QuestionPanel[object]) -> None:
        desk.wait()
        found[:] = [*nameless(panel), *cut_texts(panel)]
        window = desk.window.window
        if panel.width() > window.width() or panel.height() > window.height():
            found.append(f"{panel.width()} x {panel.height()}")

        desk.press("Esc")

    InPanels([look]).run(lambda: desk.press(key))
    return found


def test_a2_tab_goes_through_the_people_as_they_are_read(admin: OpenAdmin) -> None:
    desk = admin()
    first = desk.page.side.segments.button(desk.page.parts[0])
    stops = tab_stops(desk.page, first)
    assert stops[0].startswith("People")
    assert len(stops) == len(set(stops))

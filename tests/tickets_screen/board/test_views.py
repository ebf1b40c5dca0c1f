"""Saved views by keys: named, shown again, taken away, and found by a name of two characters."""

from __future__ import annotations

from typing import Any

from app.tickets.lists.filters import Group
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk
from ui.shell.question_panel import QuestionPanel
from ui.tickets.board.filter_panel import FilterPanel
from ui.tickets.board.views_panel import ViewsPanel

VIEWS = "F7"


def saved(desk: Desk, name: str) -> None:
    """Saves what the list shows under a name, and leaves the panel."""

    def save(panel: ViewsPanel) -> Any:
        desk.answers.will_write(name)
        in_panel(desk, panel, "save")

    desk.answers.will_answer(ViewsPanel, save)
    desk.press(VIEWS)


def in_panel(desk: Desk, panel: QuestionPanel[Any], *buttons: str) -> None:
    """Runs the actions of a panel that is not on the screen."""
    panel.add_actions(desk.window.context.actions)
    for button in buttons:
        desk.window.context.actions[f"{panel.context}.{button}"].trigger()


def test_a_view_is_named_and_shown_again_at_the_next_start(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office)
    desk.press("Alt+4")
    saved(desk, "等待中")
    desk.press("Alt+1")
    desk.close()
    desk = desks(office, panels=True)
    with desk.keys.when_asked("Return"):
        desk.press(VIEWS)
    assert sorted(desk.listed()) == ["4-2-903", "6-1-1203"]
    assert desk.page.board._said.text() == "View “等待中”"
    desk.press("Alt+1")
    assert desk.page.board._said.text() == ""


def test_a_view_keeps_the_words_that_were_looked_for(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office)
    desk.finds("照明")
    saved(desk, "照明")
    desk.press("Esc", "Esc")
    assert desk.page.board.search.text() == ""
    desk.close()
    desk = desks(office, panels=True)
    with desk.keys.when_asked("Return"):
        desk.press(VIEWS)
    assert desk.page.board.search.text() == "照明"
    assert set(desk.listed()) == {"3-2-501", "2-1-1801"}


def test_a_view_that_is_taken_away_is_offered_no_longer(office: OfficeBuilder, desks: OpenDesk) -> None:
    office.office.ticket_views.save(office.supervisor, "一", desks(office).page.book.wanted)
    desk = desks(office, panels=True)
    with desk.keys.when_asked("Ctrl+D", "Esc"):
        desk.press(VIEWS)
    assert office.office.ticket_views.all() == ()
    assert desk.said[-1] == "The view “一” is taken away"


def test_a_view_without_a_name_is_refused_where_it_is_asked_for(desk: Desk) -> None:
    said: list[str] = []

    def save(panel: ViewsPanel) -> Any:
        desk.answers.will_write("  ")
        in_panel(desk, panel, "save")
        said.append(panel.problem())

    def save_filter(panel: FilterPanel) -> Any:
        desk.answers.will_write("  ")
        in_panel(desk, panel, "save")
        said.append(panel.problem())

    desk.answers.will_answer(ViewsPanel, save)
    desk.press(VIEWS)
    desk.press("Return")
    desk.answers.will_answer(FilterPanel, save_filter)
    desk.press("/")
    assert said[0] == said[1] != ""


def test_a_filter_becomes_a_view_where_it_is_chosen(desk: Desk, office: OfficeBuilder) -> None:
    def save(panel: FilterPanel) -> Any:
        panel.fields.group.set_value(Group.CLOSED)
        desk.answers.will_write("已完结的")
        in_panel(desk, panel, "save")

    desk.press("Return")
    desk.answers.will_answer(FilterPanel, save)
    desk.press("/")
    (view,) = office.office.ticket_views.all()
    assert (view.name, view.filter.group, view.by) == ("已完结的", Group.CLOSED, "王敏")


def test_each_person_finds_the_filter_that_was_left(office: OfficeBuilder, desks: OpenDesk) -> None:
    cashier = desks(office)
    cashier.press("Alt+6")
    cashier.close()
    boss = desks(office, by=office.supervisor)
    assert boss.page.book.wanted.group is Group.OPEN
    boss.press("Alt+4")
    boss.close()
    assert desks(office).page.book.wanted.group is Group.OVERDUE


def test_a_name_of_two_characters_finds_whoever_reported(desk: Desk) -> None:
    desk.finds("刘洋")
    assert desk.listed() == ["1-3-204"]
    desk.finds("周敏")
    assert desk.listed() == ["5-1-802"]
    desk.finds("0005678 建国")
    assert desk.listed() == ["3-2-501"]

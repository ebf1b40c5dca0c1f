"""The rules lie over the board: one key there, Esc back, and the deadlines speak above the tickets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.tickets.rules.over_board import SHOW_FIGURES, SHOW_RULES, OverBoard
from ui.tickets.tickets_tab import TicketsTab


class _Board(QLineEdit):
    """Stands for the page of tickets; its own Esc must not be reached from the rules."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.wanted: list[int] = []
        self.backs: list[bool] = []
        context.actions.add("tickets.back", "Back", "Esc", lambda: self.backs.append(True), context="tickets")

    def focus_search(self) -> None:
        self.setFocus()

    def show_ticket(self, ticket_id: int) -> None:
        self.wanted.append(ticket_id)


def _opened(office: OfficeBuilder) -> tuple[PageWindow[OverBoard], _Board]:
    boards: list[_Board] = []

    def make(context: Context) -> OverBoard:
        boards.append(_Board(context))
        return OverBoard(context, boards[0], boards[0])

    window = open_page(make, "tickets", office.office, office.supervisor, office.clock, size=(1366, 620))
    window.page.focus_search()
    return window, boards[0]


def test_the_rules_are_one_key_away_and_esc_leads_back(office: OfficeBuilder, qapp: object) -> None:
    assert qapp is not None
    window, board = _opened(office)
    window.keys.press(SHOW_RULES)
    rules = window.page.rules
    assert rules is not None
    assert rules.isVisible()
    assert rules.section.title == "To be told"
    window.keys.press("Alt+6", "Esc")
    assert board.isVisible()
    assert board.hasFocus()
    assert board.backs == []
    window.keys.press(SHOW_RULES)
    assert rules.section.title == "Teams"  # the list that was seen last
    window.keys.press("Alt+1", "Return")
    assert board.wanted == [1]
    assert board.isVisible()
    window.close()


def test_t14_the_summary_of_the_start_stands_above_the_board_until_the_list_was_seen(
    office: OfficeBuilder, qapp: object
) -> None:
    assert qapp is not None
    window, _ = _opened(office)
    assert window.page.strip.strip.text().startswith("2 deadlines overdue")
    window.keys.press(SHOW_RULES, "Esc")
    assert window.page.strip.strip.text() == ""
    window.close()


def test_the_statistics_are_one_key_away_from_either_page(office: OfficeBuilder, qapp: object) -> None:
    assert qapp is not None
    window, board = _opened(office)
    window.keys.press(SHOW_FIGURES)
    figures = window.page.figures
    assert figures is not None
    assert figures.isVisible()
    assert figures.table.hasFocus()
    window.keys.press("Alt+3", SHOW_RULES)
    assert not figures.isVisible()
    window.keys.press(SHOW_FIGURES, "Esc")
    assert board.hasFocus()
    assert board.backs == []
    assert {SHOW_FIGURES, SHOW_RULES} <= {key for one in window.context.actions.active() for key in one.spec.keys}
    window.close()


def test_deadlines_speak_although_nobody_looked_at_the_tab_yet(office: OfficeBuilder, qapp: object) -> None:
    assert qapp is not None
    window = open_page(TicketsTab, "tickets", office.office, office.supervisor, office.clock, size=(1366, 620))
    tab = TicketsTab(replace(window.context, actions=ActionRegistry(window.window)))
    tab.furnish()
    assert tab.strip.strip.text().startswith("2 deadlines overdue")
    assert tab.strip.pressing == 2
    tab.deleteLater()
    window.close()

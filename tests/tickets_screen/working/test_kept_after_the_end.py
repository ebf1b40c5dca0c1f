"""G12: what was typed into a question about a ticket is there again after the program ended in the middle of a word."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.tickets.kinds import EntryKind
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from tests.tickets_screen.desk import Desk
from ui.shell.left_questions import DRAFT

WORDS = "after five o'clock, the key is with the neighbour"


def test_a_note_that_was_being_typed_stands_there_again_after_a_kill(
    panels: Desk, office: OfficeBuilder, desks: OpenTab
) -> None:
    kept: list[object] = []

    def typing() -> None:
        panels.keys.type(WORDS)
        stop_typing()
        kept.append(office.office.drafts.find(office.cashier, DRAFT))
        panels.keys.press("Esc")

    ticket = panels.finds("渗水").shown().row.id
    QTimer.singleShot(0, typing)
    panels.press("N")
    assert WORDS in str(kept)
    second = desks(office, panels=True)
    second.finds("渗水").shown()
    with second.keys.when_asked("F9"):
        second.press("N")
    newest = office.office.ticket_pages.open(ticket).timeline[0]
    assert (newest.kind, newest.text) == (EntryKind.NOTE, WORDS)
    assert office.office.drafts.find(office.cashier, DRAFT) is None

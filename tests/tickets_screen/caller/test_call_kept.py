"""G12: the words of a call stand there again after the program ended, with the unit that called."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from tests.tickets_screen.caller.caller_desk import CallerDesk
from ui.shell.draft_keeper import SAVED_WITHIN_MS

WORDS = "asks when the lift is checked"


def test_the_words_of_a_call_come_back_for_the_unit_that_called(
    desk: CallerDesk, office: OfficeBuilder, desks: OpenTab
) -> None:
    desk.calls("3-2-501")
    desk.keys.type(WORDS)
    QTest.qWait(2 * SAVED_WITHIN_MS)
    second = desks(office)
    second.calls("3-2-601")
    assert second.panel.words.text() == ""
    second.calls("3-2-501")
    assert second.panel.words.text() == WORDS
    assert second.said[-1].startswith("What was typed here at")


def test_words_that_became_a_ticket_are_not_brought_back(
    desk: CallerDesk, office: OfficeBuilder, desks: OpenTab
) -> None:
    desk.calls("3-2-501")
    desk.keys.type(WORDS)
    QTest.qWait(2 * SAVED_WITHIN_MS)
    desk.press("Ctrl+N")
    assert desk.page.wanted[-1][1] == WORDS
    second = desks(office)
    second.calls("3-2-501")
    assert second.panel.words.text() == ""

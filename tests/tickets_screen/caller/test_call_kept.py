"""G12: the words of a call stand there again after the program ended, with the unit that called."""

from __future__ import annotations

from typing import Any

from app.desk.drafts import Draft
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from tests.tickets_screen.caller.caller_desk import CallerDesk
from ui.tickets.caller.caller_panel import KEYS

WORDS = "asks when the lift is checked"


def test_the_words_of_a_call_come_back_for_the_unit_that_called(
    desk: CallerDesk, office: OfficeBuilder, desks: OpenTab
) -> None:
    desk.calls("3-2-501")
    desk.keys.type(WORDS)
    stop_typing()
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
    stop_typing()
    desk.press("Ctrl+N")
    assert desk.page.wanted[-1][1] == WORDS
    second = desks(office)
    second.calls("3-2-501")
    assert second.panel.words.text() == ""


def test_words_of_somebody_who_is_forgotten_meanwhile_are_not_written_again(desk: CallerDesk) -> None:
    """The words were taken out of the draft from outside, as whoever forgets a person does."""
    desk.calls("3-2-501")
    desk.keys.type(WORDS)
    desk.calls("3-2-601")
    desk.keys.type("hears water")
    stop_typing()
    drafts, by = desk.office.office.drafts, desk.window.context.actor
    kept = drafts.find(by, KEYS)
    assert kept is not None
    rows = [
        [*row[:2], {name: text.replace("lift", "…") for name, text in row[2].items()}, *row[3:]] for row in left(kept)
    ]
    drafts.save(by, KEYS, {"left": rows})
    desk.keys.type(" in the wall")
    stop_typing()
    kept = drafts.find(by, KEYS)
    assert kept is not None
    assert sorted(text for row in left(kept) for text in row[2].values()) == [
        "asks when the … is checked",
        "hears water in the wall",
    ]


def left(kept: Draft) -> list[Any]:
    rows: list[Any] = kept.content["left"]
    return rows

"""From the list into the form and back, with the list in view."""

from __future__ import annotations

import pytest

from app.tickets.kinds import Source
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk
from ui.tickets.taking_down import TakingDown

MOST_KEYS = 12


@pytest.fixture
def taking(desk: Desk) -> TakingDown:
    return desk.page.taking


def some_unit(desk: Desk) -> str:
    return desk.office.office.estate.units()[0].code


def test_t2_a_call_takes_at_most_twelve_keys_from_the_list(desk: Desk, taking: TakingDown) -> None:
    page = desk.office.office.estate.unit_page(desk.office.office.estate.units()[0].id)
    assert page.owner is not None
    tail = page.owner.phones[0][-4:]
    desk.keys.count = 0
    desk.keys.press("Ctrl+N")
    desk.keys.type(tail)
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab")
    before = desk.keys.count
    desk.keys.commit("厨房下水管漏水")
    typed = desk.keys.count - before
    assert desk.page.board.isVisible()
    desk.keys.press("Ctrl+Return")
    assert desk.keys.count - typed <= MOST_KEYS
    desk.wait_for_ticket()
    assert desk.shown().row.text == "厨房下水管漏水"
    assert desk.page.entry.form is None


def test_esc_goes_back_to_the_list_and_ctrl_n_goes_on(desk: Desk, taking: TakingDown) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type(some_unit(desk))
    desk.keys.press("Return", "Esc")
    assert desk.page.entry.form is None
    assert desk.page.board.list.hasFocus()
    desk.keys.press("Ctrl+N")
    assert taking.form.fields.where.text() == some_unit(desk)


def test_somebody_calls_and_the_words_become_a_new_ticket(desk: Desk, taking: TakingDown) -> None:
    desk.keys.press("F6")
    desk.keys.type(some_unit(desk))
    desk.keys.press("Return")
    assert taking.caller.facts.panel is not None
    desk.keys.commit("问装修押金何时退")
    desk.keys.press("Ctrl+N")
    assert desk.page.entry.form is taking.form
    assert (taking.form.fields.where.text(), taking.form.fields.text.text()) == (some_unit(desk), "问装修押金何时退")


def test_t3_what_begins_with_a_call_reached_us_as_the_last_report_did(desk: Desk, taking: TakingDown) -> None:
    desk.keys.press("F6")
    desk.keys.type(some_unit(desk))
    desk.keys.press("Return", "Ctrl+N")
    assert taking.form.fields.choices.source.value() is Source.PHONE


def test_from_the_caller_esc_goes_back_to_the_list(desk: Desk, taking: TakingDown) -> None:
    desk.keys.press("F6", "Esc")
    assert desk.page.entry.form is None


def test_g12_a_report_left_by_an_earlier_run_stands_there_at_the_first_look(
    desk: Desk, taking: TakingDown, desks: OpenDesk
) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type(some_unit(desk))
    desk.keys.press("Return")
    taking.keep_draft()
    again = desks(desk.office)
    form = again.page.taking.form
    assert form.isVisible()
    assert form.fields.where.text() == some_unit(desk)
    assert "is back" in form.strip.text()

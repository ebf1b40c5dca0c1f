"""What is typed survives: a kill, Esc, another room opened in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.counter_screen.conftest import NOW, OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray, open_counter
from tests.counter_screen.test_payment import open_home
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from ui.counter.draft_keeper import OPEN


def type_a_whole_bill(counter: CounterWindow) -> None:
    """Two lines unticked, an access card, WeChat with a reference, an amount and another payer."""
    open_home(counter)
    counter.keys.press("Up", "Space", "Up", "Space")
    with counter.keys.when_asked("Return"):
        counter.keys.press("Ctrl+T")
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("Return")
    counter.keys.type("300")
    counter.keys.press("Ctrl+U")
    counter.keys.type("Li Hua")


def state(counter: CounterWindow) -> tuple[object, ...]:
    hand = counter.page.flow.desk.hand
    assert hand is not None
    panel = counter.page.flow.desk.panel
    return (
        hand.bill.unit.code,
        sorted(hand.chosen),
        [(line.one.name, line.one.amount, line.chosen) for line in hand.one_offs],
        hand.method,
        panel.amount.value(),
        panel.reference.text(),
        panel.payer.text(),
        panel.due.total.text(),
        counter.page.flow.search.box.text(),
    )


def test_c23_g12_a_killed_program_opens_with_the_same_bill(
    open_window: OpenCounter, builder: OfficeBuilder, place: Path
) -> None:
    counter = open_window()
    type_a_whole_bill(counter)
    stop_typing()
    before = state(counter)
    # nothing is closed or told: a second program reads what the first one left in the folder
    again = OfficeBuilder(place, SetClock(NOW))
    try:
        reopened = open_counter(again)
        assert state(reopened) == before
        assert "stands as it was when the program ended" in reopened.page.flow.desk.sheet.bar.text()
        assert reopened.page.flow.desk.panel.amount.hasFocus()
        reopened.close()
    finally:
        again.office.close()


def test_a_restored_bill_can_be_taken_and_its_draft_is_gone(open_window: OpenCounter, builder: OfficeBuilder) -> None:
    first = open_window()
    open_home(first)
    first.keys.type("800")
    first.page.keep_draft()
    second = open_window()
    second.keys.press("F9")
    assert "change 67.80" in second.page.flow.empty.strip.text()
    third = open_window()
    assert not third.page.flow.is_open


def test_c23_a_payment_that_was_durable_before_the_kill_is_not_offered_again(
    open_window: OpenCounter, builder: OfficeBuilder
) -> None:
    counter = open_window()
    open_home(counter)
    counter.keys.type("800")
    counter.page.keep_draft()
    hand = counter.page.flow.desk.hand
    assert hand is not None
    taken = builder.office.payments.take(builder.cashier, hand.asked(print_wanted=True))
    reopened = open_window()
    assert not reopened.page.flow.is_open
    assert taken.label in reopened.page.flow.empty.note.text()
    reopened.keys.press("Ctrl+P")
    assert reopened.tray.gets(f"Receipt {taken.label}")


def test_g3_esc_puts_the_bill_aside_and_ctrl_z_brings_it_back(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("500")
    counter.keys.press("Esc")
    assert not counter.page.flow.is_open
    assert counter.page.flow.search.box.hasFocus()
    counter.keys.press("Ctrl+Z")
    assert counter.page.flow.desk.panel.amount.text() == "500"
    assert counter.page.flow.desk.panel.amount.hasFocus()


def test_what_esc_put_aside_outlives_the_program(open_window: OpenCounter) -> None:
    first = open_window()
    open_home(first)
    first.keys.type("500")
    first.keys.press("Esc")
    second = open_window()
    assert not second.page.flow.is_open
    second.keys.press("Ctrl+Z")
    assert second.page.flow.desk.panel.amount.text() == "500"


def test_g3_esc_goes_back_one_level_at_a_time(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up")
    assert counter.page.flow.desk.sheet.lines.table.hasFocus()
    counter.keys.press("Esc")
    assert counter.page.flow.desk.panel.amount.hasFocus()
    counter.keys.press("Esc")
    assert counter.page.flow.search.box.hasFocus()
    assert counter.page.flow.search.box.selectedText() == "32501"
    counter.keys.press("Esc")
    assert counter.page.flow.search.box.text() == ""


def test_another_room_opened_in_between_loses_nothing(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("500")
    counter.keys.press("F2")
    counter.keys.type("5-3-1102")
    counter.keys.press("Return")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.bill.unit.code == "5-3-1102"
    assert counter.said[-1] == "3-2-501 is put aside; Ctrl+Z brings it back"
    counter.keys.press("Esc", "Ctrl+Z")
    assert counter.page.flow.desk.hand.bill.unit.code == "3-2-501"
    assert counter.page.flow.desk.panel.amount.text() == "500"


def test_ctrl_z_on_a_bill_that_is_only_looked_at_brings_the_typed_one_back(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("500")
    counter.keys.press("F2")
    counter.keys.type("5-3-1102")
    counter.keys.press("Return", "Ctrl+Z")
    desk = counter.page.flow.desk
    assert desk.hand is not None
    assert (desk.hand.bill.unit.code, desk.panel.amount.text()) == ("3-2-501", "500")


def test_ctrl_z_takes_back_what_was_typed_into_the_amount_first(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("500")
    counter.keys.press("F2")
    counter.keys.type("5-3-1102")
    counter.keys.press("Return")
    counter.keys.type("7")
    counter.keys.press("Ctrl+Z")
    desk = counter.page.flow.desk
    assert desk.hand is not None
    assert desk.hand.bill.unit.code == "5-3-1102"
    assert desk.panel.amount.text() != "7"


def test_g12_what_was_restored_is_said_before_the_papers_that_an_earlier_run_left(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    tray.missing = True
    first = open_window(tray=tray)
    open_home(first)
    first.keys.press("F9")
    open_home(first)
    first.keys.type("50")
    first.page.flow.keep_draft()
    second = open_window()
    assert second.page.flow.is_open
    assert second.page.flow.desk.sheet.bar.text().startswith("Restored The bill of 3-2-501 stands as it was")
    assert len(second.context.printing.held_up) == 1


@pytest.mark.parametrize(
    "left", [{}, {"client_id": "c", "unit_id": 1}, {"client_id": "c", "unit_id": "1", "search": []}]
)
def test_a_bill_left_by_another_version_of_the_form_is_let_go(
    open_window: OpenCounter, builder: OfficeBuilder, left: dict[str, object]
) -> None:
    builder.office.drafts.save(builder.cashier, OPEN, left)
    counter = open_window()
    open_home(counter)
    assert counter.page.flow.desk.hand is not None
    counter.page.flow.desk.keeper.drop()
    assert builder.office.drafts.find(builder.cashier, OPEN) is None

"""Bills put aside while the payer looks for money."""

from __future__ import annotations

from pathlib import Path

from app.core.clock import SetClock
from app.counter.methods import Method
from tests.counter_screen.conftest import NOW, OpenCounter
from tests.counter_screen.counter_window import CounterWindow, open_counter
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.office_builder import OfficeBuilder

ROOMS = ("3-2-501", "1-1-302", "5-3-1102", "3-2-502", "2-1-1801", "1-3-204", "4-2-903", "2-2-702", "4-1-602")


def park(counter: CounterWindow, code: str) -> None:
    counter.keys.type(code)
    counter.keys.press("Return", "F11")


def parked(builder: OfficeBuilder) -> list[str]:
    return [one.code for one in builder.office.parked.of(builder.cashier)]


def test_c18_f11_puts_the_bill_aside_and_the_next_room_can_be_searched(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    before = receipts(builder)
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("F11")
    assert not counter.page.flow.is_open
    assert counter.page.flow.search.box.hasFocus()
    assert counter.said[-1] == "3-2-501 is parked with 732.22; Ctrl+F11 brings it back"
    assert (parked(builder), receipts(builder)) == (["3-2-501"], before)


def test_c18_ctrl_f11_brings_the_only_one_back_with_all_that_was_typed(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("F11", "Ctrl+F11")
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert (hand.method, hand.reference) == (Method.WECHAT, "8891")
    assert parked(builder) == []
    counter.keys.press("F9")
    assert newest(builder).unit == "3-2-501"


def test_c18_one_of_several_is_chosen_by_its_digit(counter: CounterWindow, builder: OfficeBuilder) -> None:
    for code in ROOMS[:3]:
        park(counter, code)
    with counter.keys.when_asked("2"):
        counter.keys.press("Ctrl+F11")
    assert counter.keys.asked == ["Parked bills"]
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert hand.bill.unit.code == ROOMS[1]
    assert parked(builder) == [ROOMS[0], ROOMS[2]]


def test_c18_a_tenth_is_refused_and_stays_open(counter: CounterWindow, builder: OfficeBuilder) -> None:
    for code in ROOMS:
        park(counter, code)
    assert len(parked(builder)) == 9
    counter.keys.commit("商铺07")
    counter.keys.press("Return", "F11")
    assert counter.page.flow.is_open
    assert "9 bills are parked already" in counter.said[-1]


def test_c18_f11_on_an_empty_counter_explains_itself(counter: CounterWindow) -> None:
    counter.keys.press("F11")
    assert "No bill is open to park" in counter.said[-1]
    counter.keys.press("Ctrl+F11")
    assert counter.said[-1] == "No bill is parked. F11 parks the open one."


def test_c18_parked_bills_survive_a_kill(open_window: OpenCounter, builder: OfficeBuilder, place: Path) -> None:
    counter = open_window()
    park(counter, "3-2-501")
    # nothing is closed or told: a second program reads what the first one left in the folder
    again = OfficeBuilder(place, SetClock(NOW))
    try:
        reopened = open_counter(again)
        assert not reopened.page.flow.is_open
        reopened.keys.press("Ctrl+F11")
        assert reopened.page.flow.desk.panel.due.total.text() == "¥732.22"
        reopened.close()
    finally:
        again.office.close()


def test_c18_a_parked_bill_locks_nothing_and_meets_what_was_paid_meanwhile(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    park(counter, "3-2-501")
    builder.pays(builder.office.estate.unit_named("3-2-501"))
    counter.keys.press("Ctrl+F11")
    assert counter.page.flow.desk.panel.due.total.text() == "¥0.00"


def test_c22_a_parked_bill_that_was_taken_after_all_is_not_offered_again(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    hand = counter.page.flow.desk.hand
    assert hand is not None
    asked = hand.asked(print_wanted=False)
    counter.keys.press("F11")
    builder.office.payments.take(builder.cashier, asked)
    counter.keys.press("Ctrl+F11")
    assert counter.said[-1] == "No bill is parked. F11 parks the open one."
    assert parked(builder) == []


def test_c18_recalling_puts_an_open_bill_aside(counter: CounterWindow) -> None:
    park(counter, "3-2-501")
    counter.keys.type("5-3-1102")
    counter.keys.press("Return", "Ctrl+F11")
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert hand.bill.unit.code == "3-2-501"

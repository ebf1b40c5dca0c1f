"""C9: a bill opens with the last method of the shift, or always with cash where the office chose so."""

from __future__ import annotations

from app.counter.methods import Method
from app.counter.settings import DEFAULT_METHOD, DefaultMethod
from tests.counter_screen.counter_window import CounterWindow
from tests.office_builder import OfficeBuilder


def pay_by_card_and_open_another(counter: CounterWindow) -> Method:
    for room, keys in (("3-2-501", ("Return", "F6", "F9")), ("5-3-1102", ("Return",))):
        counter.keys.type(room)
        counter.keys.press(*keys)
    assert counter.page.flow.desk.hand is not None
    return counter.page.flow.desk.hand.method


def test_c9_the_method_of_the_last_payment_is_offered_next(counter: CounterWindow) -> None:
    assert pay_by_card_and_open_another(counter) is Method.CARD


def test_c9_cash_is_always_offered_where_the_office_chose_so(counter: CounterWindow, builder: OfficeBuilder) -> None:
    builder.office.settings.change(builder.supervisor, {DEFAULT_METHOD: DefaultMethod.CASH})
    assert pay_by_card_and_open_another(counter) is Method.CASH

"""Money goes back by keys: from the receipt, with the supervisor's yes, onto the slip."""

from __future__ import annotations

from app.core.money import Money
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.conftest import (  # noqa: F401 - the morning at the counter
    OpenCounter,
    builder,
    built_morning,
    counter,
    open_window,
    place,
    tray,
)
from tests.counter_screen.counter_window import CounterWindow
from tests.office_builder import OfficeBuilder


def test_the_wrong_room(counter: CounterWindow, builder: OfficeBuilder) -> None:  # noqa: F811 - a fixture
    """吴海燕's room was paid with cash that was meant for another: it goes back, and the room owes again."""
    home = builder.office.estate.unit_named("1-3-204")
    counter.keys.type("R-000007")

    def who_takes_it() -> None:
        counter.keys.press("Tab", "Tab", "Tab", "Tab", "Down", "F9")  # past reason, words, taker; the receipt came back

    steps = (lambda: counter.keys.press("F8"), lambda: counter.keys.press("F9"), who_takes_it)
    with answering(*steps, supervisor_says_yes(counter.keys)):
        counter.keys.press("Return")
    (refund,) = builder.office.refunds.newest()
    assert refund.label == "T-000001"
    assert builder.owes(home) == refund.amount + Money(3)
    assert counter.tray.gets("Refund slip T-000001")
    assert "goes back with T-000001" in counter.said[-1]
    assert builder.breaches() == []

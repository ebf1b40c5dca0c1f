"""Money goes back by keys: from the receipt, with the supervisor's yes, onto the slip."""

from __future__ import annotations

from datetime import date

from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, TenderAsked
from tests.counter.paying import ahead_until, pays_with
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


def test_a_cheque_bounces(counter: CounterWindow, builder: OfficeBuilder) -> None:  # noqa: F811 - a fixture
    """周子涵's transfer of this morning never arrived: nothing goes out, the room owes as if it had not paid."""
    home = builder.office.estate.unit_named("2-1-1801")
    before = builder.office.receipts.find("R-000008")[0].amount
    counter.keys.type("R-000008")

    def never_came() -> None:
        counter.keys.press("End", "F9")

    def why() -> None:
        counter.keys.press("Tab", "Tab", "Down", "F9")  # past reason and words; the receipt came back

    steps = (lambda: counter.keys.press("F8"), never_came, why)
    with answering(*steps, supervisor_says_yes(counter.keys)):
        counter.keys.press("Return")
    assert builder.owes(home) == before
    assert "R-000008 is reversed" in counter.said[-1]
    assert builder.office.refunds.newest() == ()
    assert builder.breaches() == []


def test_prepaid_a_year_moves_out_in_may(counter: CounterWindow, builder: OfficeBuilder) -> None:  # noqa: F811
    """罗美玲 paid through November 2027 and leaves in May: seven months and a half go back to her account."""
    home = builder.office.estate.unit_named("4-1-602")
    ahead, amount = ahead_until(builder, home, date(2027, 12, 1))
    paid = [TenderAsked(Method.WECHAT, amount, "77120")]
    taken = pays_with(builder, home, paid, lines=(), shown_due=amount, ahead=ahead)
    counter.keys.type(taken.label)

    def from_may() -> None:
        counter.keys.press("Tab", "Ctrl+A")
        counter.keys.type("2027-05-16")
        counter.keys.press("F9")

    def to_her() -> None:
        counter.keys.press("Tab", "Tab", "Tab", "Tab", "Down", "F9")

    with answering(lambda: counter.keys.press("F8"), from_may, to_her, supervisor_says_yes(counter.keys)):
        counter.keys.press("Return")
    (refund,) = builder.office.refunds.newest()
    month = amount.fen // 11
    assert abs(refund.amount.fen - (6 * month + month * 16 // 31)) < 20
    facts = builder.office.refunds.facts(refund.id)
    assert facts.lines[-1].period.startswith("2027-05-16") or facts.lines[-2].period.startswith("2027-05-16")
    assert builder.breaches() == []


def test_what_an_end_left_to_give_back_stands_ready(counter: CounterWindow, builder: OfficeBuilder) -> None:  # noqa: F811
    """The tariff of 罗美玲 ended on the 16th of May: reason and day are there, two keys ask for her money."""
    home = builder.office.estate.unit_named("4-1-602")
    ahead, amount = ahead_until(builder, home, date(2027, 12, 1))
    paid = [TenderAsked(Method.WECHAT, amount, "77120")]
    taken = pays_with(builder, home, paid, lines=(), shown_due=amount, ahead=ahead)
    given_back = Money(0)
    for one in builder.office.assignments.of_unit(home):
        inside = builder.office.assignments.end(builder.supervisor, one.id, date(2027, 5, 16))
        assert inside.let_go == Money(0)
        given_back += inside.paid
    counter.keys.type(taken.label)

    def to_her() -> None:
        counter.keys.press("Tab", "Tab", "Tab", "Tab", "Down", "F9")

    steps = (lambda: counter.keys.press("F8"), lambda: counter.keys.press("F9"), to_her)
    with answering(*steps, supervisor_says_yes(counter.keys)):
        counter.keys.press("Return")
    (refund,) = builder.office.refunds.newest()
    assert refund.amount == given_back
    assert builder.breaches() == []


def test_where_no_deposit_is_held_its_keys_say_so(counter: CounterWindow) -> None:  # noqa: F811
    said: list[str] = []
    counter.context.actions.refused.connect(lambda _action, why: said.append(why))

    def try_all() -> None:
        counter.keys.press("F6", "F7", "F8", "Esc")

    with answering(try_all):
        counter.keys.press("Ctrl+D")
    assert said == ["Choose a deposit of which something is held."] * 3


def test_a_deposit_goes_back_from_the_list(counter: CounterWindow, builder: OfficeBuilder) -> None:  # noqa: F811
    """Taken this morning, a part of it kept, the rest given back: all by keys."""
    home = builder.office.estate.unit_named("2-2-702")
    item = next(item for item in builder.office.fee_items.one_offs() if item.code == "renovation-deposit")
    builder.pays(home, one_offs=(OneOff(item.id, item.paper_name, Money.yuan(2000)),))

    def keep() -> None:
        counter.keys.type("300")
        counter.keys.press("F9")

    with answering(lambda: counter.keys.press("F6"), keep, supervisor_says_yes(counter.keys)):
        counter.keys.press("Ctrl+D")
    (held,) = builder.office.deposits.of_unit(home)
    assert held.held == Money.yuan(1700)

    def to_her() -> None:
        counter.keys.press("Tab", "Tab", "Tab", "Tab", "Down", "F9")

    steps = (lambda: counter.keys.press("F8"), lambda: counter.keys.press("F9"), to_her)
    with answering(*steps, supervisor_says_yes(counter.keys)):
        counter.keys.press("Ctrl+D")
    (refund,) = builder.office.refunds.newest()
    assert refund.amount == Money.yuan(1700)
    assert builder.office.deposits.of_unit(home)[0].held == Money(0)
    assert builder.breaches() == []


def test_what_was_kept_of_a_deposit_by_mistake_is_held_again_by_keys(
    counter: CounterWindow,  # noqa: F811
    builder: OfficeBuilder,  # noqa: F811
) -> None:
    home = builder.office.estate.unit_named("2-2-702")
    item = next(item for item in builder.office.fee_items.one_offs() if item.code == "renovation-deposit")
    builder.pays(home, one_offs=(OneOff(item.id, item.paper_name, Money.yuan(2000)),))

    def keep_all() -> None:
        counter.keys.type("2000")
        counter.keys.press("F9")

    def show_gone() -> None:
        counter.keys.press("F5")  # nothing is listed: what is kept altogether holds nothing
        counter.keys.press("Tab", "Space", "F5")

    with answering(lambda: counter.keys.press("F6"), keep_all, supervisor_says_yes(counter.keys)):
        counter.keys.press("Ctrl+D")
    assert builder.office.deposits.of_unit(home)[0].held == Money(0)
    with answering(show_gone, lambda: counter.keys.press("F9"), supervisor_says_yes(counter.keys)):
        counter.keys.press("Ctrl+D")
    assert builder.office.deposits.of_unit(home)[0].held == Money.yuan(2000)
    assert counter.said[-1] == "¥2,000.00 of the deposit of 2-2-702 is held again"
    assert builder.breaches() == []

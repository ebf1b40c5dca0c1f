"""A charge that the office never took before is named at the counter, while the resident waits."""

from __future__ import annotations

from app.core.money import Money
from app.fees.money_of import MoneyOf
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder


def name_a_card_deposit(counter: CounterWindow, *, approved: bool = True) -> None:
    keys = counter.keys

    def ask_for_a_new_one() -> None:
        with answering(type_it):
            keys.press("Alt+I")
        keys.press("Return" if approved else "Esc")

    def type_it() -> None:
        keys.compose("yajin")
        keys.commit("门禁卡押金")
        keys.press("Tab", "Down", "Tab")
        keys.type("50")
        with answering(supervisor_says_yes(keys) if approved else lambda: keys.press("Esc")):
            keys.press("Return")
        if not approved:
            keys.press("Esc")

    with answering(ask_for_a_new_one):
        keys.press("Ctrl+T")


def test_a_new_kind_of_deposit_is_named_by_a_supervisors_yes_taken_and_held(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    name_a_card_deposit(counter)
    counter.keys.press("F7", "F9")
    item = builder.office.fee_items.one_offs()[-1]
    assert (item.name, item.money_of, item.one_off_price) == ("门禁卡押金", MoneyOf.DEPOSIT, Money.yuan(50))
    facts = builder.office.receipts.facts(newest(builder).id)
    assert [line.amount for line in facts.lines if "门禁卡押金" in line.item] == [Money.yuan(50)]
    assert [held.held for held in builder.office.deposits.all()] == [Money.yuan(50)]
    assert [finding.truth for finding in builder.office.verify() if finding.breaches] == []


def test_without_a_yes_nothing_is_named(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    before = builder.office.fee_items.one_offs()
    name_a_card_deposit(counter, approved=False)
    assert builder.office.fee_items.one_offs() == before
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.one_offs == []

"""A wrong method is corrected within the shift, with a supervisor, and the receipt stays."""

from __future__ import annotations

from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.receipts.method_panel import MethodPanel
from ui.widgets.key_button import KeyButton


def standing(builder: OfficeBuilder) -> list[tuple[Method, Money]]:
    return [(one.method, one.movable) for one in builder.office.payments.tenders(newest(builder).id) if one.movable]


def test_c29_cash_that_was_a_card_is_corrected_with_a_supervisor(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.press("F9")
    label = newest(builder).label
    table = counter.page.flow.empty.table
    table.setFocus()
    table.choose(0)

    def card() -> None:
        counter.keys.press("Tab")
        counter.keys.type("5512")
        counter.keys.press("F9")

    with answering(lambda: counter.keys.press("F5"), card, supervisor_says_yes(counter.keys)):
        counter.keys.press("Return")
    assert standing(builder) == [(Method.CARD, Money(73220))]
    assert newest(builder).label == label
    assert builder.breaches() == []


def test_c29_a_reference_seen_before_passes_with_a_supervisor_as_it_does_for_a_payment(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.press("F9")
    mine = newest(builder)
    card = builder.office.fee_items.one_offs()[0]
    unit_id = builder.office.finder.find("3-2-501")[0].unit_id
    builder.pays(unit_id, method=Method.CARD, reference="5512", one_offs=(OneOff(card.id, card.name, Money(20_00)),))
    table = counter.page.flow.empty.table
    table.setFocus()
    table.choose(0)

    def card_again() -> None:
        counter.keys.press("Tab")
        counter.keys.type("5512")
        counter.keys.press("F9")

    agreed, repeated = supervisor_says_yes(counter.keys), supervisor_says_yes(counter.keys)
    with answering(lambda: counter.keys.press("F5"), card_again, agreed, repeated):
        counter.keys.press("Return")
    tenders = builder.office.payments.tenders(mine.id)
    assert [(one.method, one.reference) for one in tenders if one.movable] == [(Method.CARD, "5512")]
    assert builder.breaches() == []


def test_c29_without_a_supervisor_nothing_moves(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("F9")
    table = counter.page.flow.empty.table
    table.setFocus()
    table.choose(0)
    keys = counter.keys
    with answering(lambda: keys.press("F5"), lambda: keys.press("F9"), *[lambda: keys.press("Esc")] * 3):
        keys.press("Return")
    assert standing(builder) == [(Method.CASH, Money(73220))]


def test_esc_out_of_a_correction_speaks_of_no_void(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("F9")
    counter.page.flow.empty.table.setFocus()
    counter.page.flow.empty.table.choose(0)
    offered: list[str] = []

    def read() -> None:
        panel = counter.window.findChild(MethodPanel)
        assert isinstance(panel, MethodPanel)
        offered.extend(button.text() for button in panel.findChildren(KeyButton))
        counter.keys.press("Esc")

    with answering(lambda: counter.keys.press("F5"), read, lambda: counter.keys.press("Esc")):
        counter.keys.press("Return")
    assert offered == ["Back", "Correct the method"]

"""Letting go, pausing and discounting at the counter, by keys only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.fees.adjustments.discount_rule import DiscountKind
from app.fees.adjustments.rows import AdjustmentKind
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.office_builder import OfficeBuilder
from ui.counter.bill.tender_view import sums_words


def open_home(counter: CounterWindow) -> None:
    counter.keys.type("32501")
    counter.keys.press("Return")


def home(builder: OfficeBuilder) -> UnitId:
    return builder.office.estate.unit_named("3-2-501")


def to_the_first_line(counter: CounterWindow) -> None:
    counter.keys.press("Up", "Up", "Up", "Up", "Up")
    assert counter.page.flow.desk.sheet.lines.current().item == "物业费"  # type: ignore[union-attr]


def test_the_late_fee_of_a_line_is_let_go_with_a_reason(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    to_the_first_line(counter)
    with answering(lambda: counter.keys.press("Tab", "Tab", "Down", "Down", "F9")):
        counter.keys.press("M")
    (row,) = builder.office.adjustments.of_unit(home(builder))
    assert (row.kind, row.amount, row.reason) == (AdjustmentKind.LATE_FEE_WAIVER, Money(-886), "first time late")
    assert counter.said[-1] == "8.86 waived"
    assert counter.page.flow.desk.panel.due.total.text() == "¥723.36"
    assert counter.page.flow.desk.sheet.lines.table.hasFocus()
    assert builder.breaches() == []


def test_above_the_limit_a_supervisor_agrees_on_the_cashiers_screen(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    to_the_first_line(counter)

    def lets_go() -> None:
        counter.keys.press("Down", "Tab")
        counter.keys.type("100")
        counter.keys.press("Tab", "F9")

    with answering(lets_go, supervisor_says_yes(counter.keys)):
        counter.keys.press("M")
    (row,) = builder.office.adjustments.of_unit(home(builder))
    assert (row.amount, row.approved_by, row.by) == (Money(-10000), "沈若兰", "王敏")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.charges[0].outstanding == Money(6558)
    assert builder.breaches() == []


def test_f4_shows_what_changed_a_line_and_ctrl_j_takes_a_waiver_back(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    one = builder.office.bills.open(home(builder)).due[0]
    builder.office.adjustments.waive(builder.cashier, one.id, one.version, Money(2000), "lift out of order")
    open_home(counter)
    to_the_first_line(counter)
    explained = counter.page.flow.desk.explained(counter.page.flow.desk.sheet.lines.current())
    assert explained is not None
    assert explained.principal[-1] == "−20.00 by adjustments, so 145.58"
    shown: list[str] = []

    def reads() -> None:
        from PySide6.QtWidgets import QApplication, QLabel

        window = QApplication.activeWindow()
        assert window is not None
        shown.extend(label.text() for label in window.findChildren(QLabel))
        counter.keys.press("Esc")

    with answering(reads):
        counter.keys.press("F4")
    assert "2026-11-20  waived −20.00  lift out of order  王敏" in shown

    def says_why() -> None:
        counter.keys.type("mistake")
        counter.keys.press("Return")

    with answering(lambda: counter.keys.press("Del"), says_why):
        counter.keys.press("Ctrl+J")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.charges[0].outstanding == Money(16558)
    assert [row.amount for row in builder.office.adjustments.of_unit(home(builder))] == [Money(2000), Money(-2000)]


def test_a_dispute_lets_the_late_fee_rest_and_p_again_ends_it(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    to_the_first_line(counter)

    def begins() -> None:
        counter.keys.press("Down", "Tab")
        counter.keys.type("2026-11-01")
        counter.keys.press("F9")

    with answering(begins, supervisor_says_yes(counter.keys)):
        counter.keys.press("P")
    (pause,) = builder.office.late_fee_pauses.of_unit(home(builder))
    assert (pause.charge_id, pause.first, pause.reason) == (None, date(2026, 11, 1), "dispute")
    assert counter.page.flow.desk.hand is not None
    fee = counter.page.flow.desk.hand.charges[0].late_fee
    assert fee is not None
    assert fee.paused_days == 20
    with answering(supervisor_says_yes(counter.keys), lambda: counter.keys.press("F9")):
        counter.keys.press("P")
    (pause,) = builder.office.late_fee_pauses.of_unit(home(builder))
    assert pause.until == date(2026, 11, 20)


def test_an_empty_home_pays_seventy_of_a_hundred(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    to_the_first_line(counter)

    def grants() -> None:
        counter.keys.type("0.7")
        counter.keys.press("F9")

    with answering(grants, supervisor_says_yes(counter.keys)):
        counter.keys.press("V")
    assert counter.page.flow.desk.hand is not None
    owed = [one.outstanding for one in counter.page.flow.desk.hand.charges if one.item_name == "物业费"]
    assert set(owed) == {Money(11590)}
    assert builder.breaches() == []


def test_the_discount_stands_in_the_lines_before_f9_and_is_lost_by_paying_less(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    item = next(item for item in builder.office.fee_items.all() if item.code == "property")
    rule = ("四月九五折", item.id, 4, DiscountKind.PERCENT, Decimal(5), date(2026, 1, 1))
    builder.office.discount_rules.add(builder.supervisor, *rule)
    open_home(counter)
    desk = counter.page.flow.desk
    last = desk.sheet.lines.table.rows_model.rows[-1]
    assert (last.item, last.principal, last.taken) == ("四月九五折", Money(-3312), Money(-3312))
    assert desk.panel.due.total.text() == "¥699.10"
    assert desk.panel.amount.selectedText() == "699.10"
    counter.keys.type("600")
    last = desk.sheet.lines.table.rows_model.rows[-1]
    assert (last.taken, desk.panel.due.total.text()) == (None, "¥732.22")
    assert desk.hand is not None
    assert sums_words(desk.hand).startswith("Not all at once: the discount of 33.12 is not given")
    counter.keys.press("Ctrl+A")
    counter.keys.type("700")
    assert desk.panel.outcome.figure.text() == "¥0.90"
    counter.keys.press("F9")
    assert newest(builder).amount == Money(69910)
    assert builder.owes(home(builder)) == NOTHING
    assert builder.breaches() == []

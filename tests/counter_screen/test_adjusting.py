"""Letting go, pausing and discounting at the counter, by keys only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QApplication, QLabel

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
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


def questions_words() -> str:
    """Everything that the question in front says."""
    window = QApplication.activeWindow()
    assert window is not None
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_c16_the_late_fee_of_a_line_is_let_go_with_a_reason(counter: CounterWindow, builder: OfficeBuilder) -> None:
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


def test_c16_above_the_limit_a_supervisor_agrees_on_the_cashiers_screen(
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
        shown.extend(questions_words().splitlines())
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
    with answering(lambda: counter.keys.press("F9"), supervisor_says_yes(counter.keys)):
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


def test_the_supervisor_reads_the_limit_and_what_was_waived_before(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    one = builder.office.bills.open(home(builder)).due[0]
    builder.office.adjustments.waive(builder.cashier, one.id, one.version, Money(3000), "lift out of order")
    open_home(counter)
    to_the_first_line(counter)
    read: list[str] = []

    def lets_go() -> None:
        counter.keys.press("Down", "Tab")
        counter.keys.type("40")
        counter.keys.press("Tab", "F9")

    def supervisor_reads() -> None:
        read.append(questions_words())
        supervisor_says_yes(counter.keys)()

    with answering(lets_go, supervisor_reads):
        counter.keys.press("M")
    words = "Up to 50.00 of one charge need no approval; 30.00 of it was waived before, 70.00 with this."
    assert words in read[0]
    newest_row = builder.office.adjustments.of_unit(home(builder))[0]
    assert (newest_row.amount, newest_row.approved_by) == (Money(-4000), "沈若兰")


def test_a_supervisor_who_does_not_agree_leaves_what_was_typed(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    to_the_first_line(counter)

    def lets_go() -> None:
        counter.keys.press("Down", "Tab")
        counter.keys.type("100")
        counter.keys.press("Tab", "Down", "Down", "Tab")
        counter.keys.type("bill 5 days late")
        counter.keys.press("F9")

    def takes_half_of_it_and_gives_up() -> None:
        counter.keys.press("Tab")
        counter.keys.type("40")
        counter.keys.press("F9")

    with answering(lets_go, lambda: counter.keys.press("Esc"), takes_half_of_it_and_gives_up):
        counter.keys.press("M")
    (row,) = builder.office.adjustments.of_unit(home(builder))
    assert (row.amount, row.reason) == (Money(-4000), "first time late：bill 5 days late")
    assert row.kind is AdjustmentKind.WAIVER


def pay_everything(builder: OfficeBuilder) -> None:
    bill = builder.office.bills.open(home(builder))
    whole = replace(bill, due=(*bill.due, *bill.not_due), not_due=())
    builder.pays(home(builder), method=Method.WECHAT, reference="9001", bill=whole)
    assert builder.office.bills.open(home(builder)).not_due == ()


def test_a_home_that_owes_nothing_can_stand_empty(counter: CounterWindow, builder: OfficeBuilder) -> None:
    pay_everything(builder)
    open_home(counter)
    read: list[str] = []

    def grants() -> None:
        counter.keys.type("0.7")
        counter.keys.press("Tab")
        counter.keys.type("2027-01-01")
        counter.keys.press("Tab")
        counter.keys.type("2027-03-31")
        counter.keys.press("F9")

    def supervisor_reads() -> None:
        read.append(questions_words())
        supervisor_says_yes(counter.keys)()

    with answering(lambda: counter.keys.press("Return"), grants, supervisor_reads):
        counter.keys.press("Alt+V")
    (row,) = builder.office.vacancies.of_unit(home(builder))
    assert (row.item, row.factor, row.first, row.until) == (
        "物业费",
        Decimal("0.7"),
        date(2027, 1, 1),
        date(2027, 4, 1),
    )
    sentence = "Room 3-2-501 stands empty and pays 0.7 of 物业费, 2027-01-01 – 2027-03-31: stands empty, applied for"
    assert sentence in read[0]
    assert counter.said[-1] == "Granted; what was billed already is adjusted"
    assert builder.breaches() == []


def test_v_works_in_the_list_of_a_home_that_owes_nothing(counter: CounterWindow, builder: OfficeBuilder) -> None:
    pay_everything(builder)
    open_home(counter)
    counter.keys.press("Up")

    def grants() -> None:
        counter.keys.type("0.5")
        counter.keys.press("F9")

    with answering(lambda: counter.keys.press("Return"), grants, supervisor_says_yes(counter.keys)):
        counter.keys.press("V")
    assert [row.factor for row in builder.office.vacancies.of_unit(home(builder))] == [Decimal("0.5")]


def test_days_that_are_granted_already_are_said_in_the_panel_and_nothing_typed_is_lost(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    fee = next(row for row in builder.office.assignments.of_unit(home(builder)) if row.tariff.item.code == "property")
    later = (date(2027, 3, 1), date(2027, 5, 1), Decimal("0.8"), "decorating")
    granted = builder.office.vacancies.grant(builder.supervisor, fee.id, *later)
    builder.office.vacancies.end(builder.supervisor, granted, date(2027, 4, 1))
    open_home(counter)
    to_the_first_line(counter)
    read: list[str] = []

    def ends_it_all_the_same() -> None:
        counter.keys.press("Tab")
        counter.keys.type("2027-04-01")
        counter.keys.press("F9")

    def reads_why_not() -> None:
        read.append(questions_words())
        counter.keys.press("Esc")

    with answering(ends_it_all_the_same, supervisor_says_yes(counter.keys), reads_why_not):
        counter.keys.press("V")
    assert "The vacant discount of 3-2-501 ends on 2027-04-01 already." in read[0]


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

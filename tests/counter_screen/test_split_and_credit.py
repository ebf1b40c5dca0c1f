"""Money in parts: another method for the rest, prepaid credit, change that stays, and rounding off."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from app.core.money import Money, total
from app.core.show import show_money
from app.counter.methods import Method
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import keys_after_search, newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.office_builder import OfficeBuilder
from ui.counter.receipts.method_words import methods_words


def tenders(builder: OfficeBuilder) -> list[tuple[Method, Money, str]]:
    shown = builder.office.payments.tenders(newest(builder).id)
    return [(one.method, one.amount, one.reference) for one in shown]


def give_credit(builder: OfficeBuilder, yuan: int) -> None:
    """Somebody paid more than was due by WeChat before."""
    home = builder.office.estate.unit_named("3-2-501")
    owed = builder.owes(home)
    builder.pays(home, str((owed + Money.yuan(yuan)).fen / 100), Method.WECHAT, reference="5501")


def test_c14_the_rest_is_due_by_another_method(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("Return")
    counter.keys.type("300")
    counter.keys.press("Ctrl+Return")
    panel = counter.page.flow.desk.panel
    assert panel.tenders.count == 1
    assert panel.amount.text() == "432.20"  # cash for what is left, to the jiao
    counter.keys.type("500")
    assert (panel.outcome.word.text(), panel.outcome.figure.text()) == ("Change due", "¥67.80")
    counter.keys.press("F9")
    assert tenders(builder) == [(Method.WECHAT, Money.yuan(300), "8891"), (Method.CASH, Money.yuan(500), "")]
    assert "Received 800.00 by WeChat 300.00 + cash 500.00" in counter.page.flow.empty.strip.text()
    assert builder.owes(builder.office.estate.unit_named("3-2-501")) == Money(0)
    assert builder.breaches() == []


def test_c14_each_part_keeps_its_own_reference(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    for key, slip, amount in (("F7", "1111", "100"), ("Shift+F7", "2222", "200"), ("F6", "3333", "150")):
        counter.keys.press(key)
        counter.keys.type(slip)
        counter.keys.press("Return")
        counter.keys.type(amount)
        counter.keys.press("Ctrl+Return")
    counter.keys.press("F9")
    assert tenders(builder) == [
        (Method.WECHAT, Money.yuan(100), "1111"),
        (Method.ALIPAY, Money.yuan(200), "2222"),
        (Method.CARD, Money.yuan(150), "3333"),
        (Method.CASH, Money(28220), ""),
    ]


def test_c14_the_shift_so_far_names_both_methods_and_waits_for_the_part_that_can_fail_to_arrive(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("Return")
    counter.keys.type("300")
    counter.keys.press("Ctrl+Return", "F9")
    row = newest(builder)
    assert (row.amount, row.unchecked) == (Money(73220), Money.yuan(300))
    unsure = [one for one in builder.office.receipts.of_shift(row.shift_id) if one.to_check and not one.voided]
    due_to_arrive = total(one.amount for one in unsure) - Money(43220)  # the cash of this one lies in the drawer
    shown = [label.text() for label in counter.page.findChildren(QLabel) if label.isVisible()]
    assert f"{len(unsure)} receipts·{show_money(due_to_arrive)}" in shown
    assert methods_words(row) == "WeChat, cash"


def test_c14_f9_waits_until_the_parts_are_enough(counter: CounterWindow, builder: OfficeBuilder) -> None:
    before = receipts(builder)
    open_home(counter)
    counter.keys.type("300")
    counter.keys.press("Ctrl+Return")
    counter.keys.type("100")
    panel = counter.page.flow.desk.panel
    assert (panel.outcome.word.text(), panel.outcome.figure.text()) == ("Still to come", "¥332.20")
    counter.keys.press("F9")
    assert receipts(builder) == before
    assert "¥332.20 is still to come" in panel.message.text()
    assert panel.amount.text() == "100"


def test_c14_a_part_goes_back_into_the_fields_by_its_key(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("Return")
    counter.keys.type("300")
    counter.keys.press("Ctrl+Return", "Alt+1")
    panel = counter.page.flow.desk.panel
    assert panel.tenders.count == 0
    assert (panel.amount.text(), panel.reference.text()) == ("300.00", "8891")
    counter.keys.press("Alt+2")
    assert "no part 2" in counter.said[-1]


def test_c14_a_receipt_takes_four_parts_and_no_fifth(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    for _ in range(3):
        counter.keys.type("100")
        counter.keys.press("Ctrl+Return")
    assert counter.page.flow.desk.panel.tenders.count == 3
    counter.keys.type("50")
    counter.keys.press("Ctrl+Return")
    assert "part 4, the last that a receipt takes" in counter.said[-1]
    counter.keys.press("Ctrl+A")
    counter.keys.type("500")
    counter.keys.press("F9")
    assert [amount for _method, amount, _slip in tenders(builder)] == [Money.yuan(100)] * 3 + [Money.yuan(500)]


def test_c12_credit_pays_as_far_as_it_goes_and_the_rest_stays_due(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    give_credit(builder, 100)
    builder.billed_through(2027, 1)
    open_home(counter)
    counter.keys.press("Up", "End", "Return")
    due = counter.page.flow.desk.panel.due.total.text()
    counter.keys.press("Shift+F5")
    panel = counter.page.flow.desk.panel
    assert panel.due.total.text() == due
    assert panel.tenders.count == 1
    counter.keys.press("F9")
    kinds = [(method, amount) for method, amount, _slip in tenders(builder)]
    assert kinds[0] == (Method.CREDIT, Money.yuan(100))
    assert builder.office.bills.open(builder.office.estate.unit_named("3-2-501")).credit == Money(0)
    assert builder.breaches() == []


def test_c10_without_credit_the_key_says_so(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Shift+F5")
    assert counter.said[-1] == "No prepaid credit is held for this room."


def test_c10_change_is_kept_as_credit_by_a_key(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.type("800")
    counter.keys.press("Ctrl+G")
    panel = counter.page.flow.desk.panel
    assert (panel.outcome.word.text(), panel.outcome.figure.text()) == ("To credit", "¥67.78")
    counter.keys.press("Ctrl+G")
    assert panel.outcome.word.text() == "Change due"
    counter.keys.press("Ctrl+G", "F9")
    assert builder.office.bills.open(builder.office.estate.unit_named("3-2-501")).credit == Money(6778)


def test_c17_what_is_missing_from_round_money_is_let_go(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.type("732")
    counter.keys.press("Ctrl+M")
    rows = counter.page.flow.desk.sheet.lines.table.rows_model.rows
    assert [(row.item, row.principal) for row in rows if row.item == "Rounded off"] == [("Rounded off", Money(-22))]
    counter.keys.press("F9")
    assert newest(builder).amount == Money.yuan(732)
    assert builder.owes(builder.office.estate.unit_named("3-2-501")) == Money(0)
    assert builder.breaches() == []


def test_c17_more_than_the_limit_takes_a_supervisor(counter: CounterWindow, builder: OfficeBuilder) -> None:
    before = receipts(builder)
    open_home(counter)
    counter.keys.type("730")
    counter.keys.press("Ctrl+M")
    with counter.keys.when_asked("Esc"):
        counter.keys.press("F9")
    assert receipts(builder) == before
    with answering(supervisor_says_yes(counter.keys)):
        counter.keys.press("F9")
    assert newest(builder).amount == Money.yuan(730)


def test_c17_the_key_rounds_down_to_the_yuan_and_takes_it_back(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Ctrl+M")
    panel = counter.page.flow.desk.panel
    assert panel.amount.text() == "732.00"
    counter.keys.press("Ctrl+M")
    assert panel.amount.text() == "732.20"


def test_c14_a_split_survives_esc(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("300")
    counter.keys.press("Ctrl+Return", "Esc")
    assert not counter.page.flow.is_open
    counter.keys.press("Ctrl+Z")
    panel = counter.page.flow.desk.panel
    assert (panel.tenders.count, panel.amount.text()) == (1, "432.20")


def test_c20_a_split_of_cash_and_card_takes_at_most_fourteen_keys(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return")
    counter.keys.type("500")
    counter.keys.press("Ctrl+Return", "F6", "F9")
    assert counter.keys.count <= 14
    assert [method for method, _amount, _slip in tenders(builder)] == [Method.CASH, Method.CARD]

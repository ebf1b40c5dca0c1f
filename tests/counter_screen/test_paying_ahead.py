"""Months ahead: by + and − on a line, by a number of months, to a day, or as far as the money goes."""

from __future__ import annotations

from datetime import date
from time import perf_counter

from app.core.ids import AssignmentId
from app.core.money import Money
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import keys_after_search, newest
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.ahead.ahead_panel import AheadPanel, AheadSum

MONTH = 16558  # fen: 89.50 ㎡ × 1.85


def ahead_rows(counter: CounterWindow) -> list[tuple[str, str, int, Money]]:
    rows = counter.page.flow.desk.sheet.lines.table.rows_model.rows
    return [(row.item, row.period, row.months, row.principal) for row in rows if row.standing.value == "ahead"]


def total_shown(counter: CounterWindow) -> str:
    return counter.page.flow.desk.panel.due.total.text()


def test_c12_plus_takes_a_line_that_waits_and_then_months_that_nobody_billed(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "+")
    assert total_shown(counter) == "¥897.80"  # December stood there, not yet due
    assert ahead_rows(counter) == []
    counter.keys.press("+", "+")
    assert ahead_rows(counter) == [("物业费", "2027-01 – 02", 2, Money(2 * MONTH))]
    assert total_shown(counter) == "¥1,228.96"


def test_c12_minus_cuts_them_again_one_by_one(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "+", "+", "+", "-")
    assert ahead_rows(counter) == [("物业费", "2027-01", 1, Money(MONTH))]
    counter.keys.press("-")
    assert (ahead_rows(counter), total_shown(counter)) == ([], "¥897.80")
    counter.keys.press("-")
    assert total_shown(counter) == "¥732.22"
    counter.keys.press("-")
    assert "Nothing of this fee is paid ahead" in counter.said[-1]


def test_c12_the_cap_of_the_office_is_named(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", *["+"] * 14)
    assert "2027-11-30 at most: 12 months" in counter.said[-1]
    assert ahead_rows(counter) == [("物业费", "2027-01 – 11", 11, Money(11 * MONTH))]


def test_c12_what_is_paid_ahead_is_charged_and_paid(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("Up", "+", "+", "F9")
    assert newest(builder).amount == Money(106330)
    home = builder.office.estate.unit_named("3-2-501")
    builder.billed_through(2027, 1)
    names = [(one.item_name, one.first) for one in builder.office.bills.open(home).not_due]
    assert ("物业费", date(2027, 1, 1)) not in names
    assert builder.breaches() == []


def test_c12_total_and_lines_follow_every_plus_within_50_ms(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "+", "+")
    desk = counter.page.flow.desk
    took = []
    for _ in range(7):
        began = perf_counter()
        desk._widening.month_more()
        took.append(perf_counter() - began)
    assert sorted(took)[len(took) // 2] < 0.05


def test_c12_a_day_can_be_typed(counter: CounterWindow) -> None:
    open_home(counter)
    with counter.keys.when_asked("Tab", *"2027-03-15", "Return"):
        counter.keys.press("Ctrl+H")
    [(_item, period, months, amount)] = ahead_rows(counter)
    assert (period, months) == ("2027-01-01 – 2027-03-15", 3)
    assert Money(2 * MONTH) < amount < Money(3 * MONTH)


def test_c12_the_rest_of_the_money_pays_ahead_to_the_last_whole_day(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.type("1500")
    counter.keys.press("Ctrl+I")
    rows = ahead_rows(counter)
    assert rows[0][1].startswith("2027-01-01")
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert {one.id for one in hand.not_due_charges} <= hand.chosen  # what is billed already comes first
    panel = counter.page.flow.desk.panel
    assert panel.outcome.word.text() == "To credit"
    counter.keys.press("F9")
    taken = newest(builder)
    assert taken.amount == Money.yuan(1500)
    credit = builder.office.bills.open(builder.office.estate.unit_named("3-2-501")).credit
    assert credit < Money(1500)  # less than one day of all fees
    assert builder.breaches() == []


def test_c12_the_toggle_gives_change_again(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("1500")
    counter.keys.press("Ctrl+I", "Ctrl+I")
    assert ahead_rows(counter) == []
    assert counter.page.flow.desk.panel.outcome.word.text() == "Change due"


def test_c20_twelve_months_ahead_take_at_most_six_keys(counter: CounterWindow, builder: OfficeBuilder) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return")
    with counter.keys.when_asked("Return"):
        counter.keys.press("Ctrl+H")
    assert ahead_rows(counter) == [("物业费", "2027-01 – 11", 11, Money(11 * MONTH))]
    counter.keys.press("F9")
    assert counter.keys.count <= 6
    assert newest(builder).amount == Money((73222 + 12 * MONTH) // 10 * 10)


def test_c12_space_on_a_line_of_months_ahead_takes_it_off(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "+", "+")
    counter.page.flow.desk.sheet.lines.show_line(-2_000_000)
    counter.keys.press("Space")
    assert ahead_rows(counter) == []


def test_c12_months_ahead_survive_esc(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "+", "+", "Return", "Esc", "Ctrl+Z")
    assert ahead_rows(counter) == [("物业费", "2027-01", 1, Money(MONTH))]


def test_a5_in_large_letters_the_fields_stay_whole_and_the_rest_scrolls(open_window: OpenCounter) -> None:
    counter = open_window(size=(1366, 543), percent=200)
    fees = [("物业费", frozenset({AssignmentId(1)}))]
    panel = AheadPanel("3-2-501", fees, 12, lambda _wanted: AheadSum((), Money(MONTH)), lambda: date(2026, 11, 20))
    panel.setParent(counter.window)
    panel.resize(1300, 500)
    panel.show()
    panel.months.setFocus()
    for field in (panel.months, panel.until, panel.fee, panel.total):
        assert field.height() >= 0.86 * field.minimumSizeHint().height(), field.accessibleName()
    for seen in (panel.months, panel.total):
        assert not seen.visibleRegion().isEmpty()

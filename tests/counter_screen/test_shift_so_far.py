"""The idle counter shows the newest receipts; its figures are of the whole shift, whatever is shown."""

from __future__ import annotations

import pytest

from app.core.money import Money, total
from app.core.show import show_money
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_payment import open_home
from tests.counter_screen.test_receipt_list import opened
from tests.office_builder import OfficeBuilder
from ui.counter.shifts import shift_view


def test_the_figures_agree_with_the_receipts_of_the_shift(builder: OfficeBuilder) -> None:
    (shift,) = builder.office.shifts.all_open()
    rows, so_far = builder.office.receipts.of_shift(shift.id), builder.office.shifts.so_far(shift.id)
    assert list(so_far.times) == [row.at for row in rows]
    assert [one.label for one in so_far.voided] == [row.label for row in rows if row.voided]
    unsure = [row for row in rows if row.to_check and not row.voided]
    assert [(one.label, one.amount) for one in so_far.to_check] == [(row.label, row.unchecked) for row in unsure]
    assert unsure, "some money of the morning is still to be checked"
    assert so_far.taken == total(row.amount for row in rows if not row.voided)
    assert so_far.copies == sum(row.copies for row in rows if row.original == "printed")


def test_of_many_receipts_the_newest_are_listed_and_all_are_counted(
    open_window: OpenCounter, builder: OfficeBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift_view, "_NEWEST", 3)
    (shift,) = builder.office.shifts.all_open()
    whole = builder.office.receipts.of_shift(shift.id)
    counter = open_window()
    empty = counter.page.flow.empty
    assert [row.label for row in empty.table.rows_model.rows] == [row.label for row in whole[:3]]
    assert empty._section.note.text() == f"{len(whole)} in this shift·the newest 3 here, all with Ctrl+F"
    assert len(opened(counter).table.rows_model.rows) >= len(whole)


def test_credit_that_is_used_was_money_when_it_was_paid_in_and_is_not_counted_twice(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    """100 too much is kept as credit, and pays ahead in the same shift: the pane says what the X report says."""
    (shift,) = builder.office.shifts.all_open()
    before = builder.office.shifts.so_far(shift.id).taken
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("5566")
    counter.keys.press("Return")
    counter.keys.type("832.22")
    counter.keys.press("F9")
    open_home(counter)
    counter.keys.press("Down", "Space", "Return", "Shift+F5", "F9")
    so_far = builder.office.shifts.so_far(shift.id)
    paid = [row.amount for row in builder.office.receipts.of_shift(shift.id)[:2]]
    assert paid[1] == Money(832_22)
    assert so_far.taken - before == total(paid) - Money.yuan(100)
    assert so_far.taken == builder.office.shift_reports.x_report(builder.supervisor, shift.id).net
    assert counter.page.flow.shift_pane._taken.text() == show_money(so_far.taken, sign=True)

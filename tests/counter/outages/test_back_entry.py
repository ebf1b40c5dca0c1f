"""Back entry: what was written by hand is taken with its own number, time and collector, and nothing is lost."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.core.money import NOTHING, total
from app.core.money_text import parse_money
from app.core.show import show_money
from app.counter.books.book_facts import Named
from app.counter.books.kinds import Fate
from app.counter.books.number_runs import Run
from app.counter.books.refusals import BookWasReturned, NumbersUnaccounted
from app.counter.methods import Method
from app.counter.outages.back_entries import cash_of
from app.counter.outages.refusals import CutSettled, NotWritten, WrittenBeforeBook
from app.counter.outages.written_time import parse_written
from app.counter.payments.refusals import NumberOutsideBook, NumberSpoiled, NumberUsedBefore
from app.counter.refusals import ShiftLeftOpen
from tests.closing import close_shift
from tests.counter.outages.conftest import BACK_AGAIN, CUT_BEGINS, CutMorning


def test_i22_a_paper_keeps_its_number_its_time_and_who_took_the_money(cut: CutMorning) -> None:
    taken = cut.enter(cut.paper(2, "3-1-301", "300", at=datetime(2026, 11, 20, 10, 40)))
    (row,) = cut.builder.office.back_entries.entered(cut.book)
    assert taken.label == row.label == "H-000002"
    assert (row.unit, row.payer, row.amount, row.collector) == ("3-1-301", "苏晚", parse_money("300"), "李强")
    assert row.written_at == datetime(2026, 11, 20, 10, 40)
    assert cut.builder.breaches() == []


def test_the_oldest_month_is_paid_first_and_what_is_over_stays_as_credit(cut: CutMorning) -> None:
    unit_id = cut.units["3-1-301"]
    owed = cut.builder.owes(unit_id)
    cut.enter(cut.paper(1, "3-1-301", "100"))
    due = cut.builder.office.bills.open(unit_id).due
    assert due[0].outstanding == due[0].amount - parse_money("100")
    cut.enter(cut.paper(2, "3-1-301", "1000"))
    bill = cut.builder.office.bills.open(unit_id)
    assert bill.due == ()
    assert parse_money("1100") - owed <= bill.credit <= parse_money("1100.10") - owed
    assert cut.builder.breaches() == []


def test_who_owes_nothing_has_it_all_as_credit(cut: CutMorning) -> None:
    cut.builder.pays(cut.units["3-1-301"])
    taken = cut.enter(cut.paper(1, "3-1-301", "200"))
    assert taken.credited == parse_money("200")
    assert cut.builder.breaches() == []


def test_the_late_fee_counts_to_the_day_on_the_paper(cut: CutMorning) -> None:
    unit_id, clock = cut.units["3-1-301"], cut.builder.clock
    then = cut.builder.owes(unit_id)
    clock.advance(days=3)
    assert cut.builder.owes(unit_id) > then
    cut.enter(cut.paper(1, "3-1-301", "2000", at=CUT_BEGINS))
    assert cut.builder.office.bills.open(unit_id).due == ()
    paid = parse_money("2000") - cut.builder.office.bills.open(unit_id).credit
    assert abs((paid - then).fen) < 10
    assert cut.builder.breaches() == []


def test_what_happened_after_the_day_on_the_paper_counts_for_the_late_fee_as_well(cut: CutMorning) -> None:
    """The paper pays the last 100.00; all else of the charge was open three days longer and is paid since."""
    unit_id, builder = cut.units["3-1-301"], cut.builder
    close_shift(builder.office, builder.cashier)
    builder.clock.advance(days=3)
    builder.open_shift()
    principal = total(one.outstanding for one in builder.office.bills.open(unit_id).due)
    builder.pays(unit_id, show_money(principal - parse_money("100")), Method.CARD, reference="1")
    cut.enter(cut.paper(1, "3-1-301", "100", at=CUT_BEGINS))
    assert all(one.outstanding == NOTHING for one in builder.office.bills.open(unit_id).due)
    assert builder.breaches() == []


def test_s15_a_paper_of_today_waits_until_the_forgotten_shift_of_yesterday_is_closed(cut: CutMorning) -> None:
    builder = cut.builder
    builder.clock.advance(days=1)
    with pytest.raises(ShiftLeftOpen):
        cut.enter(cut.paper(1, "3-1-301", "100", at=builder.clock.now()))
    yesterday = cut.enter(cut.paper(2, "3-1-301", "100"))
    assert builder.office.receipts.get(yesterday.receipt_id).shift_id == 1
    close_shift(builder.office, builder.cashier)
    builder.open_shift()
    today = cut.enter(cut.paper(1, "3-1-301", "100", at=builder.clock.now()))
    assert builder.office.receipts.get(today.receipt_id).shift_id == 2
    assert builder.breaches() == []


def test_the_same_row_twice_is_one_payment(cut: CutMorning) -> None:
    paper = cut.paper(1, "3-1-301", "100")
    first = cut.enter(paper)
    again = cut.enter(paper)
    assert again.repeated
    assert again.payment_id == first.payment_id
    assert len(cut.builder.office.back_entries.entered(cut.book)) == 1


def test_a_number_is_entered_once(cut: CutMorning) -> None:
    cut.enter(cut.paper(1, "3-1-301", "100"))
    with pytest.raises(NumberUsedBefore) as refused:
        cut.enter(cut.paper(1, "3-1-702", "100"))
    assert (refused.value.label, refused.value.unit) == ("H-000001", "3-1-301")


def test_a_number_outside_the_block_and_a_spoiled_one_are_refused(cut: CutMorning) -> None:
    entries = cut.builder.office.back_entries
    with pytest.raises(NumberOutsideBook):
        cut.enter(cut.paper(7, "3-1-301", "100"))
    entries.spoil(cut.builder.cashier, cut.book, 3, "写错房号")
    with pytest.raises(NumberSpoiled):
        cut.enter(cut.paper(3, "3-1-301", "100"))
    assert entries.entered(cut.book) == ()


def test_a_paper_cannot_be_older_than_its_block(cut: CutMorning) -> None:
    with pytest.raises(WrittenBeforeBook):
        cut.enter(cut.paper(1, "3-1-301", "100", at=CUT_BEGINS - timedelta(days=1)))


def test_the_next_number_is_offered_and_a_left_out_one_stays_open(cut: CutMorning) -> None:
    entries = cut.builder.office.back_entries
    assert entries.next_number(cut.book) == 1
    cut.enter(cut.paper(2, "3-1-301", "100"))
    assert entries.next_number(cut.book, 2) == 3
    assert entries.open_runs(cut.book) == (Run(1, 1), Run(3, 6))
    cut.enter(cut.paper(6, "3-1-301", "100"))
    assert entries.next_number(cut.book, 6) == 1


def test_the_cash_of_the_stack_is_what_should_lie_in_the_bag(cut: CutMorning) -> None:
    cut.enter(cut.paper(1, "3-1-301", "100"))
    cut.enter(cut.paper(2, "3-1-702", "50.50"))
    cut.enter(cut.paper(3, "10-1-201", "77", method=Method.TRANSFER, reference="8801"))
    assert cash_of(cut.builder.office.back_entries.entered(cut.book)) == parse_money("150.50")


def test_a_cut_is_settled_only_when_every_number_is_named(cut: CutMorning) -> None:
    cuts = cut.builder.office.power_cuts
    cut.enter(cut.paper(1, "3-1-301", "100"))
    with pytest.raises(NumbersUnaccounted) as refused:
        cuts.settle(cut.builder.cashier, cut.cut, {2: Named(Fate.SPOILED, "写错")})
    assert refused.value.numbers == ("H-000003", "H-000004", "H-000005", "H-000006")
    named = {2: Named(Fate.SPOILED, "写错"), 3: Named(Fate.MISSING, "找不到")}
    cuts.settle(cut.builder.cashier, cut.cut, named | {at: Named(Fate.UNUSED, "") for at in (4, 5, 6)})
    assert cuts.standing() == ()
    assert cut.builder.office.back_entries.books() == ()
    with pytest.raises(CutSettled):
        cuts.settle(cut.builder.cashier, cut.cut, {})
    with pytest.raises(BookWasReturned):
        cut.enter(cut.paper(4, "3-1-301", "100"))
    assert cut.builder.breaches() == []


def test_a_block_that_came_back_at_the_list_of_books_ends_its_cut(cut: CutMorning) -> None:
    office = cut.builder.office
    office.books.take_back(cut.builder.supervisor, cut.book, {at: Named(Fate.UNUSED, "") for at in range(1, 7)})
    office.power_cuts.end_returned(cut.builder.cashier)
    assert office.power_cuts.standing() == ()
    assert cut.builder.breaches() == []


def test_the_shift_that_ran_then_has_the_money_and_counts_it_as_entered_afterwards(cut: CutMorning) -> None:
    before = cut.builder.office.shifts.current(cut.builder.cashier)
    assert before is not None
    taken = cut.enter(cut.paper(1, "3-1-301", "100"))
    assert cut.builder.office.receipts.get(taken.receipt_id).shift_id == before.id


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1015", datetime(2026, 11, 20, 10, 15)),
        ("9:05", datetime(2026, 11, 20, 9, 5)),
        ("１０：１５", datetime(2026, 11, 20, 10, 15)),
        ("10点15分", datetime(2026, 11, 20, 10, 15)),
        ("11-21 10:15", datetime(2026, 11, 21, 10, 15)),
        ("2026-11-20 13:59", datetime(2026, 11, 20, 13, 59)),
    ],
)
def test_a_time_is_read_as_it_stands_on_paper(typed: str, read: datetime) -> None:
    assert parse_written(typed, BACK_AGAIN.date()) == read


@pytest.mark.parametrize("typed", ["", "2515", "ten", "11-31 10:15", "1"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(NotWritten):
        parse_written(typed, BACK_AGAIN.date())

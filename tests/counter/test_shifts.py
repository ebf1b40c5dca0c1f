"""The drawer from its counted float to the counted close."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import ShiftId, UnitId
from app.core.money import NOTHING, Money
from app.core.money_text import parse_money
from app.core.paper_code import PaperKind, parse_code
from app.counter.cash.denominations import CashCount
from app.counter.methods import Method
from app.counter.refusals import NoOpenShift, NotCounted, ShiftAlreadyOpen, ShiftLeftOpen, ShiftNotOpen
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.counted import Counted
from app.counter.shifts.refusals import (
    CashierHasShift,
    CountedTwice,
    CountOutdated,
    DifferenceNeedsReason,
    DrawerUnknown,
    FloatDiffers,
    KeptMoreThanCounted,
    NotCountedYet,
    PiecesMissing,
    ReferencesNotLookedAt,
)
from app.counter.tables import shift, shift_count, tender
from app.ledger.accounts import OVER_SHORT, SAFE, money_in
from app.ledger.tables import posting
from tests.closing import close_shift, counted_as_expected, with_drawers
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    return unit_id


def opened(counter: OfficeBuilder) -> ShiftId:
    counter.open_shift()
    standing = counter.office.shifts.current(counter.cashier)
    assert standing is not None
    return standing.id


def balance(counter: OfficeBuilder, account: str) -> Money:
    with counter.office.store.reading() as connection:
        rows = connection.execute(select(posting.c.amount).where(posting.c.account == account)).scalars()
        return Money(sum(amount.fen for amount in rows))


def cash(amount: str) -> Counted:
    return Counted(CashCount.of(parse_money(amount)))


def test_s1_the_float_is_counted_by_denomination_and_kept_with_the_shift(counter: OfficeBuilder) -> None:
    counter.office.shifts.open(counter.cashier, CashCount({100_00: 3, 50_00: 2, 10_00: 9, 1_00: 9, 50: 1, 10: 5}))
    with counter.office.store.reading() as connection:
        row = connection.execute(select(shift)).one()
    assert row.opening_float == Money(500_00)
    assert row.opening["cash"][0] == [100_00, 3]
    assert balance(counter, money_in("cash")) == Money(500_00)
    assert balance(counter, SAFE) == -Money(500_00)


def test_s1_a_float_that_differs_from_the_last_close_needs_a_note_and_is_booked(counter: OfficeBuilder) -> None:
    counter.open_shift()
    close_shift(counter.office, counter.cashier, kept=Money(300_00))
    last = counter.office.shifts.last_close()
    assert last is not None
    assert (last.kept, last.counted) == (Money(300_00), Money(500_00))
    with pytest.raises(FloatDiffers) as refused:
        counter.office.shifts.open(counter.cashier, Money(280_00))
    assert (refused.value.kept, refused.value.counted) == (Money(300_00), Money(280_00))
    counter.office.shifts.open(counter.cashier, Money(280_00), note="夜里换过锁")
    assert balance(counter, money_in("cash")) == Money(280_00)
    assert counter.breaches() == []


def test_s2_a_drawer_has_one_open_shift_and_a_person_one_drawer(counter: OfficeBuilder) -> None:
    with_drawers(counter.office, "1、2")
    counter.open_shift()
    with pytest.raises(ShiftAlreadyOpen) as refused:
        counter.open_shift(counter.supervisor)
    assert refused.value.cashier == "王敏"
    with pytest.raises(CashierHasShift):
        counter.office.shifts.open(counter.cashier, NOTHING, "2")
    with pytest.raises(DrawerUnknown):
        counter.office.shifts.open(counter.supervisor, NOTHING, "3")
    counter.office.shifts.open(counter.supervisor, NOTHING, "2")


def test_s2_a_second_cashier_takes_a_drawer_over_with_a_count(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home)
    with pytest.raises(NotCountedYet):
        counter.office.shifts.take_over(counter.supervisor, shift_id, Closing(Money(1182_50)))
    compared = counter.office.shift_counts.count(
        counter.supervisor, shift_id, counted_as_expected(counter.office, shift_id)
    )
    kept = compared.lines[0].counted
    assert kept == Money(1182_50)
    report, mine = counter.office.shifts.take_over(counter.supervisor, shift_id, Closing(kept))
    assert (report.facts.cashier, report.facts.closed_by) == ("王敏", "沈若兰")
    assert (mine.cashier, mine.opening_float) == ("沈若兰", Money(1182_50))
    assert counter.office.shifts.current(counter.cashier) is None
    assert counter.breaches() == []


def test_s2_taking_over_needs_the_right_or_an_approval(counter: OfficeBuilder) -> None:
    counter.open_shift(counter.supervisor)
    standing = counter.office.shifts.current(counter.supervisor)
    assert standing is not None
    counter.office.shift_counts.count(counter.cashier, standing.id, cash("500"))
    with pytest.raises(NotPermitted):
        counter.office.shifts.take_over(counter.cashier, standing.id, Closing(Money(500_00)))
    approval = counter.office.people.approve(
        Permission.CLOSE_SHIFT_OF_OTHERS, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "", {}
    )
    counter.office.shifts.take_over(counter.cashier, standing.id, Closing(Money(500_00)), [approval])


def test_s3_an_x_report_changes_nothing_and_has_no_number(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home, "700")
    counter.office.cash_box.open_for_nothing(counter.cashier, "换零钱")
    report = counter.office.shift_reports.x_report(counter.supervisor, shift_id)
    assert (report.no, report.code, report.label) == (0, "", "")
    assert [(line.method, line.taken) for line in report.methods] == [(Method.CASH, Money(682_50))]
    assert [(item.item, item.taken) for item in report.items] == [
        ("物业费", Money(662_32)),
        ("违约金", Money(20_20)),
        ("抹零", -Money(2)),
    ]
    assert (report.papers.receipts, report.papers.no_sales) == (("R-000001",), 1)
    assert counter.office.shift_reports.last_z() == 0
    assert counter.office.shift_reports.x_report(counter.supervisor, shift_id) == report


def test_s3_an_x_report_does_not_tell_the_cashier_what_the_drawer_holds(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home)
    report = counter.office.shift_reports.x_report(counter.cashier, shift_id)
    assert report.methods == ()
    assert report.items == ()


def test_s4_what_is_expected_shows_only_after_the_count(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home)
    with pytest.raises(NotCountedYet):
        counter.office.shift_counts.comparison(shift_id)
    with pytest.raises(NotPermitted):
        counter.office.shift_counts.expected(counter.cashier, shift_id)
    assert counter.office.shift_counts.expected(counter.supervisor, shift_id)[0].expected == Money(1182_50)
    counter.office.shift_counts.count(counter.cashier, shift_id, cash("1182.50"))
    assert counter.office.shift_counts.comparison(shift_id).lines[0].expected == Money(1182_50)


def test_s4_not_counted_is_not_zero(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home, method=Method.WECHAT, reference="8891")
    with pytest.raises(PiecesMissing) as refused:
        counter.office.shift_counts.count(counter.cashier, shift_id, Counted(CashCount({100_00: 5})))
    assert Money(10) in refused.value.pieces
    with pytest.raises(NotCounted):
        counter.office.shift_counts.count(counter.cashier, shift_id, cash("500"))


def test_s5_transfers_are_ticked_against_their_references_or_left_to_be_checked(
    counter: OfficeBuilder, home: UnitId
) -> None:
    other = counter.unit("3-2-502", "李梅")
    counter.property_fee(other, price="2.00")
    counter.billed_through(2026, 11)
    shift_id = opened(counter)
    counter.pays(home, method=Method.TRANSFER, reference="40021")
    late = counter.pays(other, method=Method.TRANSFER, reference="41977")
    first, second = counter.office.shift_counts.to_count(shift_id).references
    assert (first.unit, first.reference, second.receipt) == ("3-2-501", "40021", late.label)
    nothing_said = Counted(CashCount.of(Money(500_00)))
    with pytest.raises(ReferencesNotLookedAt):
        counter.office.shift_counts.count(counter.cashier, shift_id, nothing_said)
    ticked = Counted(CashCount.of(Money(500_00)), {}, frozenset({first.id}), frozenset({second.id}))
    compared = counter.office.shift_counts.count(counter.cashier, shift_id, ticked)
    transfer = compared.lines[1]
    assert (transfer.expected, transfer.counted, transfer.awaiting) == (first.amount, first.amount, second.amount)
    report = counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00)))
    assert (report.facts.later, report.facts.awaiting) == (1, second.amount)
    with counter.office.store.reading() as connection:
        states = connection.execute(select(tender.c.state).order_by(tender.c.id)).scalars().all()
    assert states == ["checked", "to_check"]
    board = [(end.kind, end.detail) for end in counter.office.day_board.today()]
    assert board == [("unprinted", "3-2-502"), ("unprinted", "3-2-501"), ("reference", "41977")]
    assert counter.breaches() == []


def test_s6_one_recount_is_allowed_and_the_first_count_stays(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home)
    first = counter.office.shift_counts.count(counter.cashier, shift_id, cash("1082.50"))
    assert (first.lines[0].difference, first.may_recount) == (-Money(100_00), True)
    second = counter.office.shift_counts.count(counter.cashier, shift_id, cash("1182.40"))
    assert (second.lines[0].difference, second.may_recount) == (-Money(10), False)
    with pytest.raises(CountedTwice):
        counter.office.shift_counts.count(counter.cashier, shift_id, cash("1182.50"))
    report = counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00), {Method.CASH: "找零尾差"}))
    assert (report.facts.cash.first_count, report.facts.cash.rounds) == (Money(1082_50), 2)
    with counter.office.store.reading() as connection:
        assert len(connection.execute(select(shift_count)).all()) == 2


def test_s6_a_count_is_outdated_once_money_moves(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.office.shift_counts.count(counter.cashier, shift_id, cash("500"))
    counter.pays(home)
    with pytest.raises(CountOutdated):
        counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00)))
    counter.office.shift_counts.count(counter.cashier, shift_id, cash("1182.50"))
    counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00)))
    assert counter.breaches() == []


def test_s6_a_method_that_brings_its_first_money_after_the_count_stands_there_uncounted(
    counter: OfficeBuilder, home: UnitId
) -> None:
    shift_id = opened(counter)
    counter.office.shift_counts.count(counter.cashier, shift_id, cash("500"))
    counter.pays(home, method=Method.WECHAT, reference="8891")
    compared = counter.office.shift_counts.comparison(shift_id)
    assert [(line.method, line.counted) for line in compared.lines] == [
        (Method.CASH, Money(500_00)),
        (Method.WECHAT, None),
    ]
    with pytest.raises(CountOutdated):
        counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00)))


def test_s7_a_difference_needs_its_reason_and_is_booked_on_its_own(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home, method=Method.WECHAT, reference="8891")
    off = {Method.CASH: -Money(10), Method.WECHAT: Money(8)}
    counter.office.shift_counts.count(counter.cashier, shift_id, counted_as_expected(counter.office, shift_id, off))
    with pytest.raises(DifferenceNeedsReason) as refused:
        counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(400_00), {Method.CASH: "找零尾差"}))
    assert (refused.value.method, refused.value.difference) == ("wechat", Money(8))
    reasons = {Method.CASH: "找零尾差", Method.WECHAT: "多收"}
    counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(400_00), reasons))
    assert balance(counter, OVER_SHORT) == Money(2)
    with counter.office.store.reading() as connection:
        lines = connection.execute(select(posting.c.amount).where(posting.c.account == OVER_SHORT)).scalars().all()
    assert sorted(line.fen for line in lines) == [-8, 10]
    assert counter.breaches() == []


def test_s7_above_the_limit_a_difference_needs_a_supervisor(counter: OfficeBuilder) -> None:
    shift_id = opened(counter)
    counter.office.shift_counts.count(counter.cashier, shift_id, cash("450"))
    closing = Closing(Money(450_00), {Method.CASH: "原因不明"})
    with pytest.raises(NotPermitted) as refused:
        counter.office.shifts.close(counter.cashier, shift_id, closing)
    assert refused.value.permission is Permission.BOOK_DIFFERENCE
    approval = counter.office.people.approve(
        Permission.BOOK_DIFFERENCE, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "原因不明", {}
    )
    report = counter.office.shifts.close(counter.cashier, shift_id, closing, [approval])
    assert report.facts.approver == "沈若兰"
    assert counter.breaches() == []


def test_s10_a_shift_without_any_receipt_closes_and_only_once(counter: OfficeBuilder) -> None:
    shift_id = opened(counter)
    close_shift(counter.office, counter.cashier)
    with pytest.raises(ShiftNotOpen):
        counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00)))
    counter.open_shift()


def test_s11_z_reports_are_numbered_carry_their_total_and_never_change(counter: OfficeBuilder, home: UnitId) -> None:
    opened(counter)
    counter.pays(home)
    first = close_shift(counter.office, counter.cashier)
    assert (first.facts.label, first.facts.net, first.grand_total) == ("Z-000001", Money(682_50), Money(682_50))
    code = parse_code(first.facts.code)
    assert (code.kind, code.book, code.number) == (PaperKind.Z_REPORT, 1, 1)
    counter.open_shift()
    card = next(item for item in counter.office.fee_items.one_offs() if item.code == "access-card")
    counter.office.fee_items.set_active(counter.supervisor, card.id, active=False)
    second = close_shift(counter.office, counter.cashier)
    assert (second.no, second.facts.net, second.grand_total) == (2, NOTHING, Money(682_50))
    counter.clock.set(datetime(2026, 11, 23, 9))
    assert counter.office.shift_reports.z_report(1) == first.facts
    assert counter.breaches() == []


def test_s11_a_reprint_is_a_marked_copy(counter: OfficeBuilder) -> None:
    counter.open_shift()
    close_shift(counter.office, counter.cashier)
    reports = counter.office.shift_reports
    sheet = reports.sheet(counter.cashier, 1)
    assert sheet.mark is None
    assert reports.sheet(counter.cashier, 1).mark is None  # it did not come out of the printer
    reports.printed(sheet)
    again = reports.sheet(counter.cashier, 1)
    assert again.mark is not None
    assert (again.mark.copy_no, again.facts) == (1, sheet.facts)


def test_s13_what_is_kept_and_what_is_handed_over_make_what_was_counted(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    counter.pays(home)
    counter.office.shift_counts.count(counter.cashier, shift_id, cash("1182.50"))
    for kept in (Money(1182_51), -Money(1)):
        with pytest.raises(KeptMoreThanCounted):
            counter.office.shifts.close(counter.cashier, shift_id, Closing(kept))
    report = counter.office.shifts.close(counter.cashier, shift_id, Closing(Money(500_00)))
    assert (report.facts.cash.kept, report.facts.cash.handed_over) == (Money(500_00), Money(682_50))
    assert (balance(counter, money_in("cash")), balance(counter, SAFE)) == (Money(500_00), Money(182_50))


def test_s13_the_cash_may_go_straight_to_the_bank(counter: OfficeBuilder, home: UnitId) -> None:
    opened(counter)
    counter.pays(home)
    close_shift(counter.office, counter.cashier, to_bank=True)
    assert balance(counter, money_in("bank")) == Money(682_50)
    assert counter.breaches() == []


def test_s15_a_forgotten_shift_is_closed_on_its_own_day_before_money_is_taken(
    counter: OfficeBuilder, home: UnitId
) -> None:
    counter.open_shift()
    counter.clock.set(datetime(2026, 11, 21, 8, 30))
    with pytest.raises(ShiftLeftOpen):
        counter.pays(home)
    assert [end.kind for end in counter.office.day_board.today()] == ["forgotten"]
    report = close_shift(counter.office, counter.cashier)
    assert (report.day, report.facts.closed_at) == (date(2026, 11, 20), datetime(2026, 11, 21, 8, 30))
    with pytest.raises(NoOpenShift):
        counter.pays(home)
    counter.open_shift()
    counter.pays(home)
    assert counter.breaches() == []


def test_a_voided_receipt_leaves_no_cash_expected(counter: OfficeBuilder, home: UnitId) -> None:
    shift_id = opened(counter)
    taken = counter.pays(home)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.office.shifts.so_far(shift_id).taken == NOTHING
    report = close_shift(counter.office, counter.cashier)
    assert (report.facts.methods[0].payments, report.facts.papers.voided) == (0, ("R-000001",))
    assert report.facts.items == ()
    assert counter.office.shifts.closed(shift_id).voids == 1


def test_c25_a_closed_shift_takes_no_payment(counter: OfficeBuilder, home: UnitId) -> None:
    counter.open_shift()
    close_shift(counter.office, counter.cashier)
    with pytest.raises(NoOpenShift):
        counter.pays(home)


def test_a_close_of_an_earlier_version_can_still_be_read(counter: OfficeBuilder) -> None:
    shift_id = opened(counter)
    old = {
        "shift": shift_id,
        "cashier": "王敏",
        "closed_at": "2026-11-20T17:10:00",
        "methods": [["cash", 3, 118250, 118240]],
        "receipts": 3,
        "voids": 0,
        "copies": 1,
        "rounding": 2,
    }
    with counter.office.store.transaction() as connection:
        values = {"closing": old, "closed_at": counter.clock.now(), "closed_by": 1}
        connection.execute(shift.update().values(**values))
    closed = counter.office.shifts.closed(shift_id)
    assert (closed.methods[0].difference, closed.copies, closed.z) == (-Money(10), 1, 0)
    last = counter.office.shifts.last_close()
    assert last is not None
    assert (last.counted, last.kept) == (Money(1182_40), None)
    counter.office.shifts.open(counter.cashier, Money(480_00))

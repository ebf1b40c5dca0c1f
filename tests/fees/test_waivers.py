"""What is let go of stands beside the charge, with its reason; the charge itself is never edited."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.access.actor import Approval
from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.access.tables import approval
from app.core.clock import SetClock
from app.core.ids import AdjustmentId, ApprovalId
from app.core.money import NOTHING, Money
from app.fees.adjustments.late_fee_pauses import LateFeePauses
from app.fees.adjustments.refusals import (
    AdjustmentNeedsReason,
    ChargeChanged,
    WaiverAboveLimit,
    WaiverOfNothing,
    WaiverReversedBefore,
    WaiverTooLarge,
)
from app.fees.adjustments.waivers import Adjustments
from app.fees.charges import OpenCharge, open_charges
from app.fees.settings import WAIVE_LIMIT
from app.fees.tables import charge
from app.fees.terms import LateFeeTerms
from app.ledger.accounts import DISCOUNT, LATE_FEE_REVENUE, supplier
from app.ledger.tables import posting
from app.store.settings import write_choice
from tests.fees.conftest import FeesOffice

RATE = LateFeeTerms(Decimal("0.0005"))


class Waiving:
    """One home that owes 200.00 a month from October 2026 on, seen on 20 November."""

    def __init__(self, office: FeesOffice, item: str = "property") -> None:
        self.office = office
        self.adjustments = Adjustments(office.store, office.clock)
        self.pauses = LateFeePauses(office.store, office.clock)
        self.home = office.unit("1-1-101", area="100.00")
        terms: dict[str, Any] = {"late_fee": RATE} if item == "property" else {}
        office.lay(office.tariff("住宅", "2.00", item, **terms), self.home)
        office.bill("2026-11")

    def line(self, place: int = 0) -> OpenCharge:
        return self.lines()[place]

    def lines(self) -> list[OpenCharge]:
        with self.office.store.reading() as connection:
            return open_charges(connection, [self.home], self.office.clock.now().date())

    def waives(self, fen: int, place: int = 0, reason: str = "电梯停运") -> AdjustmentId:
        one = self.line(place)
        return self.adjustments.waive(self.office.cashier, one.id, one.version, Money(fen), reason)

    def waives_late_fee(self, fen: int, lent: Approval | None = None) -> AdjustmentId:
        one = self.line()
        return self.adjustments.waive_late_fee(
            self.office.cashier, one.id, one.version, Money(fen), "first time late", lent
        )

    def balance(self, account: str) -> Money:
        with self.office.store.reading() as connection:
            sums = select(func.sum(posting.c.amount)).where(posting.c.account == account)
            return connection.execute(sums).scalar() or NOTHING

    def yes(self) -> Approval:
        with self.office.store.transaction() as connection:
            row = {
                "permission": "waive",
                "asked_by": 2,
                "reason": "",
                "facts": {},
                "at": datetime(2026, 11, 20),
                "by": 1,
            }
            connection.execute(approval.insert().values(row))
        return Approval(ApprovalId(1), Permission.WAIVE, "赵敏")


@pytest.fixture
def waiving(office: FeesOffice) -> Waiving:
    with office.store.transaction() as connection:
        for number, name in ((1, "赵敏"), (2, "王敏")):
            from app.access.tables import user

            stamp = {"at": office.clock.now(), "by": None}
            person = {
                "id": number,
                "name": name,
                "role": "supervisor",
                "salt": b"",
                "password_hash": b"",
                "active": True,
            }
            connection.execute(user.insert().values(person | stamp))
    return Waiving(office)


def test_a_part_of_the_principal_is_let_go_and_the_charge_stays_as_it_was_written(waiving: Waiving) -> None:
    waiving.waives(2000)
    one = waiving.line()
    assert (one.amount, one.outstanding) == (Money(20000), Money(18000))
    assert waiving.balance(DISCOUNT) == Money(2000)
    (row,) = waiving.adjustments.of_charge(one.id)
    assert (row.amount, row.reason, row.by, row.approved_by) == (Money(-2000), "电梯停运", "王敏", "")
    assert waiving.office.broken_truths() == []


def test_all_of_it_is_let_go_and_the_line_is_gone(waiving: Waiving) -> None:
    with waiving.office.store.transaction() as connection:
        write_choice(connection, WAIVE_LIMIT, Money(200_00), waiving.office.clock.now(), None)
    gone = waiving.line().id
    waiving.waives(20000)
    assert gone not in [one.id for one in waiving.lines()]  # nothing left on which a late fee could stand
    assert waiving.office.broken_truths() == []


def test_a_cashier_waives_up_to_the_limit_of_each_charge_and_needs_a_supervisor_above(waiving: Waiving) -> None:
    waiving.waives(4000)
    with pytest.raises(WaiverAboveLimit) as refused:
        waiving.waives(1001)
    assert (refused.value.together, refused.value.limit) == (Money(5001), Money(5000))
    one = waiving.line()
    waiving.adjustments.waive(waiving.office.cashier, one.id, one.version, Money(1001), "agreed", waiving.yes())
    assert [row.approved_by for row in waiving.adjustments.of_charge(one.id)] == ["", "赵敏"]
    waiving.waives(1000, place=1)
    assert waiving.office.broken_truths() == []


def test_the_late_fee_counts_against_the_same_limit(waiving: Waiving) -> None:
    waiving.waives(4900)
    with pytest.raises(WaiverAboveLimit):
        waiving.waives_late_fee(101)


def test_the_same_waiver_twice_is_refused_the_second_time(waiving: Waiving) -> None:
    one = waiving.line()
    waive = (waiving.office.cashier, one.id, one.version, Money(100), "twice pressed")
    waiving.adjustments.waive(*waive)
    with pytest.raises(ChargeChanged):
        waiving.adjustments.waive(*waive)
    assert waiving.line().outstanding == Money(19900)


def test_more_than_is_owed_nothing_and_no_reason_are_refused(waiving: Waiving) -> None:
    with pytest.raises(WaiverTooLarge):
        waiving.waives(20001)
    with pytest.raises(WaiverOfNothing):
        waiving.waives(0)
    with pytest.raises(AdjustmentNeedsReason):
        waiving.waives(100, reason="  ")
    assert waiving.line().outstanding == Money(20000)


def test_a_late_fee_let_go_is_a_charge_and_a_waiver_so_that_reports_see_both(waiving: Waiving) -> None:
    owed = waiving.line().late_fee_owed
    assert owed == Money(460)  # 200.00 × 0.05% × 46 days
    waiving.waives_late_fee(owed.fen)
    assert waiving.line().late_fee_owed == NOTHING
    assert waiving.balance(LATE_FEE_REVENUE) == -owed
    assert waiving.balance(DISCOUNT) == owed
    with waiving.office.store.reading() as connection:
        child = connection.execute(select(charge).where(charge.c.parent_id == waiving.line().id)).one()
    assert (child.name, child.amount, child.outstanding) == ("物业费违约金", owed, NOTHING)
    assert waiving.office.broken_truths() == []


def test_days_after_the_waiver_grow_a_late_fee_of_their_own(waiving: Waiving) -> None:
    waiving.waives_late_fee(460)
    waiving.office.clock.set(datetime(2026, 11, 30, 9))
    assert waiving.line().late_fee_owed == Money(100)


def test_a_waiver_taken_back_leaves_everything_as_before(waiving: Waiving) -> None:
    before = [(one.id, one.outstanding, one.late_fee_owed) for one in waiving.lines()]
    written = [waiving.waives(300), waiving.waives_late_fee(200)]
    for one in written:
        waiving.adjustments.reverse(waiving.office.cashier, one, "wrong room")
    assert [(one.id, one.outstanding, one.late_fee_owed) for one in waiving.lines()] == before
    assert waiving.balance(DISCOUNT) == waiving.balance(LATE_FEE_REVENUE) == NOTHING
    with pytest.raises(WaiverReversedBefore):
        waiving.adjustments.reverse(waiving.office.cashier, written[0], "again")
    assert waiving.office.broken_truths() == []


def test_money_held_for_the_supplier_becomes_less_and_the_office_loses_nothing(office: FeesOffice) -> None:
    waiving = Waiving(office, "water")
    before = waiving.balance(supplier("water"))
    waiving.waives(1000)
    assert waiving.balance(supplier("water")) - before == Money(1000)
    assert waiving.balance(DISCOUNT) == NOTHING
    assert office.broken_truths() == []


def test_days_in_a_pause_do_not_count_and_later_days_do_again(waiving: Waiving) -> None:
    office = waiving.office
    with pytest.raises(NotPermitted):
        waiving.pauses.begin(office.cashier, waiving.home, date(2026, 11, 1), None, "dispute")
    pause = waiving.pauses.begin(office.boss, waiving.home, date(2026, 11, 1), None, "dispute over the lift")
    fee = waiving.line().late_fee
    assert fee is not None
    assert (fee.owed, fee.days, fee.paused_days) == (Money(260), 26, 20)  # 6 to 31 October
    office.clock.set(datetime(2026, 12, 1, 9))
    waiving.pauses.end(office.boss, pause, date(2026, 12, 1))
    office.clock.set(datetime(2026, 12, 10, 9))
    assert waiving.line().late_fee_owed == Money(360)
    (row,) = waiving.pauses.of_unit(waiving.home)
    assert (row.until, row.reason, row.charge) == (date(2026, 12, 1), "dispute over the lift", "")


def test_a_pause_of_one_charge_lets_the_others_grow(waiving: Waiving) -> None:
    one, other = waiving.lines()
    waiving.pauses.begin(waiving.office.boss, waiving.home, date(2026, 1, 1), None, "plan", one.id)
    assert [line.late_fee_owed for line in waiving.lines()] == [NOTHING, other.late_fee_owed]
    assert other.late_fee_owed == Money(150)


STEPS = st.lists(st.tuples(st.sampled_from(("waive", "late", "back", "day")), st.integers(1, 30000)), max_size=12)


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_is_let_go_and_taken_back_nothing_is_owed_below_zero(
    steps: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory, empty_office: object
) -> None:
    import shutil

    from app.store.folder import DataFolder
    from app.store.opening import open_store
    from tests.conftest import MORNING

    path = tmp_path_factory.mktemp("waiving") / "data"
    shutil.copytree(str(empty_office), path)
    store = open_store(DataFolder(path), MORNING)
    try:
        waiving = Waiving(FeesOffice(store, SetClock(MORNING)))
        _live(waiving, steps)
        assert all(one.outstanding >= NOTHING and one.late_fee_owed >= NOTHING for one in waiving.lines())
        assert waiving.office.broken_truths() == []
    finally:
        store.close()


def _live(waiving: Waiving, steps: list[tuple[str, int]]) -> None:
    boss = waiving.office.boss
    written: list[AdjustmentId] = []
    for step, number in steps:
        lines = waiving.lines()
        one = lines[number % len(lines)] if lines else None
        if step == "day":
            now = waiving.office.clock.now()
            waiving.office.clock.set(now.replace(year=now.year + 1))
        elif step == "back" and written:
            waiving.adjustments.reverse(boss, written.pop(), "back")
        elif step == "waive" and one is not None and one.outstanding:
            fen = min(number, one.outstanding.fen)
            written.append(waiving.adjustments.waive(boss, one.id, one.version, Money(fen), "so"))
        elif step == "late" and one is not None and one.late_fee_owed:
            fen = min(number, one.late_fee_owed.fen)
            written.append(waiving.adjustments.waive_late_fee(boss, one.id, one.version, Money(fen), "so"))

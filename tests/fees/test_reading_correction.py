"""A reading found wrong after it was billed: the charge stays as written, the difference stands beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import SetClock
from app.core.ids import MeterId, ReadingId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import Period
from app.counter.methods import Method
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.billing import RunRequest
from app.fees.shared.request import MeterUse, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.fees.terms import Formula, TariffTerms, Tier, TierSpan
from app.ledger.accounts import supplier
from app.ledger.tables import posting
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_rule import TypedReading
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder

WATER = (Tier(Decimal(216), Decimal("2.07")), Tier(Decimal(300), Decimal("4.07")), Tier(None, Decimal("6.07")))


class MeteredHome:
    """A home with a water meter that stood at 100 on 1 August 2026."""

    def __init__(self, builder: OfficeBuilder, **terms: Any) -> None:
        self.builder, self.office = builder, builder.office
        self.home: UnitId = builder.unit("1-1-101", area="100")
        device = NewDevice("A001", 5, Decimal(1))
        new = NewMeter(
            MeterKind.WATER, "水表", device, date(2026, 8, 1), ((self.home, Decimal(1)),), first_reading=Decimal(100)
        )
        self.meter: MeterId = self.office.meters.register(builder.supervisor, new)
        item = next(item for item in self.office.fee_items.all() if item.code == "water")
        given: dict[str, Any] = {"formula": Formula.METERED, "price": Decimal("3.00"), "meter_kind": "water"} | terms
        tariff = self.office.tariffs.create(
            builder.supervisor, item.id, "居民用水", date(2020, 1, 1), TariffTerms(**given)
        )
        self.office.assignments.assign(builder.supervisor, tariff, [self.home], date(2026, 8, 1))

    def reads(self, day: str, value: str, kind: ReadingKind = ReadingKind.READ) -> ReadingId:
        typed = TypedReading(self.meter, date.fromisoformat(day), Decimal(value), kind)
        return self.office.readings.enter(self.builder.cashier, typed, accepted=True)

    def corrects(self, reading: ReadingId, value: str) -> None:
        self.office.readings.correct(self.builder.supervisor, reading, Decimal(value), "misread")

    def owed(self) -> list[Money]:
        bill = self.office.bills.open(self.home)
        return [one.outstanding for one in (*bill.due, *bill.not_due)]

    def adjusted(self) -> list[tuple[AdjustmentKind, Money]]:
        return [(row.kind, row.amount) for row in self.office.adjustments.of_unit(self.home)][::-1]


def test_a_wrong_reading_between_two_others_changes_both_charges_and_edits_none(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    wrong = home.reads("2026-09-01", "130")
    home.reads("2026-10-01", "140")
    builder.billed_through(2026, 10)
    assert home.owed() == [Money(9000), Money(3000)]
    home.corrects(wrong, "120")
    assert home.owed() == [Money(6000), Money(6000)]
    assert [one.amount for one in home.office.bills.open(home.home).due] == [Money(9000), Money(3000)]
    assert home.adjusted() == [
        (AdjustmentKind.READING_CORRECTION, Money(-3000)),
        (AdjustmentKind.READING_CORRECTION, Money(3000)),
    ]
    assert builder.breaches() == []


def test_corrected_twice_the_second_counts_from_the_first(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    wrong = home.reads("2026-09-01", "130")
    builder.billed_through(2026, 10)
    home.corrects(wrong, "120")
    home.corrects(wrong, "125")
    assert home.owed() == [Money(7500)]
    assert [amount for _, amount in home.adjusted()] == [Money(-3000), Money(1500)]
    assert builder.breaches() == []


def test_the_next_bill_begins_where_the_corrected_reading_ends(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    wrong = home.reads("2026-09-01", "130")
    builder.billed_through(2026, 9)
    home.corrects(wrong, "120")
    home.reads("2026-10-01", "140")
    builder.billed_through(2026, 10)
    assert home.owed() == [Money(6000), Money(6000)]


def test_the_next_bill_is_compared_with_what_the_corrected_reading_came_to(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    wrong = home.reads("2026-09-01", "190")
    builder.billed_through(2026, 9)
    home.reads("2026-10-01", "220")
    (before,) = home.office.billing.preview(RunRequest.through(2026, 10)).rows
    assert (before.last_amount, before.charge.amount, before.more_than_half_off) == (Money(27000), Money(9000), True)
    home.corrects(wrong, "120")
    (after,) = home.office.billing.preview(RunRequest.through(2026, 10)).rows
    assert (after.last_amount, after.charge.amount, after.more_than_half_off) == (Money(6000), Money(30000), True)
    home.corrects(wrong, "160")
    (well,) = home.office.billing.preview(RunRequest.through(2026, 10)).rows
    assert (well.last_amount, well.charge.amount, well.more_than_half_off) == (Money(18000), Money(18000), False)


def test_a_waiver_does_not_change_what_the_next_bill_is_compared_with(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    home.reads("2026-09-01", "130")
    builder.billed_through(2026, 9)
    (charge,) = home.office.bills.open(home.home).due
    home.office.adjustments.waive(builder.supervisor, charge.id, charge.version, Money(5000), "leak in the wall")
    home.reads("2026-10-01", "160")
    (row,) = home.office.billing.preview(RunRequest.through(2026, 10)).rows
    assert (row.last_amount, row.charge.amount, row.more_than_half_off) == (Money(9000), Money(9000), False)


def test_what_was_paid_too_much_becomes_credit_of_the_unit(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    wrong = home.reads("2026-09-01", "130")
    builder.billed_through(2026, 10)
    builder.open_shift()
    builder.pays(home.home, method=Method.WECHAT)
    home.corrects(wrong, "120")
    bill = home.office.bills.open(home.home)
    assert (bill.due, bill.credit) == ((), Money(3000))
    assert home.adjusted() == [
        (AdjustmentKind.READING_CORRECTION, Money(-3000)),
        (AdjustmentKind.TO_CREDIT, Money(3000)),
    ]
    assert builder.breaches() == []
    home.corrects(wrong, "131")
    bill = home.office.bills.open(home.home)
    assert (home.owed(), bill.credit) == ([Money(300)], NOTHING)
    assert builder.breaches() == []


def test_a_real_reading_below_an_estimate_trues_the_estimated_bill_up(builder: OfficeBuilder) -> None:
    home = MeteredHome(builder)
    home.reads("2026-09-01", "140", ReadingKind.ESTIMATED)
    builder.billed_through(2026, 9)
    assert home.owed() == [Money(12000)]
    home.reads("2026-10-01", "130")
    assert total(home.owed()) == Money(9000)
    assert builder.breaches() == []


def test_tiers_of_the_calendar_year_move_the_later_bills_too(builder: OfficeBuilder) -> None:
    terms = {"formula": Formula.TIERED_METERED, "price": Decimal(0), "tiers": WATER, "tier_span": TierSpan.YEAR}
    home = MeteredHome(builder, **terms)
    wrong = home.reads("2026-09-01", "300")
    home.reads("2026-10-01", "350")
    builder.billed_through(2026, 10)
    assert home.owed() == [Money(41400), Money(17150)]  # 200 × 2.07; 16 × 2.07 + 34 × 4.07
    home.corrects(wrong, "290")
    assert home.owed() == [Money(39330), Money(19220)]
    assert builder.breaches() == []


def test_the_supplier_is_owed_what_was_really_used_and_the_office_gives_no_discount(builder: OfficeBuilder) -> None:
    from sqlalchemy import func, select

    home = MeteredHome(builder)
    wrong = home.reads("2026-09-01", "130")
    builder.billed_through(2026, 10)
    home.corrects(wrong, "120")
    with builder.office.store.reading() as connection:
        sums = select(func.sum(posting.c.amount)).where(posting.c.account == supplier("water"))
        assert connection.execute(sums).scalar() == Money(-6000)


VALUES = st.lists(st.integers(0, 40), min_size=2, max_size=5)
CORRECTIONS = st.lists(st.tuples(st.integers(0, 4), st.integers(-40, 40)), max_size=4)


@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(usages=VALUES, corrections=CORRECTIONS, paid=st.integers(0, 3))
def test_whatever_is_corrected_the_unit_owes_what_its_last_readings_say(
    usages: list[int], corrections: list[tuple[int, int]], paid: int, tmp_path_factory: Any, set_up_office: Any
) -> None:
    import shutil

    path = tmp_path_factory.mktemp("corrections") / "data"
    shutil.copytree(set_up_office, path)
    builder = OfficeBuilder(path, SetClock(MORNING))
    try:
        home = MeteredHome(builder)
        values, readings = [100], []
        for place, usage in enumerate(usages):
            values.append(values[-1] + usage)
            readings.append(home.reads(f"2026-{8 + place // 2:02d}-{10 + place % 2 * 10}", str(values[-1])))
        _bill(builder)
        if paid and home.owed():
            builder.open_shift()
            builder.pays(home.home, f"{min(paid * 10, total(home.owed()).fen // 100) or 1}", Method.WECHAT)
        already = _paid(builder, home)
        for place, by in corrections:
            at = place % len(readings) + 1
            wanted = values[at] + by
            upper = values[at + 1] if at + 1 < len(values) else 10_000
            if wanted != values[at] and values[at - 1] <= wanted <= upper:
                home.corrects(readings[at - 1], str(wanted))
                values[at] = wanted
        _bill(builder)
        credit = home.office.bills.open(home.home).credit
        assert total(home.owed()) - credit == Money((values[-1] - 100) * 300) - already
        assert builder.breaches() == []
    finally:
        builder.office.close()


def _bill(builder: OfficeBuilder) -> None:
    from app.fees.refusals import NothingToBill

    try:
        builder.billed_through(2026, 11)
    except NothingToBill:
        return


def _paid(builder: OfficeBuilder, home: MeteredHome) -> Money:
    return total(row.amount for row in builder.office.bills.open(home.home).past)


def test_lighting_shared_by_a_public_meter_is_shared_anew_to_the_fen(builder: OfficeBuilder) -> None:
    homes = [
        builder.unit(code, area=area) for code, area in (("3-1-101", "89.35"), ("3-1-102", "101.20"), ("3-1-201", "75"))
    ]
    device, since = NewDevice("P001", 5, Decimal(1)), date(2026, 10, 1)
    lamp = NewMeter(MeterKind.ELECTRICITY, "3栋照明", device, since, (), public=True, first_reading=Decimal(0))
    office, by = builder.office, builder.supervisor
    meter = office.meters.register(by, lamp)
    typed = TypedReading(meter, date(2026, 11, 1), Decimal(700), ReadingKind.READ)
    reading = office.readings.enter(builder.cashier, typed, accepted=True)
    energy = next(item for item in office.fee_items.all() if item.code == "energy")
    period = Period(date(2026, 10, 1), date(2026, 11, 1))
    use, split = MeterUse(meter, Decimal("0.8")), Split(Basis.AREA)
    request = SharedRequest("3栋照明", energy.id, period, date(2026, 11, 5), use, split, frozenset(homes))
    office.shared_costs.share(by, request)
    assert [_owes(builder, home) for home in homes] == [Money(18843), Money(21341), Money(15816)]
    office.readings.correct(by, reading, Decimal(600), "misread")
    assert total(_owes(builder, home) for home in homes) == Money(48000)
    assert [_owes(builder, home) for home in homes] == [Money(16151), Money(18292), Money(13557)]
    assert builder.breaches() == []


def _owes(builder: OfficeBuilder, home: UnitId) -> Money:
    return total(one.outstanding for one in builder.office.bills.open(home).due)

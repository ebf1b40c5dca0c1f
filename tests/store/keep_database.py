"""`python -m tests.store.keep_database` keeps a small office at today's schema, for every later schema to open.

Run it once before a schema changes; a kept database is never made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import FeeItemId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import Period
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.deposits.deposits import Keep
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, Taken, TakePayment, TenderAsked, paid_by
from app.counter.refunds.asked import AskedRefund, RefundKind, ReturnLine
from app.estate.kinds import OccupancyRole
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.fees.adjustments.discount_rule import DiscountKind
from app.fees.billing import RunRequest
from app.fees.handover import HandoverMonth
from app.fees.shared.request import Bill, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.fees.terms import Formula, LateFeeTerms, TariffTerms, Tier, TierSpan
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_rule import TypedReading
from app.office import Office, SetUp
from app.store.migrate import HEAD
from tests.closing import close_shift

KEPT = Path(__file__).parent / "kept"
FIRST_DAY = date(2026, 1, 1)
MORNING = datetime(2026, 3, 20, 9, 5)
HOMES = (("1-1-101", "89.50", "单小兰"), ("1-1-102", "120.25", "王㛃"), ("2-1-301", "75.00", "欧阳明"))


def keep(target: Path) -> None:
    """Build the office and keep its database and key; refuses to touch one that is kept already."""
    with TemporaryDirectory() as place:
        office = Office.open(Path(place), SetClock(MORNING))
        _live_a_morning(office)
        office.close()  # the last connection writes the log into the file
        target.mkdir(parents=True)
        for name in ("counter.db", "counter.key", "counter.head"):
            shutil.copy(Path(place) / name, target / name)


def _live_a_morning(office: Office) -> None:
    by = office.set_up(
        SetUp(
            company="安和物业服务有限公司",
            service_centre="丽景花园物业服务中心",
            estate="丽景花园",
            telephone="0512-65550100",
            handover_month=HandoverMonth.FROM_HANDOVER_DAY,
            person="林安",
            password="mornings at nine",
        ),
    )
    homes = [_move_in(office, by, *home) for home in HOMES]
    item = next(item for item in office.fee_items.all() if item.code == "property")
    terms = TariffTerms(Formula.AREA, Decimal("1.85"), late_fee=LateFeeTerms(Decimal("0.0005")))
    tariff = office.tariffs.create(by, item.id, "住宅物业费", FIRST_DAY, terms)
    office.assignments.assign(by, tariff, homes, FIRST_DAY)
    office.billing.run(by, RunRequest.through(2026, 2))
    office.shifts.open(by, Money.yuan(200))
    _pay(office, by, homes[0])
    _read_meters(office, by, homes)
    office.billing.run(by, RunRequest.through(2026, 3))
    _let_go(office, by, homes[1], item.id)
    _work_at_the_counter(office, by, homes)
    close_shift(office, by)


def _read_meters(office: Office, by: Actor, homes: Sequence[UnitId]) -> None:
    """A water meter with two readings, charged by tiers, and lighting that all homes share."""
    item = {item.code: item.id for item in office.fee_items.all()}
    device, linked = NewDevice("S000101"), ((homes[0], Decimal(1)),)
    cold = office.meters.register(
        by, NewMeter(MeterKind.WATER, "1-1-101", device, FIRST_DAY, linked, first_reading=Decimal(120))
    )
    office.readings.enter(by, TypedReading(cold, date(2026, 3, 1), Decimal(131)))
    tiers = (Tier(Decimal(216), Decimal("2.07")), Tier(None, Decimal("4.07")))
    terms = TariffTerms(Formula.TIERED_METERED, Decimal(0), tiers=tiers, tier_span=TierSpan.YEAR, meter_kind="water")
    tariff = office.tariffs.create(by, item["water"], "居民水费", FIRST_DAY, terms)
    office.assignments.assign(by, tariff, homes[:1], FIRST_DAY)
    period = Period(FIRST_DAY, date(2026, 3, 1))
    light = SharedRequest(
        title="公共照明电费",
        item_id=item["energy"],
        period=period,
        due_on=date(2026, 3, 31),
        source=Bill(Money.yuan(56)),
        split=Split(Basis.AREA),
        unit_ids=frozenset(homes),
    )
    office.shared_costs.share(by, light)


def _let_go(office: Office, by: Actor, home: UnitId, item_id: FeeItemId) -> None:
    """A waiver, a pause of the late fee, a vacant home and a discount for whoever pays a year."""
    line = office.bills.open(home).due[0]
    office.adjustments.waive(by, line.id, line.version, Money.yuan(5), "服务瑕疵")
    office.late_fee_pauses.begin(by, home, date(2026, 3, 20), None, "正在协商")
    (fee,) = office.unit_fees.of(home).fees
    office.vacancies.grant(by, fee.row.id, date(2026, 4, 1), None, Decimal("0.7"), "长期空置")
    office.discount_rules.add(by, "全年一次付清", item_id, 12, DiscountKind.PERCENT, Decimal(5), FIRST_DAY)


def _work_at_the_counter(office: Office, by: Actor, homes: Sequence[UnitId]) -> None:
    """Money by two methods, a deposit kept in part, a refund, a method corrected, cash moved, a note, a book, an outage."""
    parts = (TenderAsked(Method.CASH, Money.yuan(100)), TenderAsked(Method.WECHAT, Money.yuan(900), "420001"))
    split = _take(office, by, homes[1], parts)
    deposit = next(item for item in office.fee_items.one_offs() if item.code == "renovation-deposit")
    held = OneOff(deposit.id, deposit.paper_name, Money.yuan(2000))
    _take(office, by, homes[2], (TenderAsked(Method.CARD, Money.yuan(2000), "8812"),), lines=False, one_offs=(held,))
    kept = office.deposits.of_unit(homes[2])[-1]
    office.deposits.keep(by, Keep(kept.charge_id, Money.yuan(300), "楼道墙面修补"))
    original = office.refunds.original(split.receipt_id)
    first = original.lines[0]
    asked = AskedRefund(
        client_id="kept refund",
        receipt_id=split.receipt_id,
        kind=RefundKind.OWED_AGAIN,
        lines=(ReturnLine(first.charge_id, Money.yuan(50)),),
        method=Method.CASH,
        reason="收错房间",
        taker="王㛃",
        shown=Money.yuan(50),
    )
    office.refunds.refund(by, asked, None)
    office.cash_box.move(by, MoveCash(CashReason.CHANGE, Money.yuan(100), "林安"), None)
    office.unit_notes.add(by, homes[2], "装修中，先核对押金")
    office.books.issue_blanks(by, "林安", 10, MORNING.date())
    office.online_payment.is_down(by)
    office.online_payment.is_back(by)


def _take(
    office: Office,
    by: Actor,
    home: UnitId,
    tenders: tuple[TenderAsked, ...],
    *,
    lines: bool = True,
    one_offs: tuple[OneOff, ...] = (),
) -> Taken:
    bill = office.bills.open(home)
    due = bill.due if lines else ()
    shown = total(line.outstanding + line.late_fee_owed for line in due) + total(one.amount for one in one_offs)
    chosen = tuple(ChosenLine(line.id, line.version) for line in due)
    asked = TakePayment(bill.client_id, home, "林安", None, chosen, one_offs, tenders, shown)
    return office.payments.take(by, asked)


def _move_in(office: Office, by: Actor, code: str, area: str, owner: str) -> UnitId:
    home = office.estate.add_unit(by, UnitFacts(code, building_area=Decimal(area), handover_date=date(2020, 5, 1)))
    office.estate.add_person(by, home, PersonFacts(owner, ("13800000101",)), OccupancyRole.OWNER)
    return home


def _pay(office: Office, by: Actor, home: UnitId) -> None:
    bill = office.bills.open(home)
    due = total(line.outstanding + line.late_fee_owed for line in bill.due)
    assert due > NOTHING
    office.payments.take(
        by,
        TakePayment(
            client_id=bill.client_id,
            unit_id=home,
            payer_name="单小兰",
            payer_id=None,
            lines=tuple(ChosenLine(line.id, line.version) for line in bill.due),
            one_offs=(),
            tenders=paid_by(Method.CASH, Money.yuan(400)),
            shown_due=due,
        ),
    )


if __name__ == "__main__":
    keep(KEPT / HEAD)

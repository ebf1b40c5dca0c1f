"""A believable morning at the counter, made through the same services as real use; everybody in it is invented."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.core.ids import TariffId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, TakePayment, paid_by
from app.estate.kinds import OccupancyRole, UnitKind
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.fees.billing import RunRequest
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from tests.closing import close_shift
from tests.office_builder import OfficeBuilder

NEIGHBOURS = (
    ("1-1-302", "张静光", "92.10", "13900001111"),
    ("5-3-1102", "赵金贵", "120.40", "13700002222"),
    ("3-2-502", "李梅", "89.50", "13600003333"),
    ("2-1-1801", "周子涵", "134.30", "13500004444"),
    ("1-3-204", "吴海燕", "76.20", "13400006666"),
    ("4-2-903", "孙立", "89.50", "13300007777"),
    ("2-2-702", "韩雪", "101.00", "13200008888"),
    ("4-1-602", "罗美玲", "98.40", "13100009999"),
    ("1-1-201", "曾志刚", "110.00", "13000001212"),
)


def zhang(builder: OfficeBuilder, *, paid_before: bool = False) -> UnitId:
    """Room 3-2-501 of the drawings: four months of property fee and one of water unpaid, December not yet due."""
    home = builder.unit("3-2-501")
    if paid_before:
        _earlier_payments(builder, home)
    tariff = builder.property_fee(home)
    water = _fixed(builder, "water", "49.70", 25, late_fee=False)
    parking = _fixed(builder, "parking", "150", 5, late_fee=False)
    builder.office.assignments.assign(builder.supervisor, water, [home], date(2026, 10, 1), date(2026, 11, 1))
    builder.office.assignments.assign(builder.supervisor, parking, [home], date(2026, 12, 1))
    builder.office.estate.add_plate(builder.supervisor, home, "浙A5C678")
    _neighbours(builder, tariff)
    builder.billed_through(2026, 12)
    return home


def morning(builder: OfficeBuilder) -> UnitId:
    """The same room later in the morning: earlier payments, and a shift with receipts of every kind."""
    home = zhang(builder, paid_before=True)
    _this_morning(builder)
    return home


def _fixed(builder: OfficeBuilder, code: str, price: str, due_day: int, *, late_fee: bool) -> TariffId:
    item = next(item for item in builder.office.fee_items.all() if item.code == code)
    terms = TariffTerms(
        Formula.FIXED, Decimal(price), due_day=due_day, late_fee=LateFeeTerms(Decimal("0.0005")) if late_fee else None
    )
    return builder.office.tariffs.create(builder.supervisor, item.id, f"{item.name} {price}", date(2026, 1, 1), terms)


def _neighbours(builder: OfficeBuilder, tariff: TariffId) -> None:
    for code, name, area, phone in NEIGHBOURS:
        unit_id = builder.unit(code, name, area, phone)
        first = date(2026, 6, 1) if name == "赵金贵" else date(2026, 11, 1)
        builder.office.assignments.assign(builder.supervisor, tariff, [unit_id], first)
    shop = builder.office.estate.add_unit(
        builder.supervisor, UnitFacts("商铺07", UnitKind.SHOP, building_area=Decimal("62.00"))
    )
    builder.office.estate.add_person(builder.supervisor, shop, PersonFacts("何记面馆"), OccupancyRole.TENANT)


def _earlier_payments(builder: OfficeBuilder, home: UnitId) -> None:
    """What 张建国 paid before August, each in a shift of its day."""
    item = next(item for item in builder.office.fee_items.one_offs() if item.code == "one-off")
    days = (
        (datetime(2026, 4, 2, 10), "物业费 2026-01 – 03", 49674),
        (datetime(2026, 6, 4, 15), "物业费 2026-04 – 05", 33116),
    )
    now = builder.clock.now()
    for at, name, fen in days:
        builder.clock.set(at)
        builder.open_shift()
        one = OneOff(item.id, name, Money(fen))
        receipt = builder.office.payments.take(builder.cashier, _alone(builder, home, one, Method.WECHAT))
        builder.office.receipts.printed(receipt.receipt_id, 0)
        close_shift(builder.office, builder.cashier)
    builder.clock.set(now)


def _alone(builder: OfficeBuilder, unit_id: UnitId, one: OneOff, method: Method) -> TakePayment:
    bill = builder.office.bills.open(unit_id)
    return TakePayment(
        client_id=bill.client_id,
        unit_id=unit_id,
        payer_name=bill.payers[0].name,
        payer_id=bill.payers[0].person_id,
        lines=(),
        one_offs=(one,),
        tenders=paid_by(method, one.amount, "" if method.is_cash else str(one.amount.fen)),
        shown_due=one.amount,
    )


def _this_morning(builder: OfficeBuilder) -> None:
    builder.clock.set(datetime(2026, 11, 20, 8, 20))
    builder.open_shift()
    taken = []
    stories = (
        (8, 41, "1-1-201", Method.WECHAT, "7731"),
        (8, 52, "4-1-602", Method.CASH, ""),
        (9, 20, "2-2-702", Method.ALIPAY, "4410"),
        (9, 44, "4-2-903", Method.CASH, ""),
        (10, 12, "1-3-204", Method.CASH, ""),
        (10, 24, "2-1-1801", Method.TRANSFER, "20261120-3"),
        (10, 31, "3-2-502", Method.CASH, ""),
    )
    for hour, minute, code, method, reference in stories:
        builder.clock.set(datetime(2026, 11, 20, hour, minute))
        unit_id = builder.office.estate.unit_named(code)
        builder.office.bills.note_opened(builder.cashier, unit_id)
        taken.append(builder.pays(unit_id, method=method, reference=reference))
    for one in taken[:-1]:
        builder.office.receipts.printed(one.receipt_id, 0)
    builder.office.receipts.void(builder.cashier, taken[3].receipt_id, "房号选错", copies_returned=True)
    copy = builder.office.receipts.sheet(builder.cashier, taken[2].receipt_id)
    builder.office.receipts.printed(copy.receipt_id, copy.copy_no)
    builder.office.receipts.printed(taken[-1].receipt_id, 0)
    builder.clock.set(datetime(2026, 11, 20, 10, 42))


def run_of_2027(builder: OfficeBuilder) -> None:
    """One more billing run, as the tab beside would do it."""
    builder.office.billing.run(builder.supervisor, RunRequest.through(2027, 1))

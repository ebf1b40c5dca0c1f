"""A case of the oracle told to the program."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from app.core.ids import DeviceId, MeterId, ReadingId
from app.core.periods import Convention
from app.core.rounding import Rounding
from app.fees.billing_plan import Assigned, BillableUnit, Vacancy, ValidTerms
from app.fees.formulas import Areas
from app.fees.terms import Anchor, AreaBase, Escalation, Formula, Modifiers, Pays, TariffTerms, Tier, TierSpan
from app.fees.usage import UnitUsage
from app.meters.intervals import Device, Reading, intervals_of
from app.meters.kinds import ReadingKind
from tests.fees.oracle_case import Case, Prices, Read
from tests.fees.random_cases import FLOOR, HEADCOUNT, Drawn
from tests.fees.random_reads import DIGITS

FORMULAS = {
    "area": Formula.AREA,
    "fixed": Formula.FIXED,
    "tiered_area": Formula.TIERED_AREA,
    "expression": Formula.EXPRESSION,
    "metered": Formula.METERED,
    "tiered_month": Formula.TIERED_METERED,
    "tiered_year": Formula.TIERED_METERED,
}
METER = MeterId(1)


def told(drawn: Drawn) -> Assigned:
    """The case as the program keeps it."""
    case = drawn.case
    ends = [*(one.first for one in case.prices[1:]), case.valid_until]
    versions = [
        ValidTerms(one.first, end, _terms(case, one, drawn.typed)) for one, end in zip(case.prices, ends, strict=True)
    ]
    areas = {kind: None if area is None else Decimal(area) for kind, area in case.areas}
    charged_from, charged_until = case.charged or (None, None)
    return Assigned(
        unit=BillableUnit(Areas(**areas), handover=case.handover, floor=FLOOR, headcount=HEADCOUNT),
        versions=versions,
        first=case.start,
        until=case.end,
        modifiers=Modifiers(Decimal(case.coefficient), Decimal(case.vacant)),
        paid_until=case.paid_until,
        charged_from=charged_from,
        charged_until=charged_until,
        meter_id=METER if case.by_meter else None,
        intervals=_usages(case.reads),
        vacancies=tuple(Vacancy(first, until, Decimal(factor)) for first, until, factor in case.vacancies),
    )


def _terms(case: Case, prices: Prices, expression: str) -> TariffTerms:
    growth = prices.growth
    return TariffTerms(
        formula=FORMULAS[prices.kind],
        price=Decimal(prices.price),
        area_base=AreaBase(prices.area),
        cycle_months=case.cycle,
        anchor=Anchor.OWN if case.own_grid else Anchor.CALENDAR,
        convention=Convention(case.convention),
        due_day=case.due_day,
        pays=Pays.AFTER if case.after_use else Pays.BEFORE,
        rounding=Rounding(case.rounding),
        rounding_unit_fen=case.unit_fen,
        surcharge=Decimal(prices.surcharge),
        minimum=Decimal(prices.minimum),
        tiers=tuple(Tier(None if end is None else Decimal(end), Decimal(price)) for end, price in prices.tiers),
        tier_span=TierSpan.YEAR if prices.kind == "tiered_year" else TierSpan.MONTH,
        meter_kind="water" if case.by_meter else "",
        expression=expression if prices.kind == "expression" else "",
        escalation=None if growth is None else Escalation(Decimal(growth[0]), growth[1]),
        first_payment_months=case.first_payment,
        lead_days=case.lead_days,
    )


def _usages(reads: tuple[Read, ...]) -> tuple[UnitUsage, ...]:
    """The usages that the program counts from the readings, device by device."""
    if not reads:
        return ()
    book = Book(reads[0])
    for read in reads:
        book.write(read)
    intervals = intervals_of(Decimal(reads[0].loss), book.devices, book.readings)
    return tuple(UnitUsage(one, read.share) for one, read in zip(intervals, reads, strict=True))


class Book:
    """A reader's book: a base for each device, what was read, and what a device showed when it was taken down."""

    def __init__(self, first: Read) -> None:
        self.devices: dict[DeviceId, Device] = {}
        self.readings: list[Reading] = []
        self._hang(first, 0)

    def write(self, read: Read) -> None:
        for place in range(len(read.devices)):
            if place:
                self._hang(read, place)
            last = place == len(read.devices) - 1
            self._read(read, place, ReadingKind.READ if last else ReadingKind.FINAL)

    def _hang(self, read: Read, place: int) -> None:
        device, counted = DeviceId(len(self.devices) + 1), read.devices[place]
        day = read.first + timedelta(days=5 * place)
        self.devices[device] = Device(device, METER, f"A{device}", DIGITS, Decimal(counted.multiplier), day)
        self._append(device, read, place, ReadingKind.BASE)

    def _read(self, read: Read, place: int, kind: ReadingKind) -> None:
        self._append(DeviceId(len(self.devices)), read, place, kind)

    def _append(self, device: DeviceId, read: Read, place: int, kind: ReadingKind) -> None:
        counted, number = read.devices[place], ReadingId(len(self.readings) + 1)
        base, final = kind is ReadingKind.BASE, kind is ReadingKind.FINAL
        taken_down = read.first + timedelta(days=5)
        day = read.first if base and not place else taken_down if base or final else read.until
        value = Decimal(counted.before if base else counted.now)
        rolled = not base and bool(counted.rolled_over_digits)
        self.readings.append(Reading(number, number, METER, device, day, value, kind, rolled))

"""A monthly run with five tariffs on every unit, in a process of its own: time, memory, and how both grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.core.clock import SetClock
from app.fees.money_of import MoneyOf
from app.fees.terms import Escalation, Formula, LateFeeTerms, TariffTerms, Tier
from app.office import Office
from tests.benchmarks.bare_sqlite import bare_database, rows_of, schema_of, write_all
from tests.benchmarks.big_estate import FIRST_DAY, MORNING, all_units, open_estate
from tests.benchmarks.child import said_by
from tests.benchmarks.figures import Figure, Megabytes, seconds_of

FEW = 1_000
WRITTEN = ("billing_run", "charge", "journal_entry", "posting")
LATE = LateFeeTerms(Decimal("0.0005"))
TARIFFS: dict[str, TariffTerms] = {
    "物业服务": TariffTerms(Formula.AREA, Decimal("1.85"), late_fee=LATE),
    "公共能耗": TariffTerms(Formula.FIXED, Decimal(12)),
    "设施维护": TariffTerms(
        Formula.TIERED_AREA, Decimal(0), tiers=(Tier(Decimal(90), Decimal("0.35")), Tier(None, Decimal("0.42")))
    ),
    "电梯运行": TariffTerms(Formula.EXPRESSION, Decimal("0.3"), expression="area * price + 2 * max(floor - 6, 0)"),
    "车位租金": TariffTerms(Formula.FIXED, Decimal(150), escalation=Escalation(Decimal(5), 12), surcharge=Decimal(5)),
}
RUN = """
import sys, time
from pathlib import Path
from app.core.clock import SetClock
from app.fees.billing import RunRequest
from app.office import Office
from tests.benchmarks.big_estate import MORNING

def most_kib():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])

office = Office.open(Path(sys.argv[1]), SetClock(MORNING))
by = office.people.first_supervisor()
before = most_kib()
start, worked = time.perf_counter(), time.process_time()
run = office.billing.run(by, RunRequest.through(2026, 1))
print(time.perf_counter() - start, time.process_time() - worked, most_kib(), most_kib() - before, run.charges)
"""


@dataclass(frozen=True)
class Measured:
    """A run: seconds, those on the processor, the peak and what it added in KiB, charges; and its bare rows."""

    seconds: float
    worked: float
    peak: float
    added: float
    charges: float
    bare: float


def measure(units: int) -> Iterator[Figure | Megabytes]:
    """The run for all units and for a thousand of them, the smaller first."""
    few, many = _measured(FEW), _measured(units)
    charges = f"{int(many.charges):,}"
    yield Figure(f"{charges} charges / executemany of all rows written", many.seconds, many.bare, at_most_times=12)
    yield Figure(f"{charges} charges of {units:,} units", many.seconds, at_most_seconds=20)
    yield Figure("of these on the processor, whoever else works there", many.worked)
    yield Figure(
        f"one charge of {charges} / one of {int(few.charges):,}",
        many.seconds / many.charges,
        few.seconds / few.charges,
        at_most_times=1.5,
    )
    yield Megabytes(f"memory at most, {charges} charges", many.peak / 1024, many.added / 1024)
    yield Megabytes(f"memory at most, {int(few.charges):,} charges", few.peak / 1024, few.added / 1024)


def _measured(units: int) -> Measured:
    with TemporaryDirectory() as place:
        folder = Path(place) / "data"
        office, by = open_estate(folder, units)
        lay_five(office, by)
        office.close()
        seconds, worked, peak, added, charges = said_by(RUN, str(folder))
        return Measured(seconds, worked, peak, added, charges, _bare(folder, Path(place) / "bare.db"))


def lay_five(office: Office, by: Actor) -> None:
    """Five items by five formulas on every unit."""
    everywhere = all_units(office)
    for name, terms in TARIFFS.items():
        item = office.fee_items.add(by, name, MoneyOf.OWN)
        tariff = office.tariffs.create(by, item.id, f"{name}标准", FIRST_DAY, terms)
        office.assignments.assign(by, tariff, everywhere, FIRST_DAY)


def _bare(folder: Path, path: Path) -> float:
    office = Office.open(folder, SetClock(MORNING))
    rows, statements = rows_of(office.store, WRITTEN), schema_of(office.store, WRITTEN)
    office.close()
    with bare_database(path) as connection:
        for statement in statements:
            connection.execute(statement)
        return seconds_of(lambda: write_all(connection, rows))

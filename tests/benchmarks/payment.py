"""One payment from the press of F9 to the disk, against one bare durable commit."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.core.ids import UnitId
from app.core.money import NOTHING, total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, TakePayment
from app.fees.billing import RunRequest
from app.fees.charges import open_charges
from app.office import Office
from tests.benchmarks.bare_sqlite import bare_database, durable_commit
from tests.benchmarks.big_estate import MORNING, all_units, lay_tariff, open_estate
from tests.benchmarks.figures import Figure, median, percentile, seconds_of

UNITS = 1_000
PAYMENTS = 400


def measure() -> list[Figure]:
    """Payments of three charges with their late fees, each beside a bare commit on the same disk."""
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", UNITS)
        lay_tariff(office, by)
        office.billing.run(by, RunRequest.through(2026, 3))
        office.shifts.open(by, NOTHING)
        with bare_database(Path(place) / "bare.db") as bare:
            bare.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
            ours, theirs = [], []
            for number, unit in enumerate(all_units(office)[:PAYMENTS]):
                asked = payment_for(office, unit)
                ours.append(seconds_of(lambda asked=asked: _take(office, by, asked)))  # type: ignore[misc]
                theirs.append(seconds_of(lambda number=number: durable_commit(bare, number)))  # type: ignore[misc]
        office.close()
    return [
        Figure("a payment / a bare durable commit (median)", median(ours), median(theirs), at_most_times=6),
        Figure("a payment (p95)", percentile(ours, 95), at_most_seconds=0.020),
    ]


def payment_for(office: Office, unit: UnitId) -> TakePayment:
    """Everything that the unit owes today, by WeChat."""
    with office.store.reading() as connection:
        lines = open_charges(connection, [unit], MORNING.date())
    due = total(line.outstanding + line.late_fee_owed for line in lines)
    return TakePayment(
        client_id=f"bench {unit}",
        unit_id=unit,
        payer_name="王芳",
        payer_id=None,
        lines=tuple(ChosenLine(line.id, line.version) for line in lines),
        one_offs=(),
        method=Method.WECHAT,
        received=due,
        shown_due=due,
        reference=f"42000{unit:010d}",
    )


def _take(office: Office, by: Actor, asked: TakePayment) -> None:
    office.payments.take(by, asked)

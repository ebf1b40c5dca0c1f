"""One payment from the press of F9 to the disk, against bare durable commits."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.core.ids import UnitId
from app.core.money import NOTHING, total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, TakePayment, paid_by
from app.fees.billing import RunRequest
from app.fees.charges import open_charges
from app.office import Office
from tests.benchmarks.bare_cipher import BareTwin, bare_twin
from tests.benchmarks.bare_sqlite import bare_database, durable_commit
from tests.benchmarks.big_estate import MORNING, all_units, lay_tariff, open_estate
from tests.benchmarks.figures import Figure, median, percentile, seconds_of

UNITS = 1_000
PAYMENTS = 400


def measure() -> list[Figure]:
    """Payments of three charges with their late fees, each beside two bare commits on the same disk.

    The first is one small row in a plain file; the second is the payment's own rows in a file like ours.
    """
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", UNITS)
        lay_tariff(office, by)
        office.billing.run(by, RunRequest.through(2026, 3))
        office.shifts.open(by, NOTHING)
        with bare_database(Path(place) / "bare.db") as bare, bare_twin(office.store, Path(place)) as twin:
            bare.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
            times = [_beside(office, by, unit, bare, twin) for unit in all_units(office)[:PAYMENTS]]
        office.close()
    ours, plain, encrypted = zip(*times, strict=True)
    return [
        Figure("a payment / a bare durable commit (median)", median(ours), median(plain), at_most_times=6),
        Figure("a payment / its rows and head file written bare (median)", median(ours), median(encrypted)),
        Figure("a payment (p95)", percentile(ours, 95), at_most_seconds=0.020),
        Figure(
            "a payment / its rows and head file written bare (p95)", percentile(ours, 95), percentile(encrypted, 95)
        ),
    ]


def _beside(
    office: Office, by: Actor, unit: UnitId, bare: sqlite3.Connection, twin: BareTwin
) -> tuple[float, float, float]:
    asked = payment_for(office, unit)
    ours = seconds_of(lambda: office.payments.take(by, asked))
    plain = seconds_of(lambda: durable_commit(bare, unit))
    rows, paid = twin.newest_rows(), [line.charge_id for line in asked.lines]
    return ours, plain, seconds_of(lambda: twin.commit(rows, paid))


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
        tenders=paid_by(Method.WECHAT, due, f"42000{unit:010d}"),
        shown_due=due,
    )

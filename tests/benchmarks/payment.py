"""One payment from the press of F9 to the disk, against bare durable commits."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, TakePayment, TenderAsked, paid_by
from app.fees.billing import RunRequest
from app.fees.charges import OpenCharge, open_charges
from app.office import Office
from tests.benchmarks.bare_cipher import BareTwin, bare_twin
from tests.benchmarks.bare_sqlite import bare_database, durable_commit
from tests.benchmarks.big_estate import MORNING, all_units, lay_tariff, open_estate
from tests.benchmarks.figures import Figure, median, percentile, seconds_of

UNITS = 1_000
PAYMENTS = 400

Asks = Callable[[Office, UnitId], TakePayment]


def measure() -> Iterator[Figure]:
    """Payments of three charges with their late fees, then of one charge in cash, each beside two bare commits.

    The first is one small row in a plain file; the second is the payment's own rows in a file like ours.
    """
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", UNITS)
        lay_tariff(office, by)
        office.shifts.open(by, NOTHING)
        units = all_units(office)
        office.billing.run(by, RunRequest.through(2026, 3))
        yield from _figures("a payment", _beside(office, by, units[:PAYMENTS], payment_for, Path(place)))
        office.billing.run(by, RunRequest.through(2026, 12))
        yield from _figures("one charge", _beside(office, by, units[PAYMENTS:], newest_in_cash, Path(place)))
        office.close()


def _figures(name: str, times: Sequence[tuple[float, float, float]]) -> Iterator[Figure]:
    ours, plain, encrypted = zip(*times, strict=True)
    yield Figure(f"{name} / a bare durable commit (median)", median(ours), median(plain), at_most_times=6)
    yield Figure(f"{name} / its rows and head file written bare (median)", median(ours), median(encrypted))
    yield Figure(f"{name} (p95)", percentile(ours, 95), at_most_seconds=0.020)
    bare = percentile(encrypted, 95)
    yield Figure(f"{name} / its rows and head file written bare (p95)", percentile(ours, 95), bare)


def _beside(
    office: Office, by: Actor, units: Sequence[UnitId], asks: Asks, place: Path
) -> list[tuple[float, float, float]]:
    with bare_database(place / f"{asks.__name__}.db") as bare, bare_twin(office.store, place) as twin:
        bare.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
        gc.collect()
        gc.freeze()  # so that the rubbish is soon found between two goes
        return [_times(office, by, asks(office, unit), bare, twin) for unit in units[:PAYMENTS]]


def _times(
    office: Office, by: Actor, asked: TakePayment, bare: sqlite3.Connection, twin: BareTwin
) -> tuple[float, float, float]:
    ours = seconds_of(lambda: office.payments.take(by, asked))
    plain = seconds_of(lambda: durable_commit(bare, asked.unit_id))
    rows, paid = twin.newest_rows(), [line.charge_id for line in asked.lines]
    return ours, plain, seconds_of(lambda: twin.commit(rows, paid))


def payment_for(office: Office, unit: UnitId) -> TakePayment:
    """All that the unit owes today, by WeChat."""
    lines = _open(office, unit)
    due = total(line.outstanding + line.late_fee_owed for line in lines)
    return _asked(unit, lines, due, paid_by(Method.WECHAT, due, f"42000{unit:010d}"))


def newest_in_cash(office: Office, unit: UnitId) -> TakePayment:
    """The last charge alone, which is not late, in cash."""
    lines = _open(office, unit)[-1:]
    due = lines[0].outstanding
    return _asked(unit, lines, due, paid_by(Method.CASH, due))


def _open(office: Office, unit: UnitId) -> list[OpenCharge]:
    with office.store.reading() as connection:
        return open_charges(connection, [unit], MORNING.date())


def _asked(unit: UnitId, lines: Sequence[OpenCharge], due: Money, tenders: tuple[TenderAsked, ...]) -> TakePayment:
    return TakePayment(
        client_id=f"bench {unit}",
        unit_id=unit,
        payer_name="王芳",
        payer_id=None,
        lines=tuple(ChosenLine(line.id, line.version) for line in lines),
        one_offs=(),
        tenders=tenders,
        shown_due=due,
    )

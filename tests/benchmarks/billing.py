"""A monthly run for the whole estate against a bare `executemany` of the rows that it writes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.fees.billing import RunRequest
from app.office import Office
from tests.benchmarks.bare_sqlite import bare_database, rows_of, schema_of, write_all
from tests.benchmarks.big_estate import lay_tariff, open_estate
from tests.benchmarks.figures import Figure, seconds_of

WRITTEN = ("billing_run", "charge", "journal_entry", "posting")
MONTH = (2026, 1)


def measure(office: Office, by: Actor, units: int) -> list[Figure]:
    """The run, and how it grows from a twentieth of the estate to all of it; the estate has its tariff, no charges."""
    few = units // 20
    with TemporaryDirectory() as place:
        small, small_by = open_estate(Path(place) / "data", few)
        lay_tariff(small, small_by)
        a_few = seconds_of(lambda: small.billing.run(small_by, RunRequest.through(*MONTH)))
        small.close()
        all_of_them = seconds_of(lambda: office.billing.run(by, RunRequest.through(*MONTH)))
        bare = _bare(office, Path(place) / "bare.db")
    return [
        Figure(f"a month for {units:,} units / executemany of its rows", all_of_them, bare, at_most_times=12),
        Figure(f"one unit of {units:,} / one of {few:,}", all_of_them / units, a_few / few, at_most_times=1.5),
    ]


def _bare(office: Office, path: Path) -> float:
    rows, statements = rows_of(office.store, WRITTEN), schema_of(office.store, WRITTEN)
    with bare_database(path) as connection:
        for statement in statements:
            connection.execute(statement)
        return seconds_of(lambda: write_all(connection, rows))

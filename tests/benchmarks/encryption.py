"""What encryption costs: opening, a payment and a search on an office, and on the same office in a plain file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from sqlcipher3 import dbapi2

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import NOTHING
from app.core.stretching import stretched
from app.fees.billing import RunRequest
from app.office import Office
from app.store import engine
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from tests.benchmarks.big_estate import MORNING, all_units, lay_tariff, name_of, open_estate
from tests.benchmarks.figures import Figure, median, seconds_of
from tests.benchmarks.payment import payment_for

UNITS = 300
OPENINGS, PAYMENTS, SEARCHES = 11, 100, 100
PASSWORD = "smooth-river"


def measure() -> Iterator[Figure]:
    """Each as a ratio; goal 1.1. And a start by name and password: what it takes beyond the check of the password."""
    with TemporaryDirectory() as place:
        ours, plain = Path(place) / "ours", Path(place) / "plain"
        office, by = open_estate(ours, UNITS)
        lay_tariff(office, by)
        office.shifts.open(by, NOTHING)
        office.billing.run(by, RunRequest.through(2026, 3))
        units = all_units(office)
        office.close()
        shutil.copytree(ours, plain)
        _write_plain(ours, plain)
        yield from _ratios(ours, plain, by, units)
        yield _beyond_the_password(ours)


def _ratios(ours: Path, plain: Path, by: Actor, units: list[UnitId]) -> Iterator[Figure]:
    opened, opened_plain = [], []
    for _ in range(OPENINGS):
        opened.append(seconds_of(lambda: _opened(ours).close()))
        with _without_encryption():
            opened_plain.append(seconds_of(lambda: _opened(plain).close()))
    yield Figure("opening / in a plain file (median)", median(opened), median(opened_plain), at_most_times=1.1)
    first = _opened(ours)
    with _without_encryption():
        second = _opened(plain)
        for name, work in (("a payment", _pays), ("a search", _searches)):
            pairs = list(work(first, second, by, units))
            sealed, bare = zip(*pairs, strict=True)
            yield Figure(f"{name} / in a plain file (median)", median(sealed), median(bare), at_most_times=1.1)
        second.close()
    first.close()


def _pays(first: Office, second: Office, by: Actor, units: list[UnitId]) -> Iterator[tuple[float, float]]:
    for unit in units[:PAYMENTS]:
        asked, twin = payment_for(first, unit), payment_for(second, unit)
        yield (
            seconds_of(lambda asked=asked: first.payments.take(by, asked)),  # type: ignore[misc]
            seconds_of(lambda twin=twin: second.payments.take(by, twin)),  # type: ignore[misc]
        )


def _searches(first: Office, second: Office, _by: Actor, _units: list[UnitId]) -> Iterator[tuple[float, float]]:
    for number in range(SEARCHES):
        text = name_of(number)
        yield (
            seconds_of(lambda text=text: first.finder.find(text)),  # type: ignore[misc]
            seconds_of(lambda text=text: second.finder.find(text)),  # type: ignore[misc]
        )


def _beyond_the_password(folder: Path) -> Figure:
    """A start by name and password without the two scrypts that look at the password."""
    office = _opened(folder)
    person = office.people.listed()[0].name
    ring = Keyring.read(DataFolder(folder))
    ring.put(person, PASSWORD, office.store.key)
    ring.close_open_slot()
    ring.write(DataFolder(folder))
    office.close()
    key_times = [seconds_of(lambda: _opened(folder, person).close()) for _ in range(OPENINGS)]
    check = median([seconds_of(lambda: stretched(PASSWORD, ring.salt)) for _ in range(OPENINGS)])
    return Figure("a locked start beyond the password check", median(key_times) - check, at_most_seconds=0.3)


def _opened(folder: Path, name: str = "") -> Office:
    key = Keyring.read(DataFolder(folder)).unlock(name, PASSWORD) if name else None
    return Office.open(folder, SetClock(MORNING), key)


def _write_plain(ours: Path, plain: Path) -> None:
    (plain / "counter.db").unlink()
    key = Keyring.read(DataFolder(ours)).open_key
    assert key is not None
    source = engine.connect_raw(ours / "counter.db", key)
    source.execute(f"ATTACH DATABASE '{plain / 'counter.db'}' AS bare KEY ''")
    source.execute("SELECT sqlcipher_export('bare')")
    source.close()


@contextmanager
def _without_encryption() -> Iterator[None]:
    def connect(path: Path, _key: str, patience: int = engine.BUSY_SECONDS, *, must_exist: bool = False) -> Any:
        connection = dbapi2.connect(
            str(path),
            isolation_level=None,
            check_same_thread=False,
            timeout=patience,
            cached_statements=engine.STATEMENTS_KEPT,
        )
        for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {engine.CHECKPOINT_PAGES}")
        return connection

    with patch.object(engine, "connect_raw", connect):
        yield

"""With the key in hand, rows are edited, deleted, inserted and exchanged in bare SQL: every time it is told."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from app.access.truths import TRUTHS as OF_THE_TRAIL
from app.core.clock import SetClock
from app.demo.build import build_demo
from app.demo.plan import DemoPlan
from app.ledger.head import TrailBehindHead, head_finding
from app.ledger.truths import TRUTHS as OF_THE_JOURNAL
from app.office import Office, all_truths
from app.store.engine import connect_raw, make_engine
from app.store.folder import DataFolder
from tests.access.tampering.tampering import Tamperer

NOW = datetime(2026, 11, 20, 10, 42)
TAMPERINGS = 280
TOLD_BY = (*OF_THE_TRAIL, *OF_THE_JOURNAL)
OF_NO_ACCOUNT = frozenset(
    {"alembic_version", "draft", "search_term", "unit_opened", "note_read", "ticket_view"},
)
"""What was half typed, what the search is helped by, and what was looked at."""


@pytest.fixture(scope="module")
def estate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DataFolder, str]]:
    folder = tmp_path_factory.mktemp("tampering") / "estate"
    build_demo(folder, DemoPlan(units=14, months=2, seed=7, now=NOW), lambda _done, _whole: None)
    with closing(Office.open(folder, SetClock(NOW))) as office:
        yield office.store.folder, office.store.key


@pytest.fixture(scope="module")
def engine(estate: tuple[DataFolder, str]) -> Iterator[Engine]:
    """The file without the program: nobody takes note of what is written."""
    opened = make_engine(estate[0].database, estate[1])
    yield opened
    opened.dispose()


def test_what_tells_is_part_of_every_verification() -> None:
    assert set(TOLD_BY) <= set(all_truths())


def test_every_one_of_hundreds_of_tamperings_is_told(estate: tuple[DataFolder, str], engine: Engine) -> None:
    chance, untold, done = Random(20261120), [], Counter[str]()
    with engine.connect() as connection:
        bare: Any = connection.connection.driver_connection
        bare.execute("PRAGMA foreign_keys = OFF")
        tables = [row[0] for row in bare.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        tables = [name for name in tables if name not in OF_NO_ACCOUNT and not name.startswith("sqlite_")]
        tables = [name for name in tables if bare.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]]
        while sum(done.values()) < TAMPERINGS:
            table = tables[sum(done.values()) % len(tables)]
            tamperer = Tamperer(bare, chance)
            deed = chance.choice(tamperer.deeds())
            with connection.begin() as attempt:
                what = deed(table)
                done[deed.__name__] += bool(what)
                if what and not _is_told(connection, estate[0]):
                    untold.append(what)
                attempt.rollback()
    assert untold == []
    assert min(done[name] for name in ("edits", "deletes", "inserts", "exchanges")) >= 20
    assert len(tables) >= 50


def _is_told(connection: Connection, folder: DataFolder) -> bool:
    by_rows = any(True for truth in TOLD_BY for _ in truth.check(connection))
    return by_rows or bool(head_finding(connection, folder.head).breaches)


def _tampered(estate: tuple[DataFolder, str], tmp_path: Path, *orders: str) -> Path:
    """A copy of the data folder in which this was done behind the program's back."""
    folder = tmp_path / "tampered"
    shutil.copytree(estate[0].path, folder)
    with closing(connect_raw(DataFolder(folder).database, estate[1])) as bare:
        bare.execute("PRAGMA foreign_keys = OFF")
        for order in orders:
            assert bare.execute(order).rowcount
    return folder


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("UPDATE payment SET received = received + 100 WHERE id = 3", "payment 3: altered"),
        ("DELETE FROM tender WHERE id = 2", "tender 2: removed"),
        (
            "INSERT INTO setting VALUES ('office.extra', '1', '2026-11-01 08:00:00.000000', 1)",
            "setting office.extra: added",
        ),
        ("UPDATE audit SET by = 2 WHERE id = 9", "9 "),
        ("DELETE FROM audit WHERE id IN (7, 8)", "2 rows before it are gone"),
    ],
)
def test_the_verification_says_what_was_done_and_where(
    estate: tuple[DataFolder, str], tmp_path: Path, order: str, words: str
) -> None:
    folder = _tampered(estate, tmp_path, order)
    with closing(Office.open(folder, SetClock(NOW))) as office:
        told = [breach for finding in office.verify() for breach in finding.breaches]
    assert any(words in breach for breach in told), told


def test_the_newest_rows_of_the_trail_taken_away_are_told_before_the_office_opens(
    estate: tuple[DataFolder, str], tmp_path: Path
) -> None:
    folder = _tampered(estate, tmp_path, "DELETE FROM audit WHERE id > (SELECT max(id) - 3 FROM audit)")
    with pytest.raises(TrailBehindHead) as lost:
        Office.open(folder, SetClock(NOW))
    assert lost.value.expected - lost.value.found == 3


def test_what_the_program_writes_itself_is_never_told(estate: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder = tmp_path / "honest"
    shutil.copytree(estate[0].path, folder)
    with closing(Office.open(folder, SetClock(NOW))) as office:
        with office.store.transaction() as connection:
            connection.execute(text("UPDATE phone SET number = '13900001111' WHERE id = 1"))
            with connection.begin_nested() as attempt:
                connection.execute(text("UPDATE phone SET number = '13900002222' WHERE id = 2"))
                attempt.rollback()
        with office.store.rehearsal() as connection:
            connection.execute(text("DELETE FROM phone"))
        assert [finding for finding in office.verify() if finding.breaches] == []


def test_a_table_summed_up_anew_in_secret_is_told(estate: tuple[DataFolder, str], tmp_path: Path) -> None:
    orders = (
        "UPDATE payment SET received = received + 100 WHERE id = 3",
        "UPDATE setting SET value = json_remove(value, '$.payment') WHERE key = 'audit.shapes'",
        "UPDATE setting SET value = '\"\"' WHERE key = 'audit.schema'",
    )
    folder = _tampered(estate, tmp_path, *orders)
    with closing(Office.open(folder, SetClock(NOW))) as office:
        told = [breach for finding in office.verify() for breach in finding.breaches]
    assert any(breach.startswith("payment: summed up anew without need") for breach in told), told

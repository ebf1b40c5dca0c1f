"""A small office prepared once and copied for every kill; people who wait to be started; what the kills came to."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.kill.processes import Workers, workers

SEED = os.environ.get("PROPERTY_COUNTER_KILL_SEED") or date.today().isoformat()

UNITS = 12
CASHIER = "tests.stories.kill.child"


@dataclass
class Tally:
    """What the kills of this session came to."""

    kills: int = 0
    confirmed: int = 0
    in_doubt: int = 0
    seconds: float = 0

    def count(self, confirmed: int, *, in_doubt: bool) -> None:
        self.kills += 1
        self.confirmed += confirmed
        self.in_doubt += in_doubt

    def line(self) -> str:
        pace = 60 * self.kills / self.seconds
        return (
            f"kill test, seed {SEED}: {self.kills} kills in {self.seconds:.0f} s ({pace:.0f} a minute), "
            f"{self.confirmed} confirmed payments, {self.in_doubt} in doubt, all accounted for"
        )


TALLY = Tally()


@pytest.fixture
def tally() -> Iterator[Tally]:
    began = time.monotonic()
    yield TALLY
    TALLY.seconds += time.monotonic() - began


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TALLY.kills:
        terminalreporter.write_line(TALLY.line())


@pytest.fixture(scope="session")
def prepared_office(tmp_path_factory: pytest.TempPathFactory, empty_office: Path) -> Path:
    """Twelve homes with four months due, half of them with a late fee."""
    data = tmp_path_factory.mktemp("kill") / "prepared"
    shutil.copytree(empty_office, data)
    builder = OfficeBuilder(data, SetClock(MORNING))
    units = [builder.unit(f"1-1-{number}01", area=f"{70 + number}.35") for number in range(1, UNITS + 1)]
    builder.property_fee(*units[::2])
    builder.property_fee(*units[1::2], price="2.35", rate=None)
    builder.billed_through(2026, 12)
    builder.office.close()
    return data


@pytest.fixture
def data(prepared_office: Path, tmp_path: Path) -> Path:
    """A copy for one kill; it stays where a test fails, so that it can be looked at."""
    copied = tmp_path / "office data"
    shutil.copytree(prepared_office, copied)
    return copied


@pytest.fixture(scope="session")
def waiting() -> Iterator[Workers]:
    people = workers()
    yield people
    people.send_home()


@pytest.fixture(scope="session")
def waiting_cashiers(waiting: Workers, prepared_office: Path) -> Workers:
    waiting.rehearse(CASHIER, prepared_office)
    return waiting

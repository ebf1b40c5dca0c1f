"""One window is killed while another on the same folder goes on taking money."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from tests.closing import with_drawers
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.asking import asking
from tests.stories.kill.conftest import CASHIER, SEED
from tests.stories.kill.processes import Workers
from tests.stories.kill.said import read_said
from tests.stories.kill.test_kill import found_in

AFTER_THE_KILL = 5


class OtherWindow:
    """A supervisor at the second drawer, who sells access cards."""

    def __init__(self, data: Path) -> None:
        self.builder = OfficeBuilder(data, SetClock(MORNING))
        self._office, self._by = self.builder.office, self.builder.supervisor
        self._card = self._office.fee_items.one_offs()[0]
        self._unit = self._office.find_units.find("1-1-101")[0].unit_id
        with_drawers(self._office, "1, 2")
        self._office.shifts.open(self._by, NOTHING, drawer="2")
        self.sold: dict[str, str] = {}

    def sell(self) -> None:
        asked = asking(
            self._office.bills.open(self._unit),
            [],
            Method.CASH,
            one_offs=[OneOff(self._card.id, self._card.name, Money(2000))],
            clock_accepted=True,
        )
        self.sold[asked.client_id] = self._office.payments.take(self._by, asked).label


@pytest.mark.parametrize("seconds", [0.3, 0.6, 0.9])
def test_the_window_beside_a_killed_one_goes_on_and_all_numbers_follow_one_another(
    seconds: float, data: Path, tmp_path: Path, waiting_cashiers: Workers
) -> None:
    said_file = tmp_path / "said"
    window = OtherWindow(data)
    cashier = waiting_cashiers.start(CASHIER, said_file, data, f"{SEED}-{seconds}")
    killed_at = time.monotonic() + seconds
    while time.monotonic() < killed_at:
        window.sell()
    cashier.kill()
    for _ in range(AFTER_THE_KILL):
        window.sell()
    said = read_said(said_file)
    found = found_in(window.builder)
    assert said_file.with_suffix(".err").read_text(encoding="utf-8") == ""
    assert window.builder.breaches() == []
    assert said.paid | window.sold == {client: found.labels[client] for client in said.paid | window.sold}
    assert list(found.labels.values()) == [f"R-{number:06d}" for number in range(1, len(found.labels) + 1)]
    assert len(found.labels) - len(said.paid) - len(window.sold) == (
        said.doubtful == "pay" and said.in_doubt[1] in found.labels
    )
    window.builder.office.close()

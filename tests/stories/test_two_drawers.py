"""Whatever money does at two drawers, in whatever order: each expects what its people did, and papers never change."""

from __future__ import annotations

import pytest

from tests.refunds.conftest import counter as counter_of_refunds
from tests.refunds.refund_office import RefundOffice
from tests.stories.two_drawers import TwoDrawers

counter = counter_of_refunds
STEPS = 40
USUAL = (0, 1, 7, 10)
"""Among them two days on which a corrected payment bounces after its shift."""

SEEDS = [pytest.param(seed, marks=[] if seed in USUAL else [pytest.mark.endurance]) for seed in range(200)]


@pytest.mark.parametrize("seed", SEEDS)
def test_s8_s11_every_drawer_expects_what_its_people_did_and_no_report_changes(
    counter: RefundOffice, seed: int
) -> None:
    drawers, told = TwoDrawers(counter, seed), []
    for number in range(STEPS):
        told.append(drawers.step())
        if number % 10 == 9:
            drawers.check()
    drawers.days_pass()
    drawers.check()
    drawers.check_papers()
    assert len({step for step in told if ":" not in step}) > 5, told  # refused steps alone would prove nothing

"""The program and an oracle written from the money rules alone say the same of any charge, to the fen and the day."""

from __future__ import annotations

import pytest

from app.fees.billing_plan import next_charge
from app.fees.explanation import recompute
from app.fees.handover import HandoverMonth
from app.store.columns import canonical
from tests.fees.oracle import Answer, answer
from tests.fees.random_cases import random_case, told


def disagreements(first: int, until: int) -> list[str]:
    """The seeds of this range on which both do not say the same."""
    found = []
    for seed in range(first, until):
        case, expression = random_case(seed)
        charge = next_charge(told(case, expression), HandoverMonth.FROM_HANDOVER_DAY)
        said = charge and Answer(charge.period.first, charge.period.until, charge.due_on, charge.amount.fen)
        wanted = answer(case)
        if said != wanted:
            found.append(f"{seed}: {said} / {wanted} {case}")
        if charge is not None:
            assert recompute(charge.explain) == charge.amount, case
            assert canonical(charge.explain)
    return found


def test_the_oracle_agrees_on_two_thousand_random_charges() -> None:
    assert disagreements(0, 2000) == []


@pytest.mark.endurance
def test_the_oracle_agrees_on_a_hundred_thousand_random_charges() -> None:
    assert disagreements(2000, 102_000) == []

"""The program and an oracle written from the money rules alone say the same of any charge, to the fen and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

import pytest

from app.fees.billing_plan import Assigned, NotComputable, PlannedCharge, next_charge, plan
from app.fees.explanation import recompute
from app.fees.handover import HandoverMonth
from app.fees.skip_reason import SkipReason
from app.store.columns import canonical
from tests.fees.oracle_case import Answer, NoCharge
from tests.fees.oracle_charges import answers
from tests.fees.oracle_shares import shares
from tests.fees.random_cases import Drawn, random_case
from tests.fees.random_costs import ToldCost, random_cost
from tests.fees.told import told

TODAY = date.today().toordinal() * 1_000_000
"""Every day draws its own cases; a case that fails is named by its number and can be drawn again by it."""
CANNOT = (SkipReason.NO_AREA, SkipReason.NEGATIVE_USAGE)


def wanted(found: Iterator[Answer]) -> list[Answer | str]:
    """What the oracle says, and at the end why it says no more where something is missing."""
    said: list[Answer | str] = []
    try:
        said.extend(found)
    except NoCharge as why:
        said.append(str(why))
    return said


def said(charges: Iterable[PlannedCharge]) -> list[Answer | str]:
    """What the program says, each charge computed again from its own explanation."""
    found: list[Answer | str] = []
    for charge in charges:
        assert recompute(charge.explain) == charge.amount
        assert canonical(charge.explain)
        found.append(Answer(charge.period.first, charge.period.until, charge.due_on, charge.amount.fen))
    return found


def said_next(assigned: Assigned, rule: HandoverMonth) -> list[Answer | str]:
    try:
        charge = next_charge(assigned, rule)
    except NotComputable as why:
        return [why.reason.value]
    return said([charge] if charge else [])


def said_by_run(assigned: Assigned, until: date, rule: HandoverMonth) -> list[Answer | str]:
    written = plan(assigned, until, rule)
    return said(written.charges) + [written.skipped.value for _ in range(written.skipped in CANNOT) if written.skipped]


def with_successor(drawn: Drawn) -> Iterator[Drawn]:
    """A case; and where it ends, the same tariff for whoever takes the unit over on that day."""
    yield drawn
    end = drawn.case.end
    if end is not None:
        taken_over = replace(drawn.case, start=end, end=None, charged=None, paid_until=None)
        yield replace(drawn, case=taken_over, run_until=end + timedelta(days=60))


def disagreements(first: int, until: int) -> list[str]:
    """The cases of these numbers on which both do not say the same: of the next charge, of a run, of the run after."""
    found = []
    for number in range(first, until):
        for drawn in with_successor(random_case(number)):
            case, assigned = drawn.case, told(drawn)
            rule = HandoverMonth(case.handover_rule)
            written = wanted(answers(case, drawn.run_until))
            pairs = [
                (said_next(assigned, rule), wanted(islice(answers(case), 1))),
                (said_by_run(assigned, drawn.run_until, rule), written),
            ]
            done = [one for one in written if isinstance(one, Answer)]
            if len(done) > 1:
                begun = case.charged[0] if case.charged else done[0].first
                rest = replace(assigned, charged_from=begun, charged_until=done[0].until)
                pairs.append((said_by_run(rest, drawn.run_until, rule), written[1:]))
            found += [f"case {number}: {program} / {oracle} {drawn}" for program, oracle in pairs if program != oracle]
    return found


def shared_otherwise(first: int, until: int) -> list[str]:
    """The common costs of these numbers of which both do not say the same shares."""
    costs = ((number, random_cost(number)) for number in range(first, until))
    return [f"cost {number}: {one}" for number, one in costs if ToldCost(one).shares() != shares(one)]


def test_the_oracle_agrees_on_three_thousand_random_charges() -> None:
    print(f"cases {TODAY} to {TODAY + 3000}")  # noqa: T201 - shown where the test fails
    assert disagreements(TODAY, TODAY + 3000) == []


def test_the_oracle_agrees_on_a_thousand_common_costs() -> None:
    print(f"costs {TODAY} to {TODAY + 1000}")  # noqa: T201 - shown where the test fails
    assert shared_otherwise(TODAY, TODAY + 1000) == []


@pytest.mark.endurance
def test_the_oracle_agrees_on_a_hundred_thousand_random_charges() -> None:
    print(f"cases {TODAY + 3000} to {TODAY + 103_000}")  # noqa: T201 - shown where the test fails
    assert disagreements(TODAY + 3000, TODAY + 103_000) == []
    assert shared_otherwise(TODAY + 1000, TODAY + 11_000) == []

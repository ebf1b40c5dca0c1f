"""What an office confirms for its town loses the mark, and nothing else."""

import pytest

from app.incidents.kept_plans.local_facts import as_confirmed, has_to_be_confirmed
from app.incidents.plans.plan import CHECK_LOCALLY, Both, Step
from app.incidents.plans.shipped_plans import shipped_plans

MARKED = [step for plan in shipped_plans().values() for step in plan.to_confirm()]


@pytest.mark.parametrize("step", MARKED, ids=lambda step: step.id)
def test_every_marked_detail_can_be_confirmed(step: Step) -> None:
    assert step.detail is not None
    assert has_to_be_confirmed(step)
    confirmed = as_confirmed(step.detail)
    assert CHECK_LOCALLY not in confirmed.zh
    assert "check locally" not in confirmed.en.lower()
    assert confirmed.zh.strip("。")


def test_the_mark_goes_in_brackets_and_behind_a_comma() -> None:
    said = Both(
        "30 秒内应答（按本地规定核对）。有的城市设 96333，按本地规定核对。", "Within 30 seconds (check locally)."
    )
    assert as_confirmed(said) == Both("30 秒内应答。有的城市设 96333。", "Within 30 seconds.")

"""What is written of a plan reads as the same plan."""

import pytest
from hypothesis import given, settings

from app.incidents.kept_plans.plan_rows import shipped_text
from app.incidents.kept_plans.write_plan import plan_text
from app.incidents.plans.plan import Plan
from app.incidents.plans.read_plan import read_plan
from app.incidents.plans.shipped_plans import shipped_plans
from tests.incidents.kept_plans.any_plan import PLANS


@pytest.mark.parametrize("code", sorted(shipped_plans()))
def test_every_shipped_plan_comes_back_as_it_was_written(code: str) -> None:
    plan = shipped_plans()[code]
    written = plan_text(plan)
    assert read_plan(f"{code}.toml", written) == plan
    assert plan_text(read_plan(f"{code}.toml", written)) == written


def test_the_shipped_files_are_written_as_the_editor_writes_them() -> None:
    assert plan_text(shipped_plans()["lift-entrapment"]) == shipped_text("lift-entrapment")


@settings(max_examples=150, deadline=None)
@given(PLANS)
def test_any_plan_comes_back_as_it_was_written(plan: Plan) -> None:
    assert read_plan("any.toml", plan_text(plan)) == plan

"""The plans that come with the program: `resources/incidents/<code>.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from app.incidents.plans.link_checks import faults_between
from app.incidents.plans.plan import Plan
from app.incidents.plans.plan_checks import plan_faults
from app.incidents.plans.read_plan import read_plan
from app.incidents.plans.refusals import PlanBreaksRules, PlanFault, PlanRule


@cache
def shipped_plans() -> Mapping[str, Plan]:
    """Every shipped plan by its code: those with a digit first, in their order, then by letters."""
    folder = resources.files("resources") / "incidents"
    files = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".toml")}
    return checked_plans(files)


def checked_plans(files: Mapping[str, str]) -> dict[str, Plan]:
    """The plans of these files (name → text); PlanNotRead or PlanBreaksRules names the file that must not be used."""
    plans = {file: read_plan(file, text) for file, text in files.items()}
    for file, plan in plans.items():
        _refuse_if_broken(file, plan_faults(plan))
        if file != f"{plan.code}.toml":
            raise PlanBreaksRules(file, (PlanFault(PlanRule.FILE_NAME, "", "", plan.code),))
    _refuse_if_broken("", faults_between(list(plans.values())))
    return {plan.code: plan for plan in sorted(plans.values(), key=_place_in_the_picker)}


def _refuse_if_broken(file: str, faults: tuple[PlanFault, ...]) -> None:
    broken = tuple(fault for fault in faults if not fault.only_warns)
    if broken:
        raise PlanBreaksRules(file, broken)


def _place_in_the_picker(plan: Plan) -> tuple[int, str]:
    return (plan.digit or 10, plan.letters)

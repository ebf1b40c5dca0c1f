"""What is said of an edited plan before it may be used: its own rules, those of all plans, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.incidents.kept_plans.losses import Lost, losses
from app.incidents.kept_plans.version import Assessed
from app.incidents.plans.link_checks import faults_between
from app.incidents.plans.plan import Plan
from app.incidents.plans.plan_checks import plan_faults
from app.incidents.plans.refusals import PlanBreaksRules, PlanNotRead, Unread
from app.incidents.plans.shipped_plans import shipped_plans

BIGGEST_FILE = 256 * 1024
"""Bytes; the longest shipped plan has about 20,000."""


def lost_of(plan: Plan) -> tuple[Lost, ...]:
    """What the shipped plan of this code has and this one has not; nothing for a plan of the office's own."""
    shipped = shipped_plans().get(plan.code)
    return () if shipped is None else losses(shipped, plan)


def assessed(plan: Plan, in_use: Iterable[Plan]) -> Assessed:
    """Every broken rule of the plan by itself and beside the others in use, and every loss."""
    others = [one for one in in_use if one.code != plan.code]
    return Assessed((*plan_faults(plan), *faults_between([*others, plan])), lost_of(plan))


def refuse_broken(file: str, found: Assessed) -> None:
    """Raise PlanBreaksRules with all that hinders."""
    hindering = tuple(fault for fault in found.faults if not fault.only_warns)
    if hindering:
        raise PlanBreaksRules(file, hindering)


def says_the_same(one: Plan, other: Plan) -> bool:
    """Whether nothing but number and date is different."""
    return replace(one, version=other.version, dated=other.dated) == other


def decoded(file: str, content: bytes) -> str:
    """The text of a file that somebody brought. Raises PlanNotRead where it is no text."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise PlanNotRead(file, "", "", Unread.NOT_TOML, "UTF-8") from fault

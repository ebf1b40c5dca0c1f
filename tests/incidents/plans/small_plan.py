"""A small sound plan as text, and ways to spoil it."""

from app.incidents.plans.plan import Plan
from app.incidents.plans.plan_checks import plan_faults
from app.incidents.plans.read_plan import read_plan
from app.incidents.plans.refusals import PlanRule

HEAD = """
code = "small-plan"
version = 1
dated = 2026-11-23
review_months = 12
letters = "xx"
kind = "read-do"
severity = "high"
name = { zh = "小预案", en = "Small plan" }
use_when = { zh = "试一试", en = "For a trial" }
place = "lift"
roles = ["lead", "site"]
contacts = ["119", "manager"]
never = [{ zh = "撬门", en = "pry doors" }]
basis = []
"""
TIMER = """
[[timer]]
id = "arrival"
minutes = 30
starts = "one"
ends = "five"
text = { zh = "到场", en = "Arrival" }
when_due = { zh = "再打一次", en = "Call again" }
"""
NAMES = ("one", "two", "three", "four", "five")


def step(name: str, more: str = "", text: str = "去看一看") -> str:
    return f"""
[[page.step]]
id = "{name}"
text = {{ zh = "{text}", en = "Go and look" }}
role = "site"
{more}
"""


def page(name: str, *steps: str, more: str = "") -> str:
    return f"""
[[page]]
id = "{name}"
title = {{ zh = "先做", en = "First" }}
{more}
{"".join(steps)}
"""


FULL_PAGE = page("first", *(step(name) for name in NAMES))
AFTER = '\n[[after]]\ntext = { zh = "用了几分钟？", en = "How many minutes?" }\n'
LAST_PAGE = page("last", step("six"))
SOUND = HEAD + TIMER + FULL_PAGE + LAST_PAGE + AFTER


def plan_of(text: str = SOUND) -> Plan:
    return read_plan("small-plan.toml", text)


def rules_broken(text: str) -> list[PlanRule]:
    return [fault.rule for fault in plan_faults(plan_of(text))]

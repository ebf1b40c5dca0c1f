"""Arithmetic and state machines know neither the database nor Qt, and are told what day it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.source_tree import Source, SourceTree, a_house, the_house

RULES = (
    "app.core",
    "app.paper.amount_in_words",
    *(f"app.estate.{rule}" for rule in ("kinds", "names_pinyin", "phones", "plates", "surnames", "unit_code")),
    *(f"app.meters.{rule}" for rule in ("intervals", "kinds", "meter_checks", "reading_rule", "usual")),
    *(f"app.fees.{rule}" for rule in ("allocation_rule", "billing_plan", "cash_rounding", "due_dates", "explanation")),
    *(f"app.fees.{rule}" for rule in ("formulas", "handover", "late_fees.late_fee", "mandate", "money_of", "terms")),
    *(
        f"app.fees.{rule}"
        for rule in ("assigned", "charge_lines", "escalation", "expression", "metered", "metered_plan")
    ),
    *(f"app.fees.{rule}" for rule in ("planned_charge", "skip_reason", "tiers", "usage", "why")),
    *(
        f"app.fees.{rule}"
        for rule in (
            "ahead.ahead_plan",
            "shared.rule",
            "shared.explained",
            "disclosure.words",
            "adjustments.discount_rule",
        )
    ),
    *(f"app.counter.{rule}" for rule in ("methods", "payments.asked", "payments.settlement", "payments.tenders")),
    *(f"app.counter.outages.{rule}" for rule in ("roster_facts", "written_time")),
    *(f"app.counter.{rule}" for rule in ("cash.denominations", "cash.cash_reasons", "shifts.comparison")),
    *(f"app.tickets.{rule}" for rule in ("kinds", "number", "flow", "fields", "steps", "events.clusters")),
    *(
        f"app.tickets.{rule}"
        for rule in ("materials.kinds", "materials.line_rule", "ratings.rating_rule", "files.picture")
    ),
    "app.fees.repair_explained",
    *("app.notices.templates", "app.notices.checks", "app.notices.papers"),
    *(f"app.notices.{rule}" for rule in ("asked", "compose", "due", "issued.standing", "number", "paper_facts")),
    "app.incidents.plans",
    *(f"app.incidents.{rule}" for rule in ("reports.step_findings", "reports.review", "journal.step_times")),
    *(f"app.incidents.drills.{rule}" for rule in ("drill_rule", "evaluation", "scenarios")),
    *(f"app.incidents.contacts.{rule}" for rule in ("contact", "contact_list", "contact_rule")),
    *(f"app.incidents.kept_plans.{rule}" for rule in ("assessing", "differences", "edits", "local_facts", "losses")),
    *(f"app.incidents.kept_plans.{rule}" for rule in ("version", "write_plan")),
    "app.incidents.organisation.post",
    *(f"app.incidents.running.{rule}" for rule in ("allowed", "asked", "entry", "hand_over", "progress")),
    *(f"app.incidents.running.{rule}" for rule in ("rule_lines", "timers", "view")),
    *("app.incidents.closing", "app.incidents.words"),
    *(
        f"app.duty.{rule}"
        for rule in (
            "roster.spans",
            "roster.pattern",
            "inspections.rhythm",
            "inspections.points",
            "inspections.point_text",
            "hazards.flow",
        )
    ),
    *(
        f"app.tickets.deadlines.{rule}"
        for rule in ("calendars", "clock_moves", "due", "edits", "escalation", "explained", "hours_text", "rule")
    ),
)
IMPURE = ("sqlalchemy", "sqlcipher3", "alembic", "PySide6", "app.store")
THE_CLOCK = "app.core.clock"


def impurities(house: SourceTree, rules: tuple[str, ...]) -> Iterator[str]:
    for source in house.within(*rules):
        for module in source.imports(house):
            if any(f"{module}.".startswith(f"{name}.") for name in IMPURE) or module.endswith(".tables"):
                yield f"{source.path} imports {module}"


def looks_at_the_clock(house: SourceTree) -> Iterator[str]:
    for source in house:
        if source.module != THE_CLOCK:
            yield from _machine_times(source)


def _machine_times(source: Source) -> Iterator[str]:
    for node in source.walk(ast.Call):
        assert isinstance(node, ast.Call)
        asked = ast.unparse(node.func)
        if asked.split(".")[-2:] in (["datetime", "now"], ["datetime", "today"], ["date", "today"], ["time", "time"]):
            yield f"{source.at(node)} asks {asked}"


def test_every_rule_named_here_exists() -> None:
    assert [rule for rule in RULES if not the_house().within(rule)] == []


def test_rules_know_neither_the_database_nor_qt() -> None:
    assert list(impurities(the_house(), RULES)) == []


def test_only_the_clock_looks_at_the_machines_time() -> None:
    assert list(looks_at_the_clock(the_house())) == []


def test_a_rule_that_reads_a_table_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, app__fees__terms="from app.fees.tables import charge", app__fees__tables="charge = 1")
    assert list(impurities(house, RULES)) == ["app/fees/terms.py imports app.fees.tables"]


@pytest.mark.parametrize("line", ["today = date.today()", "import datetime\nnow = datetime.datetime.now()"])
def test_a_look_at_the_machines_time_is_found(tmp_path: Path, line: str) -> None:
    assert len(list(looks_at_the_clock(a_house(tmp_path, app__fees__late_fee=line)))) == 1

"""What must hold of kept plans and of the call list is found broken where it is."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Table

from app.incidents.contacts import truths as of_contacts
from app.incidents.kept_plans import truths as of_plans
from app.incidents.kept_plans.plan_rows import OWN, plant_plans, shipped_text
from app.incidents.tables import incident_plan, plan_contact
from app.store.rows import insert_row
from app.store.store import Store
from app.store.truths import check_truths
from tests.conftest import MORNING

STAMP = {"at": MORNING, "by": None}
CONTACT = {"name": "", "number": "1", "deputy": "", "deputy_number": "", "private": False, "position": 1, **STAMP}
PLAN = {"code": "fire", "source": OWN, "note": "", "review_due": MORNING.date(), **STAMP}


def own(number: int) -> str:
    """The shipped plan as the office's version of this number."""
    return shipped_text("fire").replace("version = 1", f"version = {number}")


ROWS: list[tuple[str, Table, list[dict[str, Any]]]] = [
    ("every party of the call list", plan_contact, [{"key": "manager", **CONTACT}] * 2),
    ("no row of the call list changes", plan_contact, [{"key": "119", **CONTACT}]),
    ("every kept version of a plan can be read", incident_plan, [{"version": 7, "text": "?", **PLAN}]),
    ("every kept version of a plan can be read", incident_plan, [{"version": 7, "text": own(8), **PLAN}]),
    (
        "every version in use was shipped or approved",
        incident_plan,
        [{"version": 7, "text": own(7), "approved_at": MORNING, **PLAN}],
    ),
    (
        "at most one version of a plan waits",
        incident_plan,
        [{"version": n, "text": own(n), **PLAN} for n in (7, 8)],
    ),
]


@pytest.mark.parametrize(("truth", "table", "rows"), ROWS, ids=lambda value: str(value)[:24])
def test_a_breach_is_named_by_its_truth(store: Store, truth: str, table: Table, rows: list[dict[str, Any]]) -> None:
    with store.transaction() as connection:
        plant_plans(connection, MORNING)
        for row in rows:
            insert_row(connection, table, **row)
    with store.reading() as connection:
        found = check_truths(connection, (*of_contacts.TRUTHS, *of_plans.TRUTHS))
    assert [one.truth for one in found if one.breaches and one.truth.startswith(truth)]


def test_nothing_is_broken_in_an_office_that_begins(store: Store) -> None:
    with store.transaction() as connection:
        plant_plans(connection, MORNING)
    with store.reading() as connection:
        assert not [one for one in check_truths(connection, (*of_contacts.TRUTHS, *of_plans.TRUTHS)) if one.breaches]

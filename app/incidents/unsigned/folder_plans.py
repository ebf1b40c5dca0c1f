"""The plans and numbers that are read before sign-in: those that the office kept in the folder, else the shipped."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.incidents.contacts.contact import Contact
from app.incidents.plans.plan import Both, Plan
from app.incidents.plans.read_plan import read_plan
from app.incidents.plans.refusals import PlanNotRead
from app.incidents.plans.shipped_plans import shipped_plans
from app.store.sealed_places import seal_of


@dataclass(frozen=True, slots=True)
class FolderPlans:
    """The plans in the order of the picker, and the numbers of the office by key."""

    plans: tuple[Plan, ...]
    contacts: Mapping[str, Contact]

    def plan(self, code: str) -> Plan | None:
        """The plan of a code, if there is one."""
        return next((plan for plan in self.plans if plan.code == code), None)


def file_content(plans: Sequence[tuple[str, str]], contacts: Sequence[Contact], *, with_private: bool) -> bytes:
    """The file for these plans (code, text of its file) and numbers; those of private people only by choice."""
    facts = {
        "plans": [{"code": code, "text": text} for code, text in plans],
        "contacts": [_written(one) for one in contacts if one.number and (with_private or not one.private)],
    }
    return json.dumps(facts | {"seal": seal_of(facts)}, ensure_ascii=False, indent=1).encode()


def read_folder_plans(path: Path) -> FolderPlans:
    """What the file says; a file that is missing or spoilt leaves the shipped plans and the numbers of the country."""
    try:
        facts = json.loads(path.read_bytes())
        seal = facts.pop("seal")
        if seal != seal_of(facts):
            raise ValueError(seal)  # noqa: TRY301 - a spoilt file is as good as none
        plans = tuple(_plan(one["code"], one["text"]) for one in facts["plans"])
        contacts = {one["key"]: _contact(one) for one in facts["contacts"]}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, PlanNotRead):
        return FolderPlans(in_order(shipped_plans().values()), {})
    return FolderPlans(in_order(plans), contacts)


def in_order(plans: Any) -> tuple[Plan, ...]:
    """Those with a digit by it, then the others by their letters."""
    return tuple(sorted(plans, key=lambda plan: (plan.digit is None, plan.digit or 0, plan.letters)))


@lru_cache(maxsize=128)
def _plan(code: str, text: str) -> Plan:
    return read_plan(f"{code}.toml", text)


def _written(contact: Contact) -> dict[str, Any]:
    day = contact.confirmed_on
    return asdict(contact) | {"confirmed_on": None if day is None else day.isoformat(), "id": None}


def _contact(facts: Mapping[str, Any]) -> Contact:
    day = facts["confirmed_on"]
    confirmed = None if day is None else date.fromisoformat(day)
    return Contact(**{**facts, "title": Both(**facts["title"]), "confirmed_on": confirmed})

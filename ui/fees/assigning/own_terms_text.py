"""Chosen units and what is agreed for some of them, as one text of a draft."""

from __future__ import annotations

import json
from datetime import date

from app.core.ids import UnitId
from app.fees.new_assignments import Own, OwnTerms
from app.fees.terms import Modifiers


def own_to_text(units: str, own: Own) -> str:
    """Empty where nothing is chosen."""
    if not (units or own):
        return ""
    agreed = [[unit, one.modifiers.to_facts(), one.first and one.first.isoformat()] for unit, one in own.items()]
    return json.dumps([units, agreed])


def own_from_text(text: str) -> tuple[str, dict[UnitId, OwnTerms]]:
    """What `own_to_text` was given."""
    units, agreed = json.loads(text) if text else ("", [])
    return units, {
        UnitId(unit): OwnTerms(Modifiers.from_facts(facts), first and date.fromisoformat(first))
        for unit, facts, first in agreed
    }

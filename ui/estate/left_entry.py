"""A form of units or people that was not saved, as it is kept for the next start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.errors import Refusal
from app.core.ids import UnitId
from app.estate.unit_facts import UnitPage
from ui.estate.entry_form import EntryForm, LeftEntry
from ui.estate.person_form import PersonAsked
from ui.shell.context import Context

DRAFT = "estate.form"


def to_facts(left: LeftEntry) -> dict[str, object]:
    """Which form, about which unit and whom, and what stood in its fields."""
    about = left.about
    page = about.page if isinstance(about, PersonAsked) else about
    row = about.row if isinstance(about, PersonAsked) else None
    return {
        "is_person": isinstance(about, PersonAsked),
        "unit_id": page.id if isinstance(page, UnitPage) else None,
        "occupancy": None if row is None else row.id,
        "person_id": None if row is None else row.person_id,
        "texts": dict(left.texts),
    }


def from_facts(context: Context, facts: Mapping[str, Any], unit: EntryForm, person: EntryForm) -> LeftEntry | None:
    """The same again; None where the unit or the role is gone meanwhile."""
    form, texts = (person if facts["is_person"] else unit), facts["texts"]
    if set(texts) != set(form.fields()):
        return None
    if facts["unit_id"] is None:
        return LeftEntry(form, None, texts)
    try:
        page = context.office.estate.unit_page(UnitId(facts["unit_id"]))
    except Refusal:
        return None
    if not facts["is_person"]:
        return LeftEntry(form, page, texts)
    row = next((one for one in page.people if one.id == facts["occupancy"]), None)
    if row is None and facts["occupancy"] is not None:
        return None
    return LeftEntry(form, PersonAsked(page, row), texts)

"""What an edit of deadlines changed, for the audit trail: what counted and what counts."""

from __future__ import annotations

from sqlalchemy import Connection

from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.chains import Chain, read_chain
from app.tickets.deadlines.edits import ChainEdit, Edit, HoursEdit, YearEdit
from app.tickets.deadlines.promise_facts import rule_facts, week_facts, year_facts


def edit_facts(connection: Connection, edit: Edit) -> dict[str, object]:
    """Asked for before the edit is stored."""
    if isinstance(edit, ChainEdit):
        key = (edit.kind, edit.service_class)
        old = _chain(read_chain(connection, key))
        return {"kind": edit.kind.value, "class": edit.service_class.value, "old": old, "new": _chain(edit.chain)}
    if isinstance(edit, HoursEdit):
        week = read_calendars(connection).current.hours[edit.calendar]
        return {"calendar": edit.calendar.value, "old": week_facts(week), "new": week_facts(edit.week)}
    if isinstance(edit, YearEdit):
        book = read_calendars(connection)
        known = book.years_at(book.stamp).get(edit.year.year)
        old_days = None if known is None else year_facts(known)
        return {"year": edit.year.year, "old": old_days, "new": year_facts(edit.year), "source": edit.year.source}
    return {}


def _chain(chain: Chain) -> list[dict[str, str]]:
    return [rule_facts(rule) for rule in chain]

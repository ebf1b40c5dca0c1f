"""Reads what stands on a list: the plan with its approval and numbers, and what an incident has written so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from app.access.tables import user
from app.estate.office_facts import read_office_facts
from app.incidents.contacts.contact import Contact, unwritten
from app.incidents.contacts.read_contacts import read_contacts
from app.incidents.kept_plans.plan_rows import in_use, plan_of
from app.incidents.papers.list_facts import FIXED_NUMBERS, Approved, ListFacts, PhoneLine, RunFilled, TimerFilled
from app.incidents.plans.plan import Plan, Timer
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.read_view import read_view
from app.incidents.running.timers import running_timers
from app.incidents.running.view import IncidentView
from app.incidents.tables import incident_plan


def blank_list(connection: Connection, plan: Plan, *, private: bool) -> ListFacts:
    """The list of a plan with nothing filled in; `private`: with the numbers of persons."""
    return next(iter(_blank(connection, (plan,), private=private)))


def blank_lists(connection: Connection, *, private: bool) -> tuple[ListFacts, ...]:
    """The blank lists of all plans in use: those with a digit by it, then the others by their letters."""
    held = [plan_of(row.code, row.text) for row in connection.execute(in_use())]
    plans = sorted(held, key=lambda plan: (plan.digit is None, plan.digit or 0, plan.letters))
    return tuple(_blank(connection, plans, private=private))


def _blank(connection: Connection, plans: Iterable[Plan], *, private: bool) -> Iterator[ListFacts]:
    office, names, contacts = read_office_facts(connection), _names(connection), read_contacts(connection)
    for plan in plans:
        called = [contacts.get(key) or unwritten(key) for key in plan.contacts]
        yield ListFacts(office, plan, _approved(connection, plan), _phones(called, private=private), names)


def filled_list(connection: Connection, incident_id: int, now: datetime, *, private: bool) -> ListFacts:
    """The list of an incident as far as it was worked. Raises IncidentUnknown."""
    view = read_view(connection, incident_id)
    blank = blank_list(connection, view.plan, private=private)
    return ListFacts(blank.office, blank.plan, blank.approved, blank.phones, blank.plans, _run(view, now))


def phone_line(contact: Contact, *, private: bool) -> PhoneLine:
    """A party with its numbers; a person's own number only where the office chose so."""
    shown = private or not contact.private
    return PhoneLine(
        contact.title.zh,
        contact.to_call if shown else "",
        contact.name,
        contact.deputy,
        contact.deputy_number if shown else "",
    )


def _phones(contacts: Iterable[Contact], *, private: bool) -> tuple[PhoneLine, ...]:
    """In the plan's order, the first stands large, its second number next; all other second numbers come last."""
    local = [contact for contact in contacts if contact.key not in FIXED_NUMBERS and not contact.retired]
    lines = [phone_line(contact, private=private) for contact in local]
    second = [PhoneLine(f"{one.name}（备用）", one.deputy_number, one.deputy) for one in lines if one.deputy_number]
    of_first = int(bool(lines and lines[0].deputy_number))
    return (*lines[:1], *second[:of_first], *lines[1:], *second[of_first:])


def _approved(connection: Connection, plan: Plan) -> Approved | None:
    row = connection.execute(
        select(incident_plan.c.approved_at, user.c.name)
        .join_from(incident_plan, user, user.c.id == incident_plan.c.approved_by)
        .where(incident_plan.c.code == plan.code, incident_plan.c.version == plan.version)
    ).first()
    return None if row is None or row.approved_at is None else Approved(row.name, row.approved_at.date())


def _names(connection: Connection) -> dict[str, str]:
    return {row.code: plan_of(row.code, row.text).name.zh for row in connection.execute(in_use())}


def _run(view: IncidentView, now: datetime) -> RunFilled:
    return RunFilled(
        number=view.number,
        place=view.place,
        is_drill=view.is_drill,
        started_at=view.started_at,
        printed_at=now,
        roles=view.roles,
        steps={one.step.id: one for one in view.progress.steps},
        timers=_timers(view, now),
        hidden=frozenset(view.progress.hidden_by_answer),
    )


def _timers(view: IncidentView, now: datetime) -> dict[str, TimerFilled]:
    running = {one.timer.id: one for one in running_timers(view.progress, view.entries, now)}
    return {
        timer.id: TimerFilled(running[timer.id].due_at if timer.id in running else None, _answered(view.entries, timer))
        for timer in view.plan.timers
    }


def _answered(entries: Sequence[Entry], timer: Timer) -> tuple[datetime, ...]:
    told = (entry for entry in entries if entry.kind is EntryKind.TIMER_ANSWERED)
    return tuple(entry.happened_at for entry in told if entry.facts.get("timer") == timer.id)

"""What the page of a ticket says beside its timeline, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.language import tr, tr_n
from app.core.show import mask_personal, show_date, show_money, show_time
from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.detail.ticket_page import PersonHere, TicketPage
from app.tickets.kinds import Confirmation, TicketKind
from app.tickets.words import CLASSES, CONFIRMATIONS, KINDS, MEDIATION, PRIORITIES, SOURCES
from ui.tickets.detail.facts_block import Fact
from ui.widgets.colours import Tone
from ui.widgets.unit_words import ROLES

_TRACK = frozenset({TicketKind.COMPLAINT, TicketKind.FEE_DISPUTE, TicketKind.SUGGESTION})


def head_facts(page: TicketPage) -> list[str]:
    """The line under the title."""
    row = page.row
    said = (row.number, tr(KINDS[row.kind]), row.category, tr(PRIORITIES[row.priority]), tr(SOURCES[row.source]))
    return [one for one in said if one]


def reporter_facts(page: TicketPage) -> list[Fact]:
    """Where it is and who reported it; arrears are red, for they are past due."""
    row, people = page.row, page.people
    first = people[0] if people else None
    owed = page.arrears
    arrears = "" if owed is None else _arrears(owed.charges, show_money(owed.amount))
    return [
        Fact(tr("Place"), row.where or tr("no place")),
        Fact(tr("Reporter"), "" if first is None else person_words(first)),
        Fact(tr("Phone"), "" if first is None else first.reporter.phone),
        Fact(tr("Arrears"), arrears, Tone.DANGER),
        Fact(tr("Said"), "" if first is None else mask_personal(first.reporter.words)),
        *(Fact(tr("Also"), _also(one)) for one in people[1:]),
    ]


def _arrears(charges: int, amount: str) -> str:
    return tr_n("{amount} in {count} charge", "{amount} in {count} charges", charges).format(
        amount=amount, count=charges
    )


def person_words(one: PersonHere) -> str:
    """`张建国, owner`."""
    name = one.reporter.name or tr("no name given")
    return tr("{name}, {role}").format(name=name, role=tr(ROLES[one.role])) if one.role else name


def _also(one: PersonHere) -> str:
    parts = (one.reporter.unit_code, person_words(one), one.reporter.phone, show_time(one.reporter.at))
    return " ".join(part for part in parts if part)


def worker_fact(page: TicketPage) -> Fact:
    """Who does it."""
    worker = page.row.worker
    return Fact(tr("Worker"), worker or tr("nobody yet"), Tone.INK if worker else Tone.INK3)


def handling_facts(page: TicketPage) -> list[Fact]:
    """Who answers for it, who does it, when somebody comes, and what is known of the building."""
    row = page.row
    appointment = "" if row.appointment is None else show_time(row.appointment)
    done = sum(one.done for one in page.checklist)
    points = tr("{done} of {count} done").format(done=done, count=len(page.checklist)) if page.checklist else ""
    return [
        Fact(tr("Answers"), row.assignee or tr("nobody yet"), Tone.INK if row.assignee else Tone.INK3),
        Fact(tr("Team"), row.team),
        worker_fact(page),
        Fact(tr("Class"), tr(CLASSES[row.service_class])),
        Fact(tr("Appointment"), appointment),
        Fact(tr("Checklist"), points),
        *(Fact("", ("✓ " if one.done else "○ ") + one.text, Tone.INK2) for one in page.checklist),
        Fact(tr("Reopened"), _times(row.reopened)),
        Fact(tr("Hint"), "" if page.hint is None else page.hint.text),
        Fact(tr("Say"), page.say),
    ]


def _times(count: int) -> str:
    return tr_n("{count} time", "{count} times", count).format(count=count) if count else ""


def closing_facts(page: TicketPage) -> list[Fact]:
    """Cause, action, minutes, material and how the resident confirmed."""
    said = page.closing
    if said is None:
        return []
    minutes = said.get("minutes")
    return [
        Fact(tr("Cause"), said.get("cause", "")),
        Fact(tr("Done"), said.get("action", "")),
        Fact(tr("Minutes"), "" if minutes is None else str(minutes)),
        Fact(tr("Material"), said.get("material", "")),
        Fact(tr("Confirmed"), tr(CONFIRMATIONS[Confirmation(said["confirmed"])])),
    ]


def complaint_facts(page: TicketPage) -> list[Fact]:
    """The record of a complaint, suggestion or fee dispute."""
    if page.row.kind not in _TRACK:
        return []
    said = complaint_of(page.complaint)
    plan = said.plan
    if plan and said.plan_by is not None:
        plan = tr("{plan}, by {day}").format(plan=plan, day=show_date(said.plan_by))
    satisfied = {None: "", True: tr("yes"), False: tr("no")}[said.satisfied]
    return [
        Fact(tr("Department"), said.department),
        Fact(tr("Plan"), plan),
        Fact(tr("Answer"), said.answer),
        Fact(tr("Satisfied"), satisfied),
        Fact(tr("Done again"), _times(said.redone)),
        Fact(tr("Improved"), said.improvement),
        *(Fact(tr("Mediation"), f"{tr(MEDIATION[one.step])}: {one.text}") for one in said.mediation),
    ]


def linked_facts(page: TicketPage) -> list[Fact]:
    """The tickets that it hangs together with."""
    return [Fact(name, words) for name, words in _linked(page)]


def _linked(page: TicketPage) -> Iterator[tuple[str, str]]:
    linked = page.linked
    singles = (
        (tr("Event"), linked.parent),
        (tr("Merged into"), linked.merged_into),
        (tr("Follows"), linked.follows),
    )
    for name, one in singles:
        if one is not None:
            yield name, f"{one.number} {one.where}"
    groups = ((tr("Took in"), linked.merged), (tr("Of the event"), linked.children), (tr("Later"), linked.followed_by))
    for name, several in groups:
        for one in several:
            yield name, f"{one.number} {one.where}"

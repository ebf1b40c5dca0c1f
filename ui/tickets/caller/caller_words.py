"""What a unit's people, arrears, tickets and last contacts are in words."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.language import mark, tr, tr_n
from app.core.show import mask_personal, show_date, show_money
from app.desk.caller import CallerContact, CallerPanel, ContactKind, Owed
from app.estate.unit_facts import OccupantRow
from app.incidents.callers.callers import LiveIncident
from app.tickets.deadlines.clock_words import standing_words
from app.tickets.deadlines.due import Standing
from app.tickets.events.read_events import LiveEvent
from app.tickets.lists.rows import TicketRow
from app.tickets.words import STATES
from ui.sentences.incidents import said
from ui.tickets.caller.fact_rows import Fact
from ui.widgets.colours import Tone
from ui.widgets.two_line_list import TwoLine
from ui.widgets.unit_words import ROLES

_CONTACTS = {ContactKind.REPORT: mark("reported"), ContactKind.TALK: mark("talked"), ContactKind.PAYMENT: mark("paid")}
_TONES = {Standing.OVERDUE: Tone.DANGER, Standing.MISSED: Tone.DANGER, Standing.SOON: Tone.WARN}
_LONGEST = 60


def owed_words(owed: Owed) -> str:
    """In how many lines and since when; that nothing is owed."""
    if not owed.charges or owed.earliest is None:
        return tr("No arrears")
    lines = tr_n("{n} line", "{n} lines", owed.charges).format(n=owed.charges)
    return tr("{lines}, the earliest {day}").format(lines=lines, day=show_date(owed.earliest))


def people_facts(people: Iterable[OccupantRow], shown: dict[int, str]) -> list[Fact]:
    """Who lives or owns there now; `shown` are telephones that were asked for."""
    return [_person(one, shown) for one in people if not one.former]


def contact_facts(contacts: Iterable[CallerContact]) -> list[Fact]:
    """The last contacts, the newest first."""
    return [Fact(show_date(one.at.date())[5:], _contact(one)) for one in contacts]


def ticket_line(one: TicketRow) -> TwoLine:
    """An open ticket with who has it, and how it stands in time."""
    clock = None if one.clock is None else one.clock.reckoned
    return TwoLine(
        head=one.number,
        name=mask_personal(one.text or one.category),
        below="·".join(part for part in (tr(STATES[one.state]), one.worker or one.assignee) if part),
        below_right="" if clock is None else standing_words(clock),
        right_tone=Tone.INK2 if clock is None else _TONES.get(clock.standing, Tone.INK2),
        what=one,
    )


def live_words(events: Iterable[LiveEvent]) -> str:
    """What goes on in the building, and what staff say of it."""
    return "；".join(f"{one.text}：{one.say}" for one in events)


def incident_words(incidents: Iterable[LiveIncident]) -> str:
    """What runs in the building, and what the lead has callers told; no name, no room."""
    return "；".join(_incident(one) for one in incidents)


def _incident(one: LiveIncident) -> str:
    said_now = one.words or tr("it is being dealt with; news follow here")
    name = said(one.name)
    return tr("{name} since {time}: {words}").format(name=name, time=f"{one.started_at:%H:%M}", words=said_now)


def notes_words(panel: CallerPanel) -> str:
    """What colleagues left about the unit."""
    return "；".join(f"{one.text}（{one.by} {show_date(one.at.date())}）" for one in panel.notes)


def _person(one: OccupantRow, shown: dict[int, str]) -> Fact:
    phones = shown.get(one.person_id) or " ".join(one.phones)
    return Fact(one.name, " ".join(part for part in (tr(ROLES[one.role]), phones, one.note) if part))


def _contact(one: CallerContact) -> str:
    said = mask_personal(one.text)
    text = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}⋯"
    parts = [tr(_CONTACTS[one.kind]), text]
    if one.kind is ContactKind.PAYMENT:
        parts.append(show_money(one.amount))
    return " ".join(part for part in (*parts, one.label) if part)

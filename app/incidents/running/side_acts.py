"""What is told beside the steps: calls, roles, the place, how grave it is, who reported it, notices and tickets."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.incidents.contacts.read_contacts import contacts_to_call
from app.incidents.plans.plan import PlanRole, Severity
from app.incidents.running.acts import Act, Acts, set_columns
from app.incidents.running.allowed import check_runs, check_words
from app.incidents.running.asked import Call, Where, Written
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import Line
from app.incidents.running.refusals import TicketOfAnotherIncident
from app.incidents.running.view import CallLine, call_lines, roles_now
from app.incidents.tables import incident_ticket
from app.store.rows import insert_row
from app.tickets.number import ticket_number
from app.tickets.tables import ticket

if TYPE_CHECKING:
    from app.tickets.entry.new_ticket import NewTicket, Reported


class SideActs(Acts):
    """Tells the log what is no step."""

    def call(self, by: Actor, incident_id: int, call: Call) -> Written:
        """Somebody was called; where nobody answered, the next call goes to the deputy. Raises IncidentClosed."""
        with self._act(by, incident_id) as act:
            check_runs(act.standing.progress)
            line = called_line(self._call_line(act, call.contact), call)
            return self._write(act, line)

    def assign(self, by: Actor, incident_id: int, role: PlanRole, name: str, at: datetime | None = None) -> Written:
        """Somebody takes a role; from whoever held it before, it is handed over. Raises WordsMissing."""
        to = check_words(name)
        with self._act(by, incident_id) as act:
            check_runs(act.standing.progress)
            held = roles_now(act.standing.entries).get(role, "")
            facts: dict[str, Any] = {"roles": {role.value: to}}
            if not held or held == to:
                return self._write(act, Line(EntryKind.ASSIGNED, facts=facts, happened_at=at))
            facts |= {"from": held, "to": to}
            return self._write(act, Line(EntryKind.HANDED_OVER, facts=facts, happened_at=at))

    def change_severity(self, by: Actor, incident_id: int, severity: Severity, why: str = "") -> Written:
        """It is graver or less grave than it was taken for."""
        with self._act(by, incident_id) as act:
            check_runs(act.standing.progress)
            facts = {"was": act.standing.row.severity, "severity": severity.value}
            set_columns(act, severity=severity.value)
            return self._write(act, Line(EntryKind.SEVERITY, text=" ".join(why.split()), facts=facts))

    def name_reporter(self, by: Actor, incident_id: int, reporter: str) -> Written:
        """Who reported it."""
        tidy = " ".join(reporter.split())
        with self._act(by, incident_id) as act:
            check_runs(act.standing.progress)
            facts = {"was": act.standing.row.reporter, "reporter": tidy}
            set_columns(act, reporter=tidy)
            return self._write(act, Line(EntryKind.REPORTER, facts=facts))

    def name_place(self, by: Actor, incident_id: int, where: Where) -> Written:
        """Where it is, known only now or known better."""
        tidy = replace(where, place=" ".join(where.place.split()))
        said = {
            "place": tidy.place,
            "building_id": tidy.building_id,
            "unit_id": tidy.unit_id,
            "place_id": tidy.place_id,
        }
        with self._act(by, incident_id) as act:
            check_runs(act.standing.progress)
            facts = {"was": act.standing.row.place, **said}
            set_columns(act, **said)
            return self._write(act, Line(EntryKind.PLACE, facts=facts))

    def told_notice(
        self,
        by: Actor,
        incident_id: int,
        title: str,
        notice_id: int | None = None,
        words: str = "",
        at: datetime | None = None,
    ) -> Written:
        """A notice went out: its title, its id if it is kept, and in words where it hangs or was sent."""
        facts = {"title": check_words(title), "notice": notice_id}
        with self._act(by, incident_id) as act:
            line = Line(EntryKind.NOTICE, text=" ".join(words.split()), facts=facts, happened_at=at)
            return self._late(act, line)

    def raise_ticket(self, by: Actor, incident_id: int, asked: NewTicket) -> Reported:
        """Follow-up work becomes a ticket that names this incident, in one piece; raises what reporting it raises."""
        with self._act(by, incident_id) as act:
            reported = self._others.tickets().report(by, asked)
            if not reported.already:
                self._link_ticket(act, reported.ticket_id, " ".join(asked.text.split()))
            return reported

    def link_ticket(self, by: Actor, incident_id: int, ticket_id: int) -> Written:
        """A ticket that is there already belongs to this incident; said again, nothing is written.

        Raises TicketOfAnotherIncident.
        """
        of = select(incident_ticket.c.incident_id).where(incident_ticket.c.ticket_id == ticket_id)
        with self._act(by, incident_id) as act:
            held = act.connection.execute(of).scalar()
            if held == incident_id:
                return Written((), act.standing.progress)
            if held is not None:
                raise TicketOfAnotherIncident(_ticket_number(act.connection, ticket_id))
            return self._link_ticket(act, ticket_id, "")

    def _link_ticket(self, act: Act, ticket_id: int, words: str) -> Written:
        stamp = {"at": act.hand.at, "by": act.hand.by}
        insert_row(act.connection, incident_ticket, incident_id=act.standing.row.id, ticket_id=ticket_id, **stamp)
        facts = {"ticket": ticket_id, "number": _ticket_number(act.connection, ticket_id)}
        return self._late(act, Line(EntryKind.TICKET, text=words, facts=facts))

    @staticmethod
    def _call_line(act: Act, key: str) -> CallLine:
        standing = act.standing
        contacts = contacts_to_call(act.connection, [*standing.plan.contacts, key], since=standing.row.at)
        return next(line for line in call_lines(contacts, standing.entries) if line.key == key)


def called_line(party: CallLine, call: Call) -> Line:
    """The line of a call; whom it reached follows from the list where the caller does not say."""
    deputy = party.deputy_is_next if call.deputy is None else call.deputy
    facts = {
        "contact": party.key,
        "name": (party.deputy if deputy else party.called) or party.name.zh,
        "number": call.number or (party.deputy_number if deputy else party.number),
        "deputy": deputy,
        "result": call.result.value,
    }
    return Line(EntryKind.CALLED, call.step, " ".join(call.words.split()), facts, call.happened_at)


def _ticket_number(connection: Connection, ticket_id: int) -> str:
    row = connection.execute(select(ticket.c.day, ticket.c.serial).where(ticket.c.id == ticket_id)).one()
    return ticket_number(row.day, row.serial)

"""Papers of tickets: issued with their facts, printed once as the original and then as marked copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import user
from app.core.paper_code import PaperCode, PaperKind, is_genuine
from app.counter.left_prints import LeftPrints
from app.counter.paper_copies import (
    Paper,
    copies_of,
    has_come_out,
    next_print,
    note_printed,
)
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_facts import CopyMark
from app.estate.office_facts import read_office_facts
from app.tickets.kinds import EntryKind
from app.tickets.materials.parts_used import PartsList
from app.tickets.number import ticket_number
from app.tickets.papers.compose import coded_ticket, read_told, slip_facts, work_order_facts
from app.tickets.papers.compose_report import report_facts
from app.tickets.papers.parts_facts import PartsFacts
from app.tickets.papers.refusals import FindingsMissing, TicketOfCodeUnknown, TicketPaperUnknown
from app.tickets.papers.repair_report_facts import NO_FINDINGS, Findings, RepairReportFacts
from app.tickets.papers.slip_facts import SlipFacts
from app.tickets.papers.work_order_facts import WorkOrderFacts
from app.tickets.side_entries import must_take_more, with_merged, write_side_entry
from app.tickets.tables import ticket, ticket_entry
from app.tickets.writing import Change

OF_TICKETS = (Paper.WORK_ORDER, Paper.REPAIR_REPORT, Paper.TICKET_SLIP)
TicketFacts = WorkOrderFacts | RepairReportFacts | SlipFacts
_FACTS: dict[Paper, type[TicketFacts]] = {
    Paper.WORK_ORDER: WorkOrderFacts,
    Paper.REPAIR_REPORT: RepairReportFacts,
    Paper.TICKET_SLIP: SlipFacts,
}
_NEEDS = {
    Paper.WORK_ORDER: Permission.WORK_TICKET,
    Paper.REPAIR_REPORT: Permission.WORK_TICKET,
    Paper.TICKET_SLIP: Permission.LOG_TICKET,
}
_SERIALS = 10_000


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper in the list of its ticket; `came_out` once its original was printed, `copies` counts marked ones."""

    number: int
    paper: Paper
    at: datetime
    by: str
    copies: int
    came_out: bool


@dataclass(frozen=True, slots=True)
class TicketSheet:
    """A paper on its way to the printer; `mark` is None on the original."""

    number: int
    paper: Paper
    copy_no: int
    facts: TicketFacts
    mark: CopyMark | None


@dataclass(frozen=True, slots=True)
class ScannedTicket:
    """The ticket of a code, and whether this office's key made it."""

    ticket_id: int
    number: str
    genuine: bool


class TicketPapers(LeftPrints):
    """Issues, prints and finds papers; the number of a paper is that of its entry in the timeline."""

    papers = OF_TICKETS

    def draft(self, by: Actor, ticket_id: int, paper: Paper, said: Findings = NO_FINDINGS) -> TicketFacts:
        """What a paper would say now; nothing is kept.

        Raises NotPermitted, FindingsMissing, TicketUnknown, TicketMerged, TicketOver.
        """
        by.require(_NEEDS[paper])
        with self._store.reading() as connection:
            return self._composed(connection, ticket_id, paper, said)

    def issue(self, by: Actor, ticket_id: int, paper: Paper, said: Findings = NO_FINDINGS) -> int:
        """Copy what a paper says now; what a report is not told it takes from the closing. Raises as `draft` does."""
        by.require(_NEEDS[paper])
        with self._store.transaction() as connection:
            facts = self._composed(connection, ticket_id, paper, said)
            told = Change(EntryKind.PRINTED, facts={"paper": paper.value, "said": facts.to_facts()})
            return write_side_entry(connection, ticket_id, told, self._clock.now(), by.id)

    def issue_work_order(self, by: Actor, ticket_id: int) -> int:
        """Copy what the order says now. Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver."""
        return self.issue(by, ticket_id, Paper.WORK_ORDER)

    def issue_slip(self, by: Actor, ticket_id: int) -> int:
        """Copy what the resident takes home. Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver."""
        return self.issue(by, ticket_id, Paper.TICKET_SLIP)

    def issue_report(self, by: Actor, ticket_id: int, said: Findings) -> int:
        """Copy what was found and done; what is not said is taken from the closing. Raises as `draft` does."""
        return self.issue(by, ticket_id, Paper.REPAIR_REPORT, said)

    def issued(self, ticket_id: int) -> tuple[IssuedPaper, ...]:
        """The papers of a ticket and of those merged into it, oldest first."""
        with self._store.reading() as connection:
            rows = connection.execute(
                select(ticket_entry, user.c.name)
                .outerjoin(user, user.c.id == ticket_entry.c.by)
                .where(
                    ticket_entry.c.ticket_id.in_(with_merged(connection, ticket_id)),
                    ticket_entry.c.kind == EntryKind.PRINTED.value,
                )
                .order_by(ticket_entry.c.id)
            ).all()
            return tuple(_issued(connection, row) for row in rows)

    def sheet(self, by: Actor, number: int) -> TicketSheet:
        """The next print of a paper: once the original, then marked copies.

        Raises TicketPaperUnknown, and NotPermitted for copies.
        """
        by.require(Permission.LOG_TICKET)
        with self._store.transaction() as connection:
            paper, facts = _read(connection, number)
            now = self._clock.now()
            copy_no = next_print(connection, paper, number, now, by.id)
            if copy_no:
                by.require(Permission.REPRINT)
            return TicketSheet(number, paper, copy_no, facts, CopyMark(copy_no, now, by.name) if copy_no else None)

    def printed(self, sheet: TicketSheet) -> None:
        """The printer took it: the next one is a copy."""
        with self._store.transaction() as connection:
            note_printed(connection, sheet.paper, sheet.number, sheet.copy_no, self._clock.now())

    def facts(self, number: int) -> tuple[Paper, TicketFacts]:
        """Which paper it is, and what it says. Raises TicketPaperUnknown."""
        with self._store.reading() as connection:
            return _read(connection, number)

    def parts(self, by: Actor, first: date, last: date) -> PartsFacts:
        """The parts that were built in on these days, for the office's own list. Raises NotPermitted."""
        by.require(Permission.WORK_TICKET)
        used = PartsList(self._store).used(first, last)
        with self._store.reading() as connection:
            return PartsFacts(read_office_facts(connection), first, last, used, self._clock.now(), by.name)

    def scanned(self, code: PaperCode) -> ScannedTicket:
        """The ticket whose paper carries this code. Raises TicketOfCodeUnknown."""
        year, serial = 2000 + code.book, code.number % _SERIALS
        month, day = divmod(code.number // _SERIALS, 100)
        spoken = f"{code.book:02d}{month:02d}{day:02d}-{serial:03d}"
        try:
            written = date(year, month, day)
        except ValueError:
            raise TicketOfCodeUnknown(spoken) from None
        with self._store.reading() as connection:
            own = (ticket.c.day == written, ticket.c.serial == serial)
            row = connection.execute(select(ticket).where(*own)).mappings().first()
            if row is None or code.kind is not PaperKind.WORK_ORDER:
                raise TicketOfCodeUnknown(spoken)
            genuine = is_genuine(code.digits, coded_ticket(dict(row)), office_key(connection))
        return ScannedTicket(row["id"], ticket_number(row["day"], row["serial"]), genuine)

    def _composed(self, connection: Connection, ticket_id: int, paper: Paper, said: Findings) -> TicketFacts:
        must_take_more(connection, ticket_id)
        now = self._clock.now()
        told = read_told(connection, ticket_id, now)
        if paper is Paper.REPAIR_REPORT:
            facts = report_facts(connection, told, said, now)
            if not facts.found.strip() or not facts.done.strip():
                raise FindingsMissing
            return facts
        return slip_facts(told) if paper is Paper.TICKET_SLIP else work_order_facts(told)


def _read(connection: Connection, number: int) -> tuple[Paper, TicketFacts]:
    own = (ticket_entry.c.id == number, ticket_entry.c.kind == EntryKind.PRINTED.value)
    facts: dict[str, Any] | None = connection.execute(select(ticket_entry.c.facts).where(*own)).scalar()
    if facts is None:
        raise TicketPaperUnknown(number)
    paper = Paper(facts["paper"])
    return paper, _FACTS[paper].from_facts(facts["said"])


def _issued(connection: Connection, row: Row[Any]) -> IssuedPaper:
    paper = Paper(row.facts["paper"])
    copies, came_out = copies_of(connection, paper, row.id), has_come_out(connection, paper, row.id)
    return IssuedPaper(row.id, paper, row.at, row.name or "", copies, came_out)

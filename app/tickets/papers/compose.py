"""Reads a ticket as its papers say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.access.tables import user
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.core.show import show_decimal, show_time
from app.counter.receipts.office_key import office_key
from app.estate.building_hints import read_hints
from app.estate.office_facts import OfficeFacts, read_office_facts
from app.estate.tables import building, place, unit
from app.tickets.deadlines.clocks import ClockNow, read_clocks
from app.tickets.entry.reporters import Reporter, read_reporters
from app.tickets.kinds import ClockName, ServiceClass, Source, TicketKind
from app.tickets.materials.line_rows import WorkLine, lines_of
from app.tickets.number import ticket_number
from app.tickets.papers.paper_words import FREE, SOURCES, kind_words, short_time, spoken_phone
from app.tickets.papers.slip_facts import SlipFacts
from app.tickets.papers.work_order_facts import PaperLine, WorkOrderFacts
from app.tickets.side_entries import with_merged
from app.tickets.tables import team, ticket, worker

_MOST_SERIAL = 10_000
_HIDDEN = frozenset({TicketKind.COMPLAINT})
_TICKET = (
    select(
        ticket,
        unit.c.code,
        place.c.name.label("public_place"),
        building.c.name.label("building"),
        team.c.name.label("team"),
        worker.c.name.label("worker"),
        func.coalesce(user.c.name, "").label("assignee"),
    )
    .outerjoin(unit, unit.c.id == ticket.c.unit_id)
    .outerjoin(place, place.c.id == ticket.c.place_id)
    .outerjoin(building, building.c.id == ticket.c.building_id)
    .outerjoin(team, team.c.id == ticket.c.team_id)
    .outerjoin(worker, worker.c.id == ticket.c.worker_id)
    .outerjoin(user, user.c.id == ticket.c.assignee_id)
)


@dataclass(frozen=True, slots=True)
class ToldTicket:
    """A ticket with everything that its papers take from it."""

    row: Mapping[str, Any]
    office: OfficeFacts
    reporter: Reporter | None
    clocks: Mapping[ClockName, ClockNow]
    lines: tuple[WorkLine, ...]
    hint: str
    code: str

    @property
    def number(self) -> str:
        """`261123-004`."""
        return ticket_number(self.row["day"], self.row["serial"])

    @property
    def kind(self) -> TicketKind:
        """What the resident wants."""
        return TicketKind(self.row["kind"])

    @property
    def kind_said(self) -> str:
        """As papers name it."""
        return kind_words(self.kind, ServiceClass(self.row["service_class"]), at_home=self.row["unit_id"] is not None)

    @property
    def where(self) -> str:
        """The unit, else the public place with its building, else what was typed."""
        row = self.row
        public = " ".join(part for part in (row["building"], row["public_place"]) if part)
        return str(row["code"] or public or row["place"])

    @property
    def where_to_go(self) -> str:
        """As a paper that goes about says it: of a complaint from a home only the building."""
        return str(self.row["building"] or "") if self.hides_reporter and self.row["code"] else self.where

    @property
    def hides_reporter(self) -> bool:
        """A complaint goes about without the room, name and telephone of whoever complains."""
        return self.kind in _HIDDEN

    @property
    def given_to(self) -> str:
        """Team and worker, else who answers for it."""
        row = self.row
        return " ".join(part for part in (row["team"], row["worker"]) if part) or str(row["assignee"])

    @property
    def reported(self) -> str:
        """When and how it reached the office."""
        return f"{short_time(self.row['reported_at'])} {SOURCES[Source(self.row['source'])]}"

    def due(self, name: ClockName) -> str:
        """By when a promise is due; empty where there is none."""
        clock = self.clocks.get(name)
        return "" if clock is None else short_time(clock.reckoned.due_at)


def read_told(connection: Connection, ticket_id: int, now: datetime) -> ToldTicket:
    """The ticket as it is now."""
    row = dict(connection.execute(_TICKET.where(ticket.c.id == ticket_id)).mappings().one())
    of_all = with_merged(connection, ticket_id)
    reporters = read_reporters(connection, list(of_all))
    own = next((one for one in reporters if one.ticket_id == ticket_id), None)
    hints = read_hints(connection, [row["building_id"]]) if row["building_id"] is not None else {}
    return ToldTicket(
        row=row,
        office=read_office_facts(connection),
        reporter=own or next(iter(reporters), None),
        clocks={clock.name: clock for clock in read_clocks(connection, [ticket_id], now)[ticket_id]},
        lines=lines_of(connection, of_all, ticket_id).lines,
        hint=next((hint.text for hint in hints.values()), ""),
        code=issue_code(coded_ticket(row), office_key(connection)),
    )


def coded_ticket(row: Mapping[str, Any]) -> CodedPaper:
    """What the code of a ticket vouches for: its year as the book, day and running number as the number."""
    day = row["day"]
    number = int(f"{day:%m%d}") * _MOST_SERIAL + row["serial"]
    return CodedPaper(PaperKind.WORK_ORDER, day.year % 100, number, day, "", None)


def work_order_facts(told: ToldTicket) -> WorkOrderFacts:
    """What the order says now."""
    row, who, hidden = told.row, told.reporter, told.hides_reporter
    contact = told.clocks.get(ClockName.CONTACT)
    met = " 已联系" if contact is not None and contact.met_at is not None else ""
    return WorkOrderFacts(
        company=told.office.company,
        service_centre=told.office.service_centre,
        telephone=told.office.telephone,
        number=told.number,
        kind=told.kind_said,
        is_repair=told.kind is TicketKind.REPAIR,
        where=told.where_to_go,
        appointment="" if row["appointment"] is None else f"{row['appointment']:%m-%d  %H:%M}",
        name="" if who is None or hidden else who.name,
        phone="" if who is None or hidden else spoken_phone(who.phone),
        problem=row["text"],
        hint=told.hint,
        reported=told.reported,
        contact_by=f"{told.due(ClockName.CONTACT)}{met}",
        finish_by=told.due(ClockName.CLOSE),
        given_to=told.given_to,
        lines=tuple(paper_line(line) for line in told.lines),
        code=told.code,
    )


def slip_facts(told: ToldTicket) -> SlipFacts:
    """What the resident takes home."""
    return SlipFacts(
        service_centre=told.office.service_centre or told.office.company,
        telephone=told.office.telephone,
        number=told.number,
        kind=told.kind_said,
        where=told.where,
        problem=told.row["text"],
        reported=show_time(told.row["reported_at"]),
        contact_by=told.due(ClockName.CONTACT),
        finish_by=told.due(ClockName.CLOSE),
        code=told.code,
    )


def paper_line(line: WorkLine) -> PaperLine:
    """A line as papers print it."""
    quantity = f"{show_decimal(line.quantity, 0)} {line.unit_name}".rstrip()
    free = "" if line.free is None else FREE[line.free]
    return PaperLine(line.name, quantity, show_decimal(line.price), line.amount, free)

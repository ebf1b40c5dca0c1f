"""Reads one ticket whole: the row of the list, its people, timeline, clocks, photos, lines, and what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import UnitId
from app.core.show import mask_phone
from app.estate.building_hints import BuildingHint, read_hints
from app.estate.kinds import OccupancyRole
from app.estate.tables import occupancy
from app.fees.charges import Arrears, arrears_of
from app.store.store import Store
from app.tickets.deadlines.clocks import ClockNow, read_clocks
from app.tickets.detail.timeline import TimelineEntry, read_timeline
from app.tickets.entry.reporters import Reporter, read_reporters
from app.tickets.files.photo_rows import Photo, photos_of
from app.tickets.flow import Move, moves_from
from app.tickets.labels import TicketLabel, labels_of
from app.tickets.lists.rows import TicketRow, read_rows
from app.tickets.materials.line_rows import WorkLines, lines_of
from app.tickets.ratings.rating_rows import RatingRow, ratings_of
from app.tickets.refusals import TicketUnknown
from app.tickets.side_entries import with_merged
from app.tickets.tables import ticket


@dataclass(frozen=True, slots=True)
class CheckStep:
    """One line of a ticket's checklist."""

    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A reporter as the page shows them: telephone masked, and their role on the ticket's unit today, if any."""

    reporter: Reporter
    role: OccupancyRole | None


@dataclass(frozen=True, slots=True)
class LinkedTickets:
    """What a ticket hangs together with: its mass event, those of its own, older and later cases, merged ones."""

    parent: TicketLabel | None
    children: tuple[TicketLabel, ...]
    follows: TicketLabel | None
    followed_by: tuple[TicketLabel, ...]
    merged_into: TicketLabel | None
    merged: tuple[TicketLabel, ...]


@dataclass(frozen=True, slots=True)
class TicketPage:
    """One ticket whole, of one moment; `row.version` is what a move hands back as seen.

    `complaint` and `closing` are the documents of the flow. `arrears` is None where no unit is known or nothing owed.
    """

    row: TicketRow
    people: tuple[PersonHere, ...]
    timeline: tuple[TimelineEntry, ...]
    clocks: tuple[ClockNow, ...]
    photos: tuple[Photo, ...]
    lines: WorkLines
    ratings: tuple[RatingRow, ...]
    checklist: tuple[CheckStep, ...]
    complaint: Mapping[str, Any]
    closing: Mapping[str, Any] | None
    linked: LinkedTickets
    say: str
    warranty: bool
    hint: BuildingHint | None
    arrears: Arrears | None
    moves: tuple[Move, ...]
    made_at: datetime
    made_by: str
    team_id: int | None


class TicketPages:
    """Reads pages; nothing is written."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, ticket_id: int) -> TicketPage:
        """Everything about one ticket. Raises TicketUnknown."""
        with self._store.reading() as connection:
            return read_page(connection, ticket_id, self._clock.now())


def read_page(connection: Connection, ticket_id: int, now: datetime) -> TicketPage:
    """Everything about one ticket, inside a read. Raises TicketUnknown."""
    found = read_rows(connection, [ticket_id], now)
    if not found:
        raise TicketUnknown(ticket_id)
    row = found[0]
    of_all = with_merged(connection, ticket_id)
    raw = connection.execute(
        select(ticket, func.coalesce(user.c.name, "").label("person"))
        .outerjoin(user, user.c.id == ticket.c.by)
        .where(ticket.c.id == ticket_id)
    ).one()
    hints = read_hints(connection, [row.building_id]) if row.building_id is not None else {}
    owed = arrears_of(connection, [row.unit_id], now.date()) if row.unit_id is not None else {}
    return TicketPage(
        row=row,
        people=_people(connection, list(of_all), row.unit_id, now),
        timeline=read_timeline(connection, of_all, ticket_id),
        clocks=read_clocks(connection, [ticket_id], now)[ticket_id],
        photos=photos_of(connection, of_all, ticket_id),
        lines=lines_of(connection, of_all, ticket_id),
        ratings=ratings_of(connection, of_all),
        checklist=tuple(CheckStep(one["text"], bool(one["done"])) for one in raw.checklist),
        complaint=raw.complaint,
        closing=raw.closing,
        linked=_linked(connection, ticket_id, raw),
        say=raw.say,
        warranty=raw.warranty,
        hint=next(iter(hints.values()), None),
        arrears=next(iter(owed.values()), None),
        moves=moves_from(row.state, row.kind),
        made_at=raw.at,
        made_by=raw.person,
        team_id=raw.team_id,
    )


def _people(
    connection: Connection, ticket_ids: list[int], unit_id: UnitId | None, now: datetime
) -> tuple[PersonHere, ...]:
    here = occupancy.c.unit_id == unit_id
    present = func.coalesce(occupancy.c.until, now.date()) >= now.date()
    rows = connection.execute(select(occupancy.c.person_id, occupancy.c.role).where(here, present)).all()
    roles = {row.person_id: OccupancyRole(row.role) for row in reversed(rows)}
    return tuple(
        PersonHere(replace(one, phone=mask_phone(one.phone) if one.phone else ""), roles.get(one.person_id))
        for one in read_reporters(connection, ticket_ids)
    )


def _linked(connection: Connection, ticket_id: int, raw: Any) -> LinkedTickets:
    beside = {
        name: _ids(connection, column == ticket_id)
        for name, column in (
            ("children", ticket.c.parent_id),
            ("followed_by", ticket.c.follows_id),
            ("merged", ticket.c.merged_into),
        )
    }
    named = {one for one in (raw.parent_id, raw.follows_id, raw.merged_into) if one is not None}
    labels = labels_of(connection, named.union(*beside.values()))
    several = {name: tuple(labels[one] for one in ids) for name, ids in beside.items()}
    return LinkedTickets(
        parent=labels.get(raw.parent_id),
        follows=labels.get(raw.follows_id),
        merged_into=labels.get(raw.merged_into),
        **several,
    )


def _ids(connection: Connection, condition: ColumnElement[bool]) -> list[int]:
    return list(connection.execute(select(ticket.c.id).where(condition).order_by(ticket.c.id)).scalars())

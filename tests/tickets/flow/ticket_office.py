"""An office that takes tickets: every word is a real use case, times are texts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.office import Office
from app.store.folder import DataFolder
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.kinds import Confirmation, State
from app.tickets.moves.asked import Closing, GiveOut, MoveTo
from app.tickets.tables import ticket, ticket_clock, ticket_entry
from tests.office_builder import OfficeBuilder

DONE = Closing("密封圈老化", "更换密封圈", 20, confirmed=Confirmation.PHONE)


class TicketOffice:
    """The office of the stories, at its service desk."""

    def __init__(self, folder: DataFolder, clock: SetClock) -> None:
        self.clock = clock
        self.builder = OfficeBuilder(folder.path, clock)
        self.office: Office = self.builder.office
        self.cashier: Actor = self.builder.cashier
        self.supervisor: Actor = self.builder.supervisor
        self.unit: UnitId = self.builder.unit("3-2-501")

    def at(self, when: str) -> TicketOffice:
        self.clock.set(datetime.fromisoformat(when))
        return self

    def reported(self, text: str = "厨房下水反水", **facts: Any) -> int:
        where = {} if facts.keys() & {"place_id", "place", "unit_id"} else {"unit_id": self.unit}
        asked = NewTicket(new_client_id(), text, **{"caller": Caller("张建国", "13800005678"), **where, **facts})
        return self.office.tickets.report(self.cashier, asked).ticket_id

    def moves(self, ticket_id: int, *states: State, why: str = "") -> TicketOffice:
        for state in states:
            self.office.ticket_moves.move(self.cashier, ticket_id, None, MoveTo(state, why))
        return self

    def gives(self, ticket_id: int, **facts: Any) -> TicketOffice:
        self.office.ticket_moves.give_out(self.cashier, ticket_id, None, GiveOut(**facts))
        return self

    def closes(self, ticket_id: int, closing: Closing = DONE) -> TicketOffice:
        self.office.ticket_moves.close(self.cashier, ticket_id, None, closing)
        return self

    def row(self, ticket_id: int) -> dict[str, Any]:
        with self.office.store.reading() as connection:
            return dict(connection.execute(ticket.select().where(ticket.c.id == ticket_id)).mappings().one())

    def state(self, ticket_id: int) -> State:
        return State(self.row(ticket_id)["state"])

    def entries(self, ticket_id: int) -> list[dict[str, Any]]:
        asked = ticket_entry.select().where(ticket_entry.c.ticket_id == ticket_id).order_by(ticket_entry.c.id)
        with self.office.store.reading() as connection:
            return [dict(row) for row in connection.execute(asked).mappings()]

    def told(self, ticket_id: int) -> list[str]:
        return [f"{row['kind']}:{row['state']}" for row in self.entries(ticket_id)]

    def clocks(self, ticket_id: int) -> list[dict[str, Any]]:
        asked = ticket_clock.select().where(ticket_clock.c.ticket_id == ticket_id).order_by(ticket_clock.c.id)
        with self.office.store.reading() as connection:
            return [dict(row) for row in connection.execute(asked).mappings()]

"""An office that somebody moved out of: 张建国 of 3-2-501, with receipts, a ticket, notes, a draft; 李梅 still lives."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.core.clock import SetClock
from app.core.ids import PersonId, UnitId
from app.desk.privacy.person_facts import DutyKind
from app.estate.unit_facts import PersonFacts
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.kinds import State, TicketKind
from app.tickets.moves.asked import MoveTo
from tests.office_builder import OfficeBuilder

NAME, PHONE = "张建国", "13800005678"
LEFT_ON = date(2026, 11, 1)
LONG_AFTER = datetime(2030, 6, 1, 9)


class MovedOut:
    """What happened to a person until they left."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self.built = OfficeBuilder(folder, clock)
        self.office, self.by, self.clock = self.built.office, self.built.supervisor, clock
        if not self.office.estate.units():
            self.built.unit("3-2-501")
            self.built.unit("3-2-502", "李梅", phone="13900001111")
        self.home, self.beside = (self.office.estate.unit_named(code) for code in ("3-2-501", "3-2-502"))
        self.person = self._person(self.home)
        self.neighbour = self._person(self.beside)

    def lives_a_while(self) -> None:
        """Pays, complains about a tap, parks, is noted; a draft about them lies about."""
        self.office.estate.change_person(self.by, self.person, PersonFacts(NAME, (PHONE,), "白天不在家"))
        self.built.property_fee(self.home, self.beside)
        self.built.billed_through(2026, 10)
        self.built.open_shift()
        self.built.pays(self.home)
        self.office.estate.add_plate(self.by, self.home, "浙A0D7K2")
        self.office.unit_notes.add(self.by, self.home, f"{NAME} 常打 138 0000 5678")
        self.reports("厨房水龙头漏水，找张建国 13800005678")
        self.office.drafts.save(self.by, "ticket", {"text": f"{NAME} 13800005678 再来电", "unit_id": self.home})

    def reports(self, text: str) -> int:
        """Something that the person asks about."""
        told = Caller(person_id=self.person, unit_id=self.home, words=f"我是{NAME}")
        return self.office.tickets.report(
            self.by,
            NewTicket(client_id=new_client_id(), kind=TicketKind.ENQUIRY, unit_id=self.home, text=text, caller=told),
        ).ticket_id

    def moves_out(self) -> None:
        """The role ends."""
        page = self.office.estate.unit_page(self.home)
        self.office.estate.end_occupancy(self.by, page.people[0].id, LEFT_ON)

    def ends_the_ticket(self) -> None:
        """It is called off."""
        asked = MoveTo(State.CANCELLED, f"{NAME}来电：不用了")
        self.office.ticket_moves.move(self.by, 1, None, asked)

    def is_free_to_go(self) -> None:
        """Everything is settled, and the time to keep is over."""
        self.moves_out()
        self.ends_the_ticket()
        self.clock.set(LONG_AFTER)

    def duties(self) -> set[DutyKind]:
        """What stands against forgetting them now."""
        return {one.kind for one in self.office.personal_data.held(self.by, self.person).duties}

    def _person(self, unit_id: UnitId) -> PersonId:
        return self.office.estate.unit_page(unit_id).people[0].person_id

"""What staff of an invented office do with a ticket, through the services of real use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from app.access.actor import Actor
from app.core.clock import SetClock
from app.demo.invented_people import InventedPeople
from app.demo.ticket_stories import ANSWERS, FORMER_WORKER, HINTS, WORKERS, Part, Story
from app.estate.kinds import UnitKind
from app.estate.unit_facts import UnitFilter, UnitRow
from app.office import Office
from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.complaints.asked import Answer
from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.kinds import Confirmation, ContactWay, ServiceClass, Source, State
from app.tickets.materials.kinds import FreeReason, LineKind
from app.tickets.materials.line_rule import NewLine
from app.tickets.moves.asked import Closing, Contact, GiveOut, MoveTo
from app.tickets.ratings.rating_rule import BadReason, Rating, RatingResult

_SOURCES = (Source.PHONE, Source.PHONE, Source.PHONE, Source.COUNTER, Source.WECHAT, Source.WECHAT, Source.PATROL)


class TicketDoings:
    """Each is done at the moment that `clock` shows."""

    def __init__(self, office: Office, clock: SetClock, by: Actor, chance: Random) -> None:
        self.office = office
        self.clock = clock
        self.by = by
        self.chance = chance
        homes = UnitFilter(kinds=frozenset({UnitKind.HOME}))
        self.homes = [row for row in office.estate.units(homes) if row.person]
        self._reported = 0
        self._callers: dict[int, str] = {}
        self._meant: dict[int, CategoryFacts] = {}
        self._workers: dict[int | None, list[int]] = {}
        self._categories = {row.path: row for row in office.ticket_categories.tree()}

    def hire(self, since: date) -> None:
        """Name the workers, one of whom leaves, and write down what is to be known of the buildings."""
        people = InventedPeople(self.chance)
        teams = {row.name: row.id for row in self.office.teams.teams()}
        for name, team in (*WORKERS, FORMER_WORKER):
            facts = WorkerFacts(name, people.phone(), teams[team])
            worker_id = self.office.teams.add_worker(self.by, facts)
            if name == FORMER_WORKER[0]:
                self.office.teams.let_go(self.by, worker_id, since)
            else:
                self._workers.setdefault(teams[team], []).append(worker_id)
        for node, hint in zip(self.office.estate.tree(), HINTS, strict=False):
            self.office.building_hints.write(self.by, node.id, hint)

    def minutes(self, least: int, most: int) -> timedelta:
        """Some time."""
        return timedelta(minutes=self.chance.randrange(least, most))

    def report(self, story: Story, home: UnitRow | None = None, service_class: ServiceClass | None = None) -> int:
        """Take a story down that somebody of a home tells; returns the ticket's id."""
        self._reported += 1
        home = home or self.chance.choice(self.homes)
        owner = next((one for one in self.office.estate.unit_page(home.id).people if not one.former), None)
        caller = Caller(home.person, person_id=owner.person_id if owner else None, unit_id=home.id)
        asked = NewTicket(
            client_id=f"demo-ticket-{self._reported}",
            text=self.chance.choice(story.words),
            category_id=self._categories[story.category].id,
            unit_id=None if story.place else home.id,
            place_id=self._place(story.place, home.building_id) if story.place else None,
            caller=caller,
            source=self.chance.choice(_SOURCES),
            service_class=service_class,
        )
        ticket_id = self.office.tickets.report(self.by, asked).ticket_id
        self._callers[ticket_id], self._meant[ticket_id] = home.person, self._categories[story.category].facts
        return ticket_id

    def talk(self, ticket_id: int, text: str) -> None:
        """Telephone with whoever reported it."""
        self.talk_to(ticket_id, self._callers[ticket_id], text)

    def talk_to(self, ticket_id: int, whom: str, text: str) -> None:
        """Telephone with somebody about it."""
        asked = Contact(ContactWay.PHONE, whom, reached=True, text=text)
        self.office.ticket_notes.contact(self.by, ticket_id, asked)

    def give_out(self, ticket_id: int, *, answers: bool = True) -> None:
        """Give it to somebody of its team; the office `answers` for it, or nobody yet."""
        crew: Sequence[int] = self._workers.get(self._team_of(ticket_id)) or next(iter(self._workers.values()))
        asked = GiveOut(assignee_id=self.by.id if answers else None, worker_id=self.chance.choice(crew))
        self.office.ticket_moves.give_out(self.by, ticket_id, None, asked)

    def move(self, ticket_id: int, to: State, text: str = "") -> None:
        """Go on to a state."""
        self.office.ticket_moves.move(self.by, ticket_id, None, MoveTo(to, text))

    def build_in(self, ticket_id: int, part: Part, free: FreeReason | None) -> None:
        """Write a line of material or labour."""
        kind = LineKind.LABOUR if part.unit == "小时" else LineKind.MATERIAL
        new = NewLine(kind, part.name, part.unit, Decimal(part.quantity), Decimal(part.price), free)
        self.office.ticket_lines.add(self.by, ticket_id, new)

    def answer(self, ticket_id: int, *, final: bool = True) -> None:
        """Tell the resident what became of it, or how far it is."""
        words = self.chance.choice(ANSWERS) if final else "已成立专班，方案和完成日期已告知各户"
        asked = Answer(words, ContactWay.PHONE, self._callers[ticket_id], final)
        self.office.complaints.answer(self.by, ticket_id, None, asked)

    def close(self, ticket_id: int, story: Story) -> None:
        """Close it with cause and action, every step of its checklist done."""
        confirmed = self.chance.choice((Confirmation.SIGNED, Confirmation.PHONE, Confirmation.PHONE))
        minutes = 5 * self.chance.randrange(2, 20)
        steps = frozenset(range(len(self._meant[ticket_id].checklist)))
        closing = Closing(story.cause, story.action, minutes, confirmed=confirmed, checklist_done=steps)
        self.office.ticket_moves.close(self.by, ticket_id, None, closing)

    def call_back(self, ticket_id: int) -> None:
        """Ask what the resident says of the work."""
        score = self.chance.choice((3, 4, 4, 5, 5, 5))
        bad = self.chance.random() < 0.08
        result, reason = (RatingResult.BAD, BadReason.LATE) if bad else (RatingResult.GOOD, None)
        said = Rating(result, attitude=score, quality=5 if score > 3 else 3, reason=reason)
        self.office.ticket_ratings.call_back(self.by, ticket_id, said)

    def reopen(self, ticket_id: int) -> None:
        """It came back."""
        self.office.ticket_moves.reopen(self.by, ticket_id, None, "又出现同样问题", f"demo-again-{ticket_id}")

    def _team_of(self, ticket_id: int) -> int | None:
        """What follows from the category; of an event, which follows from its first ticket, nobody is asked."""
        meant = self._meant.get(ticket_id)
        return None if meant is None else meant.team_id

    def _place(self, name: str, building_id: int) -> int:
        named = [one for one in self.office.places.all() if one.name == name]
        beside = [one for one in named if one.building_id == building_id]
        return (beside or named)[0].id

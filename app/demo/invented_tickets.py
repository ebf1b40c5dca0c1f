"""Months of invented tickets: reported, contacted, worked on, answered and closed by the services of real use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.periods import add_months, month_start
from app.demo.invented_people import InventedPeople
from app.demo.ticket_stories import (
    ANSWERS,
    COMPLAINTS,
    FORMER_WORKER,
    HINTS,
    PLANS,
    QUESTIONS,
    REPAIRS,
    URGENT,
    WORKERS,
    Story,
)
from app.estate.kinds import UnitKind
from app.estate.unit_facts import UnitFilter
from app.office import Office
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.complaints.asked import Answer, Plan, Review
from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.kinds import Confirmation, ContactWay, Source, State
from app.tickets.moves.asked import Closing, Contact, GiveOut, MoveTo
from app.tickets.ratings.rating_rule import BadReason, Rating, RatingResult

MOST_MONTHS, MOST_A_MONTH, LEAST_A_MONTH = 6, 60, 8
_SOURCES = (Source.PHONE, Source.PHONE, Source.PHONE, Source.COUNTER, Source.WECHAT, Source.WECHAT, Source.PATROL)
_OPENS, _SHUTS = time(8, 10), time(20, 30)
Course = Iterator[tuple[timedelta, Callable[[], object]]]


class InventedTickets:
    """Lets residents report and staff act; what has no time left before now stays open where it stands."""

    def __init__(self, office: Office, clock: SetClock, by: Actor, chance: Random) -> None:
        self._office = office
        self._clock = clock
        self._by = by
        self._chance = chance
        self._made = self._made_id = 0
        self._callers: dict[int, str] = {}
        homes = UnitFilter(kinds=frozenset({UnitKind.HOME}))
        self._homes = [row for row in office.estate.units(homes) if row.person]
        self._categories = {row.path: row.id for row in office.ticket_categories.tree()}

    def pass_months(self, first: date, now: datetime) -> None:
        """Tickets from the month of `first`, or six months ago, until now."""
        month = max(month_start(first), add_months(month_start(now.date()), 1 - MOST_MONTHS))
        with self._office.store.transaction():
            self._clock.set(datetime.combine(month, time(8)))
            self._hire(month)
        while month <= now.date():
            with self._office.store.transaction():
                for reported in self._times(month, now):
                    self._live(reported, now)
            month = add_months(month, 1)
        with self._office.store.transaction():
            self._since_yesterday(now)
        self._clock.set(now)

    def _since_yesterday(self, now: datetime) -> None:
        """What makes a board: work that waits, work in hand, one call that is overdue and one that soon will be."""
        yesterday = datetime.combine(now.date() - timedelta(days=1), time(9))
        for hours, state, why in (
            (0, State.WAITING_PARTS, "轨道滑轮缺货，供应商后天到"),
            (2, State.WAITING_RESIDENT, "住户出差，周末再约"),
            (5, State.WAITING_THIRD, "等电梯维保单位报价"),
        ):
            self._begin(yesterday + timedelta(hours=hours, minutes=self._chance.randrange(40)), REPAIRS)
            self._follow(self._paused(self._made_id, state, why), REPAIRS[0], now)
        for minutes in (150, 110, 75):
            self._live(now - timedelta(minutes=minutes + self._chance.randrange(20)), now)
        for minutes in (54, 25):
            self._begin(now - timedelta(minutes=minutes), REPAIRS)
        self._begin(now - timedelta(minutes=8), COMPLAINTS)

    def _begin(self, reported: datetime, stories: Sequence[Story]) -> None:
        self._clock.set(reported)
        self._made_id = self._report(self._chance.choice(stories))

    def _paused(self, ticket_id: int, state: State, why: str) -> Course:
        yield self._minutes(3, 26), lambda: self._talk(ticket_id, "约定上门时间")
        yield self._minutes(4, 40), lambda: self._give_out(ticket_id)
        yield self._minutes(40, 120), lambda: self._move(ticket_id, state, why)

    def _hire(self, since: date) -> None:
        people = InventedPeople(self._chance)
        teams = {row.name: row.id for row in self._office.teams.teams()}
        self._workers: dict[int | None, list[int]] = {}
        for name, team in (*WORKERS, FORMER_WORKER):
            facts = WorkerFacts(name, people.phone(), teams[team])
            worker_id = self._office.teams.add_worker(self._by, facts)
            if name == FORMER_WORKER[0]:
                self._office.teams.let_go(self._by, worker_id, since)
            else:
                self._workers.setdefault(teams[team], []).append(worker_id)
        for node, hint in zip(self._office.estate.tree(), HINTS, strict=False):
            self._office.building_hints.write(self._by, node.id, hint)

    def _times(self, month: date, now: datetime) -> list[datetime]:
        """When things are reported in a month: most by day, some late in the evening."""
        count = min(max(len(self._homes) // 6, LEAST_A_MONTH), MOST_A_MONTH)
        days = (add_months(month, 1) - month).days
        found = []
        for _ in range(count):
            hour = self._chance.choice((8, 9, 9, 10, 10, 11, 14, 15, 16, 17, 18, 19, 21, 23))
            moment = time(hour, self._chance.randrange(60))
            found.append(datetime.combine(month + timedelta(days=self._chance.randrange(days)), moment))
        last = datetime.combine(now.date() - timedelta(days=1), time())
        return sorted(moment for moment in found if moment < last)

    def _live(self, reported: datetime, now: datetime) -> None:
        drawn = self._chance.random()
        kinds = REPAIRS if drawn < 0.68 else COMPLAINTS if drawn < 0.84 else QUESTIONS
        story = URGENT if drawn > 0.985 else self._chance.choice(kinds)
        self._clock.set(reported)
        ticket_id = self._report(story)
        course = self._complained if kinds is COMPLAINTS and story is not URGENT else self._repaired
        if kinds is QUESTIONS and story is not URGENT:
            course = self._answered
        self._follow(course(ticket_id, story), story, now)

    def _follow(self, course: Course, story: Story, now: datetime) -> None:
        """Let each step happen in its time, by day unless it is urgent, as far as now."""
        for pause, act in course:
            moment = self._clock.now() + pause
            if story is not URGENT and not _OPENS <= moment.time() <= _SHUTS:
                day = moment.date() + timedelta(days=moment.time() > _SHUTS)
                moment = datetime.combine(day, _OPENS) + timedelta(minutes=self._chance.randrange(5, 60))
            if moment > now:
                return
            self._clock.set(moment)
            act()

    def _report(self, story: Story) -> int:
        self._made += 1
        home = self._chance.choice(self._homes)
        owner = next((one for one in self._office.estate.unit_page(home.id).people if not one.former), None)
        caller = Caller(home.person, person_id=owner.person_id if owner else None, unit_id=home.id)
        asked = NewTicket(
            client_id=f"demo-ticket-{self._made}",
            text=self._chance.choice(story.words),
            category_id=self._categories[story.category],
            unit_id=None if story.place else home.id,
            place_id=self._place(story.place, home.building_id) if story.place else None,
            caller=caller,
            source=self._chance.choice(_SOURCES),
        )
        ticket_id = self._office.tickets.report(self._by, asked).ticket_id
        self._callers[ticket_id] = home.person
        return ticket_id

    def _place(self, name: str, building_id: int) -> int:
        named = [one for one in self._office.places.all() if one.name == name]
        beside = [one for one in named if one.building_id == building_id]
        return (beside or named)[0].id

    def _repaired(self, ticket_id: int, story: Story) -> Course:
        late = self._chance.random() < 0.07
        yield self._minutes(45, 120) if late else self._minutes(3, 26), lambda: self._talk(ticket_id, "约定上门时间")
        yield self._minutes(4, 40), lambda: self._give_out(ticket_id)
        if self._chance.random() < 0.15:
            yield self._minutes(60, 200), lambda: self._move(ticket_id, State.WAITING_PARTS, "等配件到货")
            yield timedelta(days=self._chance.randrange(1, 6)), lambda: self._move(ticket_id, State.IN_WORK, "配件到货")
        else:
            yield self._minutes(30, 240), lambda: self._move(ticket_id, State.ARRIVED)
            yield self._minutes(4, 15), lambda: self._move(ticket_id, State.IN_WORK)
        yield self._minutes(20, 90), lambda: self._move(ticket_id, State.DONE, story.action)
        yield self._minutes(60, 1500), lambda: self._close(ticket_id, story)
        if self._chance.random() < 0.5:
            yield self._minutes(60, 2000), lambda: self._call_back(ticket_id)
        if self._chance.random() < 0.04:
            yield timedelta(days=self._chance.randrange(1, 4)), lambda: self._reopen(ticket_id)
            yield self._minutes(60, 400), lambda: self._move(ticket_id, State.IN_WORK)
            yield self._minutes(30, 120), lambda: self._close(ticket_id, story)

    def _complained(self, ticket_id: int, story: Story) -> Course:
        complaints, by, chance = self._office.complaints, self._by, self._chance
        review = Review("已阅，属实情核查", assignee_id=by.id)
        late = chance.random() < 0.08
        wait = self._minutes(80, 200) if late else self._minutes(5, 50)
        yield wait, lambda: complaints.review(by, ticket_id, None, review)
        yield self._minutes(30, 400), lambda: self._talk(ticket_id, "听取意见，说明处理安排")
        yield self._minutes(30, 200), lambda: complaints.plan(by, ticket_id, None, Plan(chance.choice(PLANS)))
        yield self._minutes(200, 1500), lambda: self._answer(ticket_id)
        if chance.random() < 0.15:
            unhappy = "问题还在"
            yield (
                self._minutes(60, 900),
                lambda: complaints.satisfied(by, ticket_id, None, satisfied=False, text=unhappy),
            )
            yield self._minutes(300, 1500), lambda: self._answer(ticket_id)
        yield self._minutes(60, 900), lambda: complaints.satisfied(by, ticket_id, None, satisfied=True, text="认可处理")
        yield self._minutes(10, 300), lambda: self._close(ticket_id, story)

    def _answered(self, ticket_id: int, story: Story) -> Course:
        yield self._minutes(5, 300), lambda: self._talk(ticket_id, story.action)
        yield self._minutes(5, 600), lambda: self._close(ticket_id, story)

    def _talk(self, ticket_id: int, text: str) -> None:
        asked = Contact(ContactWay.PHONE, self._callers[ticket_id], reached=True, text=text)
        self._office.ticket_notes.contact(self._by, ticket_id, asked)

    def _give_out(self, ticket_id: int) -> None:
        team_id = self._office.ticket_pages.open(ticket_id).team_id
        crew: Sequence[int] = self._workers.get(team_id) or next(iter(self._workers.values()))
        asked = GiveOut(assignee_id=self._by.id, worker_id=self._chance.choice(crew))
        self._office.ticket_moves.give_out(self._by, ticket_id, None, asked)

    def _move(self, ticket_id: int, to: State, text: str = "") -> None:
        self._office.ticket_moves.move(self._by, ticket_id, None, MoveTo(to, text))

    def _answer(self, ticket_id: int) -> None:
        asked = Answer(self._chance.choice(ANSWERS), ContactWay.PHONE, self._callers[ticket_id])
        self._office.complaints.answer(self._by, ticket_id, None, asked)

    def _close(self, ticket_id: int, story: Story) -> None:
        confirmed = self._chance.choice((Confirmation.SIGNED, Confirmation.PHONE, Confirmation.PHONE))
        minutes = 5 * self._chance.randrange(2, 20)
        steps = frozenset(range(len(self._office.ticket_pages.open(ticket_id).checklist)))
        closing = Closing(story.cause, story.action, minutes, confirmed=confirmed, checklist_done=steps)
        self._office.ticket_moves.close(self._by, ticket_id, None, closing)

    def _call_back(self, ticket_id: int) -> None:
        score = self._chance.choice((3, 4, 4, 5, 5, 5))
        bad = self._chance.random() < 0.08
        result, reason = (RatingResult.BAD, BadReason.LATE) if bad else (RatingResult.GOOD, None)
        said = Rating(result, attitude=score, quality=5 if score > 3 else 3, reason=reason)
        self._office.ticket_ratings.call_back(self._by, ticket_id, said)

    def _reopen(self, ticket_id: int) -> None:
        self._office.ticket_moves.reopen(self._by, ticket_id, None, "又出现同样问题", f"demo-again-{ticket_id}")

    def _minutes(self, least: int, most: int) -> timedelta:
        return timedelta(minutes=self._chance.randrange(least, most))

"""Months of invented tickets: each step of a case happens in its time, as far as now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.periods import add_months, month_start
from app.demo.ticket_doings import TicketDoings
from app.demo.ticket_scenes import TicketScenes
from app.demo.ticket_stories import COMPLAINTS, PLANS, QUESTIONS, REPAIRS, URGENT, Story
from app.office import Office
from app.tickets.complaints.asked import Plan, Review
from app.tickets.kinds import State
from app.tickets.materials.kinds import FreeReason

MOST_MONTHS, MOST_A_MONTH, LEAST_A_MONTH = 6, 60, 8
_OPENS, _SHUTS = time(8, 10), time(20, 30)
Course = Iterator[tuple[timedelta, Callable[[], object]]]


class InventedTickets:
    """Lets residents report and staff act; what has no time left before now stays open where it stands."""

    def __init__(self, office: Office, clock: SetClock, by: Actor, chance: Random) -> None:
        self._office = office
        self._clock = clock
        self._by = by
        self._chance = chance
        self._doings = TicketDoings(office, clock, by, chance)

    def pass_months(self, first: date, now: datetime) -> None:
        """Tickets from the month of `first`, or six months ago, until now."""
        month = max(month_start(first), add_months(month_start(now.date()), 1 - MOST_MONTHS))
        scenes = TicketScenes(self._doings, now)
        with self._office.store.transaction():
            self._clock.set(datetime.combine(month, time(8)))
            self._doings.hire(month)
        while month <= now.date():
            with self._office.store.transaction():
                for reported in self._times(month, now):
                    self._live(reported, now)
            month = add_months(month, 1)
        with self._office.store.transaction():
            scenes.of_these_days()
            self._since_yesterday(now)
            scenes.of_today()
        self._clock.set(now)

    def _since_yesterday(self, now: datetime) -> None:
        """What makes a board: work that waits, work in hand, one call that is overdue and one that soon will be."""
        yesterday = datetime.combine(now.date() - timedelta(days=1), time(9))
        for hours, state, why in (
            (0, State.WAITING_PARTS, "轨道滑轮缺货，供应商后天到"),
            (2, State.WAITING_RESIDENT, "住户出差，周末再约"),
            (5, State.WAITING_THIRD, "等电梯维保单位报价"),
        ):
            ticket_id = self._begin(yesterday + timedelta(hours=hours, minutes=self._chance.randrange(40)), REPAIRS)
            self._follow(self._paused(ticket_id, state, why), REPAIRS[0], now)
        for minutes in (150, 110, 75):
            self._live(now - timedelta(minutes=minutes + self._chance.randrange(20)), now)
        for minutes in (54, 25):
            self._begin(now - timedelta(minutes=minutes), REPAIRS)
        self._begin(now - timedelta(minutes=8), COMPLAINTS)

    def _begin(self, reported: datetime, stories: Sequence[Story]) -> int:
        self._clock.set(reported)
        return self._doings.report(self._chance.choice(stories))

    def _paused(self, ticket_id: int, state: State, why: str) -> Course:
        do, minutes = self._doings, self._doings.minutes
        yield minutes(3, 26), lambda: do.talk(ticket_id, "约定上门时间")
        yield minutes(4, 40), lambda: do.give_out(ticket_id)
        yield minutes(40, 120), lambda: do.move(ticket_id, state, why)

    def _times(self, month: date, now: datetime) -> list[datetime]:
        """When things are reported in a month: most by day, some late in the evening."""
        count = min(max(len(self._doings.homes) // 6, LEAST_A_MONTH), MOST_A_MONTH)
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
        ticket_id = self._doings.report(story)
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

    def _repaired(self, ticket_id: int, story: Story) -> Course:
        do, minutes, chance = self._doings, self._doings.minutes, self._chance
        late = chance.random() < 0.07
        yield minutes(45, 120) if late else minutes(3, 26), lambda: do.talk(ticket_id, "约定上门时间")
        yield minutes(4, 40), lambda: do.give_out(ticket_id)
        if chance.random() < 0.15:
            yield minutes(60, 200), lambda: do.move(ticket_id, State.WAITING_PARTS, "等配件到货")
            yield timedelta(days=chance.randrange(1, 6)), lambda: do.move(ticket_id, State.IN_WORK, "配件到货")
        else:
            yield minutes(30, 240), lambda: do.move(ticket_id, State.ARRIVED)
            yield minutes(4, 15), lambda: do.move(ticket_id, State.IN_WORK)
        if story.part is not None and chance.random() < 0.3:
            part = story.part
            yield minutes(10, 30), lambda: do.build_in(ticket_id, part, FreeReason.OFFICE)
        yield minutes(20, 90), lambda: do.move(ticket_id, State.DONE, story.action)
        yield minutes(60, 1500), lambda: do.close(ticket_id, story)
        if chance.random() < 0.5:
            yield minutes(60, 2000), lambda: do.call_back(ticket_id)
        if chance.random() < 0.04:
            yield timedelta(days=chance.randrange(1, 4)), lambda: do.reopen(ticket_id)
            yield minutes(60, 400), lambda: do.move(ticket_id, State.IN_WORK)
            yield minutes(30, 120), lambda: do.close(ticket_id, story)

    def _complained(self, ticket_id: int, story: Story) -> Course:
        complaints, by, chance = self._office.complaints, self._by, self._chance
        do, minutes = self._doings, self._doings.minutes
        review = Review("已阅，属实情核查", assignee_id=by.id)
        late = chance.random() < 0.08
        wait = minutes(80, 200) if late else minutes(5, 50)
        yield wait, lambda: complaints.review(by, ticket_id, None, review)
        yield minutes(30, 400), lambda: do.talk(ticket_id, "听取意见，说明处理安排")
        yield minutes(30, 200), lambda: complaints.plan(by, ticket_id, None, Plan(chance.choice(PLANS)))
        yield minutes(200, 1500), lambda: do.answer(ticket_id)
        if chance.random() < 0.15:
            unhappy = "问题还在"
            yield (
                minutes(60, 900),
                lambda: complaints.satisfied(by, ticket_id, None, satisfied=False, text=unhappy),
            )
            yield minutes(300, 1500), lambda: do.answer(ticket_id)
        yield minutes(60, 900), lambda: complaints.satisfied(by, ticket_id, None, satisfied=True, text="认可处理")
        yield minutes(10, 300), lambda: do.close(ticket_id, story)

    def _answered(self, ticket_id: int, story: Story) -> Course:
        do, minutes = self._doings, self._doings.minutes
        yield minutes(5, 300), lambda: do.talk(ticket_id, story.action)
        yield minutes(5, 600), lambda: do.close(ticket_id, story)

"""Drills: when each plan is due, what is planned, begun and graded; each act is one transaction."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.incidents.drills.drill_rule import (
    AT_MOST_BY_RULE,
    LONGEST,
    DrillStanding,
    QuarterStanding,
    drill_standing,
    months_between_drills,
    next_in_turn,
    quarter_standing,
)
from app.incidents.drills.evaluation import Attendance, Becomes, Evaluation, Finding, checked_evaluation
from app.incidents.drills.read_drills import (
    PlannedDrill,
    PlayedDrill,
    Training,
    last_played,
    months_by_office,
    planned_drills,
    played_drills,
    taken_up_on,
    trainings,
)
from app.incidents.drills.refusals import (
    DrillEvaluated,
    DrillInPast,
    DrillMonthsOutside,
    DrillNotAnnounced,
    DrillStillRuns,
    DrillUnknown,
    NotADrill,
)
from app.incidents.drills.scenarios import draw, scenario_cards
from app.incidents.kept_plans.plans import Plans
from app.incidents.plans.plan import Both
from app.incidents.refusals import IncidentUnknown
from app.incidents.running.asked import NewIncident
from app.incidents.running.incidents import Incidents
from app.incidents.tables import drill_attendance, drill_evaluation, drill_planned, drill_rule, incident
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.kinds import Source, TicketKind

TOOK_OFF = "take_off_drill"
_CARDS = select(drill_planned.c.scenario).where(drill_planned.c.taken_off_at.is_(None))


@dataclass(frozen=True, slots=True)
class NewDrill:
    """A drill that is planned; `scenario` is the card on which it is played, "" where nobody wrote one."""

    code: str
    on: date
    with_residents: bool = False
    scenario: str = ""


class Drills:
    """Every act needs RUN_DRILL, and the periods MANAGE_PLANS; what is due and played anybody may read."""

    def __init__(self, store: Store, clock: Clock, plans: Plans, incidents: Incidents) -> None:
        self._store = store
        self._clock = clock
        self._plans = plans
        self._incidents = incidents

    def standings(self) -> tuple[DrillStanding, ...]:
        """How every plan in use stands, what is due first at the head."""
        today = self._clock.now().date()
        codes = [plan.code for plan in self._plans.in_use()]
        with self._store.reading() as connection:
            months, last, since = months_by_office(connection), last_played(connection), taken_up_on(connection)
        standings = [
            drill_standing(code, months_between_drills(code, months), last.get(code), since[code], today)
            for code in codes
        ]
        return tuple(sorted(standings, key=lambda one: one.due_on))

    def quarter(self) -> QuarterStanding:
        """Whether this quarter has had its drill."""
        done = [one.started_at.date() for one in self.played() if one.closed_at is not None]
        return quarter_standing(done, self._clock.now().date())

    def next_in_turn(self) -> str:
        """The plan whose turn it is."""
        return next_in_turn(self.standings())

    def planned(self) -> tuple[PlannedDrill, ...]:
        """What is planned and not begun."""
        with self._store.reading() as connection:
            return planned_drills(connection)

    def played(self) -> tuple[PlayedDrill, ...]:
        """Every drill, the newest first."""
        with self._store.reading() as connection:
            return played_drills(connection)

    def trainings(self) -> tuple[Training, ...]:
        """The training record of everybody, by person."""
        with self._store.reading() as connection:
            return trainings(connection)

    def draw_scenario(self, code: str) -> Both | None:
        """A card at random among those that were played least; None where the plan has no cards."""
        cards = scenario_cards().get(code, ())
        with self._store.reading() as connection:
            used = connection.execute(_CARDS).scalars().all()
        return draw(cards, used, random.SystemRandom().choice) if cards else None

    def set_months(self, by: Actor, code: str, months: int) -> None:
        """Play a plan every so many months. Raises NotPermitted, DrillMonthsOutside."""
        by.require(Permission.MANAGE_PLANS)
        longest = AT_MOST_BY_RULE.get(code, LONGEST)
        if not 1 <= months <= longest:
            raise DrillMonthsOutside(months, longest)
        with self._store.transaction() as connection:
            insert_row(connection, drill_rule, code=code, months=months, at=self._clock.now(), by=by.id)

    def plan(self, by: Actor, asked: NewDrill) -> int:
        """Put a drill on its day; its id. Raises NotPermitted, PlanUnknown, DrillInPast."""
        by.require(Permission.RUN_DRILL)
        now = self._clock.now()
        if asked.on < now.date():
            raise DrillInPast(asked.on)
        self._plans.plan(asked.code)
        with self._store.transaction() as connection:
            return insert_row(
                connection,
                drill_planned,
                code=asked.code,
                on=asked.on,
                with_residents=asked.with_residents,
                scenario=" ".join(asked.scenario.split()),
                at=now,
                by=by.id,
            )

    def take_off(self, by: Actor, drill_id: int) -> None:
        """A planned drill does not take place. Raises NotPermitted, DrillUnknown."""
        by.require(Permission.RUN_DRILL)
        now = self._clock.now()
        with self._store.transaction() as connection:
            _waiting(connection, drill_id)
            _set(connection, drill_id, taken_off_at=now, taken_off_by=by.id)
            audit.record(connection, TOOK_OFF, str(drill_id), {}, now, by.id)

    def announced(self, by: Actor, drill_id: int, notice_id: int) -> None:
        """The residents were told by this notice. Raises NotPermitted, DrillUnknown."""
        by.require(Permission.RUN_DRILL)
        with self._store.transaction() as connection:
            _waiting(connection, drill_id)
            _set(connection, drill_id, notice_id=notice_id)

    def begin(self, by: Actor, drill_id: int, client_id: str, place: str) -> int:
        """Begin a planned drill as an incident that is one; its id. The same `client_id` begins it once.

        Raises NotPermitted, DrillUnknown, DrillNotAnnounced, and what starting an incident raises.
        """
        by.require(Permission.RUN_DRILL)
        with self._store.transaction() as connection:
            before = connection.execute(select(incident.c.id).where(incident.c.client_id == client_id)).scalar()
            if before is not None:
                return int(before)
            planned = _waiting(connection, drill_id)
            if planned.with_residents and planned.notice_id is None:
                raise DrillNotAnnounced(planned.on)
            incident_id = self._incidents.start(
                by, NewIncident(client_id=client_id, code=planned.code, place=place, is_drill=True)
            )
            if planned.scenario:
                self._incidents.note(by, incident_id, planned.scenario)
            _set(connection, drill_id, incident_id=incident_id)
            return incident_id

    def evaluate(self, by: Actor, incident_id: int, said: Evaluation) -> Evaluation:
        """Grade a closed drill, once; each finding that is a task becomes a ticket of the drill.

        Raises NotPermitted, IncidentUnknown, NotADrill, DrillStillRuns, DrillEvaluated, what `checked_evaluation`
        refuses, and what reporting a ticket refuses; then nothing is written.
        """
        by.require(Permission.RUN_DRILL)
        checked = checked_evaluation(said)
        now = self._clock.now()
        with self._store.transaction() as connection:
            _may_be_graded(connection, incident_id)
            found = tuple(self._follow(by, incident_id, place, one) for place, one in enumerate(checked.findings))
            card = _card_of(connection, incident_id)
            insert_row(
                connection,
                drill_evaluation,
                incident_id=incident_id,
                scenario=card,
                grades={point.value: grade.value for point, grade in checked.grades.items()},
                findings={"found": [_facts(one) for one in found]},
                at=now,
                by=by.id,
            )
            for one in checked.attendances:
                _attend(connection, incident_id, one, now, by)
            return replace(checked, findings=found, scenario=card)

    def _follow(self, by: Actor, incident_id: int, place: int, one: Finding) -> Finding:
        """A task is raised as a ticket: what, whose, until when."""
        if one.becomes is not Becomes.TASK:
            return one
        until = f"，{one.due_on.isoformat()} 前" if one.due_on is not None else ""
        words = f"{one.text}（演练发现，{one.owner} 负责{until}）"
        reported = self._incidents.raise_ticket(
            by,
            incident_id,
            NewTicket(client_id=f"drill-{incident_id}-{place}", text=words, kind=TicketKind.TASK, source=Source.PATROL),
        )
        return replace(one, ticket=reported.number)


def _waiting(connection: Connection, drill_id: int) -> PlannedDrill:
    found = next((one for one in planned_drills(connection) if one.id == drill_id), None)
    if found is None:
        raise DrillUnknown(drill_id)
    return found


def _set(connection: Connection, drill_id: int, **values: object) -> None:
    connection.execute(update(drill_planned).where(drill_planned.c.id == drill_id).values(**values))


def _card_of(connection: Connection, incident_id: int) -> str:
    """On which card a drill was played; "" where it was begun without a plan for it."""
    card = select(drill_planned.c.scenario).where(drill_planned.c.incident_id == incident_id)
    return connection.execute(card).scalar() or ""


def _may_be_graded(connection: Connection, incident_id: int) -> None:
    row = connection.execute(select(incident).where(incident.c.id == incident_id)).first()
    if row is None:
        raise IncidentUnknown(incident_id)
    if not row.is_drill:
        raise NotADrill
    if row.closed_at is None:
        raise DrillStillRuns
    graded = select(func.count()).where(drill_evaluation.c.incident_id == incident_id)
    if connection.execute(graded).scalar():
        raise DrillEvaluated


def _facts(one: Finding) -> dict[str, Any]:
    return {
        "text": one.text,
        "becomes": one.becomes.value,
        "owner": one.owner,
        "due_on": one.due_on.isoformat() if one.due_on is not None else "",
        "ticket": one.ticket,
    }


def _attend(connection: Connection, incident_id: int, one: Attendance, now: datetime, by: Actor) -> None:
    insert_row(
        connection, drill_attendance, incident_id=incident_id, person=one.person, role=one.role, at=now, by=by.id
    )

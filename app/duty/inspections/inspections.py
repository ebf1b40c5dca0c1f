"""Inspections: lists that come again, and the rounds that are walked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.duty.inspections.inspection_facts import Inspection, Round, Sighting, Standing
from app.duty.inspections.inspection_rows import (
    R,
    read_inspection,
    read_inspections,
    read_rounds,
    read_standing,
    sighting_facts,
)
from app.duty.inspections.points import Point, Seen, Verdict, check_points, judge, points_facts
from app.duty.inspections.rhythm import Rhythm, rhythm_facts, stands
from app.duty.inspections.shipped import SHIPPED
from app.duty.log.entry_rows import write_line
from app.duty.log.kinds import EntryKind
from app.duty.refusals import InspectionExists, InspectionGone, PointsUnseen, RoundEnded, RoundRuns, WhyUnseen
from app.duty.tables import inspection, inspection_round
from app.duty.texts import required, tidy
from app.store.rows import insert_row
from app.store.store import Store

ACTION = "change_inspection"


class Inspections:
    """Walking needs KEEP_DUTY, editing lists MANAGE_DUTY."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plant(self) -> None:
        """An office that has no list begins with lifts, public areas and plant rooms daily, fire equipment monthly."""
        with self._store.reading() as connection:
            if connection.execute(select(inspection.c.id).limit(1)).first() is not None:
                return
        with self._store.transaction() as connection:
            for one in SHIPPED:
                self._add(connection, None, one.name, one.rhythm, one.points(), self._clock.now().date())

    def lists(self, *, retired: bool = False) -> tuple[Inspection, ...]:
        """The lists."""
        with self._store.reading() as connection:
            return read_inspections(connection, retired=retired)

    def standing(self, *, retired: bool = False) -> tuple[Standing, ...]:
        """How every list stands today: what is due, overdue, or being walked."""
        with self._store.reading() as connection:
            return read_standing(connection, self._clock.now().date(), retired=retired)

    def add(self, by: Actor, name: str, rhythm: Rhythm, points: Sequence[Point], first_on: date) -> int:
        """A further list; its id.

        Raises NotPermitted, DutyTextMissing, InspectionExists, and what `check_points` raises.
        """
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            made = self._add(connection, by, name, rhythm, points, first_on)
            self._keep(connection, by, name, points)
            return made

    def change(
        self, by: Actor, inspection_id: int, name: str, rhythm: Rhythm, points: Sequence[Point], first_on: date
    ) -> None:
        """Another name, rhythm or route; rounds keep the points as they were. Raises as `add` does."""
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            name = _free_name(connection, name, inspection_id)
            check_points(name, points)
            values = {
                "name": name,
                "every": rhythm_facts(rhythm),
                "points": points_facts(points),
                "first_on": first_on,
            }
            connection.execute(update(inspection).where(inspection.c.id == inspection_id).values(values))
            self._keep(connection, by, name, points)

    def retire(self, by: Actor, inspection_id: int, *, retired: bool = True) -> None:
        """A list is no longer walked, or is again; its rounds stay. Raises NotPermitted."""
        by.require(Permission.MANAGE_DUTY)
        at = self._clock.now() if retired else None
        with self._store.transaction() as connection:
            connection.execute(update(inspection).where(inspection.c.id == inspection_id).values(retired_at=at))

    def begin(self, by: Actor, inspection_id: int) -> int:
        """Begin a round; it is for the latest day on which one was due, and so covers those that were missed.

        Raises NotPermitted, InspectionGone, RoundRuns.
        """
        by.require(Permission.KEEP_DUTY)
        now = self._clock.now()
        with self._store.transaction() as connection:
            one = read_inspection(connection, inspection_id)
            if one.retired:
                raise InspectionGone(one.name)
            running = read_rounds(connection, R.inspection_id == inspection_id, R.ended_at.is_(None))
            if running:
                raise RoundRuns(one.name, running[0].walked_by, running[0].begun_at)
            made = self._begin(connection, by, one, now)
            facts = {"round": made, "name": one.name}
            write_line(connection, by, now, EntryKind.ROUND_BEGUN, facts=facts)
            return made

    def see(self, by: Actor, round_id: int, key: str, text: str, words: str = "") -> Sighting:
        """What was seen at a point; seen again, the new sighting counts and the former one stays with its time.

        Raises NotPermitted, RoundEnded, SeenNotANumber, SeenNotAChoice.
        """
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            point = _point(self._open_round(connection, round_id), key)
            return self._keep_sighting(connection, by, round_id, key, judge(point, text, tidy(words)))

    def leave_out(self, by: Actor, round_id: int, key: str, why: str) -> Sighting:
        """A point that nobody could look at, and why. Raises NotPermitted, RoundEnded, WhyUnseen."""
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            point = _point(self._open_round(connection, round_id), key)
            if not why.strip():
                raise WhyUnseen(point.where)
            return self._keep_sighting(connection, by, round_id, key, Seen("", Verdict.LEFT_OUT, tidy(why)))

    def end(self, by: Actor, round_id: int) -> Round:
        """The round is walked; nothing of it is changed from now on. Raises NotPermitted, RoundEnded, PointsUnseen."""
        by.require(Permission.KEEP_DUTY)
        now = self._clock.now()
        with self._store.transaction() as connection:
            one = self._open_round(connection, round_id)
            if one.unseen:
                raise PointsUnseen(tuple(f"{point.where} {point.what}" for point in one.unseen))
            connection.execute(update(inspection_round).where(R.id == round_id).values(ended_at=now, walked_by=by.name))
            facts = {"round": round_id, "name": one.name, "points": len(one.points), "not_good": len(one.not_good)}
            write_line(connection, by, now, EntryKind.ROUND_ENDED, facts=facts)
            return self.round(round_id)

    def round(self, round_id: int) -> Round:
        """One round."""
        with self._store.reading() as connection:
            (found,) = read_rounds(connection, R.id == round_id)
            return found

    def rounds(self, inspection_id: int | None = None, limit: int = 200) -> tuple[Round, ...]:
        """The newest rounds, of one list or of all."""
        conditions = [] if inspection_id is None else [R.inspection_id == inspection_id]
        with self._store.reading() as connection:
            return read_rounds(connection, *conditions, limit=limit)

    def _begin(self, connection: Connection, by: Actor, one: Inspection, now: datetime) -> int:
        walked = connection.execute(
            select(R.due_on)
            .where(R.inspection_id == one.id, R.ended_at.is_not(None))
            .order_by(R.due_on.desc())
            .limit(1)
        ).scalar()
        due = stands(one.rhythm, one.first_on, walked, now.date())
        return insert_row(
            connection,
            inspection_round,
            inspection_id=one.id,
            due_on=due.covers,
            points=points_facts(one.points),
            seen={},
            walked_by=by.name,
            at=now,
            by=by.id,
        )

    def _open_round(self, connection: Connection, round_id: int) -> Round:
        (found,) = read_rounds(connection, R.id == round_id)
        if found.ended_at is not None:
            raise RoundEnded(found.name, found.ended_at)
        return found

    def _keep_sighting(self, connection: Connection, by: Actor, round_id: int, key: str, seen: Seen) -> Sighting:
        sighting = Sighting(seen, by.name, self._clock.now())
        kept = connection.execute(select(R.seen).where(R.id == round_id)).scalar_one()
        kept[key] = [*kept.get(key, []), sighting_facts(sighting)]
        connection.execute(update(inspection_round).where(R.id == round_id).values(seen=kept))
        return sighting

    def _add(
        self,
        connection: Connection,
        by: Actor | None,
        name: str,
        rhythm: Rhythm,
        points: Sequence[Point],
        first_on: date,
    ) -> int:
        name = _free_name(connection, name)
        check_points(name, points)
        return insert_row(
            connection,
            inspection,
            name=name,
            every=rhythm_facts(rhythm),
            points=points_facts(points),
            first_on=first_on,
            at=self._clock.now(),
            by=None if by is None else by.id,
        )

    def _keep(self, connection: Connection, by: Actor, name: str, points: Sequence[Point]) -> None:
        audit.record(connection, ACTION, name, {"points": len(points)}, self._clock.now(), by.id)


def _point(one: Round, key: str) -> Point:
    return next(point for point in one.points if point.key == key)


def _free_name(connection: Connection, name: str, own: int | None = None) -> str:
    wanted = required(name)
    if any(one.name == wanted and one.id != own for one in read_inspections(connection, retired=True)):
        raise InspectionExists(wanted)
    return wanted

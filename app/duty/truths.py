"""What must always hold at the duty desk."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.duty.files.duty_photos import damaged_photos
from app.duty.hazards.flow import ALLOWED, OPEN, Step, state_after
from app.duty.hazards.hazard_rows import read_where
from app.duty.inspections.inspection_rows import read_rounds
from app.duty.log.kinds import EntryKind
from app.duty.tables import day_task, day_tick, duty_entry, duty_handover, duty_turn, hazard
from app.store.truths import Truth

_REVERSED = select(duty_turn.c.id, duty_turn.c.person).where(duty_turn.c.ends <= duty_turn.c.begins)


def _turns(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_REVERSED):
        yield f"turn {row.id}: {row.person}"


_TICKED_TWICE = (
    select(day_tick.c.day, day_task.c.name, func.count().label("ticks"))
    .join(day_task, day_task.c.id == day_tick.c.task_id)
    .where(day_tick.c.taken_off_at.is_(None))
    .group_by(day_tick.c.day, day_tick.c.task_id, day_task.c.name)
    .having(func.count() > 1)
)


def _ticks(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_TICKED_TWICE):
        yield f"{row.day} {row.name}: {row.ticks}"


_SIGNED = select(duty_entry.c.facts).where(duty_entry.c.kind == EntryKind.SIGNED.value)
_HANDOVERS = select(duty_handover)


def _signatures(connection: Connection) -> Iterator[str]:
    """Signed is who signed and when, and stands in the log."""
    signed = {facts["handover"] for facts in connection.execute(_SIGNED).scalars()}
    for row in connection.execute(_HANDOVERS):
        told = (row.signed_at is not None, row.signed_by is not None, row.id in signed)
        if len(set(told)) > 1:
            yield f"hand-over {row.id}: {told}"


def _rounds(connection: Connection) -> Iterator[str]:
    for one in read_rounds(connection):
        if one.ended_at is not None and one.unseen:
            yield f"round {one.id}: {len(one.unseen)} / {len(one.points)}"
        if set(one.sightings) - {point.key for point in one.points}:
            yield f"round {one.id}: {sorted(one.sightings)}"


def _hazards(connection: Connection) -> Iterator[str]:
    for one in read_where(connection):
        steps = [line.step for line in one.lines]
        follows = all(
            step in ALLOWED[state_after(steps[:at])] for at, step in enumerate(steps) if step is not Step.FOUND
        )
        begins = bool(steps) and steps[0] is Step.FOUND
        over = one.state not in OPEN
        if not (begins and follows) or over is not (one.closed_at is not None):
            yield f"{one.number}: {one.state}"


_COUNTED = select(hazard.c.day, func.count().label("hazards"), func.max(hazard.c.serial).label("last")).group_by(
    hazard.c.day
)


def _numbers(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_COUNTED):
        if row.hazards != row.last:
            yield f"{row.day}: {row.hazards} / {row.last}"


TRUTHS = (
    Truth(mark("every turn of the roster ends after it begins"), _turns),
    Truth(mark("an entry of the day list is ticked once a day at most"), _ticks),
    Truth(mark("a signed hand-over says who signed and when, and stands in the duty log"), _signatures),
    Truth(mark("a round that ended has seen every point, or says why not"), _rounds),
    Truth(mark("every hazard went its way step by step"), _hazards),
    Truth(mark("the hazards of a day are numbered without a hole"), _numbers),
    Truth(mark("each photo of a round or a hazard is as it was kept"), damaged_photos),
)

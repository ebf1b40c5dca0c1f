"""The points of a round in the order of the route, with what was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.language import tr
from app.duty.files.duty_photos import DutyPhoto
from app.duty.inspections.inspection_facts import Round, Sighting
from app.duty.inspections.points import Point, Verdict
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point, what was seen last, and how many photos there are."""

    point: Point
    sighting: Sighting | None
    photos: int


def rows_of(one: Round, photos: Sequence[DutyPhoto]) -> list[PointRow]:
    """The rows of a round."""
    counted = Counter(photo.point for photo in photos)
    return [PointRow(point, one.sightings.get(point.key), counted[point.key]) for point in one.points]


def point_table() -> TableView[PointRow]:
    """Its table."""
    return TableView(tr("Points"), _columns(), key=lambda one: one.point.key, look=_look, row_height=30)


def seen_state(one: Sighting | None, unit: str = "") -> State | None:
    """What was seen, in a word with its mood; None where nobody looked."""
    if one is None:
        return None
    if one.seen.verdict is Verdict.LEFT_OUT:
        return State(tr("left out"), "ban", Mood.MUTE)
    words = f"{one.seen.value} {unit}".strip()
    if one.seen.verdict is Verdict.NOT_GOOD:
        return State(words, "triangle-alert", Mood.DANGER)
    return State(words, "check", Mood.OK)


def _columns() -> list[Column[PointRow]]:
    return [
        Column(tr("Where"), lambda one: one.point.where, tone=Tone.INK2),
        Column(tr("What to look at"), lambda one: one.point.what, stretch=True),
        Column(tr("Limits"), lambda one: one.point.limits, tone=Tone.INK2),
        Column(tr("Seen"), lambda one: seen_state(one.sighting, one.point.unit), Kind.STATE),
        Column(tr("Photos"), lambda one: one.photos or None, Kind.NUMBER),
    ]


def _look(one: PointRow) -> RowLook:
    return RowLook(quiet=one.sighting is not None and one.sighting.seen.verdict is not Verdict.NOT_GOOD)

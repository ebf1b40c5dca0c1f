"""What goes on, as a list: what it is, its number, where, since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.core.language import tr
from app.duty.log.handover_facts import Left, Leftover
from app.duty.words import LEFT
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.table_view import TableView

_LOOKS = {
    Left.INCIDENT: ("siren", Mood.DANGER),
    Left.EMERGENCY: ("zap-off", Mood.DANGER),
    Left.OVERDUE: ("triangle-alert", Mood.WARN),
    Left.HAZARD: ("shield-alert", Mood.WARN),
    Left.ROUND: ("list-checks", Mood.MUTE),
    Left.TASK: ("circle-dashed", Mood.MUTE),
}


def left_table() -> TableView[Leftover]:
    """A table for leftovers, what is most urgent first."""
    return TableView(tr("What goes on"), _columns(), key=lambda one: (one.kind, one.ref), row_height=30)


def summed(leftovers: Sequence[Leftover]) -> str:
    """`3 go on: 1 Incident running, 2 Day list`."""
    if not leftovers:
        return tr("Nothing goes on")
    counts = [(kind, sum(one.kind is kind for one in leftovers)) for kind in Left]
    return tr(", ").join(f"{tr(LEFT[kind])} {count}" for kind, count in counts if count)


def running_words(leftovers: Sequence[Leftover]) -> list[str]:
    """What must be known of each incident that runs, a paragraph each."""
    return [
        "\n".join((f"{one.number} {one.what} {one.where}".rstrip(), *one.details)) for one in leftovers if one.details
    ]


def _columns() -> list[Column[Leftover]]:
    return [
        Column(tr("Kind"), _state, Kind.STATE),
        Column(tr("Number or time"), lambda one: one.number, whole=True),
        Column(tr("What"), lambda one: one.what, stretch=True),
        Column(tr("Where"), lambda one: one.where, tone=Tone.INK2),
        Column(tr("Since when"), lambda one: _since(one.since), tone=Tone.INK2),
    ]


def _state(one: Leftover) -> State:
    icon, mood = _LOOKS[one.kind]
    return State(tr(LEFT[one.kind]), icon, mood)


def _since(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%m-%d %H:%M}"

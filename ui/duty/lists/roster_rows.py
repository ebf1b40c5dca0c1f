"""A week of the roster as rows: turns, and in their places the hours in which nobody is on duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.language import tr
from app.duty.roster.roster_facts import Turn, Week
from ui.duty.words import clock, weekday
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A turn, or a hole; `clash` says with whom a turn is double."""

    begins: datetime
    ends: datetime
    post: str
    turn: Turn | None = None
    clash: str = ""
    past: bool = False

    @property
    def key(self) -> tuple[int, datetime, str]:
        """By which the row is known."""
        return (0 if self.turn is None else self.turn.id, self.begins, self.post)


def rows_of(week: Week, now: datetime) -> list[RosterRow]:
    """Everything in order of time."""
    names = {post.id: post.name for post in week.posts}
    rows = [_turn_row(turn, week, now) for turn in week.turns]
    rows.extend(
        RosterRow(hole.begins, hole.ends, names.get(hole.post_id or 0, ""), past=hole.ends <= now)
        for hole in week.named_holes
    )
    return sorted(rows, key=lambda row: (row.begins, row.post))


def _turn_row(turn: Turn, week: Week, now: datetime) -> RosterRow:
    clashes = [
        double.other.person if double.one == turn.span else double.one.person
        for double in week.doubles
        if turn.span in (double.one, double.other)
    ]
    return RosterRow(turn.begins, turn.ends, turn.post, turn, ", ".join(dict.fromkeys(clashes)), past=turn.ends <= now)


def columns() -> list[Column[RosterRow]]:
    """Of the roster."""
    return [
        Column(tr("Day"), lambda row: weekday(row.begins.date()), tone=_tone),
        Column(tr("Turn begins"), lambda row: clock(row.begins)),
        Column(tr("Turn ends"), _until),
        Column(tr("Duty post"), lambda row: row.post, tone=Tone.INK2),
        Column(tr("Person"), lambda row: "" if row.turn is None else row.turn.person, bold=True, stretch=True),
        Column(tr("Telephone"), lambda row: "" if row.turn is None else row.turn.phone),
        Column(tr("State"), _state, Kind.STATE),
    ]


def _until(row: RosterRow) -> str:
    return clock(row.ends) if row.ends.date() == row.begins.date() else f"{row.ends:%m-%d %H:%M}"


def _tone(row: RosterRow) -> Tone:
    return Tone.INK3 if row.past else Tone.INK


def _state(row: RosterRow) -> State | None:
    if row.turn is None:
        word = tr("nobody at this post") if row.post else tr("nobody on duty")
        return State(word, "triangle-alert", Mood.MUTE if row.past else Mood.DANGER)
    if row.clash:
        return State(tr("double with {who}").format(who=row.clash), "users", Mood.WARN)
    return None

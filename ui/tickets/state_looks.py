"""How states and standings of tickets look: a mood, an icon and a short word, never colour alone."""

from __future__ import annotations

from app.core.language import mark, tr
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import WAITING, State
from app.tickets.words import STATES
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import State as Look

_LOOKS: dict[State, tuple[Mood, str]] = {
    State.REPORTED: (Mood.MUTE, "circle-dashed"),
    State.REVIEWED: (Mood.MUTE, "clipboard-check"),
    State.ASSIGNED: (Mood.ACCENT, "user-check"),
    State.CONTACTED: (Mood.ACCENT, "phone"),
    State.ON_THE_WAY: (Mood.ACCENT, "truck"),
    State.ARRIVED: (Mood.ACCENT, "map-pin"),
    State.IN_WORK: (Mood.ACCENT, "wrench"),
    State.WAITING_RESIDENT: (Mood.MUTE, "pause"),
    State.WAITING_PARTS: (Mood.MUTE, "pause"),
    State.WAITING_THIRD: (Mood.MUTE, "pause"),
    State.DONE: (Mood.OK, "check"),
    State.CONFIRMED: (Mood.OK, "circle-check"),
    State.CLOSED: (Mood.OK, "archive"),
    State.CANCELLED: (Mood.MUTE, "ban"),
    State.MERGED: (Mood.MUTE, "git-merge"),
}
_SHORT: dict[State, str] = {
    **dict.fromkeys(WAITING, mark("paused")),
    State.CONFIRMED: mark("confirmed"),
    State.MERGED: mark("merged"),
}
_STANDINGS: dict[Standing, tuple[str, Tone]] = {
    Standing.DUE: ("clock-3", Tone.INK2),
    Standing.SOON: ("hourglass", Tone.WARN),
    Standing.OVERDUE: ("triangle-alert", Tone.DANGER),
    Standing.PAUSED: ("pause", Tone.INK2),
    Standing.MET: ("circle-check", Tone.OK),
    Standing.MISSED: ("circle-x", Tone.DANGER),
    Standing.DROPPED: ("ban", Tone.INK2),
}


def state_look(state: State) -> Look:
    """The chip of a state, with its whole word."""
    mood, icon = _LOOKS[state]
    return Look(tr(STATES[state]), icon, mood)


def short_look(state: State) -> Look:
    """The chip of a state in a list; what it waits for is said beside it."""
    mood, icon = _LOOKS[state]
    return Look(tr(_SHORT.get(state, STATES[state])), icon, mood)


def standing_look(standing: Standing) -> tuple[str, Tone]:
    """Icon and tone of a standing."""
    return _STANDINGS[standing]

"""A step in words: what was seen, how it stands, who does it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr, tr_n
from app.incidents.plans.plan import PlanKind
from app.incidents.running.progress import StepNow, StepState
from app.incidents.words.lines import answer_words
from app.incidents.words.names import ROLES, STATES
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone

KIND_CODES = {PlanKind.READ_DO: "READ-DO", PlanKind.DO_CONFIRM: "DO-CONFIRM"}


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is drawn: its icon, its tone, and the mood of its chip (None where it needs no word)."""

    icon: str
    tone: Tone
    mood: Mood | None = None


LOOKS = {
    StepState.OPEN: StateLook("circle", Tone.FIELD_EDGE),
    StepState.DONE: StateLook("circle-check", Tone.OK),
    StepState.DEVIATED: StateLook("split", Tone.WARN, Mood.WARN),
    StepState.NOT_APPLICABLE: StateLook("ban", Tone.INK3, Mood.MUTE),
    StepState.LATER: StateLook("clock-3", Tone.WARN, Mood.WARN),
    StepState.HIDDEN: StateLook("eye-off", Tone.INK3, Mood.MUTE),
}
StepChip = tuple[str, Mood, str]
"""Word, mood, icon."""


def seen_words(one: StepNow) -> str:
    """What stands at the right of a settled step: the values seen, or the words given instead."""
    if one.words and one.state in (StepState.DEVIATED, StepState.NOT_APPLICABLE):
        return one.words
    return said(answer_words(one.step, one.answers))


def time_words(one: StepNow) -> str:
    """When it was first done; empty while it waits."""
    at = one.first_at or one.settled_at
    return f"{at:%H:%M}" if at is not None and one.state.is_settled else ""


def role_words(one: StepNow) -> str:
    """Who does it."""
    return said(ROLES[one.step.role])


def chips(one: StepNow) -> list[StepChip]:
    """What stands behind its words: critical, its state where the icon alone does not say it, notes, corrections."""
    look, found = LOOKS[one.state], list[StepChip]()
    if one.step.critical:
        found.append((tr("Critical"), Mood.DANGER, "triangle-alert"))
    if look.mood is not None:
        found.append((said(STATES[one.state]), look.mood, look.icon))
    if one.notes:
        found.append((tr_n("{n} note", "{n} notes", one.notes).format(n=one.notes), Mood.MUTE, ""))
    if one.corrections:
        words = tr_n("corrected once", "corrected {n} times", one.corrections)
        found.append((words.format(n=one.corrections), Mood.MUTE, ""))
    return found


def spoken(one: StepNow) -> str:
    """A step as it is read aloud."""
    state = said(STATES[one.state])
    behind = [word for word, _, _ in chips(one) if word != state]
    parts = [said(one.step.text), *behind, role_words(one), state, seen_words(one), time_words(one)]
    return "; ".join(part for part in parts if part)

"""What stands in the list of who is to be told: a promise that presses, or a complaint of which nothing was said."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import mark, tr
from app.core.show import show_time
from app.tickets.complaints.progress import ProgressDue
from app.tickets.deadlines.clock_words import CLOCKS, standing_words
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, StepNow
from app.tickets.labels import TicketLabel
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell

_NOBODY = {
    Step.SOON: mark("given to nobody yet"),
    Step.OVERDUE: mark("no supervisor"),
    Step.LATE: mark("manager (name in the settings)"),
}
_MOODS = {Step.SOON: (Mood.WARN, "hourglass"), Step.OVERDUE: (Mood.DANGER, "triangle-alert")}


@dataclass(frozen=True, slots=True)
class ToTell:
    """One row: exactly one of `escalated` and `progress` is there."""

    ticket: TicketLabel
    state: State
    step: str
    whom: str
    told: str | None
    escalated: Escalated | None = None
    progress: ProgressDue | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the other rows."""
        return ("progress", self.ticket.id) if self.escalated is None else ("clock", self.escalated.clock_id)


def rows_to_tell(context: Context) -> list[ToTell]:
    """Promises by their furthest step, then the complaints that ask for a word of progress."""
    office = context.office
    return [*map(_of_clock, office.escalations.listed()), *map(_of_progress, office.complaints.progress_due())]


def told_words(step: StepNow) -> str | None:
    """`沈若兰, 2026-11-20 09:12 (王敏)`: who was told, when, by whom."""
    if step.told is None:
        return None
    words = tr("{told}, {time} ({by})")
    return words.format(told=step.told.told, time=show_time(step.told.at), by=step.told.by)


def columns() -> list[Column[ToTell]]:
    """The list on the screen."""
    return [
        Column(tr("Ticket"), lambda one: one.ticket.number, bold=True, whole=True),
        Column(tr("State"), lambda one: one.state, Cell.STATE),
        Column(tr("Step"), lambda one: one.step),
        Column(tr("Where"), lambda one: one.ticket.where),
        Column(tr("What"), lambda one: " ".join(one.ticket.text.split()), stretch=True),
        Column(tr("Tell"), lambda one: one.whom),
        Column(tr("Told"), lambda one: one.told, dash=True),
    ]


def _of_clock(row: Escalated) -> ToTell:
    mood, icon = _MOODS.get(row.step.step, (Mood.DANGER, "triangle-alert"))
    told = "; ".join(words for step in reversed(row.steps) if (words := told_words(step))) or None
    whom = row.step.whom or tr(_NOBODY[row.step.step])
    state = State(standing_words(row.reckoned), icon, mood)
    return ToTell(row.ticket, state, tr(CLOCKS[row.clock.rule.name]), whom, told, escalated=row)


def _of_progress(row: ProgressDue) -> ToTell:
    words = tr("progress due {time}").format(time=show_time(row.due_at))
    before = None if row.said_at is None else tr("last word {time}").format(time=show_time(row.said_at))
    state = State(words, "message-square", Mood.WARN)
    return ToTell(row.ticket, state, tr("word of progress"), tr("the resident"), before, progress=row)

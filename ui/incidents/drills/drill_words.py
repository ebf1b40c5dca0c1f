"""Words of drills that several lists say."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.language import mark, tr
from app.core.show import show_date
from app.incidents.drills.drill_rule import Due, QuarterStanding
from app.incidents.plans.plan import Both
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.columns import State

_DUE = {
    Due.IN_TIME: (mark("in time"), "circle-check", Mood.OK),
    Due.SOON: (mark("due soon"), "hourglass", Mood.WARN),
    Due.OVERDUE: (mark("overdue"), "triangle-alert", Mood.DANGER),
}


def due_state(due: Due) -> State:
    """How a drill stands, in a word with its icon."""
    words, icon, mood = _DUE[due]
    return State(tr(words), icon, mood)


def plan_name(names: Mapping[str, Both], code: str) -> str:
    """What a plan is called."""
    return said(names[code])


def quarter_words(quarter: QuarterStanding) -> tuple[str, Mood]:
    """Whether the quarter of today has had its drill."""
    if quarter.done:
        return "", Mood.OK
    words = tr("No drill has been held since {first}. One is due by {last}.")
    mood = Mood.MUTE if quarter.due is Due.IN_TIME else Mood.WARN
    return words.format(first=show_date(quarter.first), last=show_date(quarter.last)), mood

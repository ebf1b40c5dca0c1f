"""Why there is no bill, in plain words: what stands in the way, since when, and what to do."""

from __future__ import annotations

from datetime import timedelta

from app.core.language import mark, tr
from app.core.show import show_date
from app.fees.skip_reason import SkipReason
from app.fees.why import WhyNoBill
from ui.widgets.chip import Mood
from ui.widgets.columns import State
from ui.widgets.skip_words import cure_words, reason_state, reason_words

_DAY = timedelta(days=1)
_SINCE: dict[SkipReason, str] = {
    SkipReason.NOT_BEGUN: mark("charges begin on {day}"),
    SkipReason.ENDED: mark("the tariff ended; its last day was {before}"),
    SkipReason.NO_PRICE: mark("the tariff has no price from {day} on"),
    SkipReason.BILLED_ALREADY: mark("everything is billed through {before}; what is not in the list is paid"),
    SkipReason.NO_READING: mark("no reading since {day}"),
    SkipReason.NO_USAGE: mark("nothing was used since {day}"),
    SkipReason.NEGATIVE_USAGE: mark("the readings since {day} give a usage below zero"),
}


def why_state(why: WhyNoBill) -> State:
    """One word with its icon."""
    if why.reason is None:
        return State(tr("will be billed"), "circle-check", Mood.OK)
    return reason_state(why.reason)


def why_sentence(why: WhyNoBill) -> str:
    """What stands in the way."""
    if why.reason is None:
        assert why.day is not None
        return tr("nothing stands in the way; the next run charges from {day} on").format(day=show_date(why.day))
    words = reason_words(why.reason)
    if why.day is not None and why.reason in _SINCE:
        words = tr(_SINCE[why.reason]).format(day=show_date(why.day), before=show_date(why.day - _DAY))
    return f"{words} ({why.about})" if why.about else words


def what_to_do(why: WhyNoBill) -> str:
    """What would change it."""
    if why.reason is None:
        return tr("bill the month, or this unit alone at the counter")
    return cure_words(why.reason)

"""How a party of the call list is told in a row and in a line below it."""

from __future__ import annotations

from datetime import date

from app.core.language import tr, tr_n
from app.incidents.contacts.contact import DAYS_CONFIRMED
from app.incidents.contacts.contact_list import ContactCounts, ContactLine
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.columns import State


def second_words(line: ContactLine) -> str | None:
    """Whom to call when nobody answers."""
    one = line.contact
    return " ".join(part for part in (one.deputy, one.deputy_number) if part) or None


def number_words(line: ContactLine) -> str | None:
    """The number that is dialled; private ones say so, since they are on paper by choice only."""
    one = line.contact
    return tr("{number} (private)").format(number=one.to_call) if one.private and one.to_call else one.to_call or None


def state_of(line: ContactLine, today: date) -> State | None:
    """What is still to be done about the number, in words."""
    one = line.contact
    if one.fixed:
        return State(tr("whole country"), "lock", Mood.MUTE)
    if one.is_missing and one.proposed:
        return State(tr("usual number, not tried"), "hourglass", Mood.WARN)
    if one.is_missing:
        return State(tr("number missing"), "triangle-alert", Mood.DANGER if line.plans else Mood.MUTE)
    days = one.days_since_confirmed(today)
    if days is None:
        return State(tr("never tried"), "hourglass", Mood.WARN)
    if days > DAYS_CONFIRMED:
        words = tr_n("tried {n} day ago", "tried {n} days ago", days).format(n=days)
        return State(words, "hourglass", Mood.WARN)
    return State(tr("tried"), "circle-check", Mood.OK)


def called_by(line: ContactLine) -> str:
    """Which plans call this party."""
    if not line.plans:
        return tr("No plan calls this number; it stands on the printed call list.")
    names = " · ".join(said(plan.name) for plan in line.plans)  # some names hold a comma
    return tr("Called by: {plans}").format(plans=names)


def counted(counts: ContactCounts) -> str:
    """What has to be done about the whole list; "" when nothing has."""
    parts = []
    if counts.missing:
        n = counts.missing
        words = tr_n("{n} number is missing that plans call", "{n} numbers are missing that plans call", n)
        parts.append(words.format(n=n))
    if counts.stale:
        n = counts.stale
        words = tr_n("{n} was not tried for 90 days or never", "{n} were not tried for 90 days or never", n)
        parts.append(words.format(n=n))
    return tr("; ").join(parts)

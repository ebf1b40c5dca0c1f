"""What is said of a party beside its number: when it was last tried, what became of the last call, what is missing."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.core.show import show_date
from app.incidents.contacts.contact import DAYS_CONFIRMED
from app.incidents.running.view import CallLine, CallResult
from app.incidents.words.names import RESULTS
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone

_MOODS = {
    CallResult.REACHED: (Mood.OK, "phone-call"),
    CallResult.NO_ANSWER: (Mood.WARN, "phone"),
    CallResult.ENGAGED: (Mood.WARN, "phone"),
    CallResult.MESSAGE: (Mood.MUTE, "message-square"),
}


def party_words(line: CallLine, *, deputy: bool) -> str:
    """Who it is: as plans call it, and by the name that the office wrote; of the deputy its own name."""
    name = line.deputy if deputy else line.called
    title = said(line.name)
    if deputy:
        title = tr("{party}, second number").format(party=title)
    return tr("{party} ({name})").format(party=title, name=name) if name and name != title else title


def confirmed_words(line: CallLine, today: date) -> tuple[str, Tone]:
    """When the number was last tried; what is old, never tried or only usual says so in words."""
    if line.is_fixed:
        return tr("the same everywhere"), Tone.INK3
    if not line.number:
        return "", Tone.INK3
    if line.proposed:
        return tr("usual number, never tried here"), Tone.WARN
    if line.confirmed_on is None:
        return tr("this number was never tried"), Tone.WARN
    day = show_date(line.confirmed_on)
    days = (today - line.confirmed_on).days
    if days > DAYS_CONFIRMED:
        return tr("last tried {day}, over {days} days ago").format(day=day, days=DAYS_CONFIRMED), Tone.WARN
    return tr("tried on {day}").format(day=day), Tone.INK3


def result_state(line: CallLine) -> tuple[str, Mood, str]:
    """The last call to it as a chip: time, word, mood, icon; nothing where nobody called."""
    if not line.results:
        return "", Mood.MUTE, ""
    last = line.results[-1]
    result = CallResult(last.facts["result"])
    mood, icon = _MOODS[result]
    return f"{last.happened_at:%H:%M} {said(RESULTS[result])}", mood, icon


def below_words(line: CallLine) -> str:
    """What stands under the number: the other number of the party, or where a missing one is entered."""
    if not line.number:
        return tr("Nobody has entered this number. Enter it under Incidents, Contacts.")
    if line.deputy_is_next:
        return tr("first number {number}").format(number=line.number)
    if line.deputy_number:
        whom = " ".join(part for part in (line.deputy, line.deputy_number) if part)
        return tr("no answer → second number {number}").format(number=whom)
    return tr("the office took this number out meanwhile") if line.retired else ""

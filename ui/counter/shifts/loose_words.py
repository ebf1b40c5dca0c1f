"""Loose ends in words: what each is, and its icon."""

from __future__ import annotations

from app.core.language import mark, tr, tr_n
from app.core.show import show_money, show_shift, show_time
from app.desk.day_board import Loose, LooseEnd
from ui.widgets.chip import Mood
from ui.widgets.columns import State

_KINDS = {
    Loose.FORGOTTEN: (mark("Shift left open"), "triangle-alert", Mood.DANGER),
    Loose.SHIFT: (mark("Open shift"), "clock-3", Mood.ACCENT),
    Loose.UNPRINTED: (mark("Not printed yet"), "printer", Mood.WARN),
    Loose.PARKED: (mark("Parked bill"), "pause", Mood.WARN),
    Loose.ASIDE: (mark("Left with Esc"), "pause", Mood.WARN),
    Loose.REFERENCE: (mark("To be checked"), "landmark", Mood.WARN),
    Loose.OUTAGE: (mark("Outage still on"), "hourglass", Mood.WARN),
    Loose.BOOK: (mark("Book nearly used up"), "ticket-check", Mood.WARN),
}


def kind_of(end: LooseEnd) -> State:
    """What it is."""
    word, icon, mood = _KINDS[end.kind]
    return State(tr(word), icon, mood)


def subject_of(end: LooseEnd) -> str:
    """Which one: the shift, receipt, room, outage or book."""
    if end.kind in (Loose.SHIFT, Loose.FORGOTTEN):
        return f"{show_shift(end.id)} {end.subject}"
    return end.subject


def detail_of(end: LooseEnd) -> str:
    """A word more."""
    if end.kind in (Loose.SHIFT, Loose.FORGOTTEN):
        return tr("drawer {drawer}").format(drawer=end.detail)
    if end.kind is Loose.BOOK:
        return tr_n("{n} number left", "{n} numbers left", int(end.detail)).format(n=end.detail)
    return end.detail


def since(end: LooseEnd) -> str:
    """When it began."""
    return "" if end.at is None else show_time(end.at)


def one_line(end: LooseEnd) -> str:
    """All of it beside its kind, for a narrow list."""
    parts = [subject_of(end), detail_of(end)] + ([show_money(end.amount)] if end.amount is not None else [])
    return "·".join(part for part in parts if part)

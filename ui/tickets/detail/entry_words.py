"""What an entry of the timeline says: its head, its text, and its icon."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import mark, tr
from app.core.money import Money
from app.core.show import show_money
from app.counter.paper_copies import Paper
from app.tickets.detail.timeline import TimelineEntry
from app.tickets.field_words import FIELDS
from app.tickets.fields import Field
from app.tickets.kinds import WAITING, ContactWay, EntryKind, MediationStep, Source
from app.tickets.materials.kinds import KEPT
from app.tickets.words import CONTACT_WAYS, MEDIATION, SOURCES, STATES
from ui.tickets.asked.rating_words import rating_head
from ui.tickets.papers.paper_words import paper_title
from ui.tickets.state_looks import state_look

_HEADS: dict[EntryKind, str] = {
    EntryKind.REPORTED: mark("taken down by {who}"),
    EntryKind.ASSIGNED: mark("given out by {who}"),
    EntryKind.APPOINTED: mark("appointment"),
    EntryKind.NOTE: mark("note of {who}"),
    EntryKind.REPORTER: mark("reported by somebody else too"),
    EntryKind.REVIEW: mark("first review by {who}"),
    EntryKind.PLAN: mark("plan"),
    EntryKind.PROGRESS: mark("progress"),
    EntryKind.ANSWER: mark("answer to the resident"),
    EntryKind.IMPROVEMENT: mark("what is improved by it"),
    EntryKind.CLOSED: mark("closed by {who}"),
    EntryKind.REOPENED: mark("reopened by {who}"),
    EntryKind.MERGED: mark("merged into {other}"),
    EntryKind.TOOK_IN: mark("took in {other}"),
    EntryKind.PARTED: mark("parted from {other}"),
    EntryKind.JOINED_EVENT: mark("joined a mass event"),
    EntryKind.LEFT_EVENT: mark("left a mass event"),
    EntryKind.SAY: mark("words for those who call"),
    EntryKind.UNDONE: mark("taken back by {who}"),
    EntryKind.DEADLINE: mark("due time moved by an edit of the deadlines"),
    EntryKind.FILE: mark("photo added"),
    EntryKind.LINE: mark("material or work"),
    EntryKind.CHARGED: mark("to be paid at the counter"),
}
_ICONS: dict[EntryKind, str] = {
    EntryKind.REPORTED: "file-plus",
    EntryKind.ASSIGNED: "user-check",
    EntryKind.APPOINTED: "calendar-clock",
    EntryKind.NOTE: "message-square",
    EntryKind.CONTACT: "phone",
    EntryKind.CHANGED: "pencil",
    EntryKind.REPORTER: "users",
    EntryKind.REVIEW: "clipboard-check",
    EntryKind.PLAN: "list-checks",
    EntryKind.PROGRESS: "play",
    EntryKind.ANSWER: "message-square-plus",
    EntryKind.SATISFACTION: "star",
    EntryKind.IMPROVEMENT: "lightbulb",
    EntryKind.MEDIATION: "scale",
    EntryKind.CLOSED: "archive",
    EntryKind.REOPENED: "rotate-ccw",
    EntryKind.MERGED: "git-merge",
    EntryKind.TOOK_IN: "git-merge",
    EntryKind.PARTED: "split",
    EntryKind.UNDONE: "undo-2",
    EntryKind.DEADLINE: "clock-3",
    EntryKind.FILE: "image",
    EntryKind.LINE: "wrench",
    EntryKind.CHARGED: "coins",
    EntryKind.PRINTED: "printer",
    EntryKind.RATING: "star",
}


def entry_icon(entry: TimelineEntry) -> str:
    """The icon of an entry; of a move that of the state it led to."""
    if entry.kind is EntryKind.MOVED:
        return "play" if _goes_on(entry) else state_look(entry.state).icon
    return _ICONS.get(entry.kind, "info")


def entry_head(entry: TimelineEntry) -> str:
    """What happened, by whom; what a merged ticket brought names it, what was taken back says so."""
    special = _SPECIAL.get(entry.kind)
    who, other = entry.by or tr("the program"), str(entry.facts.get("other", ""))
    head = special(entry) if special else tr(_HEADS[entry.kind]).format(who=who, other=other)
    if entry.origin:
        head = tr("{what} (from {number})").format(what=head, number=entry.origin)
    return tr("{what}, taken back since").format(what=head) if entry.is_undone else head


def entry_text(entry: TimelineEntry) -> str:
    """The words that belong to it, and for a change what became of each field."""
    if entry.kind is EntryKind.REPORTED:
        source = entry.facts.get("source")
        return "; ".join(part for part in (tr(SOURCES[Source(source)]) if source else "", entry.text) if part)
    if KEPT in entry.facts:
        kept = tr("{amount} stays asked for at the counter").format(amount=show_money(Money(entry.facts[KEPT])))
        return tr("{text}; {more}").format(text=entry.text, more=kept) if entry.text else kept
    return entry.text


def changed_fields(entry: TimelineEntry) -> tuple[Field, ...]:
    """The fields that it changed, besides the state."""
    return tuple(Field(name) for name in entry.facts.get("changed", {}) if name != Field.STATE.value)


def _goes_on(entry: TimelineEntry) -> bool:
    return entry.was in WAITING and entry.state not in WAITING


def _moved(entry: TimelineEntry) -> str:
    said = tr(STATES[entry.state])
    if _goes_on(entry):
        return tr("{who}: goes on, {state}").format(who=entry.by, state=said)
    return tr("{who}: {state}").format(who=entry.by, state=said)


def _contact(entry: TimelineEntry) -> str:
    way = tr(CONTACT_WAYS[ContactWay(entry.facts["way"])])
    said = tr("reached {whom} {way}") if entry.facts["reached"] else tr("did not reach {whom} {way}")
    return said.format(whom=entry.facts["whom"] or tr("the resident"), way=way)


def _changed(entry: TimelineEntry) -> str:
    fields = tr(", ").join(tr(FIELDS[field]) for field in changed_fields(entry))
    macro = entry.facts.get("macro")
    if macro:
        return tr("{who} used “{macro}”: {fields}").format(who=entry.by, macro=macro, fields=fields)
    return tr("{who} changed {fields}").format(who=entry.by, fields=fields)


def _satisfied(entry: TimelineEntry) -> str:
    return tr("the resident is satisfied") if entry.facts["satisfied"] else tr("the resident is not satisfied")


def _mediated(entry: TimelineEntry) -> str:
    return tr("mediation: {step}").format(step=tr(MEDIATION[MediationStep(entry.facts["step"])]))


def _line(entry: TimelineEntry) -> str:
    return tr("material or work taken off") if entry.facts.get("taken_off") else tr(_HEADS[EntryKind.LINE])


def _charged(entry: TimelineEntry) -> str:
    return tr("no longer asked for at the counter") if entry.facts.get("back") else tr(_HEADS[EntryKind.CHARGED])


def _issued(entry: TimelineEntry) -> str:
    paper = paper_title(Paper(entry.facts["paper"]), "").strip()
    return tr("{paper}, to be printed by {who}").format(paper=paper, who=entry.by)


def _rated(entry: TimelineEntry) -> str:
    return rating_head(entry.facts, entry.by)


_SPECIAL: dict[EntryKind, Callable[[TimelineEntry], str]] = {
    EntryKind.MOVED: _moved,
    EntryKind.CONTACT: _contact,
    EntryKind.CHANGED: _changed,
    EntryKind.SATISFACTION: _satisfied,
    EntryKind.MEDIATION: _mediated,
    EntryKind.LINE: _line,
    EntryKind.CHARGED: _charged,
    EntryKind.PRINTED: _issued,
    EntryKind.RATING: _rated,
}

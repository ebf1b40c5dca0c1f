"""The places of a notice as a list to tick: Space when it hangs, and who hung it when."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_time
from app.notices.postings.posting_rows import Posting
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.table_view import TableView


def place_table() -> TableView[Posting]:
    """A row of 44 for fingers; what was sent by hand has no box."""
    return TableView(
        tr("Places of the notice"),
        [
            Column("", lambda one: None if one.message else one.posted_at is not None, Kind.CHECK),
            Column(tr("Posted at"), lambda one: one.place, bold=True, stretch=True),
            Column(tr("State"), _state, Kind.STATE),
            Column(tr("Hangs since"), lambda one: "" if one.posted_at is None else show_time(one.posted_at)),
            Column(tr("By"), lambda one: one.removed_by or one.posted_by, tone=Tone.INK2),
            Column(tr("Photo"), lambda one: tr("yes") if one.has_photo else "", tone=Tone.INK2),
        ],
        lambda one: one.id,
        row_height=36,
    )


def _state(one: Posting) -> State:
    if one.message:
        return State(tr("sent by hand"), "message-square", Mood.MUTE)
    if one.removed_at is not None:
        return State(tr("taken down {time}").format(time=f"{one.removed_at:%m-%d %H:%M}"), "check", Mood.MUTE)
    if one.posted_at is not None:
        return State(tr("hangs"), "circle-check", Mood.OK)
    return State(tr("not yet"), "circle-dashed", Mood.WARN)

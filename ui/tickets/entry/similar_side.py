"""Open tickets that are like the report being written, and what staff should know of the building."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent

from app.core.language import tr, tr_n
from app.core.show import show_time
from app.estate.building_hints import BuildingHint
from app.tickets.entry.similar import Similar
from app.tickets.events.read_events import EventHint, LiveEvent
from app.tickets.words import STATES
from ui.shell.actions import Action
from ui.tickets.caller.small_head import SmallHead
from ui.widgets.chip import Mood
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, column
from ui.widgets.text_label import caption
from ui.widgets.two_line_list import TwoLine, TwoLineList

_ROW, _ROWS = 48, 3


class SimilarSide(Pane):
    """The marked one is what the key of the joining adds the report to."""

    def __init__(self, join: Action) -> None:
        super().__init__("canvas")
        self._shown: Sequence[Similar] = ()
        self.hint = NoteStrip(folds=True)
        self.event_note = NoteStrip(folds=True)
        self._head = SmallHead(tr("Open here already"))
        self.list = TwoLineList(tr("Open tickets that are like it"))
        self.none = caption(tr("No open ticket of the last 30 days is like it.")).wrap()
        self.join = KeyButton(join, Kind.PLAIN)
        self.setLayout(
            column(
                self.hint,
                self.event_note,
                self._head,
                self.none,
                self.list,
                self.join,
                space=8,
            )
        )
        self.show_similar(())

    def place(self) -> None:
        """Give the strips the height that their words need."""
        for strip in (self.hint, self.event_note):
            strip.setFixedHeight(strip.height_in(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def marked(self) -> Similar | None:
        """The ticket that is marked."""
        chosen: Similar | None = self.list.current()
        return chosen

    def show_similar(self, rows: Sequence[Similar]) -> None:
        """Show these, the mark staying where it was or on the first."""
        marked = self.marked()
        self._shown = rows
        self.list.show_lines([_line(one) for one in rows], choose_first=bool(rows))
        if marked is not None:
            again = next((one for one in rows if one.label.id == marked.label.id), None)
            self.list.choose(again)
        count = tr_n("{n} ticket", "{n} tickets", len(rows)).format(n=len(rows)) if rows else ""
        self._head.show_note(count)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.join.setVisible(bool(rows))
        self.list.setFixedHeight(px(_ROW) * min(len(rows), _ROWS) + 2)

    def show_hint(self, hint: BuildingHint | None) -> None:
        """What is to be known of the building."""
        if hint is None:
            self.hint.clear()
        else:
            self.hint.say(hint.text, Mood.WARN, icon="flag", word=tr("Building"))

    def show_event(self, live: LiveEvent | None, hint: EventHint | None) -> None:
        """An event that runs, with what to say; else that several like tickets may be one."""
        if live is not None:
            self.event_note.say(
                live.say, Mood.ACCENT, icon="info", word=tr("Say: event {number}").format(number=live.number)
            )
        elif hint is not None:
            words = tr(
                "{n} like tickets in {building} ({category}) within the hour: one event? The list can make it one."
            )
            text = words.format(n=len(hint.tickets), building=hint.building, category=hint.category)
            self.event_note.say(text, Mood.WARN, icon="triangle-alert")
        else:
            self.event_note.clear()


def _line(one: Similar) -> TwoLine:
    return TwoLine(
        head=one.label.number,
        name=one.label.where,
        right=tr(STATES[one.state]),
        below=one.label.text or one.category,
        below_right=show_time(one.reported_at)[5:],
        what=one,
    )

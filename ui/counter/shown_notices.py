"""Where the counter says what it has to say in passing: over the open bill, or over the shift while none is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.language import tr
from ui.counter.bill.bill_desk import BillDesk
from ui.counter.notes.note_words import notes_words
from ui.counter.notices import Notice, Notices, Press, show_notice
from ui.counter.search.empty_counter import EmptyCounter
from ui.widgets.chip import Mood

_ALWAYS = (Press.UNPRINTED, Press.RESTORED, Press.CLOCK, Press.ONLINE_DOWN)


class ShownNotices(QObject):
    """A room's note has a strip of its own."""

    def __init__(self, notices: Notices, desk: BillDesk, empty: EmptyCounter) -> None:
        super().__init__(notices)
        self._notices, self._desk, self._empty = notices, desk, empty
        notices.changed.connect(self._show)
        desk.notes_changed.connect(self._say_notes)

    def _show(self) -> None:
        sheet = self._desk.sheet
        show_notice(sheet.note, self._notices.first(Press.UNIT_NOTE))
        show_notice(sheet.bar, self._notices.first(Press.TAKEN, *_ALWAYS))
        show_notice(self._empty.note, self._notices.first(*_ALWAYS))
        sheet.place()
        self._empty.place()

    def _say_notes(self) -> None:
        """What must be seen about the room: notes for the counter, else the note of the registry."""
        hand = self._desk.hand
        if hand is None:
            return
        note = hand.bill.unit.facts.note.strip()
        shown: Notice | None = None
        if hand.notes:
            shown = Notice(notes_words(hand.notes), Mood.WARN, "flag", tr("Counter note"))
        elif note:
            shown = Notice(note, Mood.WARN, "flag", tr("Note on the room"))
        self._notices.say(Press.UNIT_NOTE, shown)

"""Ctrl G: like tickets become one event, join one that runs, or the event of the chosen ticket is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.tickets.changes.many import Seen
from app.tickets.events.read_events import EventHint, LiveEvent
from app.tickets.lists.rows import TicketRow
from ui.shell.context import Context
from ui.tickets.board.board_pane import BoardPane
from ui.tickets.doing.asking import Asking
from ui.tickets.doing.done import Done
from ui.tickets.events.event_lines import event_lines
from ui.tickets.events.event_panel import EventPanel
from ui.tickets.events.hint_words import hint_words
from ui.tickets.events.new_event_panel import NewEventPanel
from ui.tickets.tab import TAB
from ui.widgets.chip import Mood


class EventDesk(QObject):
    """The hint above the list is one line; nothing becomes an event by itself."""

    def __init__(self, context: Context, board: BoardPane, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._board, self._asking = context, board, asking
        self._hints: Sequence[EventHint] = ()
        words = tr("Event of like tickets")
        self.action = context.actions.add("tickets.event", words, "Ctrl+G", self._on_event, context=TAB, commits=True)
        board.read_anew.connect(self.look)

    def look(self) -> None:
        """Read the hints and say the first."""
        self._hints = self._context.office.mass_events.hints()
        if self._hints:
            self._board.hint.say(hint_words(self._hints), Mood.WARN, icon="lightbulb")
            self._board.hint.offer(self.action)
        else:
            self._board.hint.clear()

    def _on_event(self) -> None:
        if not self._board.is_seen():
            return
        marked = self._board.marked()
        rows = self._asking.rows()
        event = None if len(marked) > 1 else self._event_of(rows)
        if event is not None:
            self._show(event, rows[0].id)
        elif len(marked) > 1:
            self._gather(rows)
        elif self._hints:
            self._follow(self._hint_for(rows))
        else:
            self._asking.hint(tr("Mark like tickets with Space; Ctrl G then makes one event of them."))
            return
        self._board.take_focus()  # Ctrl Z and the letters go on from here

    def _event_of(self, rows: Sequence[TicketRow]) -> LiveEvent | None:
        """The running event that the chosen ticket is, or belongs to."""
        if not rows:
            return None
        ids = {rows[0].id, rows[0].parent_id}
        return next((one for one in self._context.office.mass_events.live() if one.ticket_id in ids), None)

    def _hint_for(self, rows: Sequence[TicketRow]) -> EventHint:
        """The hint in which the chosen ticket stands, else the first."""
        chosen = {row.id for row in rows}
        return next((one for one in self._hints if any(label.id in chosen for label in one.tickets)), self._hints[0])

    def _gather(self, rows: Sequence[TicketRow]) -> None:
        """Of the marked ones: those that run free join the event among them, or become a new one."""
        live = {one.ticket_id: one for one in self._context.office.mass_events.live()}
        event = next((live[row.id] for row in rows if row.id in live), None)
        if event is None:
            self._begin(rows, "")
        else:
            self._join(event, [row for row in rows if row.id != event.ticket_id])

    def _follow(self, hint: EventHint) -> None:
        rows = self._context.office.ticket_lists.rows([label.id for label in hint.tickets])
        event = self._live(hint.event_id)
        if event is None:
            self._begin(rows, hint.category)
        else:
            self._join(event, rows)

    def _live(self, event_id: int | None) -> LiveEvent | None:
        return next((one for one in self._context.office.mass_events.live() if one.ticket_id == event_id), None)

    def _begin(self, rows: Sequence[TicketRow], category: str) -> None:
        self._asking.with_rows(rows, lambda rows: NewEventPanel(self._context, rows, category))

    def _join(self, event: LiveEvent, rows: Sequence[TicketRow]) -> None:
        count = len(rows)
        title = tr_n("Let {count} ticket join {event}?", "Let {count} tickets join {event}?", count)
        said = tr("Callers are told: {words}").format(words=event.say)
        head, text = title.format(count=count, event=event.number), f"{event_lines(rows)}\n\n{said}"
        if not self._context.questions.confirm(head, text, tr("Join")):
            return
        seen = [Seen(row.id, row.version) for row in rows]
        try:
            step = self._context.office.mass_events.join(self._context.actor, event.ticket_id, seen)
        except Refusal as refusal:
            self._asking.wrong(refusal)
            return
        words = tr_n("{count} ticket joins {event}", "{count} tickets join {event}", count)
        self._asking.told(Done(step, words.format(count=count, event=event.number), choose=event.ticket_id))

    def _show(self, event: LiveEvent, chosen: int) -> None:
        child = None if chosen == event.ticket_id else chosen
        wanted = self._context.questions.ask(EventPanel(self._context, event, self._asking.told, child))
        if wanted is not None:
            self._asking.changed.emit(wanted)

"""What is done with the chosen ticket, or with all that are marked: asked, told, and kept to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_money
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.kinds import GONE, OVER
from app.tickets.lists.rows import TicketRow
from app.tickets.refusals import UndoOverwritten
from app.tickets.steps import StepsDone
from app.tickets.words import STATES
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.doing.appoint_panel import AppointPanel
from ui.tickets.doing.assign_panel import AssignPanel
from ui.tickets.doing.close_panel import ClosePanel
from ui.tickets.doing.contact_panel import ContactPanel
from ui.tickets.doing.done import Done
from ui.tickets.doing.elsewhere_words import elsewhere_words
from ui.tickets.doing.macro_panel import MacroPanel
from ui.tickets.doing.merge_panel import MergePanel, like_it
from ui.tickets.doing.note_panel import NotePanel
from ui.tickets.doing.order_printing import OrderPrinting
from ui.tickets.doing.plan_words import refused_words
from ui.tickets.doing.priority_panel import PriorityPanel
from ui.tickets.doing.reopen_panel import ReopenPanel
from ui.tickets.doing.state_panel import StatePanel, offered_moves
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.tickets.doing.track_panel import TrackPanel
from ui.tickets.doing.track_steps import open_steps
from ui.tickets.doing.unfinished import Unfinished
from ui.tickets.doing.why_panel import WhyDuePanel

Rows = Callable[[], Sequence[TicketRow]]


class TicketDesk(QObject):
    """`rows` gives what the next key is meant for, `shown` the ticket beside; `changed` with where to go on."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject, rows: Rows, shown: Callable[[], TicketPage | None]) -> None:
        super().__init__(parent)
        self._context, self._rows, self._shown = context, rows, shown
        self.steps = StepsDone()
        self._unfinished = Unfinished()
        self._printing = OrderPrinting(context, self)

    def assign(self) -> None:
        """A."""
        self._with(self._open(), lambda rows: AssignPanel(self._context, rows))

    def move_on(self) -> None:
        """S."""
        rows = self._open()
        moves = offered_moves(rows)
        if rows and not moves:
            self._hint(tr("From here only C closes it."))
            return
        self._with(rows, lambda rows: StatePanel(self._context, rows, moves))

    def priority(self) -> None:
        """P."""
        self._with(self._open(), lambda rows: PriorityPanel(self._context, rows))

    def note(self) -> None:
        """N."""
        self._with_one(lambda row: NotePanel(self._context, row))

    def contact(self) -> None:
        """K."""
        self._with(self._open()[:1], lambda rows: ContactPanel(self._context, rows[0]))

    def appoint(self) -> None:
        """D."""
        self._with(self._open()[:1], lambda rows: AppointPanel(self._context, rows[0]))

    def close(self) -> None:
        """C."""
        rows = self._open()
        page = self._shown()
        alone = len(rows) == 1 and page is not None and page.row.id == rows[0].id
        checklist = page.checklist if page is not None and alone else ()
        self._with(rows, lambda rows: ClosePanel(self._context, rows, checklist))

    def reopen(self) -> None:
        """R."""
        row = next(iter(self._rows()), None)
        if row is not None and (row.state not in OVER or row.merged_into is not None):
            self._hint(
                tr("Only a closed or cancelled ticket is reopened; this one is “{state}”.").format(state=_state(row))
            )
            return
        self._with_one(lambda row: ReopenPanel(self._context, row))

    def merge(self) -> None:
        """M: merges, and parts what was merged."""
        rows = self._rows()
        if len(rows) == 1 and rows[0].merged_into is not None:
            self._part(rows[0])
            return
        rows = self._open()
        if not rows:
            return
        targets = rows if len(rows) > 1 else like_it(self._context, rows[0])
        if not targets:
            self._hint(tr("No open ticket is like it. Mark the doubles with Space, then press M."))
            return
        self._with(rows, lambda rows: MergePanel(self._context, rows, targets))

    def track(self) -> None:
        """T."""
        rows = self._open()[:1]
        if rows and not open_steps(rows[0]):
            self._hint(tr("Only complaints, suggestions and fee disputes have these steps."))
            return
        self._with(rows, lambda rows: TrackPanel(self._context, rows[0]))

    def macro(self) -> None:
        """X."""
        macros = self._context.office.macros.all()
        if not macros:
            self._hint(tr("The office has no set of changes yet."))
            return
        self._with(self._open(), lambda rows: MacroPanel(self._context, rows, macros))

    def charge(self) -> None:
        """Ctrl+B."""
        page = self._shown()
        if page is None:
            return
        try:
            amount = self._context.office.ticket_lines.charge(self._context.actor, page.row.id)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
            return
        said = tr("{amount} is asked for at the counter from {place} now")
        self._context.messages.done(said.format(amount=show_money(amount), place=page.row.where))
        self._context.changes.announce("counter", by=self)
        self.changed.emit(None)

    def print_order(self) -> None:
        """Ctrl+P."""
        page = self._shown()
        if page is None:
            return
        try:
            self._printing.print_order(page.row)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
        else:
            self.changed.emit(None)

    def explain(self) -> None:
        """F4."""
        page = self._shown()
        if page is None or not page.clocks:
            self._hint(tr("Nothing is promised for this ticket."))
            return
        first = None if page.row.clock is None else page.row.clock.id
        ask = self._context.office.deadlines.explain
        self._context.questions.ask(WhyDuePanel(page.row.number, page.clocks, first, ask))

    def undo(self) -> None:
        """Ctrl+Z."""
        step = self.steps.last()
        if step is None:
            self._hint(tr("Nothing was done here yet that could be taken back."))
            return
        try:
            self._context.office.ticket_undo.undo(self._context.actor, step)
        except Refusal as refusal:
            if isinstance(refusal, UndoOverwritten):
                self.steps.undone()  # it can never be taken back any more
            self._context.messages.wrong(say(refusal))
            return
        self.steps.undone()
        self._context.messages.done(tr("The last step is taken back; the timeline tells both"))
        self.changed.emit(next(iter(step.tickets), None))

    def _part(self, row: TicketRow) -> None:
        page = self._shown()
        other = page.linked.merged_into if page is not None and page.row.id == row.id else None
        title = tr("Part {number} again?").format(number=row.number)
        said = tr("{number} becomes exactly what it was before it was merged into {other}.")
        text = said.format(number=row.number, other="" if other is None else other.number)
        if not self._context.questions.confirm(title, text, tr("Part")):
            return
        try:
            step = self._context.office.ticket_merges.part(self._context.actor, row.id)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
        else:
            self._told(Done(step, tr("{number} stands for itself again").format(number=row.number)), keep=False)

    def _open(self) -> list[TicketRow]:
        """Those on which something can be done; of one that is over it is said why not."""
        rows = list(self._rows())
        found = [row for row in rows if row.state not in OVER]
        if rows and not found:
            words = (
                tr("{number} is “{state}”: R reopens it.")
                if rows[0].state not in GONE
                else tr("{number} is “{state}”.")
            )
            self._hint(words.format(number=rows[0].number, state=_state(rows[0])))
        return found

    def _with_one(self, make: Callable[[TicketRow], TicketPanel]) -> None:
        self._with(list(self._rows())[:1], lambda rows: make(rows[0]))

    def _with(self, rows: Sequence[TicketRow], make: Callable[[Sequence[TicketRow]], TicketPanel]) -> None:
        if not rows:
            return
        panel: Any = make(rows)
        self._unfinished.bring_back(panel, rows[0].id)
        done = self._context.questions.ask(panel)
        if done is None:
            self._unfinished.keep(panel, rows[0].id)
        else:
            self._told(done)

    def _told(self, done: Done, *, keep: bool = True) -> None:
        if keep and done.step.changed:
            self.steps.did(done.step)
        self._context.messages.done(done.words)
        if done.refused:
            self._context.messages.hint(refused_words(done.refused))
        if done.elsewhere:
            self._context.messages.hint(elsewhere_words(self._context, done.elsewhere))
        self.changed.emit(done.choose)

    def _hint(self, words: str) -> None:
        self._context.messages.hint(words)


def _state(row: TicketRow) -> str:
    return tr(STATES[row.state])

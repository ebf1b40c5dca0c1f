"""What is done with the chosen ticket, or with all that are marked: asked, told, and kept to be taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.errors import Refusal
from app.core.language import tr
from app.tickets.kinds import OVER
from app.tickets.lists.rows import TicketRow
from app.tickets.refusals import UndoOverwritten
from ui.shell.context import Context
from ui.tickets.doing.appoint_panel import AppointPanel
from ui.tickets.doing.asking import Asking, Rows, Shown, state_word
from ui.tickets.doing.assign_panel import AssignPanel
from ui.tickets.doing.close_panel import ClosePanel
from ui.tickets.doing.contact_panel import ContactPanel
from ui.tickets.doing.done import Done
from ui.tickets.doing.macro_panel import MacroPanel
from ui.tickets.doing.merge_panel import MergePanel, like_it
from ui.tickets.doing.note_panel import NotePanel
from ui.tickets.doing.priority_panel import PriorityPanel
from ui.tickets.doing.reopen_panel import ReopenPanel
from ui.tickets.doing.state_panel import StatePanel, offered_moves
from ui.tickets.doing.ticket_work import TicketWork
from ui.tickets.doing.track_panel import TrackPanel
from ui.tickets.doing.track_steps import open_steps
from ui.tickets.doing.why_panel import WhyDuePanel


class TicketDesk(QObject):
    """The keys that move tickets; `asking` is shared with whatever else acts on them."""

    def __init__(self, context: Context, parent: QObject, rows: Rows, shown: Shown) -> None:
        super().__init__(parent)
        self._context = context
        self.asking = Asking(context, self, rows, shown)
        self.work = TicketWork(self.asking, self.undo)

    def assign(self) -> None:
        """A."""
        self.asking.with_rows(self.asking.open_rows(), lambda rows: AssignPanel(self._context, rows))

    def move_on(self) -> None:
        """S."""
        rows = self.asking.open_rows()
        moves = offered_moves(rows)
        if rows and not moves:
            self.asking.hint(tr("From here only C closes it."))
            return
        self.asking.with_rows(rows, lambda rows: StatePanel(self._context, rows, moves))

    def priority(self) -> None:
        """P."""
        self.asking.with_rows(self.asking.open_rows(), lambda rows: PriorityPanel(self._context, rows))

    def note(self) -> None:
        """N."""
        self.asking.with_one(lambda row: NotePanel(self._context, row))

    def contact(self) -> None:
        """K."""
        self.asking.with_rows(self.asking.open_rows()[:1], lambda rows: ContactPanel(self._context, rows[0]))

    def appoint(self) -> None:
        """D."""
        self.asking.with_rows(self.asking.open_rows()[:1], lambda rows: AppointPanel(self._context, rows[0]))

    def close(self) -> None:
        """C."""
        rows = self.asking.open_rows()
        page = self.asking.page()
        alone = len(rows) == 1 and page is not None and page.row.id == rows[0].id
        checklist = page.checklist if page is not None and alone else ()
        self.asking.with_rows(rows, lambda rows: ClosePanel(self._context, rows, checklist))

    def reopen(self) -> None:
        """R."""
        row = next(iter(self.asking.rows()), None)
        if row is not None and (row.state not in OVER or row.merged_into is not None):
            self.asking.hint(
                tr("Only a closed or cancelled ticket is reopened; this one is “{state}”.").format(
                    state=state_word(row)
                )
            )
            return
        self.asking.with_one(lambda row: ReopenPanel(self._context, row))

    def merge(self) -> None:
        """M: merges, and parts what was merged."""
        rows = self.asking.rows()
        if len(rows) == 1 and rows[0].merged_into is not None:
            self._part(rows[0])
            return
        rows = self.asking.open_rows()
        if not rows:
            return
        targets = rows if len(rows) > 1 else like_it(self._context, rows[0])
        if not targets:
            self.asking.hint(tr("No open ticket is like it. Mark the doubles with Space, then press M."))
            return
        self.asking.with_rows(rows, lambda rows: MergePanel(self._context, rows, targets))

    def track(self) -> None:
        """T."""
        rows = self.asking.open_rows()[:1]
        if rows and not open_steps(rows[0]):
            self.asking.hint(tr("Only complaints, suggestions and fee disputes have these steps."))
            return
        self.asking.with_rows(rows, lambda rows: TrackPanel(self._context, rows[0]))

    def macro(self) -> None:
        """X."""
        macros = self._context.office.macros.all()
        if not macros:
            self.asking.hint(tr("The office has no set of changes yet. Ctrl Shift U, then Alt 0, makes one."))
            return
        self.asking.with_rows(self.asking.open_rows(), lambda rows: MacroPanel(self._context, rows, macros))

    def explain(self) -> None:
        """F4."""
        page = self.asking.page()
        if page is None or not page.clocks:
            self.asking.hint(tr("Nothing is promised for this ticket."))
            return
        first = None if page.row.clock is None else page.row.clock.id
        ask = self._context.office.deadlines.explain
        self._context.questions.ask(WhyDuePanel(page.row.number, page.clocks, first, ask))

    def undo(self) -> None:
        """Ctrl+Z."""
        step = self.asking.steps.last()
        if step is None:
            self.asking.hint(tr("Nothing was done here yet that could be taken back."))
            return
        try:
            self._context.office.ticket_undo.undo(self._context.actor, step)
        except Refusal as refusal:
            if isinstance(refusal, UndoOverwritten):
                self.asking.steps.undone()  # it can never be taken back any more
            self.asking.wrong(refusal)
            return
        self.asking.steps.undone()
        self._context.messages.done(tr("The last step is taken back; the timeline tells both"))
        self.asking.changed.emit(next(iter(step.tickets), None))

    def _part(self, row: TicketRow) -> None:
        page = self.asking.page()
        other = page.linked.merged_into if page is not None and page.row.id == row.id else None
        title = tr("Part {number} again?").format(number=row.number)
        said = tr("{number} becomes exactly what it was before it was merged into {other}.")
        text = said.format(number=row.number, other="" if other is None else other.number)
        if not self._context.questions.confirm(title, text, tr("Part")):
            return
        try:
            step = self._context.office.ticket_merges.part(self._context.actor, row.id)
        except Refusal as refusal:
            self.asking.wrong(refusal)
        else:
            self.asking.told(Done(step, tr("{number} stands for itself again").format(number=row.number)), keep=False)

"""The list of who is to be told of late tickets: ticked with name and time, printed, and explained."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_time
from app.tickets.complaints.progress import ProgressDue
from app.tickets.deadlines.clock_words import CLOCKS
from app.tickets.deadlines.escalations import Escalated
from app.tickets.deadlines.explain_words import explain_lines
from app.tickets.deadlines.warning_words import progress_words
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.shell.context import Context
from ui.tickets.rules.progress_panel import ProgressPanel
from ui.tickets.rules.to_tell import ToTell, columns, rows_to_tell
from ui.tickets.rules.told_panel import ToldPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.telling"


class Telling(Section[ToTell]):
    """The furthest step of every clock, then the words of progress; `ticket_wanted` asks for a ticket by its id."""

    ticket_wanted = Signal(int)
    needs = Permission.WORK_TICKET
    folding = (mark("Step"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("To be told"),
            TableView(tr("To be told"), columns(), key=lambda one: one.key),
            words=tr("Deadlines that press: whoever answers for it, then a supervisor, then the manager is told."),
            empty=EmptyState(tr("Nobody has to be told"), tr("No deadline is near or has passed.")),
        )
        self.offer(
            "told", tr("Tick as told"), "Space", self.on_row(self._on_told), Kind.PRIMARY, icon="check", in_rows=True
        )
        look = self.offer("open", tr("Open the ticket"), "Return", self.on_row(self._on_open), in_rows=True)
        self.offer("explain", tr("Why it is due"), "F4", self.on_row(self._on_explain))
        self.offer("print", tr("Call list"), "Ctrl+P", self._on_print, icon="printer")
        self.offer("again", tr("Read again"), "F5", self._on_again, Kind.QUIET)
        self.opens(look)

    def load(self) -> None:
        self.table.show_rows(rows_to_tell(self.context))

    def _on_told(self, row: ToTell) -> None:
        if row.escalated is not None:
            self._tick(row.escalated)
        elif row.progress is not None:
            self._say_progress(row.progress)

    def _tick(self, row: Escalated) -> None:
        told = self.context.questions.ask(ToldPanel(self.context, row).concerning(row.ticket.id, row.clock.rule.name))
        if told is not None:
            self.tell_done(tr("{told} is ticked as told of {number}").format(told=told, number=row.ticket.number))

    def _say_progress(self, row: ProgressDue) -> None:
        number = self.context.questions.ask(ProgressPanel(self.context, row).concerning(row.ticket.id))
        if number is not None:
            self.tell_done(tr("The word of progress stands on {number}").format(number=number))

    def _on_open(self, row: ToTell) -> None:
        self.ticket_wanted.emit(row.ticket.id)

    def _on_explain(self, row: ToTell) -> None:
        if row.progress is not None:
            self.context.questions.tell(tr("Word of progress"), _why(row.progress))
        if row.escalated is not None:
            clock = row.escalated.clock
            lines = explain_lines(self.context.office.deadlines.explain(row.escalated.clock_id))
            title = tr("{number}: {clock}").format(number=row.ticket.number, clock=tr(CLOCKS[clock.rule.name]))
            self.context.questions.tell(title, "\n".join(lines))

    def _on_again(self) -> None:
        self.begin()
        self.context.messages.done(tr("Read again"))

    def _on_print(self) -> None:
        from app.paper.profiles import A4_LANDSCAPE  # noqa: PLC0415 - as above
        from app.tickets.deadlines.call_list_paper import TITLE, call_list_pdf, missing_glyphs  # noqa: PLC0415 - the drawing library

        facts = self.context.office.call_lists.now(self.context.actor)
        title = f"{TITLE} {show_time(facts.printed_at)}"
        paper = ReadyPaper(title, call_list_pdf(facts), A4_LANDSCAPE, missing_glyphs(facts))
        show_paper(self.context, paper)


def _why(row: ProgressDue) -> str:
    rule = tr(
        "Of a major complaint the resident hears regularly; after how many days at the latest is in the settings."
    )
    said = "" if row.said_at is None else tr("The last word was {time}.").format(time=show_time(row.said_at))
    return "\n".join(part for part in (progress_words(row), said, rule) if part)

"""The list of who is to be told of late tickets: ticked with name and time, printed, and explained."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_time
from app.tickets.deadlines.clock_words import CLOCKS, standing_words
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, StepNow
from app.tickets.deadlines.explain_words import explain_lines
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.shell.context import Context
from ui.tickets.rules.section import Section
from ui.tickets.rules.told_panel import ToldPanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.telling"
_NOBODY = {
    Step.SOON: mark("given to nobody yet"),
    Step.OVERDUE: mark("no supervisor"),
    Step.LATE: mark("manager (name in the settings)"),
}
_MOODS = {Step.SOON: (Mood.WARN, "hourglass"), Step.OVERDUE: (Mood.DANGER, "triangle-alert")}


class Telling(Section[Escalated]):
    """The furthest step of every clock; `ticket_wanted` asks for one of the tickets by its id."""

    ticket_wanted = Signal(int)
    needs = Permission.WORK_TICKET
    folding = (mark("Step"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("To be told"),
            TableView(tr("To be told"), _columns(), key=lambda one: one.clock_id),
            words=tr("Deadlines that press: whoever answers for it, then a supervisor, then the manager is told."),
            empty=EmptyState(tr("Nobody has to be told"), tr("No deadline is near or has passed.")),
        )
        self.offer("told", tr("Tick as told"), "Space", self._on_told, Kind.PRIMARY, icon="check", in_rows=True)
        look = self.offer("open", tr("Open the ticket"), "Return", self._on_open, in_rows=True)
        self.offer("explain", tr("Why it is due"), "F4", self._on_explain)
        self.offer("print", tr("Call list"), "Ctrl+P", self._on_print, icon="printer")
        self.offer("again", tr("Read again"), "F5", self._on_again, Kind.QUIET)
        self.opens(look)

    def load(self) -> None:
        self.table.show_rows(self.context.office.escalations.listed())

    def _on_told(self) -> None:
        row = self.table.current()
        if row is None:
            return
        told = self.context.questions.ask(ToldPanel(self.context, row))
        if told is not None:
            self.tell_done(tr("{told} is ticked as told of {number}").format(told=told, number=row.ticket.number))

    def _on_open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.ticket_wanted.emit(row.ticket.id)

    def _on_explain(self) -> None:
        row = self.table.current()
        if row is None:
            return
        lines = explain_lines(self.context.office.deadlines.explain(row.clock_id))
        title = tr("{number}: {clock}").format(number=row.ticket.number, clock=tr(CLOCKS[row.clock.rule.name]))
        self.context.questions.tell(title, "\n".join(lines))

    def _on_again(self) -> None:
        self.begin()
        self.context.messages.done(tr("Read again"))

    def _on_print(self) -> None:
        from app.counter.papers.arrears_roster import A4_LANDSCAPE  # noqa: PLC0415 - the drawing library
        from app.tickets.deadlines.call_list_paper import TITLE, call_list_pdf, missing_glyphs  # noqa: PLC0415 - as above

        facts = self.context.office.call_lists.now(self.context.actor)
        title = f"{TITLE} {show_time(facts.printed_at)}"
        paper = ReadyPaper(title, call_list_pdf(facts), A4_LANDSCAPE, missing_glyphs(facts))
        show_paper(self.context, paper)


def told_words(step: StepNow) -> str | None:
    """`沈若兰, 2026-11-20 09:12 (王敏)`: who was told, when, by whom."""
    if step.told is None:
        return None
    words = tr("{told}, {time} ({by})")
    return words.format(told=step.told.told, time=show_time(step.told.at), by=step.told.by)


def _columns() -> list[Column[Escalated]]:
    return [
        Column(tr("Ticket"), lambda one: one.ticket.number, bold=True, whole=True),
        Column(tr("State"), _state, Cell.STATE),
        Column(tr("Step"), lambda one: tr(CLOCKS[one.clock.rule.name])),
        Column(tr("Where"), lambda one: one.ticket.where),
        Column(tr("What"), lambda one: " ".join(one.ticket.text.split()), stretch=True),
        Column(tr("Tell"), lambda one: one.step.whom or tr(_NOBODY[one.step.step])),
        Column(tr("Told"), _told, dash=True),
    ]


def _state(row: Escalated) -> State:
    mood, icon = _MOODS.get(row.step.step, (Mood.DANGER, "triangle-alert"))
    return State(standing_words(row.reckoned), icon, mood)


def _told(row: Escalated) -> str | None:
    return "; ".join(words for step in reversed(row.steps) if (words := told_words(step))) or None

"""An event as it runs: the words for those who call, and its tickets, any of which may go its own way again."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import mask_personal
from app.tickets.events.read_events import LiveEvent
from app.tickets.labels import TicketLabel
from app.tickets.refusals import ChangedElsewhere, SayMissing
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.done import Done
from ui.tickets.doing.elsewhere_words import clash_words
from ui.tickets.events.event_incident import EventIncident
from ui.tickets.state_looks import state_look
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.table_view import TableView
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import body

_ROWS = 6


class EventPanel(QuestionPanel[int]):
    """Answers the ticket to go on with; what is done meanwhile goes to `told`, step by step."""

    def __init__(self, context: Context, event: LiveEvent, told: Callable[[Done], None], child: int | None) -> None:
        super().__init__(tr("Event {number}").format(number=event.number), width=760)
        self._context, self._told, self._event, self._seen = context, told, event, event.version
        self.say = TextArea(tr("Say to callers"), lines=3)
        self.say.set_text(event.say)
        self.table: TableView[TicketLabel] = TableView(
            tr("Tickets of the event"), _columns(), key=lambda one: one.id, row_height=28
        )
        self.table.setMinimumHeight(self.table.height_of_rows(_ROWS))
        self._problem = ErrorLine()
        self._incident = EventIncident(context, event, self._problem.show_problem)
        self._lay_out()
        self._load()
        self.table.opened.connect(lambda one: self.answer(one.id))
        self.table.choose_key(child) if child is not None else self.table.choose(0)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "open", tr("Open the ticket"), "F3", self._on_open)
        words = self._incident.words()
        if words:
            self.add_button(actions, "incident", words, "Ctrl+I", self._on_incident)
        self.add_button(actions, "leave", tr("Let it go its own way"), "Ctrl+D", self._on_leave)
        self.add_button(actions, "say", tr("Save the words"), ("F9", "Ctrl+Return"), self._on_say, Kind.PRIMARY)

    def problem(self) -> str:
        """What was refused."""
        return self._problem.text()

    def _lay_out(self) -> None:
        what = f"{self._event.building}  {' '.join(self._event.text.split())}".strip()
        words = tr("C on the event closes it with all that are still open; Ctrl Z takes every step back.")
        for part in (
            body(what, bold=True).wrap(),
            body(tr("Say to callers"), Tone.INK2),
            self.say,
            body(tr("Tickets of the event"), Tone.INK2),
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(body(words, Tone.INK2).wrap())
        self.body.addWidget(self._problem)

    def _load(self) -> None:
        self.table.show_rows(self._context.office.mass_events.children(self._event.ticket_id))

    def _on_incident(self) -> None:
        if self._incident.go_on():
            self.give_up()

    def _on_open(self) -> None:
        child = self.table.current()
        if child is not None:
            self.answer(child.id)

    def _on_leave(self) -> None:
        child = self.table.current()
        if child is None:
            return
        try:
            step = self._context.office.mass_events.leave(self._context.actor, child.id)
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
            return
        self._problem.show_problem("")
        self._told(Done(step, tr("{number} goes its own way again").format(number=child.number)))
        self._load()
        self.table.setFocus()

    def _on_say(self) -> None:
        events, event = self._context.office.mass_events, self._event
        try:
            moved = events.tell(self._context.actor, event.ticket_id, self._seen, self.say.text())
        except ChangedElsewhere as refusal:
            self._problem.show_problem(clash_words(self._context, refusal))
            (row,) = self._context.office.ticket_lists.rows([event.ticket_id])
            self._seen = row.version
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
            if isinstance(refusal, SayMissing):
                self.say.setFocus()
        else:
            self._told(Done(moved.step, tr("Everybody who calls is told so from now on"), moved.elsewhere))
            self.answer(event.ticket_id)


def _columns() -> list[Column[TicketLabel]]:
    return [
        Column(tr("Ticket"), lambda one: one.number, bold=True, whole=True),
        Column(tr("Where"), lambda one: one.where),
        Column(tr("State"), lambda one: state_look(one.state), Cell.CHIP),
        Column(tr("What"), lambda one: " ".join(mask_personal(one.text).split()), stretch=True),
    ]

"""Material and work of a ticket: lines are written one after the other, taken off, and sent to the counter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_decimal, show_money
from app.tickets.lists.rows import TicketRow
from app.tickets.materials.line_rows import WorkLine
from app.tickets.materials.refusals import LineNeedsName, LineOfNothing, LineTooDear
from app.tickets.steps import Step, StepsDone
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.more_keys import MoreKeys
from ui.tickets.doing.ticket_panel import about_words
from ui.tickets.material.line_form import LineForm
from ui.tickets.material.line_words import quantity_words, state_look, sum_words
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 2


class LinesPanel(QuestionPanel[None]):
    """Stays open from line to line; Ctrl+Z takes the last one back, here and later."""

    most = (960, 680)

    def __init__(self, context: Context, row: TicketRow, steps: StepsDone, undo: Callable[[], None]) -> None:
        super().__init__(tr("Material and work"), width=760)
        self._context, self._row, self._steps, self._undo = context, row, steps, undo
        self._lines = context.office.ticket_lines
        self.form = LineForm(self._lines.usually_free(row.id))
        self.table = lines_table()
        self.total, self.problem = body("", bold=True).wrap(), ErrorLine()
        self._more = MoreKeys()
        self._places = (
            (LineNeedsName, self.form.name),
            (LineOfNothing, self.form.price),
            (LineTooDear, self.form.price),
        )
        self._lay_out()
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self._more.offer(self, actions, "off", tr("Take the line off"), "F7", self._on_off)
        self._more.offer(self, actions, "undo", tr("Undo the last line"), "Ctrl+Z", self._on_undo)
        self._more.offer(self, actions, "charge", tr("To the counter"), "Ctrl+B", self._on_charge)
        self._more.offer(self, actions, "uncharge", tr("Take the charge back"), "F8", self._on_uncharge)
        self.add_button(actions, "add", tr("Add the line"), ("F9", "Return", "Ctrl+Return"), self._on_add, Kind.PRIMARY)

    def _lay_out(self) -> None:
        hint = tr("Name what was built in or worked, and add it with F9.")
        pane = TablePane(self.table, EmptyState(tr("No line yet"), hint))
        pane.setMinimumHeight(self.table.height_of_rows(_ROWS))
        about = body(about_words([self._row]), Tone.INK2).wrap()
        for part in (about, pane, self.total, self._more, self.form, self.problem):
            self.body.addWidget(part)
        self.setFocusProxy(self.form.name)

    def _show(self) -> None:
        lines = self._lines.of(self._row.id)
        self.table.show_rows(lines.lines)
        if self.table.current() is None:
            self.table.choose(len(lines.lines) - 1)
        self.total.show_text(sum_words(lines))

    def _on_add(self) -> None:
        if self._do(lambda: self._lines.add(self._context.actor, self._row.id, self.form.line()).step, checked=True):
            self.form.clear()
            self.taken.emit()
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_off(self) -> None:
        line = self.table.current()
        if line is None:
            self.problem.show_problem(tr("There is no line to take off."))
            return
        self._do(lambda: self._lines.take_off(self._context.actor, line.id))

    def _on_undo(self) -> None:
        self.problem.show_problem("")
        self._undo()
        self._show()

    def _on_charge(self) -> None:
        self._ask_counter(self._lines.charge, tr("{amount} is asked for at the counter from {place} now"))

    def _on_uncharge(self) -> None:
        self._ask_counter(self._lines.take_back, tr("{amount} is no longer asked for at the counter from {place}"))

    def _ask_counter(self, run: Callable[..., object], words: str) -> None:
        def ask() -> None:
            amount = run(self._context.actor, self._row.id)
            said = words.format(amount=show_money(amount), place=self._row.where)  # type: ignore[arg-type]  # Money
            self._context.messages.done(said)
            self._context.changes.announce("counter", by=self)

        self._do(ask)

    def _do(self, run: Callable[[], Step | None], *, checked: bool = False) -> bool:
        self.problem.show_problem("")
        for _, field in self._places:
            self.form.show_problem(field, "")
        if checked and not self.form.check():
            return False
        try:
            step = run()
        except Refusal as refusal:
            self._say(refusal)
            self._show()
            return False
        if step is not None:
            self._steps.did(step)
        self._show()
        return True

    def _say(self, refusal: Refusal) -> None:
        field = next((field for kind, field in self._places if isinstance(refusal, kind)), None)
        if field is None:
            self.problem.show_problem(say(refusal))
            return
        self.form.show_problem(field, say(refusal))
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def lines_table() -> TableView[WorkLine]:
    """Every standing line, with what the resident pays of it."""
    return TableView(
        tr("Lines"),
        [
            Column(tr("Name"), lambda line: line.name, bold=True, stretch=True),
            Column(tr("Quantity"), quantity_words, Cell.NUMBER),
            Column(tr("Price"), lambda line: show_decimal(line.price), Cell.NUMBER),
            Column(tr("Resident pays"), lambda line: line.amount, Cell.MONEY),
            Column(tr("State"), state_look, Cell.STATE),
            Column(tr("Brought by"), lambda line: line.origin, tone=Tone.INK2),
        ],
        lambda line: line.id,
    )

"""Which parts were built in over some days, and who bore them; printed as the office's own list."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.core.show import show_decimal, show_money
from app.tickets.materials.parts_used import PartUsed
from app.tickets.papers.parts_facts import PartsFacts
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.surface import row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 7


class PartsPanel(QuestionPanel[PartsFacts]):
    """Answers with the list that is to be shown as paper."""

    def __init__(self, context: Context, first: date, last: date) -> None:
        super().__init__(tr("Parts used"), width=820)
        self._context = context
        self._facts: PartsFacts | None = None
        self.first, self.last = DateField(tr("From"), self._today), DateField(tr("Until"), self._today)
        self.table = parts_table()
        self.total = body("", bold=True)
        self._lay_out()
        self.first.set_value(first)
        self.last.set_value(last)
        for field in (self.first, self.last):
            field.value_changed.connect(lambda _: self._show())
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "print", tr("Show the list"), ("F9", "Return", "Ctrl+P"), self._on_print, Kind.PRIMARY)

    def _lay_out(self) -> None:
        pane = TablePane(self.table, EmptyState(tr("No part was used on these days")))
        pane.setMinimumHeight(self.table.height_of_rows(_ROWS))
        days = row(body(tr("From"), Tone.INK2), self.first, body(tr("Until"), Tone.INK2), self.last, None)
        self.body.addLayout(days)
        self.body.addWidget(pane, 1)
        self.body.addWidget(self.total)
        self.setFocusProxy(self.first)

    def _show(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or last < first:
            return
        self._facts = self._context.office.ticket_papers.parts(self._context.actor, first, last)
        used = self._facts.used
        self.table.show_rows(used.parts)
        words = tr("Residents pay {asked}; {borne} is borne by warranty or office")
        self.total.show_text(words.format(asked=show_money(used.asked), borne=show_money(used.borne)))

    def _on_print(self) -> None:
        if self.first.check() and self.last.check() and self._facts is not None:
            self.answer(self._facts)

    def _today(self) -> date:
        return self._context.clock.now().date()


def parts_table() -> TableView[PartUsed]:
    """Each part in one unit of measure."""
    return TableView(
        tr("Parts"),
        [
            Column(tr("Name"), lambda part: part.name, bold=True, stretch=True),
            Column(tr("Quantity"), lambda part: f"{show_decimal(part.quantity, 0)} {part.unit_name}", Cell.NUMBER),
            Column(tr("Resident pays"), lambda part: part.asked, Cell.MONEY, total=True),
            Column(tr("Warranty"), lambda part: part.by_warranty, Cell.MONEY, total=True),
            Column(tr("Office"), lambda part: part.by_office, Cell.MONEY, total=True),
            Column(tr("Tickets"), lambda part: " ".join(part.tickets), tone=Tone.INK2),
        ],
        lambda part: (part.name, part.unit_name),
    )

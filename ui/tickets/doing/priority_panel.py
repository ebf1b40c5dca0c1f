"""What comes first: one key for each of the four priorities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.language import tr
from app.tickets.changes.many import Changes
from app.tickets.fields import Field
from app.tickets.kinds import Priority
from app.tickets.lists.rows import TicketRow
from app.tickets.words import PRIORITIES
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.several import ChangesOf
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.choice_field import ChoiceField


class PriorityPanel(TicketPanel):
    """Digits choose and do it at once for one ticket; several are shown first."""

    def __init__(self, context: Context, rows: Sequence[TicketRow]) -> None:
        super().__init__(context, tr("Priority"), tr("Set the priority"), rows)
        choices = [(f"{number}  {tr(PRIORITIES[one])}", one) for number, one in enumerate(Priority, 1)]
        self.priority: ChoiceField[Priority] = ChoiceField(tr("Priority"), choices)
        self.priority.set_value(rows[0].priority)
        self.priority.chosen.connect(lambda _: self.look_again())
        self.form.add(tr("Priority"), self.priority, hint=tr("1 to 4 choose it, ↑ ↓ too"))
        self.lay_out(self.priority)

    def add_actions(self, actions: ActionRegistry) -> None:
        super().add_actions(actions)
        for number, one in enumerate(Priority, 1):
            name = f"{self.context}.{one}"
            take = partial(self._on_digit, one)
            actions.add(name, tr(PRIORITIES[one]), str(number), take, context=self.context, commits=True)

    def run(self) -> Done:
        priority = self.priority.value()
        assert priority is not None
        values = {Field.PRIORITY: priority}
        moved = self._context.office.ticket_changes.change(self._context.actor, self.row.id, self.row.version, values)
        said = tr("{number}: {state}").format(number=self.row.number, state=tr(PRIORITIES[priority]))
        return self.done(moved, said)

    def changes_of(self) -> ChangesOf:
        changes = Changes({Field.PRIORITY: self.priority.value()})
        return lambda _row: changes

    def _on_digit(self, priority: Priority) -> None:
        self.priority.set_value(priority)
        self._on_do()

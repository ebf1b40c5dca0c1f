"""A named set of changes for one ticket or many, shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.tickets.changes.many import Macro
from app.tickets.lists.rows import TicketRow
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.several import ChangesOf
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.choice_field import ChoiceField


class MacroPanel(TicketPanel):
    """Also a single ticket is shown first: a name does not say all that it changes."""

    def __init__(self, context: Context, rows: Sequence[TicketRow], macros: Sequence[Macro]) -> None:
        super().__init__(context, tr("Set of changes"), tr("Show what changes"), rows)
        self.macro: ChoiceField[Macro] = ChoiceField(tr("Set of changes"), [(one.name, one) for one in macros])
        self.macro.chosen.connect(lambda _: self.look_again())
        self.form.add(tr("Set of changes"), self.macro)
        self.lay_out(self.macro)

    def run(self) -> Done | None:
        return self._carry_out()  # shown first, as for many

    def changes_of(self) -> ChangesOf:
        macro = self.macro.value()
        assert macro is not None
        return lambda _row: macro.changes

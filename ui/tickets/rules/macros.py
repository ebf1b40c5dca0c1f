"""The sets of changes that the office keeps for itself, for one ticket or many at one key."""

from __future__ import annotations

from functools import partial

from app.core.language import tr
from app.tickets.changes.many import Macro
from app.tickets.field_words import FIELDS
from app.tickets.fields import Field
from ui.shell.context import Context
from ui.tickets.doing.value_words import value_words
from ui.tickets.rules.macro_panel import MacroFormPanel
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.macros"


class Macros(Section[Macro]):
    """What a set changes is told in words; tickets that it changed stay as they are when it goes."""

    def __init__(self, context: Context) -> None:
        columns: list[Column[Macro]] = [
            Column(tr("Name"), lambda one: one.name, bold=True),
            Column(tr("What it changes"), lambda one: macro_words(context, one), stretch=True),
            Column(tr("Saved on"), lambda one: one.at.date(), Cell.DATE),
        ]
        super().__init__(
            context,
            KEYS,
            tr("Sets of changes"),
            TableView(tr("Sets of changes"), columns, key=lambda one: one.name),
            words=tr("X in the list uses a set on the chosen ticket or on all that are marked, after showing it."),
            empty=EmptyState(tr("No set of changes yet"), tr("Enter the first one.")),
        )
        change = self.offer("edit", tr("Change"), "Return", self.on_row(self._ask), in_rows=True)
        self.offer("new", tr("New set of changes"), "F8", partial(self._ask, None), Kind.PRIMARY, icon="plus")
        self.offer("retire", tr("Offer no longer"), "F7", self.on_row(self._on_retire))
        self.opens(change)

    def load(self) -> None:
        self.table.show_rows(self.context.office.macros.all())

    def _ask(self, macro: Macro | None) -> None:
        self.edit(MacroFormPanel(self.context, macro), tr("“{name}” is saved"))

    def _on_retire(self, row: Macro) -> None:
        gone = tr("“{name}” is no longer offered").format(name=row.name)
        self.attempt(partial(self.context.office.macros.retire, self.context.actor, row.id), gone)


def macro_words(context: Context, macro: Macro) -> str:
    """`ticket priority urgent, team that does it 工程部; “夜间”`."""
    changes = macro.changes
    values = [*changes.values.items(), *([(Field.STATE, changes.to)] if changes.to else [])]
    told = [f"{tr(FIELDS[field])} {value_words(context, field, value)}" for field, value in values]
    if changes.text:
        told.append(f"“{changes.text}”")
    return tr(", ").join(told)

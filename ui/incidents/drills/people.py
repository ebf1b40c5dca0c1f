"""The training record: who took part in which drill, and as what."""

from __future__ import annotations

from app.access.permissions import Permission
from app.core.language import tr
from app.incidents.drills.read_drills import Training
from app.incidents.plans.plan import Both
from ui.incidents.drills.drill_words import plan_name
from ui.shell.context import Context
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "incidents.drills.people"


class People(Section[Training]):
    """Nothing is edited here: it follows from the graded drills."""

    needs = Permission.RUN_DRILL

    def __init__(self, context: Context) -> None:
        self._names: dict[str, Both] = {}
        super().__init__(
            context,
            KEYS,
            tr("Training record"),
            TableView(tr("Training record"), self._columns(), key=lambda one: (one.person, one.number)),
            words=tr("Everybody who took part in a drill, with the newest one first."),
            empty=EmptyState(tr("Nobody yet"), tr("Names stand here once a drill is graded.")),
            filter_hint=tr("Name or plan"),
        )

    def load(self) -> None:
        self._names = dict(self.context.office.plans.names())
        self.table.show_rows(self.context.office.drills.trainings())

    def _columns(self) -> list[Column[Training]]:
        return [
            Column(tr("Person"), lambda one: one.person, bold=True, whole=True),
            Column(tr("Day"), lambda one: one.day, Cell.DATE),
            Column(tr("Plan"), lambda one: plan_name(self._names, one.code), stretch=True),
            Column(tr("Role"), lambda one: one.role or None, dash=True),
            Column(tr("Number"), lambda one: one.number),
        ]

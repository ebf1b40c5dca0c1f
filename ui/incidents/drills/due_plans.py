"""Every plan with the day by which it is drilled next; what is overdue stands first."""

from __future__ import annotations

from functools import partial

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_whole
from app.incidents.drills.drill_rule import DrillStanding
from app.incidents.plans.plan import Both
from ui.incidents.drills.drill_panel import DrillPanel
from ui.incidents.drills.drill_words import due_state, plan_name, quarter_words
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "incidents.drills.due"


class DuePlans(Section[DrillStanding]):
    """`edited` comes after a drill was planned or a period changed."""

    needs = Permission.RUN_DRILL
    folding = (mark("Every so many months"),)

    def __init__(self, context: Context) -> None:
        self._names: dict[str, Both] = {}
        super().__init__(
            context,
            KEYS,
            tr("Drills that are due"),
            TableView(tr("Drills that are due"), self._columns(), key=lambda one: one.code),
            words=tr("At least one drill in every quarter; lift and fire at least once a year; the others in turn."),
            empty=EmptyState(tr("No plan"), tr("The office has no plan in use.")),
        )
        plan = self.offer("plan", tr("Plan a drill"), "F8", self._on_plan, Kind.PRIMARY, icon="plus")
        self.offer(
            "months",
            tr("Change the period"),
            "F4",
            self.on_row(self._on_months),
            needs=Permission.MANAGE_PLANS,
        )
        self.opens(plan)

    def load(self) -> None:
        self._names = dict(self.context.office.plans.names())
        self.table.show_rows(self.context.office.drills.standings())
        words, mood = quarter_words(self.context.office.drills.quarter())
        self.strip.say(words, mood)

    def _on_plan(self) -> None:
        row = self.table.current()
        code = row.code if row is not None else self.context.office.drills.next_in_turn()
        if self.context.questions.ask(DrillPanel(self.context, code).concerning(code)) is not None:
            self.tell_done(tr("The drill of {plan} is planned").format(plan=plan_name(self._names, code)))

    def _on_months(self, row: DrillStanding) -> None:
        name = plan_name(self._names, row.code)
        typed = self.context.questions.ask_text(
            name, tr("Drilled every so many months"), show_whole(row.months), suggestions=("6", "12", "24")
        )
        if typed is None:
            return
        months = int(typed) if typed.isascii() and typed.isdigit() else 0
        done = tr("{plan} is drilled every {months} months").format(plan=name, months=months)
        self.attempt(partial(self.context.office.drills.set_months, self.context.actor, row.code, months), done)

    def _columns(self) -> list[Column[DrillStanding]]:
        return [
            Column(tr("Plan"), lambda one: plan_name(self._names, one.code), bold=True, stretch=True),
            Column(tr("Every so many months"), lambda one: one.months, Cell.NUMBER),
            Column(tr("Last drilled"), lambda one: one.last, Cell.DATE, dash=True),
            Column(tr("Due by"), lambda one: one.due_on, Cell.DATE, tone=Tone.INK2),
            Column(tr("State"), lambda one: due_state(one.due), Cell.STATE, whole=True),
        ]

"""The drills with their day: announced, begun, taken off."""

from __future__ import annotations

from functools import partial

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_date
from app.incidents.drills.read_drills import PlannedDrill
from app.incidents.plans.plan import Both
from app.incidents.running.asked import new_client_id
from app.notices.asked import NoticeWanted
from ui.incidents.drills.announced_panel import AnnouncedPanel
from ui.incidents.drills.drill_words import plan_name
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "incidents.drills.planned"
_GENERAL = "general"


class Planned(Section[PlannedDrill]):
    """F9 begins a drill as an incident that says so on every page."""

    needs = Permission.RUN_DRILL

    def __init__(self, context: Context) -> None:
        self._names: dict[str, Both] = {}
        self._begin_with = new_client_id()
        super().__init__(
            context,
            KEYS,
            tr("Planned drills"),
            TableView(tr("Planned drills"), self._columns(), key=lambda one: one.id),
            words=tr("A drill that residents take part in begins only after they were told."),
            empty=EmptyState(tr("No drill is planned"), tr("Alt+1 shows what is due; F8 there plans a drill.")),
        )
        begin = self.offer(
            "begin", tr("Begin the drill"), "F9", self.on_row(self._on_begin), Kind.PRIMARY, icon="siren"
        )
        self.offer("notice", tr("Write the notice"), "F6", self._on_notice, icon="megaphone")
        self.offer("announced", tr("Residents were told"), "F4", self.on_row(self._on_announced))
        self.offer("take_off", tr("Take off"), "F7", self.on_row(self._on_take_off))
        self.opens(begin)

    def load(self) -> None:
        self._names = dict(self.context.office.plans.names())
        self.table.show_rows(self.context.office.drills.planned())

    def _on_begin(self, row: PlannedDrill) -> None:
        name = plan_name(self._names, row.code)
        place = self.context.questions.ask_text(tr("Drill: {plan}").format(plan=name), tr("Where it is"), about=row.id)
        if place is None:
            return
        try:
            begun = self.context.office.drills.begin(self.context.actor, row.id, self._begin_with, place)
        except Refusal as refusal:
            self.strip.say(say(refusal), Mood.WARN)
            self.context.messages.wrong(say(refusal))
            return
        self._begin_with = new_client_id()
        self.context.changes.announce("incidents", by=self)
        self.context.ways.lead("incidents", begun)

    def _on_notice(self) -> None:
        if self.table.current() is not None:
            self.context.ways.lead("notices", NoticeWanted(_GENERAL))

    def _on_announced(self, row: PlannedDrill) -> None:
        notice_id = self.context.questions.ask(AnnouncedPanel(self.context.office.notices.at_work()))
        if notice_id is not None:
            act = partial(self.context.office.drills.announced, self.context.actor, row.id, notice_id)
            self.attempt(act, tr("The residents were told of this drill"))

    def _on_take_off(self, row: PlannedDrill) -> None:
        name, day = plan_name(self._names, row.code), show_date(row.on)
        title = tr("Take off the drill of {plan} on {day}?").format(plan=name, day=day)
        if self.context.questions.confirm(title, tr("It stays due as it was."), tr("Take off")):
            act = partial(self.context.office.drills.take_off, self.context.actor, row.id)
            self.attempt(act, tr("The drill of {plan} is taken off").format(plan=name))

    def _columns(self) -> list[Column[PlannedDrill]]:
        return [
            Column(tr("Day"), lambda one: one.on, Cell.DATE, bold=True),
            Column(tr("Plan"), lambda one: plan_name(self._names, one.code), bold=True, whole=True),
            Column(tr("What is found"), lambda one: one.scenario, tone=Tone.INK2, stretch=True),
            Column(tr("Residents"), _residents, Cell.STATE, whole=True),
        ]


def _residents(one: PlannedDrill) -> State:
    if not one.with_residents:
        return State(tr("staff only"))
    if one.notice_id is None:
        return State(tr("not told yet"), "triangle-alert", Mood.WARN)
    return State(tr("told"), "circle-check", Mood.OK)

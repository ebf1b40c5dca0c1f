"""The form of a drill that is planned: which plan, on which day, with residents or without, on which card."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.drills.drills import NewDrill
from app.incidents.drills.refusals import DrillInPast
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.text_area import TextArea


class DrillPanel(EditPanel[int]):
    """Answers the id of the planned drill; the card is drawn at random and may be written over."""

    def __init__(self, context: Context, code: str) -> None:
        super().__init__(tr("Plan a drill"), self._keep)
        self._context = context
        self.plan: ChoiceField[str] = ChoiceField(
            tr("Plan"), [(said(plan.name), plan.code) for plan in context.office.plans.in_use()]
        )
        self.plan.set_value(code)
        self.plan.chosen.connect(lambda _code: self._on_draw())
        self.on = DateField(tr("Day"), lambda: context.clock.now().date(), required=True)
        self.on.set_value(context.clock.now().date())
        self.with_residents = CheckBox(tr("Residents take part: they are told by a notice before"))
        self.scenario = TextArea(tr("What is found"), lines=3)
        self.form.add(tr("Plan"), self.plan)
        self.form.add(tr("Day"), self.on)
        self.form.add(tr("Residents"), self.with_residents)
        self.form.add(tr("What is found"), self.scenario, hint=tr("Only whoever leads the drill reads it before."))
        self.place(self.on, DrillInPast)
        self.step_through(self.on)
        self._on_draw()

    def add_more(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "draw", tr("Another card"), "F5", self._on_draw)

    def _on_draw(self) -> None:
        card = self._context.office.drills.draw_scenario(self._code())
        self.scenario.set_text("" if card is None else said(card))

    def _code(self) -> str:
        code = self.plan.value()
        assert code is not None, "the field begins with a plan"
        return code

    def _keep(self) -> int:
        on = self.on.value()
        assert on is not None
        asked = NewDrill(
            self._code(), on, with_residents=self.with_residents.isChecked(), scenario=self.scenario.text()
        )
        return self._context.office.drills.plan(self._context.actor, asked)

"""What a person at the plans sees and presses."""

from __future__ import annotations

from app.access.actor import Actor
from app.incidents.plans.plan import Plan
from tests.counter_screen.counter_window import comes_true
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from tests.tickets_screen.rules.in_panels import Doing, InPanels
from ui.incidents.plans.editor import PlanEditor
from ui.incidents.plans.plan_view import PlanView
from ui.incidents.plans.plans_page import PlansPage


class PlansDesk(PageDesk[PlansPage]):
    """The page over the whole tab; questions come up as in the real window."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = True,
    ) -> None:
        super().__init__(PlansPage, "incidents", office, by or office.supervisor, size, panels=panels)
        self.page.begin()

    @property
    def view(self) -> PlanView:
        """The plan that is read."""
        assert self.page.currentWidget() is self.page.view
        return self.page.view

    @property
    def editor(self) -> PlanEditor:
        """The editor that is seen."""
        assert self.page.currentWidget() is self.page.editor
        return self.page.editor

    @property
    def plan(self) -> Plan:
        """The plan as it is edited now."""
        return self.editor.plan

    def on(self, letters: str) -> PlansDesk:
        """The row of the plan that these letters start."""
        rows = self.page.list.table.rows_model.rows
        self.page.list.table.setFocus()
        at = [row.version.plan.letters for row in rows].index(letters)
        self.press("Home", *["Down"] * at)
        return self

    def on_step(self, step_id: str) -> PlansDesk:
        """The row of a step in the editor, by keys: Esc to the pages, down, Enter, down."""
        plan = self.plan
        page = next(at for at, page in enumerate(plan.pages) if step_id in [step.id for step in page.steps])
        steps = [step.id for step in plan.pages[page].steps]
        self.editor.panes.go_to_pages()
        self.press("Home", *["Down"] * (page + 1), "Return", "Home", *["Down"] * (steps.index(step_id) + 1))
        return self

    def writes(self, text: str) -> PlansDesk:
        """Type over what stands in the field."""
        self.keys.press("Ctrl+A", "Del")
        self.keys.commit(text)
        self.wait_for_checks()
        return self

    def wait_for_checks(self) -> None:
        """Until the plan was checked as it is now."""
        assert comes_true(lambda: not self.editor._assess_soon.isActive())
        self.wait()

    def asks(self, key: str, *doings: Doing) -> None:
        """Press a key that brings questions up; each of `doings` is what the person does in one, given its panel."""
        InPanels(doings).run(lambda: self.press(key))

    def keys_in(self, *steps: str) -> Doing:
        """Keys pressed in a question; a step that begins with `=` is typed over what stands in the field."""

        def doing(_panel: object) -> None:
            for step in steps:
                if step.startswith("="):
                    self.keys.press("Ctrl+A", "Del")
                    self.keys.commit(step[1:])
                else:
                    self.keys.press(step)

        return doing

    def states(self) -> list[str]:
        """Where each version of the plan stands, the newest first."""
        return column(self.view.versions, "State")

    def read(self) -> list[str]:
        """The words beside the versions."""
        return [one.text for one in self.view.reading.shown]

"""The three panes of the editor: pages at the left, what stands on one in the middle, its fields at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.core.language import tr
from app.incidents.plans.plan import Both, Page, Plan, Step, Timer
from app.incidents.plans.refusals import PlanFault
from ui.incidents.plans.ask_form import AskForm, AskPart
from ui.incidents.plans.editor_rows import (
    HEAD,
    LeftRow,
    MiddleRow,
    What,
    left_columns,
    left_rows,
    middle_columns,
    middle_rows,
)
from ui.incidents.plans.forms import ClockForm, HeadForm, PageForm, StepForm
from ui.incidents.plans.part_form import PartForm
from ui.widgets.sizes import px
from ui.widgets.surface import Rule, row
from ui.widgets.table_view import TableView

_THREE_PANES = 900
_LEFT, _RIGHT, _LEFT_SMALL, _RIGHT_SMALL = 272, 400, 210, 330


class EditorPanes(QWidget):
    """Shows a plan; `typed` brings what kind of part was typed into, and the part as it is now.

    While `asks_of` names a step, the middle shows what that step asks in place of the steps of its page.
    """

    typed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asks_of = ""
        self._at_pages = False
        self._on_left = ""
        self._plan: Plan | None = None
        self._faults: Sequence[PlanFault] = ()
        self._names: Mapping[str, Both] = {}
        self.pages: TableView[LeftRow] = TableView(tr("Pages"), left_columns(), key=lambda one: one.id)
        self.steps: TableView[MiddleRow] = TableView(tr("Steps"), middle_columns(), key=lambda one: (one.what, one.id))
        self.forms = QStackedWidget()
        self._by_what: dict[What, PartForm[Any]] = {
            What.HEAD: HeadForm(),
            What.PAGE: PageForm(),
            What.STEP: StepForm(),
            What.CLOCK: ClockForm(),
            What.ASK: AskForm(),
        }
        for form in self._by_what.values():
            self.forms.addWidget(form)
        sides = row(self.pages, Rule(upright=True), self.steps, Rule(upright=True), self.forms, space=0)
        sides.setStretchFactor(self.steps, 1)
        self.setLayout(sides)
        self._connect()

    @property
    def form(self) -> PartForm[Any]:
        """The form that is seen."""
        return cast("PartForm[Any]", self.forms.currentWidget())

    def open(self, plan: Plan, names: Mapping[str, Both]) -> None:
        """Begin with a plan; `names` are those of all plans, by their codes."""
        self._names, self.asks_of = names, ""
        self.show_plan(plan)
        left = self.pages.current()
        if left is None or left.id == HEAD:
            self.pages.choose_key(plan.pages[0].id if plan.pages else HEAD)
        self.show_plan(plan)
        self.choose_first()

    def show_plan(self, plan: Plan, faults: Sequence[PlanFault] | None = None) -> None:
        """The plan is now this one; what was current stays so if it is still there."""
        self._plan = plan
        self._faults = self._faults if faults is None else faults
        left = self.pages.current()
        self.pages.show_rows(left_rows(plan, self._faults))
        if left is not None:
            self._show_middle(left.id)
        self._show_form()

    def show_part(self, left: str, what: What, name: str) -> None:
        """Make a page and one of its rows current."""
        if what is not What.ASK:
            self.asks_of = ""
        self.pages.choose_key(left)
        self._show_middle(left)
        self.steps.choose_key((what, name))
        self._show_form()

    def choose_first(self) -> None:
        """Make the first step current; the title of the page stands before it."""
        self.steps.choose(min(1, self.steps.rows_model.rowCount() - 1))

    def holds_caret(self) -> bool:
        """Whether the focus is in the fields."""
        focused = QApplication.focusWidget()
        return isinstance(focused, QWidget) and self.forms.isAncestorOf(focused)

    def go_to_pages(self) -> None:
        """Put the focus in the pages; where there is no room for three panes they stand in place of the fields."""
        self._at_pages = True
        self._arrange()
        self.pages.setFocus()

    def go_to_steps(self) -> None:
        """Put the focus in the steps, with the fields of the current one beside them."""
        self._at_pages = False
        self._arrange()
        self.steps.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def fold(self, *, small: bool) -> None:
        """Give way where the window is small."""
        self.pages.setFixedWidth(px(_LEFT_SMALL if small else _LEFT))
        self.forms.setFixedWidth(px(_RIGHT_SMALL if small else _RIGHT))
        self.pages.hide_column(tr("Steps"), hidden=small)
        self.steps.hide_column(tr("Who, whom to call"), hidden=small)

    def _connect(self) -> None:
        self.pages.current_changed.connect(self._on_page)
        self.pages.opened.connect(lambda _row: self.go_to_steps())
        self.steps.current_changed.connect(lambda _row: self._show_form())
        self.steps.opened.connect(lambda _row: self.form.take_caret())
        for what, form in self._by_what.items():
            form.changed.connect(lambda part, what=what: self.typed.emit(what, part))
            form.done.connect(self.go_to_steps)

    def _arrange(self) -> None:
        is_narrow = self.width() < px(_THREE_PANES)
        self.pages.setVisible(self._at_pages or not is_narrow)
        self.forms.setVisible(self.steps.current() is not None and not (is_narrow and self._at_pages))

    def _on_page(self, left: LeftRow | None) -> None:
        if left is None or self._plan is None:
            return
        if left.id != self._on_left:
            self.asks_of, self._on_left = "", left.id
        self._show_middle(left.id)
        if self.steps.current() is None:
            self.choose_first()
        self._show_form()

    def _show_middle(self, left: str) -> None:
        assert self._plan is not None
        self.steps.show_rows(middle_rows(self._plan, left, self._faults, self.asks_of))

    def _show_form(self) -> None:
        chosen, plan = self.steps.current(), self._plan
        self._arrange()
        if chosen is None or plan is None:
            return
        form, part = self._by_what[chosen.what], _part(plan, chosen)
        if isinstance(form, ClockForm):
            form.offer(plan)
        elif isinstance(form, AskForm):
            form.offer(self._names)
        if part is not None and part != form.part:
            form.show_part(part)
        self.forms.setCurrentWidget(form)


def _part(plan: Plan, chosen: MiddleRow) -> Plan | Page | Step | Timer | AskPart | None:
    """What a row stands for; none where it has just been taken out."""
    parts: dict[What, dict[str, Any]] = {
        What.HEAD: {HEAD: plan},
        What.PAGE: {page.id: page for page in plan.pages},
        What.STEP: {step.id: step for step in plan.steps()},
        What.CLOCK: {timer.id: timer for timer in plan.timers},
        What.ASK: {ask.id: AskPart(plan, ask.id) for step in plan.steps() for ask in step.asks},
    }
    return parts[chosen.what].get(chosen.id)

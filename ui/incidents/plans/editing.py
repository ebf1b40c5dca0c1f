"""What the keys of the editor do to the plan: add, take out, move, divide, join, confirm, and one step back."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from app.core.language import tr
from app.incidents.kept_plans.edits import (
    add_page,
    add_step,
    fresh_name,
    join_page,
    move_step,
    page_of,
    remove_step,
    split_page,
    with_step,
    without_ask,
    without_timer,
)
from app.incidents.kept_plans.local_facts import as_confirmed, has_to_be_confirmed
from app.incidents.plans.plan import Ask, AskKind, Both, Plan, Timer
from ui.incidents.plans.edited_plan import EditedPlan
from ui.incidents.plans.editor_panes import EditorPanes
from ui.incidents.plans.editor_rows import CLOCKS, What
from ui.sentences.incidents import said
from ui.shell.context import Context

_NEW = Both("新的一步", "新的一步")
_NEW_PAGE = Both("新的一页", "新的一页")
_NEW_CLOCK = Both("新的定时", "新的定时")
_NEW_ASK = Both("新的一问", "新的一问")
_AGAIN = Both("到时间了", "到时间了")


class Editor(Protocol):
    """What the keys act on."""

    context: Context
    state: EditedPlan | None
    panes: EditorPanes

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        ...

    def change(self, plan: Plan, of: str = "") -> None:
        """The plan is now this one."""
        ...

    def assess(self) -> None:
        """Check the plan now."""
        ...


class Editing:
    """Acts on the row that is current in the middle, and says on the status line where there is nothing to act on."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def add(self) -> None:
        """A new step behind the current one, or a new clock; the caret goes into its words."""
        editor, left, chosen = self._editor, self._editor.panes.pages.current(), self._editor.panes.steps.current()
        if left is None:
            return
        if editor.panes.asks_of:
            self._add_ask(left.id)
        elif left.id == CLOCKS:
            self._add_clock()
        elif left.id not in {page.id for page in editor.plan.pages}:
            self._hint(tr("Choose a page first; a step stands on a page."))
            return
        else:
            after = chosen.id if chosen is not None and chosen.what is What.STEP else None
            first = chosen is not None and chosen.what is What.PAGE and bool(editor.plan.page(left.id).steps)
            plan, name = add_step(editor.plan, left.id, after, _NEW)
            if first:
                for _ in range(len(plan.page(left.id).steps) - 1):
                    plan = move_step(plan, name, -1)
            editor.change(plan)
            editor.panes.show_part(left.id, What.STEP, name)
        editor.panes.form.take_caret()

    def add_page(self) -> None:
        """A new page behind the current one, with a first step."""
        editor, left = self._editor, self._editor.panes.pages.current()
        pages = [page.id for page in editor.plan.pages]
        if left is None or left.id not in pages:
            self._hint(tr("Choose the page first behind which the new one stands."))
            return
        plan, name = add_page(editor.plan, left.id, _NEW_PAGE)
        plan, _ = add_step(plan, name, None, _NEW)
        editor.change(plan)
        editor.panes.show_part(name, What.PAGE, name)
        editor.panes.form.take_caret()

    def remove(self) -> None:
        """Take the current step, clock or empty page out; a critical step is asked about first."""
        editor, chosen = self._editor, self._editor.panes.steps.current()
        if chosen is None or chosen.what is What.HEAD:
            self._hint(tr("The head of a plan stays; choose a step."))
        elif chosen.what is What.CLOCK:
            editor.change(without_timer(editor.plan, chosen.id))
        elif chosen.what is What.PAGE:
            self._remove_page(chosen.id)
        elif chosen.what is What.ASK:
            editor.change(without_ask(editor.plan, chosen.id))
        elif editor.panes.asks_of:
            self._hint(tr("Go back to the steps (Esc) to take the step out."))
        elif self._agrees(editor.plan, chosen.id):
            at = editor.panes.steps.currentIndex().row()
            editor.change(remove_step(editor.plan, chosen.id))
            editor.panes.steps.choose(min(at, editor.panes.steps.rows_model.rowCount() - 1))

    def move(self, places: int) -> None:
        """Move the current step; it goes over the edge of a page onto the next one."""
        editor, chosen = self._editor, self._editor.panes.steps.current()
        if chosen is None or chosen.what is not What.STEP:
            self._hint(tr("Choose a step to move it."))
            return
        moved = move_step(editor.plan, chosen.id, places)
        if moved == editor.plan:
            self._hint(tr("There is no place further on."))
            return
        editor.change(moved)
        editor.panes.show_part(page_of(moved, chosen.id).id, What.STEP, chosen.id)

    def split(self) -> None:
        """Two pages of the one that is too long, else of the current one from the current step on."""
        editor, left, chosen = self._editor, self._editor.panes.pages.current(), self._editor.panes.steps.current()
        page = next((page for page in editor.plan.pages if left is not None and page.id == left.id), None)
        if page is None:
            self._hint(tr("Choose the page to split."))
            return
        at = None
        if chosen is not None and chosen.what is What.STEP:
            place = [step.id for step in page.steps].index(chosen.id)
            at = place or None
        if at is None and len(page.steps) < 2:
            self._hint(tr("A page of one step cannot be split."))
            return
        editor.change(split_page(editor.plan, page.id, at))
        editor.assess()

    def join(self) -> None:
        """The current page and the one after it become one."""
        editor, left = self._editor, self._editor.panes.pages.current()
        pages = [page.id for page in editor.plan.pages]
        if left is None or left.id not in pages[:-1]:
            self._hint(tr("Choose a page that has another one after it."))
            return
        editor.change(join_page(editor.plan, left.id))
        editor.assess()

    def confirm_fact(self) -> None:
        """The office has confirmed the fact of the town in the current step; its detail may still be corrected."""
        editor, chosen = self._editor, self._editor.panes.steps.current()
        step = None
        if chosen is not None and chosen.what is What.STEP:
            step = editor.plan.step(chosen.id)
        if step is None or step.detail is None or not has_to_be_confirmed(step):
            left = [one for one in editor.plan.steps() if has_to_be_confirmed(one)]
            if left:
                editor.panes.show_part(page_of(editor.plan, left[0].id).id, What.STEP, left[0].id)
                self._hint(tr("Check the fact in the detail of this step, then press the key again."))
            else:
                self._hint(tr("No step of this plan holds a fact that is still to be confirmed."))
            return
        editor.change(with_step(editor.plan, replace(step, detail=as_confirmed(step.detail))))

    def questions(self) -> None:
        """What the current step asks, in place of the steps of the page; or back to the steps."""
        editor, left, chosen = self._editor, self._editor.panes.pages.current(), self._editor.panes.steps.current()
        if left is None:
            return
        if editor.panes.asks_of:
            editor.panes.show_part(left.id, What.STEP, editor.panes.asks_of)
        elif chosen is None or chosen.what is not What.STEP:
            self._hint(tr("Choose a step to see what it asks."))
        else:
            editor.panes.asks_of = chosen.id
            asks = editor.plan.step(chosen.id).asks
            if asks:
                editor.panes.show_part(left.id, What.ASK, asks[0].id)
            else:
                editor.change(editor.plan)
                editor.panes.steps.choose(0)
                self._hint(tr("This step asks nothing yet; F8 adds a question, Esc goes back."))

    def undo(self) -> None:
        """One step back."""
        state = self._editor.state
        if state is None or not state.undo():
            self._hint(tr("There is nothing to undo."))
            return
        self._editor.assess()

    def _add_ask(self, page_id: str) -> None:
        editor = self._editor
        step, name = editor.plan.step(editor.panes.asks_of), fresh_name(editor.plan, "ask")
        ask = Ask(name, AskKind.TEXT, _NEW_ASK)
        editor.change(with_step(editor.plan, replace(step, asks=(*step.asks, ask))))
        editor.panes.show_part(page_id, What.ASK, name)

    def _add_clock(self) -> None:
        editor = self._editor
        name = fresh_name(editor.plan, "clock")
        timer = Timer(name, 30, repeats=False, starts="", ends=None, text=_NEW_CLOCK, when_due=_AGAIN)
        editor.change(replace(editor.plan, timers=(*editor.plan.timers, timer)))
        editor.panes.show_part(CLOCKS, What.CLOCK, name)

    def _remove_page(self, page_id: str) -> None:
        editor = self._editor
        if editor.plan.page(page_id).steps:
            self._hint(tr("Take the steps out first, or join the page with the next one."))
            return
        pages = tuple(page for page in editor.plan.pages if page.id != page_id)
        editor.change(replace(editor.plan, pages=pages))

    def _agrees(self, plan: Plan, step_id: str) -> bool:
        step = plan.step(step_id)
        if not step.critical:
            return True
        title = tr("Take the critical step “{step}” out?").format(step=said(step.text))
        words = tr("Somebody may rely on it at night. Saving asks for the reason, and the approval shows it.")
        return self._editor.context.questions.confirm(title, words, tr("Take out"))

    def _hint(self, words: str) -> None:
        self._editor.context.messages.hint(words)

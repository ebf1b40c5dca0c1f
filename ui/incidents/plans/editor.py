"""The editor of a plan: what is wrong is said while it is edited, and what was edited is kept until it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.language import tr
from app.incidents.kept_plans.edits import with_page, with_step, with_timer
from app.incidents.kept_plans.version import Assessed
from app.incidents.plans.plan import Plan
from ui.incidents.plans.edited_plan import EditedPlan
from ui.incidents.plans.editing import Editing
from ui.incidents.plans.editor_panes import EditorPanes
from ui.incidents.plans.editor_rows import What
from ui.incidents.plans.found_faults import FoundFaults
from ui.incidents.plans.plan_words import fault_words
from ui.incidents.plans.save_panel import SavePanel
from ui.sentences import say
from ui.sentences.incidents import said
from ui.shell.action import Action
from ui.shell.context import Context
from ui.shell.draft_keeper import SAVED_WITHIN_MS
from ui.shell.window_layout import Room
from ui.widgets.chip import Mood
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column
from ui.widgets.text_label import page_title

KEYS = "incidents.plan_editor"
DRAFT = "incidents.plan.{code}"
_PAUSE = 150


class PlanEditor(SubPage):
    """`kept` brings the id of the version that was saved; `left` comes when the editor is left, with its edit kept."""

    kept = Signal(int)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Edit a plan"))
        self.setAccessibleName(tr("Edit a plan"))
        self.state: EditedPlan | None = None
        self.found = Assessed((), ())
        self._title = page_title()
        self.strip = NoteStrip()
        self._buttons = FlowLayout()
        self._quiet: list[KeyButton] = []
        self.panes = EditorPanes()
        self._assess_soon = QTimer(self)
        self._assess_soon.setSingleShot(True)
        self._assess_soon.setInterval(_PAUSE)
        self._keep_soon = QTimer(self)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(SAVED_WITHIN_MS)
        above = column(self._title, self._buttons, self.strip, space=6, margins=(24, 10, 24, 8))
        box = column(above, Rule(), self.panes, space=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._make_actions()
        self._assess_soon.timeout.connect(self.assess)
        self._keep_soon.timeout.connect(self.keep_draft)
        self.panes.typed.connect(self._on_typed)
        context.layout.changed.connect(self._on_room)
        self._on_room(context.layout.room)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        assert self.state is not None
        return self.state.plan

    @property
    def code(self) -> str:
        """The plan that is edited; "" before there was one."""
        return "" if self.state is None else self.state.plan.code

    @property
    def _draft(self) -> str:
        """Each plan has a draft of its own, so that one edit never takes the place of another."""
        return DRAFT.format(code=self.code)

    @property
    def is_edited(self) -> bool:
        """Whether something is still to be saved."""
        return self.state is not None and self.state.is_edited

    @property
    def is_kept_plan(self) -> bool:
        """Whether the office has a version of it already."""
        return self.state is not None and self.state.seen is not None

    def begin(self, code: str) -> None:
        """Edit a plan of the office, going on where the last edit of it was left."""
        if self.state is None or self.state.plan.code != code or not self.is_edited:
            self.keep_draft()
            version = self.context.office.plan_versions.to_edit(code)
            self.state = EditedPlan(version.plan, version.id)
        self._take_up_draft()
        self._open(tr("going on with what you had not saved") if self.is_edited else "")

    def begin_with(self, plan: Plan, told: str) -> None:
        """Edit a plan that came as a file; `told` says whence."""
        self.state = EditedPlan(plan, self.context.office.plan_versions.newest_id(plan.code), is_new=True)
        self._open(told)

    def take_focus(self) -> None:
        self.panes.go_to_steps()

    def keep_draft(self) -> None:
        """Keep what was edited and not saved for this person."""
        if self.state is not None and self.is_edited and self.state.seen is not None:
            self.context.office.drafts.save(self.context.actor, self._draft, self.state.draft())

    def change(self, plan: Plan, of: str = "") -> None:
        """The plan is now this one; everything that is seen follows."""
        assert self.state is not None
        self.state.change(plan, of)
        self.panes.show_plan(plan)
        self._assess_soon.start()
        if not self._keep_soon.isActive():
            self._keep_soon.start()

    def assess(self) -> None:
        """Check the plan now and say what is wrong."""
        self._assess_soon.stop()
        self.found = self.context.office.plan_versions.assess(self.plan)
        self.panes.show_plan(self.plan, self.found.faults)
        self._faults.tell(self.plan, self.found, is_edited=self.is_edited)

    def _open(self, told: str) -> None:
        self._title.show_text(said(self.plan.name))
        self._faults.begin()
        self.panes.open(self.plan, {plan.code: plan.name for plan in self.context.office.plans.in_use()})
        self.assess()
        if told:
            self.strip.say(told, Mood.ACCENT)
        self.take_focus()

    def _take_up_draft(self) -> None:
        draft = self.context.office.drafts.find(self.context.actor, self._draft)
        if draft is not None and self.state is not None and not self.is_edited:
            try:
                self.state.take_up(draft.content)
            except Refusal:
                self.context.office.drafts.drop(self.context.actor, self._draft)

    def _make_actions(self) -> None:
        self.editing = Editing(self)
        keys: tuple[tuple[str, str, str, Callable[[], object], Kind, str], ...] = (
            ("save", tr("Save"), "F9", self._on_save, Kind.PRIMARY, ""),
            ("add", tr("New step"), "F8", self.editing.add, Kind.PLAIN, "plus"),
            ("remove", tr("Take out"), "F7", self.editing.remove, Kind.PLAIN, ""),
            ("up", tr("Up"), "Alt+Up", lambda: self.editing.move(-1), Kind.PLAIN, ""),
            ("down", tr("Down"), "Alt+Down", lambda: self.editing.move(1), Kind.PLAIN, ""),
            ("confirm", tr("Fact confirmed"), "F6", self.editing.confirm_fact, Kind.PLAIN, "circle-check"),
            ("split", tr("Split the page"), "F4", self.editing.split, Kind.PLAIN, "split"),
            ("asks", tr("What it asks"), "F12", self.editing.questions, Kind.PLAIN, ""),
            ("fault", tr("Next fault"), "F5", self._on_next_fault, Kind.QUIET, ""),
            ("undo", tr("Undo"), "F3", self.editing.undo, Kind.QUIET, "undo-2"),
            ("page", tr("New page"), "Shift+F8", self.editing.add_page, Kind.QUIET, ""),
            ("join", tr("Join with the next page"), "Shift+F4", self.editing.join, Kind.QUIET, ""),
            ("discard", tr("Throw the edit away"), "Shift+F7", self._on_discard, Kind.QUIET, ""),
        )
        made = {one[0]: self._offer(*one) for one in keys}
        self._faults = FoundFaults(self.strip, self.panes, made["split"])
        self.context.actions.add(f"{KEYS}.back", tr("Back"), "Esc", self._on_back, context=KEYS)

    def _offer(self, name: str, text: str, keys: str, run: Callable[[], object], kind: Kind, icon: str) -> Action:
        action = self.context.actions.add(f"{KEYS}.{name}", text, keys, run, context=KEYS, commits=kind is Kind.PRIMARY)
        actor = self.context.actor
        if not actor.may(Permission.MANAGE_PLANS):
            action.turn_off(say(NotPermitted(actor.name, Permission.MANAGE_PLANS)))
        button = KeyButton(action, kind, icon=icon)
        self._buttons.addWidget(button)
        if kind is Kind.QUIET:
            self._quiet.append(button)
        return action

    def _on_typed(self, what: What, part: Any) -> None:
        self.change(_with(self.plan, what, part), of=f"{what} {getattr(part, 'id', getattr(part, 'ask_id', ''))}")

    def _on_next_fault(self) -> None:
        self.assess()
        if not self._faults.show_next():
            self.context.messages.hint(tr("Nothing is wrong with it."))

    def _on_save(self) -> None:
        self.assess()
        hindering = self._faults.show_hindering()
        if hindering is not None:
            self.context.messages.wrong(fault_words(self.plan, hindering))
            return
        state = self.state
        assert state is not None
        versions, by = self.context.office.plan_versions, self.context.actor

        def keep(note: str, reason: str) -> int:
            return versions.save(by, state.plan, note, state.seen, reason)

        title = tr("Keep “{plan}” as a version").format(plan=said(self.plan.name))
        version_id = self.context.questions.ask(SavePanel(title, self.found.lost, keep))
        if version_id is None:
            return
        self.context.office.drafts.drop(by, self._draft)
        self.state = EditedPlan(state.plan, version_id)
        self.context.messages.done(tr("Kept; it waits for approval"))
        self.context.changes.announce("plans", by=self)
        self.kept.emit(version_id)

    def _on_discard(self) -> None:
        if self.state is None:
            return
        title = tr("Throw your edit of “{plan}” away?").format(plan=said(self.plan.name))
        words = tr("The plan is then as it was when you opened it.")
        if not self.is_edited or self.context.questions.confirm(title, words, tr("Throw away")):
            self.context.office.drafts.drop(self.context.actor, self._draft)
            self.state = EditedPlan(self.state.opened, self.state.seen)
            self.assess()
            self.left.emit()

    def _on_back(self) -> None:
        """From the fields to the steps, from the steps to the pages, from the pages out."""
        if self.panes.holds_caret():
            self.panes.go_to_steps()
        elif self.panes.asks_of:
            self.editing.questions()
        elif self.panes.steps.hasFocus():
            self.panes.go_to_pages()
        else:
            self.keep_draft()
            if self.is_edited:
                self.context.messages.hint(tr("Your edit is kept; F4 goes on with it."))
            self.left.emit()

    def _on_room(self, room: Room) -> None:
        small = room is not Room.WIDE
        for part in (self._title, *self._quiet):
            part.setVisible(not small)
        self.panes.fold(small=small)


def _with(plan: Plan, what: What, part: Any) -> Plan:
    """The plan with a part as it was typed; who is called or acts in a step comes onto the lists of the plan."""
    if what is What.PAGE:
        return with_page(plan, part)
    if what is What.CLOCK:
        return with_timer(plan, part)
    if what in (What.HEAD, What.ASK):
        whole: Plan = part if what is What.HEAD else part.plan
        return whole
    contacts = plan.contacts if part.contact in (None, *plan.contacts) else (*plan.contacts, part.contact)
    roles = plan.roles if part.role in plan.roles else (*plan.roles, part.role)
    return replace(with_step(plan, part), contacts=contacts, roles=roles)

"""One plan: its versions at the left, beside them the words of one, or what is different between any two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.language import tr
from app.incidents.kept_plans.assessing import lost_of
from app.incidents.kept_plans.version import PlanState, PlanVersion
from ui.incidents.plans.approve_panel import ApprovePanel
from ui.incidents.plans.plan_paragraphs import difference_paragraphs, lost_paragraphs, plan_paragraphs
from ui.incidents.plans.plan_words import state_of, version_words
from ui.incidents.plans.reading import Look, Paragraph, Reading
from ui.sentences import say
from ui.sentences.incidents import said
from ui.shell.action import Action
from ui.shell.context import Context
from ui.shell.saving import FileWanted, save_file
from ui.shell.window_layout import Room
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import caption, page_title

KEYS = "incidents.plan"
_SIDE = 470


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version, and whether others are compared with it."""

    version: PlanVersion
    is_base: bool


class PlanView(SubPage):
    """`begin` shows a plan by its code; `edit_wanted` asks for its editor, `left` for the list."""

    edit_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Incident plan"))
        self.setAccessibleName(tr("Incident plan"))
        self.code = ""
        self.compares = False
        self._base: int | None = None
        self._history: tuple[PlanVersion, ...] = ()
        self._title, self._told = page_title(), caption("", Tone.INK2).wrap()
        self.strip = NoteStrip(folds=True)
        self._buttons = FlowLayout()
        self.versions: TableView[VersionRow] = TableView(tr("Versions"), _columns(), key=lambda one: one.version.id)
        self.reading = Reading(tr("Words of the plan"))
        self._lay_out()
        self._make_actions()
        self.versions.current_changed.connect(lambda _row: self._show())
        self.versions.toggled.connect(self._on_toggled)
        context.layout.changed.connect(self._on_room)
        self._on_room(context.layout.room)

    def begin(self, code: str = "", version_id: int | None = None) -> None:
        """Read a plan anew and show it, on its newest version or on this one."""
        self.code = code or self.code
        self._history = self.context.office.plan_versions.history(self.code)
        self._base = self._base if any(one.id == self._base for one in self._history) else None
        self._title.show_text(said(self._history[0].plan.name))
        self._show_rows()
        self.versions.choose_key(version_id or self._history[0].id)
        self._show()
        self.take_focus()

    def take_focus(self) -> None:
        self.versions.setFocus()

    def current(self) -> PlanVersion | None:
        """The version that is shown."""
        chosen = self.versions.current()
        return None if chosen is None else chosen.version

    def _lay_out(self) -> None:
        above = column(self._title, self._told, self._buttons, self.strip, space=6, margins=(24, 10, 24, 8))
        self._rule = Rule(upright=True)
        self._sides = row(self.versions, self._rule, self.reading, space=0, margins=(16, 0, 0, 0))
        self._sides.setStretchFactor(self.reading, 1)
        box = column(above, Rule(), self._sides, space=0)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _make_actions(self) -> None:
        self.approve = self._offer(
            "approve", tr("Approve this version"), "F9", self._on_approve, Kind.PRIMARY, icon="user-check"
        )
        edit = self._offer("edit", tr("Edit"), "F4", lambda: self.edit_wanted.emit(self.code), icon="pencil")
        self.compare = self._offer("compare", tr("Differences"), "F3", self._on_compare, icon="git-merge")
        self.undo = self._offer("back_to", tr("Back to the shipped one"), "F7", self._on_back_to, icon="undo-2")
        self._offer("save_file", tr("To a file"), "F8", self._on_file, Kind.QUIET, icon="download")
        add = self.context.actions.add
        add(f"{KEYS}.on", tr("Read on"), "PgDown", partial(self.reading.turn, 8), context=KEYS)
        add(f"{KEYS}.up", tr("Read back"), "PgUp", partial(self.reading.turn, -8), context=KEYS)
        add(f"{KEYS}.back", tr("Back to the plans"), "Esc", self.left.emit, context=KEYS)
        actor = self.context.actor
        if not actor.may(Permission.MANAGE_PLANS):
            for action in (self.approve, edit, self.undo):
                action.turn_off(say(NotPermitted(actor.name, Permission.MANAGE_PLANS)))

    def _offer(
        self, name: str, text: str, keys: str, run: Callable[[], object], kind: Kind = Kind.PLAIN, *, icon: str = ""
    ) -> Action:
        action = self.context.actions.add(f"{KEYS}.{name}", text, keys, run, context=KEYS, commits=True)
        button = KeyButton(action, kind, icon=icon)
        self._buttons.addWidget(button)
        self.setTabOrder(button, self.versions)
        return action

    def _show_rows(self) -> None:
        self.versions.show_rows([VersionRow(one, one.id == self._base) for one in self._history])

    def _show(self) -> None:
        version = self.current()
        if version is None:
            return
        self._told.show_text(version_words(version))
        self.compare.say(tr("Words") if self.compares else tr("Differences"))
        waits = version.state is PlanState.WAITING
        self.undo.say(tr("Take this version back") if waits else tr("Back to the shipped one"))
        if self.context.actor.may(Permission.MANAGE_PLANS):
            if waits:
                self.approve.turn_on()
            else:
                self.approve.turn_off(tr("Only a version that waits is approved; this one does not wait."))
        self._say(version)
        self.reading.show_paragraphs(self._paragraphs(version))

    def _say(self, version: PlanVersion) -> None:
        if version.state is PlanState.WAITING:
            words = tr("This version waits: incidents still begin with the one in use.")
            self.strip.say(words, Mood.WARN, word=version.note)
        else:
            self.strip.say(version.note, Mood.MUTE)

    def _paragraphs(self, version: PlanVersion) -> Sequence[Paragraph]:
        lost = lost_paragraphs(() if version.is_shipped else lost_of(version.plan), version.reason)
        if not self.compares:
            return [*lost, *plan_paragraphs(version.plan)]
        base = self._compared_with(version)
        head = tr("Version {n} against version {base}").format(n=version.plan.version, base=base.plan.version)
        return [
            Paragraph(head, Look.HEAD),
            *lost,
            *difference_paragraphs(base.plan, version.plan),
        ]

    def _compared_with(self, version: PlanVersion) -> PlanVersion:
        """The marked version, else the one in use, else the one before."""
        if self._base is not None and self._base != version.id:
            return next(one for one in self._history if one.id == self._base)
        if version.state is PlanState.WAITING:
            return next((one for one in self._history if one.state is PlanState.IN_USE), self._history[-1])
        earlier = [one for one in self._history if one.plan.version < version.plan.version]
        return earlier[0] if earlier else version

    def _on_toggled(self, chosen: VersionRow) -> None:
        self._base = None if self._base == chosen.version.id else chosen.version.id
        self._show_rows()
        self._show()

    def _on_compare(self) -> None:
        self.compares = not self.compares
        self._show()

    def _on_approve(self) -> None:
        version = self.current()
        if version is None:
            return
        versions, by = self.context.office.plan_versions, self.context.actor
        others = versions.others_who_approve(version)
        is_own = version.author_id == by.id
        if is_own and others:
            hands = tr("You wrote it, so somebody else approves it: {names}.").format(names=tr(", ").join(others))
        elif is_own:
            hands = tr("Nobody else may approve: you approve what you wrote yourself, and that is written down.")
        else:
            hands = tr("You approve it; {author} wrote it.").format(author=version.author or tr("the program"))
        before = next((one for one in self._history if one.state is PlanState.IN_USE), version)
        panel = ApprovePanel(version, before, hands, alone=is_own and not others)
        if not self.context.questions.ask(panel):
            return
        lent = None
        if is_own and others:
            lent = self.context.questions.approve(Permission.MANAGE_PLANS, panel.title, version.note, {}, by)
            if lent is None:
                return
        done = tr("Version {n} is in use").format(n=version.plan.version)
        self._attempt(partial(versions.approve, by, version.id, lent), done, version.id)

    def _on_back_to(self) -> None:
        version = self.current()
        if version is None:
            return
        versions, by, name = self.context.office.plan_versions, self.context.actor, said(version.plan.name)
        if version.state is PlanState.WAITING:
            title = tr("Take version {n} of “{plan}” back?").format(n=version.plan.version, plan=name)
            words = tr("It is then never used; it stays in the history.")
            if self.context.questions.confirm(title, words, tr("Take this version back")):
                done = tr("Version {n} is taken back").format(n=version.plan.version)
                self._attempt(partial(versions.take_back, by, version.id), done)
            return
        title = tr("Use “{plan}” as it was shipped again?").format(plan=name)
        words = tr("Every version of the office is then out of use; they stay in the history.")
        if self.context.questions.confirm(title, words, tr("Use the shipped one")):
            done = tr("“{plan}” is as it was shipped").format(plan=name)
            self._attempt(partial(versions.back_to_shipped, by, self.code), done)

    def _on_file(self) -> None:
        version = self.current()
        if version is None:
            return
        wanted = FileWanted(tr("Plan to a file"), f"{self.code}.toml", tr("Plan (*.toml)"), tr("Plan for an emergency"))
        try:
            saved = save_file(
                self.context, wanted, lambda path: path.write_text(version.text, encoding="utf-8", newline="\n")
            )
        except OSError as fault:
            words = tr("The file could not be written: {fault}").format(fault=fault.strerror or fault)
            self.strip.say(words, Mood.WARN)
            self.context.messages.wrong(words)
            return
        if saved is not None:
            self.context.messages.done(tr("Written to {file}").format(file=saved[0].name))

    def _attempt(self, run: Callable[[], object], done: str, version_id: int | None = None) -> None:
        try:
            run()
        except Refusal as refusal:
            self.context.messages.wrong(say(refusal))
            self.strip.say(say(refusal), Mood.WARN)
            return
        self.begin(self.code, version_id)
        self.context.messages.done(done)
        self.context.changes.announce("plans", by=self)

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self._title.setVisible(not small)
        self._rule.setVisible(not small)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)
        if small:
            self.versions.setMinimumWidth(0)
            self.versions.setMaximumWidth(16_777_215)
            self.versions.setMaximumHeight(self.versions.height_of_rows(3))
        else:
            self.versions.setFixedWidth(px(_SIDE))
            self.versions.setMaximumHeight(16_777_215)


def _columns() -> list[Column[VersionRow]]:
    return [
        Column(tr("Base"), lambda one: one.is_base, Cell.CHECK),
        Column(tr("Version"), lambda one: one.version.plan.version, Cell.NUMBER),
        Column(tr("Day"), lambda one: one.version.plan.dated, Cell.DATE, tone=Tone.INK2),
        Column(tr("Written by"), lambda one: one.version.author or tr("the program"), stretch=True),
        Column(tr("State"), lambda one: state_of(one.version), Cell.STATE, whole=True),
    ]

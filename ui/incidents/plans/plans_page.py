"""The plans of the office: the list, one plan with its versions, and the editor, each over the whole width."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from app.core.errors import Refusal
from app.core.language import tr
from ui.incidents.plans.editor import PlanEditor
from ui.incidents.plans.plan_list import PlanList
from ui.incidents.plans.plan_view import PlanView
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.page_stack import PageStack


class PlansPage(PageStack):
    """`begin` shows what was seen last; `left` comes when the list is left."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.list = PlanList(context)
        self.view = PlanView(context)
        self.editor = PlanEditor(context)
        for page in (self.list, self.view, self.editor):
            self.addWidget(page)
        self.list.left.connect(self.left)
        self.list.read_wanted.connect(self.read)
        self.list.edit_wanted.connect(self.edit)
        self.list.file_wanted.connect(self._on_file)
        self.list.edited.connect(lambda: context.changes.announce("plans", by=self))
        self.view.left.connect(self.show_list)
        self.view.edit_wanted.connect(self.edit)
        self.editor.left.connect(self._on_edited)
        self.editor.kept.connect(self._on_kept)

    def begin(self) -> None:
        """The editor where something is still to be saved, else the list."""
        if self.editor.is_edited:
            self.setCurrentWidget(self.editor)
            self.editor.take_focus()
        else:
            self.show_list()

    def focus_search(self) -> None:
        """Put the focus where the work of the shown page begins."""
        page = self.currentWidget()
        assert isinstance(page, PlanList | PlanView | PlanEditor)
        page.take_focus()

    def keep_draft(self) -> None:
        """Keep what was edited and not saved."""
        self.editor.keep_draft()

    def show_list(self) -> None:
        """The list, on the plan that was seen last."""
        self.setCurrentWidget(self.list)
        self.list.begin()
        if self.view.code:
            self.list.show_code(self.view.code)
        self.list.take_focus()

    def read(self, code: str) -> None:
        """One plan with its versions."""
        self.setCurrentWidget(self.view)
        self.view.begin(code)

    def edit(self, code: str) -> None:
        """The editor of a plan, on the version on which an edit builds."""
        self.setCurrentWidget(self.editor)
        self.editor.begin(code)

    def _on_edited(self) -> None:
        self.read(self.editor.code) if self.editor.is_kept_plan else self.show_list()

    def _on_kept(self, version_id: int) -> None:
        self.setCurrentWidget(self.view)
        self.view.begin(self.editor.code, version_id)

    def _on_file(self) -> None:
        path = self._context.questions.file_to_open(tr("Plan from a file"), tr("Plan (*.toml)"))
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        try:
            plan = self._context.office.plan_versions.read_file(path.name, path.read_bytes())
        except Refusal as refusal:
            self._refuse(say(refusal))
        except OSError as fault:
            words = tr("“{file}” could not be read: {fault}")
            self._refuse(words.format(file=path.name, fault=fault.strerror or fault))
        else:
            self.setCurrentWidget(self.editor)
            self.editor.begin_with(plan, tr("from the file {file}").format(file=path.name))

    def _refuse(self, words: str) -> None:
        self.list.strip.say(words, Mood.WARN)
        self._context.messages.wrong(words)

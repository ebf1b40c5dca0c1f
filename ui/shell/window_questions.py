"""Questions asked in panels over the window, and files through the system's own dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.access.actor import Actor, Approval
    from app.access.permissions import Permission
    from ui.shell.actions import ActionRegistry
    from ui.shell.active_contexts import Aside
    from ui.shell.context import Context
    from ui.shell.question_drafts import QuestionDrafts
    from ui.shell.question_panel import QuestionPanel
    from ui.widgets.overlay import Overlay

T = TypeVar("T")


class Approvers(Protocol):
    """Who checks a supervisor's name and password (the office's people)."""

    def approve(
        self,
        permission: Permission,
        name: str,
        password: str,
        asked_by: Actor,
        reason: str,
        facts: Mapping[str, Any],
    ) -> Approval: ...

    def approvers(self, permission: Permission) -> tuple[str, ...]: ...


class WindowQuestions:
    """Asks over `window`; `people`, the password of a demo estate and whom to keep for are given with the office."""

    def __init__(self, window: QWidget, actions: ActionRegistry) -> None:
        self._window = window
        self._actions = actions
        self._open: list[QuestionPanel[Any]] = []
        self._overlays: dict[QuestionPanel[Any], Overlay] = {}
        self._aside: Aside | None = None
        self._waiting: list[QuestionPanel[Any]] = []
        self._focus_aside: QWidget | None = None
        self._last_folder = Path.home()
        self._is_giving_up = False
        self.people: Approvers | None = None
        self.demo_password: Callable[[], str] = str
        self.drafts: QuestionDrafts | None = None
        self._keeps_for: Context | None = None

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return bool(self._open)

    def put_aside(self) -> None:
        """Let the open questions wait out of sight, with what is typed in them; the window can be worked in."""
        if self._open and self._aside is None:
            self._focus_aside = QApplication.focusWidget()
            self._aside, self._waiting = self._actions.put_aside(), list(self._open)
            for panel in self._waiting:
                self._overlays[panel].hide()

    def bring_back(self) -> None:
        """Ask again what was put aside."""
        if self._aside is None:
            return
        aside, self._aside = self._aside, None
        self._actions.bring_back(aside)
        for panel in self._waiting:
            self._overlays[panel].show()
            self._overlays[panel].raise_()
        self._waiting = []
        if self._focus_aside is not None and isValid(self._focus_aside):
            self._focus_aside.setFocus(Qt.FocusReason.PopupFocusReason)

    def keep_for(self, context: Context | None) -> None:
        """From now on what stands in a question is kept for this person, or for nobody."""
        self._keeps_for, self.drafts = context, None

    def keep_drafts(self) -> None:
        """Make durable what stands in the open questions."""
        if self.drafts is not None:
            self.drafts.keep()

    def give_up_all(self, then: Callable[[], object] | None = None) -> None:
        """Back out of every open question, and of those that would follow, when window or person go.

        `then` is called once the last one has ended, and with it whatever asked.
        """
        self.bring_back()
        if self.drafts is not None:
            self.drafts.keep()
            self.drafts.refuse()
        self._is_giving_up = True
        for panel in reversed(self._open):
            panel.give_up()
        self._ask_again_when_all_are_gone(then)

    def _ask_again_when_all_are_gone(self, then: Callable[[], object] | None) -> None:
        from PySide6.QtCore import QTimer

        go_on = self._ask_again_when_all_are_gone if self._open else self._end_giving_up
        QTimer.singleShot(0, self._window, partial(go_on, then))

    def _end_giving_up(self, then: Callable[[], object] | None) -> None:
        self._is_giving_up = False
        if then is not None:
            then()

    def confirm(self, title: str, text: str, yes: str, no: str = "") -> bool:
        """See `Questions.confirm`."""
        from ui.shell.common_questions import ConfirmPanel

        return self.ask(ConfirmPanel(title, text, yes, no)) is True

    def ask_text(
        self, title: str, label: str, initial: str = "", *, suggestions: Sequence[str] = (), about: object = ""
    ) -> str | None:
        """See `Questions.ask_text`."""
        from ui.shell.common_questions import TextPanel

        return self.ask(TextPanel(title, label, initial, suggestions).concerning(title, label, about))

    def approve(
        self, permission: Permission, what: str, reason: str, facts: Mapping[str, object], asked_by: Actor
    ) -> Approval | None:
        """See `Questions.approve`."""
        from ui.shell.common_questions import ApprovalPanel

        people = self.people
        assert people is not None, "the office is not open yet"

        def check(name: str, password: str) -> Approval:
            return people.approve(permission, name, password, asked_by, reason, facts)

        others = [name for name in people.approvers(permission) if name != asked_by.name]
        given = self.ask(ApprovalPanel(what, check, self.demo_password(), others))
        if given is None and self.drafts is not None:
            self.drafts.refuse()
        return given

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """See `Questions.file_to_open`."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(self._last_folder), kinds)
        return self._remember(chosen)

    def file_to_save(self, title: str, suggested: str, kinds: str) -> Path | None:
        """See `Questions.file_to_save`."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(self._last_folder / suggested), kinds)
        return self._remember(chosen)

    def folder_to_open(self, title: str) -> Path | None:
        """See `Questions.folder_to_open`."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._last_folder))
        return Path(chosen) if self._remember(chosen) is not None else None

    def _remember(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self._last_folder = Path(chosen).parent
        return Path(chosen)

    def tell(self, title: str, text: str) -> None:
        """See `Questions.tell`; after an answer it tells why nothing came of it, unless something was done before."""
        from ui.shell.common_questions import TellPanel

        if self.drafts is not None:
            self.drafts.refuse()
        self.ask(TellPanel(title, text))

    def _kept_drafts(self) -> QuestionDrafts | None:
        """Made with the first question."""
        if self.drafts is None and self._keeps_for is not None:
            from ui.shell.question_drafts import QuestionDrafts

            self.drafts = QuestionDrafts(self._keeps_for)
        return self.drafts

    def ask(self, panel: QuestionPanel[T]) -> T | None:
        """See `Questions.ask`."""
        from PySide6.QtCore import QEventLoop

        from ui.widgets.overlay import Overlay

        if self._is_giving_up:
            panel.deleteLater()
            return None
        panel.add_actions(self._actions)
        drafts = self._kept_drafts()
        if drafts is not None:
            drafts.begin(panel, self._actions)
        overlay = Overlay(
            self._window,
            panel,
            widest=panel.most[0],
            highest=panel.most[1],
            covers=panel.covers,
            too_high=panel.let_body_scroll,
        )
        loop = QEventLoop()
        answers: list[T | None] = []

        def end(answer: T | None) -> None:
            answers.append(answer)
            loop.quit()

        panel.answered.connect(end)
        self._actions.open_modal(panel.context)
        self._open.append(panel)
        self._overlays[panel] = overlay
        overlay.open()
        if not answers:
            loop.exec()
        if panel in self._waiting:
            self.bring_back()
        if drafts is not None and drafts is self.drafts:
            drafts.end(panel, answered=bool(answers) and answers[0] is not None)
        self._open.remove(panel)
        del self._overlays[panel]
        self._actions.close_modal()
        self._actions.remove_context(panel.context)
        overlay.close_panel()
        return answers[0] if answers else None

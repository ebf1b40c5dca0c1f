"""Takes a run back as a whole: asks for the yes, then works off the window's thread, told and called off below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.ids import RunId
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_money
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.worker import Task


@dataclass(frozen=True, slots=True)
class UndoQuestion:
    """What is to be taken back, as the question says it; `keep` is the word for no, `work` names the work itself."""

    run_id: RunId
    amount: Money
    title: str
    text: str
    keep: str
    work: str


@dataclass(frozen=True, slots=True)
class _Yes:
    """A yes to the undoing, with the approval where one was needed."""

    approval: Approval | None


class RunUndoing(QObject):
    """One undoing at a time; one that is called off leaves everything as it was."""

    refused = Signal(str)
    busy_changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a run is being taken back."""
        return self._task is not None

    def ask(self, question: UndoQuestion, done: Callable[[int], object]) -> None:
        """Take the run back once somebody who may has said yes; then `done(charges)`."""
        yes = None if self.is_busy else self._wanted(question)
        if yes is None:
            return
        billing, by = self._context.office.billing, self._context.actor
        self._task = self._context.worker.run(
            question.work,
            lambda progress: billing.undo(by, question.run_id, yes.approval, progress),
            done,
            self._on_failed,
        )
        self._task.ended.connect(self._on_ended)
        self.busy_changed.emit()

    def _wanted(self, question: UndoQuestion) -> _Yes | None:
        """The person's own yes, or a supervisor's; None if nobody gave one."""
        actor, questions = self._context.actor, self._context.questions
        if actor.may(Permission.UNDO_BILLING):
            yes = tr("Undo {amount}").format(amount=show_money(question.amount))
            return _Yes(None) if questions.confirm(question.title, question.text, yes, question.keep) else None
        told = {"run": int(question.run_id), "amount": question.amount.fen}
        what = f"{question.title}. {question.text}"
        approval = questions.approve(Permission.UNDO_BILLING, what, question.title, told, actor)
        return None if approval is None else _Yes(approval)

    def _on_ended(self) -> None:
        self._task = None
        self.busy_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self.refused.emit(say(error))
        else:
            self._context.worker.failed.emit(error)

"""Takes a run back as a whole: asks for the yes, then works off the window's thread, told and called off below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import RunId
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_money
from ui.widgets.one_work import OneWork


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


class RunUndoing(OneWork):
    """One undoing at a time; one that is called off leaves everything as it was."""

    def ask(self, question: UndoQuestion, done: Callable[[int], object]) -> None:
        """Take the run back once somebody who may has said yes; then `done(charges)`."""
        yes = None if self.is_busy else self._wanted(question)
        if yes is None:
            return
        billing, by = self._context.office.billing, self._context.actor
        self._begin(question.work, lambda progress: billing.undo(by, question.run_id, yes.approval, progress), done)

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

"""Taking an import back: the person is asked, a supervisor agrees where that is needed, then it is done."""

from __future__ import annotations

from typing import Any

from app.access.permissions import Permission
from app.core.language import tr
from ui.shell.context import Context
from ui.widgets.sheet_kind import SheetKind
from ui.widgets.sheet_work import SheetWork


class SheetUndo:
    """What became of it is told by the signals of `work`."""

    def __init__(self, context: Context, kind: SheetKind, work: SheetWork) -> None:
        self._context, self._kind, self._work = context, kind, work

    def ask(self, batch: Any) -> None:
        """Ask whether this import is to be taken back, and do it."""
        what, meaning = self._kind.question_words(batch)
        if not self._context.questions.confirm(what, meaning, tr("Take back")):
            return
        actor, approval = self._context.actor, None
        if not actor.may(Permission.UNDO_IMPORT):
            facts = {"batch": batch.id, "file": batch.file}
            approval = self._context.questions.approve(Permission.UNDO_IMPORT, what, tr("import"), facts, actor)
            if approval is None:
                return
        self._work.undo(batch.file, lambda: self._kind.take_back(batch.id, approval))

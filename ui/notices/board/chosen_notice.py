"""The notice beside the list, and how what is done with it goes through the office."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal
from app.core.language import tr
from app.notices.issued.notice_rows import IssuedNotice
from ui.notices.board.notice_detail import NoticeDetail
from ui.sentences import say
from ui.shell.context import Context


class ChosenNotice(QObject):
    """`done` comes after each thing that was written; what was refused is said."""

    done = Signal()

    def __init__(self, context: Context, detail: NoticeDetail) -> None:
        super().__init__(detail)
        self.context, self.detail = context, detail

    def notice(self) -> IssuedNotice | None:
        """The chosen one; of none it is said."""
        if self.detail.notice is None:
            self.hint(tr("Choose a notice of the list first."))
        return self.detail.notice

    def do(self, run: Callable[[], object]) -> bool:
        """Do it, or say why not; whether it was done."""
        try:
            run()
        except Refusal as refusal:
            self.wrong(refusal)
            return False
        self.done.emit()
        return True

    def hint(self, words: str) -> None:
        """Say why nothing happens."""
        self.context.messages.hint(words)

    def wrong(self, refusal: Refusal) -> None:
        """Say what the office refused."""
        self.context.messages.wrong(say(refusal))

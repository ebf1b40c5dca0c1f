"""What is typed into the fields of a page is durable while it is seen, and stands there again after a crash."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_time
from ui.shell.beside import Beside, beside_texts, put_beside
from ui.shell.context import Context
from ui.shell.draft_keeper import SAVED_WITHIN_MS
from ui.shell.left_forms import LeftForms
from ui.widgets.typed_texts import Texts, put_back, texts_in


class PageDraft(QObject):
    """The page says what its fields are about and when they were written; see `ui.shell.question_drafts` for panels."""

    def __init__(self, context: Context, draft: str, form: QWidget, beside: Beside | None = None) -> None:
        super().__init__(form)
        self._context, self._form, self._beside = context, form, beside
        self._left = LeftForms(context, draft)
        self._about: str | None = None
        self._begun: Texts = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(SAVED_WITHIN_MS)

    def shown(self, *about: object) -> bool:
        """The fields show what stands written about this; whether something was left, which stands there again."""
        self._left.read()
        self._about, self._begun = " ".join(map(str, about)), self._texts()
        left = self._left.find(self._about)
        if left is None:
            return False
        put_beside(self._beside, left.texts)
        put_back(self._form, left.texts)
        if not self._typed():  # it was written just before the program ended
            return False
        words = tr("What was typed here at {when} and not finished stands here again.")
        self._context.messages.hint(words.format(when=show_time(left.at)))
        return True

    def keep(self) -> None:
        """Make durable what stands there; before the fields show something else, and before the window closes."""
        if self._about is not None:
            self._left.keep(self._about, "", self._typed(), is_open=True)
            self._left.save()

    def written(self) -> None:
        """What stood there is written, or was let go on purpose; the fields begin anew."""
        if self._about is not None:
            self._left.drop(self._about)
            self._left.save()
            self._begun = self._texts()

    def _look(self) -> None:
        if self._form.isVisible():
            self.keep()

    def _typed(self) -> Texts:
        """Fields may have come up since; such a one began empty."""
        return {name: text for name, text in self._texts().items() if text != self._begun.get(name, "")}

    def _texts(self) -> Texts:
        return texts_in(self._form) | beside_texts(self._beside)

"""A small form in a question: fields, F9 to do it, and the refusal said beside its field or above the buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_decimal
from app.meters.reading_refusals import ReadingUnusual
from app.meters.usual import TIMES
from ui.meters.meter_words import usual_words
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column

T = TypeVar("T")
_WIDTH = 640
_AROUND = 48


class AskingPanel(QuestionPanel[T]):
    """`do` is given whether what is unusual was looked at; the panel ends only once the office has taken it."""

    def __init__(self, title: str, yes: str) -> None:
        super().__init__(title, width=_WIDTH)
        self.form = Form(problems_beside=True)
        self._yes = yes
        self.problem = ErrorLine()
        self._looked_again = False
        self.do: Callable[[bool], T] | None = None
        self.places: Sequence[tuple[type[Refusal], QWidget]] = ()

    def lay_out(self, first: QWidget, *, above: QWidget | None = None, below: QWidget | None = None) -> None:
        """Put the form above the buttons, the focus in its first field; `above` and `below` stand around the form."""
        parts = [part for part in (above, self.form, below) if part is not None]
        self.body.addWidget(_Place(column(*parts, None, space=8)))
        self.body.addWidget(self.problem)
        self.setFocusProxy(first)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "do", self._yes, ("F9", "Return"), self._on_do, Kind.PRIMARY)

    def look_again(self) -> None:
        """Ask anew about what is unusual, because something else is typed now."""
        self._looked_again = False
        self._clear()

    def ready(self) -> bool:
        """Whether the fields may be used."""
        return self.form.check()

    def _on_do(self) -> None:
        if not self.ready():
            return
        assert self.do is not None
        self._clear()
        try:
            done = self.do(self._looked_again)
        except Refusal as refusal:
            self._say(refusal)
        else:
            self.answer(done)

    def _clear(self) -> None:
        self.problem.show_problem("")
        for _, field in self.places:
            self.form.show_problem(field, "")

    def _say(self, refusal: Refusal) -> None:
        if isinstance(refusal, ReadingUnusual):
            self._looked_again = True
            self.problem.show_problem(unusual_words(refusal))
            return
        field = next((field for kind, field in self.places if isinstance(refusal, kind)), None)
        if field is None:
            self.problem.show_problem(say(refusal))
            return
        self.form.show_problem(field, say(refusal))
        field.setFocus()


class _Place(Scrolling):
    """As high as its fields where the window is; where it is lower it scrolls."""

    def sizeHint(self) -> QSize:
        inside = self.widget().layout()
        assert inside is not None
        height = inside.totalSizeHint().height()  # nothing that wraps inside: no height for a width
        if inside.hasHeightForWidth():
            height = inside.totalHeightForWidth(px(_WIDTH - _AROUND))
        return QSize(px(_WIDTH), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(80))


def unusual_words(refusal: ReadingUnusual) -> str:
    """Much more than usual, and how to take it all the same."""
    return tr(
        "This would be {usage}, more than {times} times the usual {usual}. Look at the meter again, "
        "or take it as it is with the same key."
    ).format(usage=show_decimal(refusal.usage, 0), times=TIMES, usual=usual_words(refusal.usual))

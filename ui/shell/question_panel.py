"""The frame of a question: head, what is asked, and its buttons; the answer has a type."""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import tr
from ui.shell.actions import Action, ActionRegistry
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import page_title

T = TypeVar("T")


class QuestionPanel(QWidget, Generic[T]):
    """Subclasses fill `body`, give their buttons in `add_actions`, and end with `answer` or `give_up`."""

    answered = Signal(object)
    taken = Signal()
    """What was typed is written, and the question stays open for more."""
    most = (960, 600)
    """How wide and how high it may become, at 100 % text."""
    covers = False
    """Whether nothing behind may be seen."""

    keeps_typed = True
    """Whether what is typed may be kept until it is finished; never a secret."""

    def __init__(self, title: str, *, width: int = 440) -> None:
        super().__init__()
        self.title = title
        self._about = title
        self._width = width
        self.context = f"question-{id(self)}"
        self.body: QVBoxLayout = column(space=8)
        self.buttons: QHBoxLayout = row(None, space=8)
        self.setAccessibleName(title)
        self._outer = self.frame()
        self.setLayout(self._outer)

    @property
    def kept_as(self) -> str:
        """Under what is kept what is typed here and not finished; several rooms call a question the same."""
        return f"{type(self).__module__}.{type(self).__name__} {self._about}"

    def concerning(self, *what: object) -> Self:
        """Which one it is about (ids, numbers), where the title alone does not tell."""
        self._about = " ".join(map(str, what))
        return self

    def beside_fields(self) -> str:
        """What was chosen or named here that stands in no field; kept with what is typed."""
        return ""

    def put_beside(self, kept: str) -> None:
        """Take up again what `beside_fields` gave."""

    def frame(self) -> QVBoxLayout:
        """Title above, buttons below; a panel with a frame of its own gives another one."""
        head = page_title(self.title)
        return column(head, 4, self.body, 8, Rule(), self.buttons, space=8, margins=(24, 20, 24, 20))

    def add_actions(self, actions: ActionRegistry) -> None:
        """Make the panel's actions known; the plain panel has only Esc."""
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)

    def add_button(
        self,
        actions: ActionRegistry,
        name: str,
        text: str,
        keys: str | tuple[str, ...],
        run: object,
        kind: Kind = Kind.PLAIN,
    ) -> Action:
        """A button and its key, both of this panel only."""
        assert callable(run)
        action = actions.add(f"{self.context}.{name}", text, keys, run, context=self.context, commits=True)
        self.buttons.addWidget(KeyButton(action, kind))
        return action

    def let_body_scroll(self) -> None:
        """Where the window is too low for all of it, what is asked scrolls between head and buttons."""
        at = self._outer.indexOf(self.body)
        self._outer.takeAt(at)
        self._outer.insertWidget(at, Scrolling(self.body), 1)

    def answer(self, answer: T) -> None:
        """End with this answer."""
        self.answered.emit(answer)

    def give_up(self) -> None:
        """End without an answer."""
        self.answered.emit(None)

    def sizeHint(self) -> QSize:
        width = px(self._width)
        layout = self.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return QSize(max(width, layout.totalMinimumSize().width()), height)

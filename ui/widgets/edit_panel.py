"""A form in a question: what is refused is said beside its field, and everything typed stays until it is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLayout, QWidget

from app.core.errors import Refusal
from app.core.language import tr
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import body

T = TypeVar("T")
_MARGINS, _LEAST, _AROUND = 48, 120, 32


class EditPanel(QuestionPanel[T], Generic[T]):
    """Answers what `save` gives; None from it leaves the form open as it is. `saving` are the words of its button."""

    most = (960, 720)

    def __init__(
        self, title: str, save: Callable[[], T | None], *, words: str = "", width: int = 760, saving: str = ""
    ) -> None:
        super().__init__(title, width=width)
        self._save, self._saving = save, saving or tr("Save")
        self._places: list[tuple[tuple[type[Refusal], ...], QWidget]] = []
        self.form = Form(problems_beside=True)
        self._inside = column(self.form, None, space=8)
        self._scroll = _Whole(self._inside, width)
        self._problem = ErrorLine()
        if words:
            self.body.addWidget(body(words).wrap())
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._problem)

    def place(self, field: QWidget, *kinds: type[Refusal]) -> None:
        """Say these refusals beside this field."""
        self._places.append((kinds, field))

    def step_through(self, *fields: QWidget) -> None:
        """Enter goes from field to field, and saves from the last one; the caret begins in the first."""
        EnterSteps([one for one in fields if isinstance(one, LineField | QComboBox)], self._on_save, self)
        self.setFocusProxy(fields[0])

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_more(actions)
        self.add_button(actions, "save", self._saving, ("F9", "Ctrl+S"), self._on_save, Kind.PRIMARY)

    def add_more(self, actions: ActionRegistry) -> None:
        """Further buttons of the panel."""

    def problem(self) -> str:
        """What is said below the form."""
        return self._problem.text()

    def check(self) -> bool:
        """Whether every field can be read; the caret goes to the first that cannot."""
        return self.form.check()

    def _on_save(self) -> None:
        self._problem.show_problem("")
        if not self.check():
            return
        try:
            made = self._save()
        except Refusal as refusal:
            self._say(refusal)
            return
        if made is not None:
            self.answer(made)

    def _say(self, refusal: Refusal) -> None:
        field = next((field for kinds, field in self._places if isinstance(refusal, kinds)), None)
        if field is None:
            self._problem.show_problem(say(refusal))
            return
        self.form.show_problem(field, say(refusal))
        if isinstance(field, TextArea):
            field.show_problem(say(refusal))
        if isinstance(field, LineField):
            field.take_caret()
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)


class _Whole(Scrolling):
    """Asks for as much height as its content has, and scrolls where there is less; `width` is that of the panel."""

    def __init__(self, inside: QLayout, width: int) -> None:
        super().__init__(inside)
        self._width = width

    def sizeHint(self) -> QSize:
        inside = self.widget()
        wide = self.width() if self.isVisible() else px(self._width - _MARGINS)
        high = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(inside.sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.widget().minimumSizeHint().width(), min(self.sizeHint().height(), px(_LEAST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # words that come up inside ask for more
            QTimer.singleShot(0, self, self._show_focus)
        return super().eventFilter(watched, event)

    def _show_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.widget().isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, px(_AROUND))

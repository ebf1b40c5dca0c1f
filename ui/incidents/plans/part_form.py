"""The form at the right of the editor: it shows one part of a plan and says at once what was typed."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.core.language import tr
from app.incidents.plans.plan import Both
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import section

T = TypeVar("T")
C = TypeVar("C")
F = TypeVar("F", bound=QWidget)


class PartForm(Scrolling, Generic[T]):
    """Subclasses add their fields, show a part in `fill` and give it as it is now in `read`.

    `changed` brings the part after every keystroke; `done` comes after Enter in the last field.
    """

    changed = Signal(object)
    done = Signal()

    def __init__(self, title: str) -> None:
        self.form = Form()
        super().__init__(column(section(title), self.form, None, space=4, margins=(16, 8, 16, 12)))
        self._fields: list[QWidget] = []
        self._shows = False
        self.part: T | None = None

    def show_part(self, part: T) -> None:
        """Show this part; what is typed in a field that shows the same already stays as it is."""
        self.part = part
        self._shows = True
        self.fill(part)
        self._shows = False

    def take_caret(self) -> None:
        """Begin in the first field."""
        first = self._fields[0]
        if isinstance(first, LineField):
            first.take_caret()
        else:
            first.setFocus()

    def fill(self, part: T) -> None:
        """Write a part into the fields."""
        raise NotImplementedError

    def read(self, part: T) -> T:
        """The part as the fields say it."""
        raise NotImplementedError

    def line(self, label: str) -> LineField:
        """A further line."""
        field = LineField(label)
        field.textEdited.connect(lambda _text: self._on_typed())
        return self._add(label, field)

    def area(self, label: str, lines: int = 2, hint: str = "") -> TextArea:
        """A further field of several lines."""
        field = TextArea(label, lines=lines)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # else a low window halves it
        field.textChanged.connect(self._on_typed)
        return self._add(label, field, hint)

    def choice(self, label: str, field: ChoiceField[C]) -> ChoiceField[C]:
        """A further choice."""
        field.chosen.connect(lambda _value: self._on_typed())
        return self._add(label, field)

    def check_box(self, label: str, words: str) -> CheckBox:
        """A further box to tick."""
        box = CheckBox(words)
        box.toggled.connect(lambda _ticked: self._on_typed())
        return self._add(label, box)

    def ready(self) -> None:
        """Every field is there: Enter goes from one to the next."""
        EnterSteps([one for one in self._fields if isinstance(one, LineField | QComboBox)], self.done.emit, self)

    def _add(self, label: str, field: F, hint: str = "") -> F:
        self.form.add(label, field, hint=hint)
        self._fields.append(field)
        return field

    def _on_typed(self) -> None:
        if self._shows or self.part is None:
            return
        self._shows = True
        part = self.read(self.part)
        self._shows = False
        if part != self.part:
            self.part = part
            self.changed.emit(part)


def put(field: LineField | TextArea, text: str) -> None:
    """Write into a field unless it says so already, so that the caret stays where it is."""
    if field.text() != text:
        if isinstance(field, TextArea):
            field.set_text(text)
        else:
            field.setText(text)


def both_of(zh: LineField | TextArea, en: LineField | TextArea, before: Both) -> Both:
    """A text of both fields: without Chinese the former one stays, and English follows it until somebody wrote it."""
    written, english = zh.text().strip(), en.text().strip()
    zh.show_problem("" if written else tr("Write the words; until then the former ones stay."))
    if written and english == before.zh:  # nobody has put it into English yet
        english = written
        put(en, english)
    return Both(written or before.zh, english or written or before.en)


def maybe_both_of(zh: LineField | TextArea, en: LineField | TextArea) -> Both | None:
    """A text that may be left out."""
    written, english = zh.text().strip(), en.text().strip()
    return Both(written, english or written) if written else None

"""The fields of what a step wants to have seen: text, number, person, time in a line, a choice as segments."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from app.core.language import tr
from app.incidents.plans.plan import Ask, AskKind
from ui.incidents.running.answer_choice import AnswerChoice
from ui.sentences.incidents import said
from ui.widgets.colours import Tone
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap
from ui.widgets.text_label import TextLabel, body

_COLUMNS = {AskKind.TEXT: 18, AskKind.NUMBER: 5, AskKind.PERSON: 14, AskKind.TIME: 7}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswerLine(LineField):
    """A line for one value; arrows up and down choose another step, and Ctrl+Z with nothing typed is the step's."""

    stepped = Signal(int)

    def __init__(self, ask: Ask, names: Sequence[str] = ()) -> None:
        super().__init__(said(ask.text), columns=_COLUMNS[ask.kind])
        self._height = 36
        self._completes = bool(names)
        if names:
            completer = QCompleter(list(names), self)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        if ask.kind is AskKind.TIME:
            self.setPlaceholderText("19:41")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class AskField(QWidget):
    """A value's label, its field and its unit."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(self, ask: Ask, names: Sequence[str] = (), first_digit: int = 1) -> None:
        super().__init__()
        self.ask = ask
        self.label = body(said(ask.text), Tone.INK2)
        choice = ask.kind is AskKind.CHOICE
        self.field: AnswerLine | AnswerChoice = AnswerChoice(ask, first_digit) if choice else AnswerLine(ask, names)
        self.problem = ""
        if isinstance(self.field, AnswerLine):
            self.field.textEdited.connect(self._on_changed)
        else:
            self.field.changed.connect(self._on_changed)
        self.field.stepped.connect(self.stepped)
        unit = [TextLabel(said(ask.unit), tone=Tone.INK2)] if ask.unit is not None else []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(gap(8))
        for part in (self.label, self.field, *unit):
            line.addWidget(part)

    def answer(self) -> str:
        """What stands there; empty while nothing does."""
        return self.field.answer() if isinstance(self.field, AnswerChoice) else self.field.text().strip()

    def put(self, answer: str) -> None:
        """What was typed before the person looked at another step."""
        if isinstance(self.field, AnswerChoice):
            self.field.choose(answer)
        else:
            self.field.setText(answer)

    def take_caret(self) -> None:
        """Put the caret here."""
        self.field.take_caret()

    def show_problem(self, words: str) -> None:
        """Wear what is wrong; empty words take it away."""
        self.problem = words
        self.field.show_problem(words)

    def _on_changed(self) -> None:
        if self.problem and self.answer():
            self.show_problem("")
        self.changed.emit()


def ask_fields(asks: Sequence[Ask], names: Sequence[str]) -> list[AskField]:
    """The fields of a step; the digits of its choices run on from one to the next."""
    fields, digit = list[AskField](), 1
    for ask in asks:
        fields.append(AskField(ask, names, digit))
        digit += len(ask.options)
    choices = [field.field for field in fields if isinstance(field.field, AnswerChoice)]
    for choice in choices:
        choice.digit_of_another.connect(partial(_choose_by_digit, choices))
    return fields


def _choose_by_digit(choices: Sequence[AnswerChoice], digit: int) -> None:
    """The answer of this digit, in whichever choice it stands; the focus goes there."""
    for choice in choices:
        if choice.take_digit(digit):
            choice.take_caret()


def hint() -> str:
    """What may always be typed."""
    return tr("? where nobody knows")

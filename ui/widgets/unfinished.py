"""What was typed into a question which Esc closed: it stands there again the next time, with what was chosen beside."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.shell.question_panel import QuestionPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea

_LEAST = 4
"""Characters that were typed, in all fields together; less is quicker typed than taken away."""

Texts = dict[str, str]


class Unfinished:
    """By kind of question and what it is about (a ticket, an incident), for this session."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], tuple[Texts, Texts]] = {}
        self._begun: Texts = {}

    def bring_back(self, panel: QuestionPanel[object], about: int) -> None:
        """Put what was typed and chosen back into its fields."""
        self._begun = _typed(panel)
        typed, chosen = self._kept.pop(_key(panel, about), ({}, {}))
        for choice in _choices(panel):
            _choose(choice, chosen.get(choice.accessibleName()))
        for field in _fields(panel):
            text = typed.get(field.accessibleName())
            if text is not None:
                field.set_text(text) if isinstance(field, TextArea) else field.setText(text)

    def keep(self, panel: QuestionPanel[object], about: int) -> None:
        """Keep it, where it would be missed."""
        typed = {name: text for name, text in _typed(panel).items() if text != self._begun.get(name)}
        if sum(map(len, typed.values())) >= _LEAST:
            chosen = {choice.accessibleName(): _chosen(choice) for choice in _choices(panel)}
            self._kept[_key(panel, about)] = (typed, chosen)


def _key(panel: QuestionPanel[object], about: int) -> tuple[str, int]:
    return (f"{type(panel).__name__} {panel.objectName()}", about)


def _typed(panel: QWidget) -> Texts:
    return {field.accessibleName(): field.text() for field in _fields(panel)}


def _fields(panel: QWidget) -> list[LineField | TextArea]:
    return [*panel.findChildren(LineField), *panel.findChildren(TextArea)]


def _choices(panel: QWidget) -> list[ChoiceField[object] | CheckBox]:
    return [*panel.findChildren(ChoiceField), *panel.findChildren(CheckBox)]


def _chosen(choice: ChoiceField[object] | CheckBox) -> str:
    return choice.currentText() if isinstance(choice, ChoiceField) else str(choice.isChecked())


def _choose(choice: ChoiceField[object] | CheckBox, words: str | None) -> None:
    if isinstance(choice, CheckBox):
        choice.setChecked(choice.isChecked() if words is None else words == str(True))
    elif words is not None and choice.findText(words) >= 0:
        choice.setCurrentIndex(choice.findText(words))

"""Words that were typed into a question which Esc closed: they stand there again the next time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.shell.question_panel import QuestionPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea

_LEAST = 10


class Unfinished:
    """By kind of question and ticket, for this session."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], dict[str, str]] = {}

    def bring_back(self, panel: QuestionPanel[object], ticket_id: int) -> None:
        """Put what was typed back into its fields."""
        for name, text in self._kept.pop(_key(panel, ticket_id), {}).items():
            for field in _fields(panel):
                if field.accessibleName() == name:
                    field.set_text(text) if isinstance(field, TextArea) else field.setText(text)

    def keep(self, panel: QuestionPanel[object], ticket_id: int) -> None:
        """Keep what was typed, where it would be missed."""
        texts = {field.accessibleName(): field.text() for field in _fields(panel) if len(field.text()) >= _LEAST}
        if texts:
            self._kept[_key(panel, ticket_id)] = texts


def _key(panel: QuestionPanel[object], ticket_id: int) -> tuple[str, int]:
    return (type(panel).__name__, ticket_id)


def _fields(panel: QWidget) -> list[LineField | TextArea]:
    return [*panel.findChildren(LineField), *panel.findChildren(TextArea)]

"""What was typed and chosen in a form's fields, kept as text and put back, so that Esc never loses it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.choice_field import ChoiceField

FieldTexts = Mapping[str, str]


def texts_of(fields: Mapping[str, QWidget]) -> FieldTexts:
    """The text of every field, or the words chosen in it."""
    return {name: _text(field) for name, field in fields.items()}


def put_back(fields: Mapping[str, QWidget], texts: FieldTexts) -> None:
    """Type and choose it all again."""
    for name, field in fields.items():
        if isinstance(field, ChoiceField):
            field.setCurrentText(texts[name])
        elif isinstance(field, QLineEdit):
            field.setText(texts[name])


def _text(field: QWidget) -> str:
    said: Any = field
    return str(said.currentText() if isinstance(field, ChoiceField) else said.text())

"""What was typed and chosen in a form's fields, kept as text and put back, so that Esc never loses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.widgets.choice_field import ChoiceField

T = TypeVar("T")
FieldStates = Mapping[str, str]


def states_of(fields: Mapping[str, QWidget]) -> FieldStates:
    """The text of every field, or the words chosen in it."""
    return {name: _state(field) for name, field in fields.items()}


def put_back(fields: Mapping[str, QWidget], kept: FieldStates) -> None:
    """Type and choose it all again; what an older form did not have yet stays as it is."""
    for name, field in fields.items():
        if name not in kept:
            continue
        if isinstance(field, ChoiceField):
            field.setCurrentText(kept[name])
        else:
            typed: Any = field
            typed.setText(kept[name])


def offered(words: Mapping[T, str]) -> Sequence[tuple[str, T]]:
    """Marked words as the choices of a field."""
    return [(tr(text), value) for value, text in words.items()]


def _state(field: QWidget) -> str:
    chosen: Any = field
    return str(chosen.currentText() if isinstance(field, ChoiceField) else chosen.text())

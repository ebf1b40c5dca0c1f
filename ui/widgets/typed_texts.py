"""What is typed and chosen in the fields of a form, as texts by the fields' names, and how it is put back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import MomentField
from ui.widgets.money_field import MoneyField
from ui.widgets.search_box import SearchBox
from ui.widgets.text_area import TextArea

Texts = dict[str, str]
Field = LineField | TextArea | ChoiceField[Any] | CheckBox
_LEAST = 4
_ROUNDS = 4
"""A choice may bring up further fields, and a line the next line: so often the fields are gone through at most."""


def texts_in(form: QWidget) -> Texts:
    """Every field's text, a choice's words, a tick; never a password, nor what is only looked for or locked."""
    return {name: _text(field) for name, field in _fields(form)}


def put_back(form: QWidget, texts: Texts) -> None:
    """Type and choose this again, as a person would: first what is chosen, then what is typed."""
    for _ in range(_ROUNDS):
        fields = [(field, texts[name]) for name, field in _fields(form) if name in texts]
        changed = [_put(field, text) for field, text in sorted(fields, key=lambda one: _is_typed(one[0]))]
        if not any(changed):
            return


def would_be_missed(form: QWidget, texts: Texts) -> bool:
    """Money of any length, or a few characters; what was only chosen is quicker chosen again than taken away."""
    typed = [field for name, field in _fields(form) if name in texts and _is_typed(field)]
    if any(isinstance(field, MoneyField) and _text(field).strip() for field in typed):
        return True
    return sum(len(_text(field).strip()) for field in typed) >= _LEAST


def _fields(form: QWidget) -> Iterator[tuple[str, Field]]:
    seen: Counter[str] = Counter()
    for one in (form, *form.findChildren(QWidget)):
        if (
            isinstance(one, LineField | TextArea | ChoiceField | CheckBox)
            and not isinstance(one, SearchBox)
            and not _is_closed(one)
        ):
            name = one.accessibleName()
            seen[name] += 1
            yield (name if seen[name] == 1 else f"{name} {seen[name]}"), one


def _is_closed(field: Field) -> bool:
    if isinstance(field, LineField):
        return field.isReadOnly() or field.echoMode() is not QLineEdit.EchoMode.Normal
    return isinstance(field, TextArea) and field.isReadOnly()


def _is_typed(field: Field) -> bool:
    return isinstance(field, LineField | TextArea)


def _text(field: Field) -> str:
    if isinstance(field, CheckBox):
        return str(field.isChecked())
    if isinstance(field, MomentField | DateField):
        return field.proper_text()  # “20 minutes ago” and a day without its year mean another one later
    return field.currentText() if isinstance(field, ChoiceField) else field.text()


def _put(field: Field, text: str) -> bool:
    if _text(field) == text:
        return False
    if isinstance(field, CheckBox):
        field.setChecked(text == str(True))
    elif isinstance(field, ChoiceField):
        at = field.findText(text)
        field.setCurrentIndex(at if at >= 0 else field.currentIndex())
        return at >= 0
    elif isinstance(field, TextArea):
        field.set_text(text)
    else:
        field.selectAll()
        field.insert(text)
    return True

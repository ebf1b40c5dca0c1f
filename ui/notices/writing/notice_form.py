"""The fields of a template as a form: each kind of field in its own way, filled in with what is known already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.notices.checks.field_checks import is_needed
from app.notices.templates.moments import kept_moment, read_moment
from app.notices.templates.template import Field, FieldKind, NoticeKind, Template
from ui.sentences.notices import in_language
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import MomentField
from ui.widgets.surface import column
from ui.widgets.text_area import TextArea

_LINES = {"steps": 5, "body": 8}
Editor = LineField | TextArea | MomentField


class NoticeForm(QWidget):
    """`changed` comes with every letter."""

    changed = Signal()

    def __init__(self, template: Template, kind: NoticeKind, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._template, self._kind = template, kind
        self._editors: dict[str, Editor] = {}
        self._begun_with: dict[str, str] = {}
        self.form = Form()
        self.setLayout(column(self.form, space=0))
        for field in template.fields_of(kind):
            self._add(field, now)

    @property
    def first(self) -> QWidget:
        """The first field that is empty and has to be filled in, else the first of all."""
        values = self.values()
        for field in self._template.fields_of(self._kind):
            if is_needed(field, values) and not values[field.id].strip():
                return self._editors[field.id]
        return next(iter(self._editors.values()))

    def begin(self, values: Mapping[str, str]) -> None:
        """Put these into the fields that there are; whatever differs from them later was typed."""
        self._fill({name: values.get(name, "") for name in self._editors})
        self._begun_with = self.values()

    def type_over(self, values: Mapping[str, str]) -> None:
        """Put what was typed earlier over that."""
        self._fill({name: text for name, text in values.items() if name in self._editors})

    def typed(self) -> dict[str, str]:
        """What is not as it began."""
        return {name: text for name, text in self.values().items() if text != self._begun_with.get(name, "")}

    def values(self) -> dict[str, str]:
        """What is filled in; a time that cannot be read is empty."""
        return {name: _text(editor) for name, editor in self._editors.items()}

    def editor(self, name: str) -> Editor:
        """The field of this name."""
        return self._editors[name]

    def check(self) -> bool:
        """Show what is missing or cannot be read, the caret in the first of them. Whether all may be used."""
        values = self.values()
        bad: list[Editor] = []
        for field in self._template.fields_of(self._kind):
            editor = self._editors[field.id]
            problem = "" if not isinstance(editor, MomentField) or editor.check() else editor.problem
            if not problem and is_needed(field, values) and not values[field.id].strip():
                problem = _missing(field)
            self.form.show_problem(editor, problem)
            if problem:
                bad.append(editor)
        if bad:
            bad[0].setFocus()
        return not bad

    def _fill(self, values: Mapping[str, str]) -> None:
        for name, text in values.items():
            editor = self._editors[name]
            if isinstance(editor, MomentField):
                editor.set_value(read_moment(values, name))
            elif isinstance(editor, TextArea):
                editor.set_text(text)
            else:
                editor.setText(text)

    def _add(self, field: Field, now: Callable[[], datetime]) -> None:
        label = in_language(field.label)
        editor = _editor(field, label, now)
        self._editors[field.id] = editor
        self.form.add(label, editor, hint=_hint(field))
        editor.textChanged.connect(lambda *_: self._on_changed(editor))

    def _on_changed(self, editor: Editor) -> None:
        if isinstance(editor, TextArea):
            self.form.show_problem(editor, "")
        self.changed.emit()


def _editor(field: Field, label: str, now: Callable[[], datetime]) -> Editor:
    if field.kind is FieldKind.MOMENT:
        return MomentField(label, now)
    if field.kind is FieldKind.LINES:
        return TextArea(label, lines=_LINES.get(field.id, 2))
    return LineField(label)


def _hint(field: Field) -> str:
    if field.kind is FieldKind.MOMENT:
        return tr("08:30 is today, 11-26 08:30 another day")
    if field.id == "steps":
        return tr("A line for each; ! before a line prints it bold")
    if field.from_hours is not None:
        return tr("Needed from {hours} hours on").format(hours=field.from_hours)
    return ""


def _missing(field: Field) -> str:
    if field.from_hours is not None:
        return tr("It lasts {hours} hours or more: this has to stand in the notice.").format(hours=field.from_hours)
    return tr("Fill this in; the notice says nothing without it.")


def _text(editor: Editor) -> str:
    if isinstance(editor, MomentField):
        moment = editor.value()
        return "" if moment is None else kept_moment(moment)
    return editor.text()

"""The texts of a template below each other, each in a field of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import mark, tr
from app.notices.templates.worded import TextPart, Worded, with_text
from ui.sentences.both import spoken
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.surface import column
from ui.widgets.text_area import TextArea

_WORDS = {
    Worded.TITLE: mark("Title of the poster"),
    Worded.SLIP_TITLE: mark("Title of the slip"),
    Worded.MESSAGE: mark("Message"),
    Worded.USUAL: mark("Stands at first in “{about}”"),
    Worded.POSTER: mark("Poster, {about}: {which}"),
    Worded.SLIP: mark("Slip, {about}: {which}"),
    Worded.FOOT: mark("At the foot"),
}
_WHICH = {
    "label": mark("label"),
    "text": mark("text"),
    "aside": mark("at the right"),
    "below": mark("below"),
}


class TextsForm(QWidget):
    """`changed` comes with every letter."""

    changed = Signal()

    def __init__(self, parts: Sequence[TextPart]) -> None:
        super().__init__()
        self._editors: list[tuple[TextPart, LineField | TextArea]] = []
        self._form = Form()
        self.setLayout(column(self._form, space=0))
        for part in parts:
            self._add(part)

    @property
    def first(self) -> QWidget:
        """The first text."""
        return self._editors[0][1]

    def editor(self, what: Worded) -> LineField | TextArea:
        """The first text of this sort."""
        return next(editor for part, editor in self._editors if part.what is what)

    def document(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """The document with the texts as they are now; what nobody changed stays as it is to the letter."""
        changed = dict(before)
        for part, editor in self._editors:
            if editor.text() != part.text.strip("\n"):
                changed = with_text(changed, part.path, editor.text())
        return changed

    def _add(self, part: TextPart) -> None:
        label = _label(part)
        several = "\n" in part.text or part.what is Worded.MESSAGE
        editor: LineField | TextArea = TextArea(label, lines=5) if several else LineField(label)
        if isinstance(editor, TextArea):
            editor.set_text(part.text.strip("\n"))
        else:
            editor.setText(part.text)
        editor.textChanged.connect(lambda *_: self.changed.emit())
        self._editors.append((part, editor))
        self._form.add(label, editor)


def _label(part: TextPart) -> str:
    about = spoken(part.zh, part.en) or tr("text")
    which = tr(_WHICH.get(str(part.path[-1]), "text"))
    return tr(_WORDS[part.what]).format(about=about, which=which)

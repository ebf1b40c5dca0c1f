"""The fields of a report, in the order in which a call goes: who and where, what of, the words, who calls, the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from ui.tickets.entry.category_rows import CategoryRows
from ui.tickets.entry.choices import EntryChoices
from ui.tickets.entry.people_rows import PeopleRows
from ui.tickets.entry.where import WhereRows
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.letter_pick import LetterPick
from ui.widgets.line_field import LineField
from ui.widgets.photo_strip import PhotoStrip
from ui.widgets.photo_words import limit_words
from ui.widgets.sizes import gap
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import TextLabel, body

if TYPE_CHECKING:
    from app.office import Office

_TEXT_LINES = 4
_FIRST_SHORT = 6


class EntryFields(QObject):
    """Makes the fields over the office and lays them out; the form decides what they mean. `edited` by hand only."""

    edited = Signal()

    def __init__(self, office: Office, around: QWidget) -> None:
        super().__init__(around)
        self.people = PeopleRows()
        self.categories = CategoryRows(office)
        self.where = LetterPick(
            tr("Who or where"),
            tr("Room / name / last 4 digits of a phone / public place"),
            WhereRows(office).find,
            around,
        )
        self.category = LetterPick(
            tr("Category"), tr("Pinyin letters, such as sg"), self.categories.find, around, free=True
        )
        self.text = TextArea(tr("What is reported"), lines=_TEXT_LINES)
        self.name = LetterPick(tr("Reporter"), tr("Who reports it"), self.people.find, around, free=True)
        self.phone = LineField(tr("Telephone"))
        self.choices = EntryChoices(self)
        self.photos = PhotoStrip()
        self.where_line, self.category_line = ErrorLine(), ErrorLine()
        self.text_line, self.photo_line = ErrorLine(), ErrorLine(hint=limit_words())
        for field in (self.where, self.category, self.name, self.phone):
            field.setAcceptDrops(False)
            field.textEdited.connect(self.edited)
        self.text.textChanged.connect(self.edited)
        self.choices.changed.connect(self.edited)

    def lay_out(self, photos_button: QWidget) -> QGridLayout:
        """Labels on the left; `arrange` puts the rest where there is room."""
        self._button = photos_button
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(gap(10))
        grid.setVerticalSpacing(gap(2))
        grid.setColumnStretch(1, 1)
        choices = self.choices
        self._short: Sequence[tuple[TextLabel, QWidget]] = [
            (_label(name, field), field)
            for name, field in (
                (tr("Reporter"), self.name),
                (tr("Telephone"), self.phone),
                (tr("Kind"), choices.kind),
                (tr("Class"), choices.service_class),
                (tr("Priority"), choices.priority),
                (tr("Team"), choices.team),
                (tr("Reached us"), choices.source),
            )
        ]
        _wide(grid, 0, _label(tr("Who or where"), self.where), self.where, self.where_line)
        _wide(grid, 2, _label(tr("Category"), self.category), self.category, self.category_line)
        _wide(grid, 4, _label(tr("What is reported"), self.text), self.text, self.text_line)
        self.arrange(narrow=False)
        return grid

    def arrange(self, *, narrow: bool) -> None:
        """Two short fields a row, or one where it is narrow; the photos come last."""
        grid, columns = self._grid, 1 if narrow else 2
        grid.setColumnStretch(3, 0 if narrow else 1)
        for at, (label, field) in enumerate(self._short):
            line, side = _FIRST_SHORT + at // columns, 2 * (at % columns)
            grid.addWidget(label, line, side)
            grid.addWidget(field, line, side + 1, 1, 3 if narrow else 1)
        last = _FIRST_SHORT + len(self._short) // columns
        grid.addWidget(self._button, last, 1 if narrow else 3, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.photos, last + 1, 1, 1, 3)
        grid.addWidget(self.photo_line, last + 2, 1, 1, 3)


def _wide(grid: QGridLayout, line: int, label: TextLabel, field: QWidget, below: ErrorLine) -> None:
    top = Qt.AlignmentFlag.AlignTop if isinstance(field, TextArea) else Qt.AlignmentFlag.AlignVCenter
    grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignLeft | top)
    grid.addWidget(field, line, 1, 1, 3)
    grid.addWidget(below, line + 1, 1, 1, 3)


def _label(label: str, field: QWidget) -> TextLabel:
    words = body(label, Tone.INK2)
    words.setBuddy(field)
    return words

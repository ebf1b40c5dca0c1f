"""The open bill in the middle: header, what there is to say, lines, past payments, explanation, keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.counter.bill_header import BillHeader
from ui.counter.charge_lines import ChargeLines
from ui.counter.explain_strip import ExplainStrip
from ui.counter.past_payments import PastPayments
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import caption

_LEAST_LINES = 3
_BOX = 36


class BillSheet(Pane):
    """Places its parts itself: where it is low the past payments go first, then the keys, then the explanation."""

    def __init__(self, unmask: Action, more: Action, in_bill: Sequence[Action], in_lines: Sequence[Action]) -> None:
        super().__init__("panel")
        self.header = BillHeader(unmask)
        self.note = NoteStrip()
        self.lines = ChargeLines()
        self.past = PastPayments()
        self.explain = ExplainStrip(more)
        self._keys = _keys(in_bill, in_lines)
        self._narrow = False
        self._inset = 0
        self._low = False
        for part in self._parts():
            part.setParent(self)

    def fold(self, *, narrow: bool, inset: int, low: bool = False) -> None:
        """Leave `inset` logical pixels at the top left to the search box where the window is narrow.

        Where it is `low` too, nothing stays that the payment can do without.
        """
        self._narrow, self._inset, self._low = narrow, inset, low
        self.lines.sums.setVisible(not low)
        self.header.fold(narrow=narrow)
        self.lines.fold(narrow=narrow)
        self.explain.fold(narrow=narrow)
        self.place()

    def place(self) -> None:
        """Put every part where it belongs; called whenever the lines or the room change."""
        side, top = gap(20), self._place_head()
        foot = self.height()
        wanted = min(self.lines.height_of_all(), self.lines.height_of(_LEAST_LINES))
        for part in (self._keys, self.explain):
            height = part.sizeHint().height()
            fits = foot - height - top >= wanted and not self._low
            part.setVisible(fits)
            if fits:
                foot -= height
                part.setGeometry(0, foot, self.width(), height)
        lines = min(self.lines.height_of_all(), foot - top)
        self.lines.setGeometry(0, top, self.width(), lines)
        self._place_past(QRect(side, top + lines, self.width() - side, foot - top - lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _place_head(self) -> int:
        side, top = gap(20), gap(8 if self._narrow else 14)
        height = self.header.sizeHint().height()
        if self._narrow:
            height = max(height, px(_BOX))
        left = self._inset or side
        self.header.fit(self.width() - left - side)
        self.header.setGeometry(left, top, self.width() - left - side, height)
        top += height + gap(6)
        self.note.setVisible(not self._low or bool(self.note.text()))
        if self.note.isHidden():
            return top
        strip = self.note.heightForWidth(self.width() - 2 * side) if self.note.hasHeightForWidth() else 0
        strip = max(self.note.minimumHeight(), min(strip, 2 * self.note.minimumHeight()))
        self.note.setGeometry(side, top, self.width() - 2 * side, strip)
        return top + strip + gap(6)

    def _place_past(self, room: QRect) -> None:
        fits = room.height() >= self.past.least_height()
        self.past.setVisible(fits)
        if fits:
            self.past.setGeometry(QRect(0, room.top(), self.width(), room.height()))

    def _parts(self) -> Sequence[QWidget]:
        return (self.header, self.note, self.lines, self.past, self.explain, self._keys)


def _keys(in_bill: Sequence[Action], in_lines: Sequence[Action]) -> QWidget:
    first, *rest = in_bill
    buttons = [KeyButton(action, Kind.QUIET) for action in in_lines]
    others = [KeyButton(action, Kind.QUIET) for action in rest]
    words = caption(tr("in a line"), Tone.INK3)
    line = row(KeyButton(first, Kind.QUIET), words, *buttons, Rule(upright=True), *others, None, space=4)
    made = QWidget()
    made.setLayout(column(Rule(), row(line, margins=(12, 4, 12, 4)), space=0))
    return made

"""The open bill in the middle: header, what there is to say, lines, past payments, explanation, keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.counter.bill.bill_header import BillHeader
from ui.counter.bill.charge_lines import ChargeLines
from ui.counter.bill.explain_strip import ExplainStrip
from ui.counter.bill.keys_row import KeysRow
from ui.counter.receipts.past_payments import PastPayments
from ui.shell.actions import Action
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane

_LEAST_LINES = 3
_BOX = 36


@dataclass(frozen=True, slots=True)
class SheetActions:
    """What the sheet has buttons for."""

    unmask: Action
    explain: Action
    credit: Action
    in_bill: tuple[Action, ...]
    in_lines: tuple[Action, ...]
    months: tuple[Action, Action]
    more: Action


class BillSheet(Pane):
    """Places its parts itself: where it is low the past payments go first, then the explanation, then the keys.

    `note` is the note on the room; `bar` says what comes and goes, between the lines and the explanation, so that
    the foot stays where it is.
    """

    def __init__(self, actions: SheetActions) -> None:
        super().__init__("panel")
        self.header = BillHeader(actions.unmask, actions.credit)
        self.note, self.bar = NoteStrip(), NoteStrip()
        self.lines = ChargeLines()
        self.past = PastPayments()
        self.explain = ExplainStrip(actions.explain)
        self._keys = KeysRow(actions.in_bill, actions.in_lines, actions.months, actions.more)
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
        """Put every part where it belongs; called whenever the lines, the notices or the room change."""
        top = self._place_head()
        foot = self._place_foot(self.height(), top)
        lines = min(self.lines.height_of_all(), foot - top)
        self.lines.setGeometry(0, top, self.width(), lines)
        self._place_past(QRect(0, top + lines, self.width(), foot - top - lines))

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
        self.note.setVisible(bool(self.note.text()) and not (self._low and self.bar.text()))
        if self.note.isHidden():
            return top
        width = self.width() - 2 * side
        self.note.setGeometry(side, top, width, self.note.height_in(width))
        return top + self.note.height() + gap(6)

    def _place_foot(self, foot: int, top: int) -> int:
        """Keys at the bottom, the explanation above, over both what there is to say, which always has its place."""
        least = min(self.lines.height_of_all(), self.lines.height_of(_LEAST_LINES))
        width = self.width() - gap(24)
        said = self.bar.height_in(width) + gap(12) if self.bar.text() else 0
        for part in (self._keys, self.explain):
            height = part.sizeHint().height()
            fits = foot - height - said - top >= least and not self._low
            part.setVisible(fits)
            if fits:
                foot -= height
                part.setGeometry(0, foot, self.width(), height)
        self._keys.fit()
        self.bar.setVisible(bool(said))
        if said:
            self.bar.setGeometry(gap(12), foot - said + gap(6), width, said - gap(12))
        return foot - said

    def _place_past(self, room: QRect) -> None:
        fits = room.height() >= self.past.least_height()
        self.past.setVisible(fits)
        if fits:
            self.past.setGeometry(room)

    def _parts(self) -> Sequence[QWidget]:
        return (self.header, self.note, self.lines, self.past, self.explain, self._keys, self.bar)

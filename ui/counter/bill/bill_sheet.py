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
from ui.counter.bill.nothing_due import NothingDue
from ui.counter.receipts.past_payments import PastPayments
from ui.shell.actions import Action
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane

_LEAST_LINES = 3
_IN_VIEW = 2
_BOX = 36
_STRIP, _LOW_STRIP = 34, 24


@dataclass(frozen=True, slots=True)
class SheetActions:
    """What the sheet has buttons for."""

    unmask: Action
    explain: Action
    credit: Action
    ahead: Action
    one_off: Action
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
        self.nothing_due = NothingDue(actions.ahead, actions.one_off)
        self.past = PastPayments()
        self.explain = ExplainStrip(actions.explain)
        self._keys = KeysRow(actions.in_bill, actions.in_lines, actions.months, actions.more)
        self._narrow = False
        self._inset = 0
        self._low = False
        self._shows_bar = False
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
        head, foot = self._place_header(), self.height()
        self._choose_shown(foot - head)
        top = self._place_note(head)
        foot = self._place_foot(foot, top)
        lines = min(self.lines.height_of_all(), foot - top)
        self.lines.setGeometry(0, top, self.width(), lines)
        room = QRect(0, top + lines, self.width(), foot - top - lines)
        self._place_past(room.adjusted(0, self._place_nothing_due(room), 0, 0))
        if self._low:
            self.lines.keep_current_in_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _place_header(self) -> int:
        side, top = gap(20), gap(8 if self._narrow else 14)
        height = self.header.sizeHint().height()
        if self._narrow:
            height = max(height, px(_BOX))
        left = self._inset or side
        self.header.fit(self.width() - left - side)
        self.header.setGeometry(left, top, self.width() - left - side, height)
        return top + height + gap(6)

    def _choose_shown(self, room: int) -> None:
        """Where it is low some lines are always in view; the note comes before the bar, both before roomy lines."""
        shapes = ((False, False), (True, False), (True, True)) if self._low else ((False, False),)
        strips = [(bool(self.note.text()), bool(self.bar.text()))]
        if self._low:
            strips += [(bool(self.note.text()), False), (False, False)]
        for note, bar in strips:
            self._shows_bar = bar
            self.note.setVisible(note)
            for low, bare in shapes:
                self.lines.stand(low=low, bare=bare)
                if self._height_of_note() + self._height_of_bar() + self.lines.height_of_least(_IN_VIEW) <= room:
                    return

    def _place_note(self, top: int) -> int:
        height = self._height_of_note()
        if height:
            side, below = self._beside_note()
            self.note.setGeometry(side, top, self.width() - 2 * side, height - below)
        return top + height

    def _height_of_note(self) -> int:
        if self.note.isHidden():
            return 0
        self.note.setMinimumHeight(px(_LOW_STRIP if self._low else _STRIP))
        side, below = self._beside_note()
        return self.note.height_in(self.width() - 2 * side) + below

    def _beside_note(self) -> tuple[int, int]:
        """Logical pixels beside and below the note."""
        return (gap(12), gap(1)) if self._low else (gap(20), gap(6))

    def _height_of_bar(self) -> int:
        return self.bar.height_in(self.width() - gap(24)) + gap(12) if self._shows_bar else 0

    def _place_foot(self, foot: int, top: int) -> int:
        """Keys at the bottom, the explanation above, over both what there is to say, which always has its place."""
        least = self.lines.height_of_least(_LEAST_LINES)
        width, said = self.width() - gap(24), self._height_of_bar()
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

    def _place_nothing_due(self, room: QRect) -> int:
        """How high it stands there; 0 where something is due."""
        wanted = self.lines.nothing_is_asked_for
        if wanted:
            self.nothing_due.stand(low=self._low)
            self.nothing_due.show_later(lines=self.lines.falls_due_later)
        height = self.nothing_due.height_in(room.width()) if wanted else 0
        fits = 0 < height <= room.height()
        self.nothing_due.setVisible(fits)
        if fits:
            self.nothing_due.setGeometry(room.left(), room.top(), room.width(), height)
        return height if fits else 0

    def _place_past(self, room: QRect) -> None:
        fits = room.height() >= self.past.least_height()
        self.past.setVisible(fits)
        if fits:
            self.past.setGeometry(room)

    def _parts(self) -> Sequence[QWidget]:
        return (self.header, self.note, self.lines, self.nothing_due, self.past, self.explain, self._keys, self.bar)

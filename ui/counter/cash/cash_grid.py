"""The grid of notes and coins: digits and Enter walk down it, the total is live, and what is empty was not counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from app.core.language import tr
from app.core.money import Money
from app.core.quantities import parse_whole
from app.core.show import show_money, show_whole
from app.counter.cash.denominations import CashCount
from ui.counter.cash.piece_words import piece_name
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.sizes import Pt, gap
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, caption, section
from ui.widgets.typed_field import TypedField

MOST_PIECES = 99_999


class CashGrid(QWidget):
    """One field a denomination; `changed` comes with every digit."""

    changed = Signal()

    def __init__(self, pieces: Sequence[Money], *, dense: bool = False) -> None:
        super().__init__()
        self.pieces = tuple(pieces)
        self.fields = {piece: _field(piece) for piece in self.pieces}
        self._amounts = {piece: body("—", Tone.INK2) for piece in self.pieces}
        self.figure = BigFigure(tr("Cash altogether"), Pt.CHANGE, right=True)
        self._missing = caption("", Tone.WARN).wrap()
        self._problem = ErrorLine()
        self._lay_out(dense=dense)
        for piece, field in self.fields.items():
            field.textChanged.connect(partial(self._on_typed, piece))
            field.problem_changed.connect(lambda _problem: self._show())
        self._show()

    def count(self) -> CashCount:
        """What was typed so far; empty fields are left out."""
        typed = {piece.fen: number for piece in self.pieces if (number := self._number(piece)) is not None}
        return CashCount(typed)

    def missing(self) -> tuple[Money, ...]:
        """The denominations without a number."""
        return self.count().missing(self.pieces)

    def texts(self) -> dict[str, str]:
        """What stands in the fields, for a draft."""
        return {str(piece.fen): field.text() for piece, field in self.fields.items() if field.text()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        for piece, field in self.fields.items():
            field.setText(texts.get(str(piece.fen), ""))

    def show_count(self, count: CashCount) -> None:
        """Put an earlier count back."""
        self.show_texts({str(fen): str(number) for fen, number in count.pieces.items()})

    def step(self) -> bool:
        """Enter: to the next field; False from the last one, or where the focus is elsewhere."""
        return self._move(1)

    def check(self) -> bool:
        """Say what is wrong in the fields; the focus goes to the first bad one."""
        bad = [field for field in self.fields.values() if not field.check()]
        if bad:
            bad[0].take_caret()
        return not bad

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() not in moves or not self._move(moves[Qt.Key(event.key())]):
            super().keyPressEvent(event)

    def _move(self, by: int) -> bool:
        fields = list(self.fields.values())
        focused = QApplication.focusWidget()
        at = next((at for at, field in enumerate(fields) if field is focused), -1)
        if at < 0 or not 0 <= at + by < len(fields):
            return False
        fields[at + by].take_caret()
        return True

    def _lay_out(self, *, dense: bool) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap(12))
        grid.setVerticalSpacing(gap(2 if dense else 6))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, head in ((0, tr("Denomination")), (2, tr("Pieces")), (3, tr("Amount"))):
            grid.addWidget(caption(head, Tone.INK2), 0, at, right)
        for line, piece in enumerate(self.pieces, start=1):
            words = body(piece_name(piece), bold=True)
            words.setBuddy(self.fields[piece])
            grid.addWidget(words, line, 0, right)
            grid.addWidget(body("×", Tone.INK3), line, 1)
            grid.addWidget(self.fields[piece], line, 2)
            grid.addWidget(self._amounts[piece], line, 3, right)
        grid.setColumnStretch(3, 1)
        total = column(section(tr("Cash altogether")), self._problem, self._missing, space=2)
        self.setLayout(column(grid, 6, row(total, self.figure, space=8), space=4))

    def _on_typed(self, piece: Money, _text: str) -> None:
        number = self._number(piece)
        self._amounts[piece].show_text("—" if number is None else show_money(piece * number))
        if number is not None:
            self.fields[piece].show_problem("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.figure.show_amount(self.count().amount)
        missing = self.missing()
        words = tr("Not counted: {pieces}").format(pieces=tr(", ").join(piece_name(piece) for piece in missing))
        problem = next((field.problem for field in self.fields.values() if field.problem), "")
        self._problem.show_problem(problem)
        self._problem.setVisible(bool(problem))
        self._missing.show_text(words if missing and len(missing) < len(self.pieces) and not problem else "")

    def _number(self, piece: Money) -> int | None:
        number = self.fields[piece].value()
        return number if number is not None and 0 <= number <= MOST_PIECES else None


def _field(piece: Money) -> TypedField[int]:
    field = TypedField(tr("Pieces of {piece}").format(piece=piece_name(piece)), parse_whole, show_whole, columns=10)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setPlaceholderText(tr("not counted"))
    field.setMaxLength(len(str(MOST_PIECES)))
    return field

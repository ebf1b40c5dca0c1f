"""Material and work of a ticket: each line with its amount, the sum, and whether the resident pays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import mark, tr
from app.core.show import show_decimal, show_money
from app.tickets.materials.kinds import FreeReason, PayState
from app.tickets.materials.line_rows import WorkLine, WorkLines
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import gap
from ui.widgets.surface import column
from ui.widgets.text_label import TextLabel, body, caption

_STATES: dict[PayState, str] = {
    PayState.NOT_CHARGED: mark("not charged yet"),
    PayState.TO_PAY: mark("to be paid at the counter"),
    PayState.PART_PAID: mark("paid in part"),
    PayState.PAID: mark("paid"),
}
_FREE: dict[FreeReason, str] = {
    FreeReason.WARRANTY: mark("free, warranty"),
    FreeReason.OFFICE: mark("free, the office"),
}


class LinesBlock(QWidget):
    """Without a line only its head, with the key that writes one."""

    def __init__(self, write: Action) -> None:
        super().__init__()
        head = SectionHead(tr("Material and fees"), "", KeyButton(write, Kind.QUIET, icon="plus"))
        self._state = caption("", Tone.INK2)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(4))
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[TextLabel, TextLabel]] = []
        self.setLayout(column(head, self._state, self._grid, space=6))

    def show_lines(self, lines: WorkLines) -> None:
        """Show these with their sum."""
        state = lines.state
        words = "" if state is None else _STATES.get(state, "")
        self._state.show_text(tr(words) if words else "")
        self._state.setVisible(bool(words))
        told = [(_words(line), show_money(line.amount)) for line in lines.lines]
        if told:
            told.append((tr("Sum"), show_money(lines.amount)))
        self._fill(told)

    def text(self) -> str:
        """Everything it says."""
        return "\n".join(f"{name.text()} {amount.text()}" for name, amount in self._rows if not name.isHidden())

    def _fill(self, told: Sequence[tuple[str, str]]) -> None:
        while len(self._rows) < len(told):
            self._add_row()
        for at, (name, amount) in enumerate(self._rows):
            shown = at < len(told)
            if shown:
                name.show_text(told[at][0], Tone.INK)
                amount.show_text(told[at][1])
            name.setVisible(shown)
            amount.setVisible(shown)

    def _add_row(self) -> None:
        at = len(self._rows)
        name, amount = body("").wrap(), body("")
        self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(amount, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._rows.append((name, amount))


def _words(line: WorkLine) -> str:
    quantity = f"{show_decimal(line.quantity, 0)} {line.unit_name}".strip()
    said = f"{line.name}  {quantity} × {show_decimal(line.price)}"
    return f"{said} ({tr(_FREE[line.free])})" if line.free is not None else said

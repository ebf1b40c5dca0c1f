"""The paper of the receipt that the list stands on, drawn a moment after the cursor comes to rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.receipts.paper_picture import PaperPicture
from ui.counter.receipts.receipt_states import receipt_state
from ui.sentences import say
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import body, section

REST_MS = 150


class ReceiptSide(Pane):
    """`draw` gives the paper as a PDF; where it cannot be drawn the reason stands in its place."""

    def __init__(self, draw: Callable[[ReceiptRow], bytes]) -> None:
        super().__init__("canvas")
        self._draw = draw
        self._shown: ReceiptRow | None = None
        self._name, self._chip = section(""), Chip()
        self._words = body("", Tone.INK2).wrap()
        self.view = PaperPicture()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_rest)
        parts = column(row(self._name, None, self._chip), self._words, 4, self.view, margins=(16, 14, 16, 14))
        parts.setStretchFactor(self.view, 1)
        self.setLayout(parts)
        self.show_receipt(None)

    def show_receipt(self, shown: ReceiptRow | None) -> None:
        """Show this one's paper soon; None empties the place."""
        self._shown = shown
        self._timer.start(REST_MS)

    def _on_rest(self) -> None:
        shown = self._shown
        if not self.isVisible():
            return
        self._name.show_text("" if shown is None else shown.label)
        self.view.show_pdf(b"")
        if shown is None:
            self._chip.show_state("")
            self._words.show_text(
                tr("Choose a receipt to see its paper. Enter opens it: void, give back, correct the method.")
            )
            return
        state = receipt_state(shown)
        self._chip.show_state(state.word, state.mood, state.icon)
        try:
            pdf = self._draw(shown)
        except (Refusal, Trouble) as error:
            self._words.show_text(say(error), Tone.DANGER)
            return
        self._words.show_text(f"{shown.unit}·{shown.payer}")
        self.view.show_pdf(pdf)

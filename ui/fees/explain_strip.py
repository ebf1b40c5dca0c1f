"""The strip that explains one charge: its arithmetic in words, F4 folds it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from app.core.language import tr
from app.core.show import show_date, show_days, show_money
from app.fees.billing_plan import PlannedCharge
from app.fees.next_period import NextPeriod
from app.fees.words.explain_words import charge_words
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import px
from ui.widgets.skip_words import cure_words, reason_words
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import TextLabel, body, caption

_LINES = 2


class ExplainStrip(Pane):
    """Says how a planned charge comes about, or why there is none; keeps its place."""

    def __init__(self, fold: Action) -> None:
        super().__init__("canvas")
        self._head = caption("", Tone.INK2).wrap()
        self._lines: TextLabel = body("").wrap()
        self._amount = body("", bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = row(KeyButton(fold, Kind.QUIET), self._head, self._amount, space=8)
        head.setStretchFactor(self._head, 1)
        self.setLayout(column(head, self._lines, space=0, margins=(16, 2, 24, 4)))
        self._lines.setIndent(px(8))
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def text(self) -> str:
        """What is said."""
        return f"{self._head.text()} {self._lines.text()}".strip()

    def show_charge(self, of_what: str, charge: PlannedCharge, amount: str) -> None:
        """Explain a charge."""
        period = show_days(charge.period.first, charge.period.until)
        due = tr("due {day}").format(day=show_date(charge.due_on))
        self._show(f"{of_what} · {period} · {due}", "\n".join(charge_words(charge.explain, charge.amount)), amount)

    def show_next(self, of_what: str, upcoming: NextPeriod) -> None:
        """Explain what a tariff charges next, or why nothing."""
        if upcoming.charge is not None:
            self.show_charge(of_what, upcoming.charge, show_money(upcoming.charge.amount))
        elif upcoming.reason is not None:
            words = tr("Nothing is charged: {reason}; {cure}.")
            reason = upcoming.reason
            self.show_words(of_what, words.format(reason=reason_words(reason), cure=cure_words(reason)))

    def show_words(self, of_what: str, words: str) -> None:
        """Say why there is no charge, or nothing at all."""
        self._show(of_what, words, "")

    def fold(self) -> None:
        """Fold the arithmetic away, or show it again; the head stays."""
        self._lines.setVisible(self._lines.isHidden())

    def _show(self, head: str, words: str, amount: str) -> None:
        self._head.show_text(head)
        self._lines.show_text(words)
        self._amount.show_text(amount)
        self._lines.setMinimumHeight(self._lines.fontMetrics().lineSpacing() * _LINES)
        self.setAccessibleName(self.text())

"""The head of the tab: who is on duty now, and who comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.duty.roster.roster_facts import OnDuty
from ui.duty.words import turns_words
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, body


class OnDutyHead(QWidget):
    """Two lines: now in large, next in small."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("user-check", Tone.ACCENT, 20)
        self._now = TextLabel("", Pt.SECTION, Tone.INK, bold=True).wrap()
        self._next = body("", Tone.INK2).wrap()
        words = column(self._now, self._next, space=2)
        whole = row(self._icon, words, space=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_duty(self, on_duty: OnDuty) -> None:
        """Show these; a hole is said in words."""
        if on_duty.now:
            self._icon.show_icon("user-check", Tone.ACCENT)
            self._now.show_text(tr("On duty: {turns}").format(turns=turns_words(on_duty.now)), Tone.INK)
        else:
            self._icon.show_icon("triangle-alert", Tone.WARN)
            self._now.show_text(tr("The roster names nobody for now"), Tone.WARN)
        if on_duty.next:
            self._next.show_text(tr("Next: {turns}").format(turns=turns_words(on_duty.next)))
        else:
            self._next.show_text(tr("Nobody is written for the next days: Ctrl+Shift+U leads to the roster."))

    def text(self) -> str:
        """Everything said."""
        return f"{self._now.text()} {self._next.text()}"

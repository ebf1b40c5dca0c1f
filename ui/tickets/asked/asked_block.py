"""What was said of a ticket after its work, with the keys that ask and check."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.ratings.rating_rows import RATED_STATES
from ui.shell.actions import Action
from ui.tickets.asked.rating_words import rating_facts
from ui.tickets.detail.facts_block import FactsBlock
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.surface import column


class AskedBlock(QWidget):
    """Hidden while the work is not done and nothing was said."""

    def __init__(self, call_back: Action, check: Action) -> None:
        super().__init__()
        self._facts = FactsBlock(tr("Asked afterwards"))
        self._keys = QWidget()
        self._keys.setLayout(FlowLayout(KeyButton(call_back, Kind.QUIET, icon="phone"), KeyButton(check, Kind.QUIET)))
        self.setLayout(column(self._facts, self._keys, space=2))

    def show_page(self, page: TicketPage) -> None:
        """Show what was said of this ticket."""
        facts = rating_facts(page.ratings)
        done = page.row.state in RATED_STATES
        self._facts.show_facts(facts)
        self._keys.setVisible(done)
        self.setVisible(done or bool(facts))

    def text(self) -> str:
        """Everything it says."""
        return self._facts.text()

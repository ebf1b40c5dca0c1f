"""The head of a ticket: what it is about, its state, its facts in one line, and its promises."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.tickets.detail.ticket_page import TicketPage
from ui.tickets.board.row_words import text_words
from ui.tickets.detail.clock_grid import ClockGrid
from ui.tickets.detail.facts import head_facts, reporter_facts, worker_fact
from ui.tickets.state_looks import state_look
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.fact_line import FactLine
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, page_title

_MOST_TITLE = 60
_BETWEEN = "    "


class DetailHead(QWidget):
    """Folded, it also says who reported and who does it, for then no column beside does."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._state = page_title("").wrap(), Chip()
        self.facts, self._folded = body("", Tone.INK2).wrap(), FactLine()
        self.clocks = ClockGrid()
        first = row(self._title, 12)
        first.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        first.setStretch(0, 1)
        self.setLayout(column(first, self.facts, self._folded, self.clocks, space=6, margins=(24, 14, 24, 10)))

    def show_page(self, page: TicketPage) -> None:
        """Show this ticket."""
        self._title.show_text(title_of(page))
        look = state_look(page.row.state)
        self._state.show_state(look.word, look.mood, look.icon)
        self.facts.show_text(_BETWEEN.join(head_facts(page)))
        self._folded.show_facts([(fact.name, fact.words) for fact in (*reporter_facts(page)[:4], worker_fact(page))])
        self.clocks.show_clocks(page.clocks)

    def title(self) -> str:
        """What it is about."""
        return self._title.text()

    def fold(self, *, folded: bool) -> None:
        """Take in what the column beside would say."""
        self._folded.setVisible(folded)


def title_of(page: TicketPage) -> str:
    """The report in a line; all of a long one stands in the timeline."""
    text = text_words(page.row)
    return text if len(text) <= _MOST_TITLE else text[: _MOST_TITLE - 1] + "…"

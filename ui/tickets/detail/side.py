"""The column beside the timeline: who reported, who does it, what it costs, and what hangs on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.tickets.detail.ticket_page import TicketPage
from ui.tickets.asked.asked_block import AskedBlock
from ui.tickets.detail.detail_actions import DetailActions
from ui.tickets.detail.facts import (
    closing_facts,
    complaint_facts,
    handling_facts,
    linked_facts,
    reporter_facts,
)
from ui.tickets.detail.facts_block import FactsBlock
from ui.tickets.detail.lines_block import LinesBlock
from ui.tickets.photos.photos_block import PhotosBlock
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import Rule, column


class SideFacts(Scrolling):
    """Blocks without words are left out, with their hairline."""

    def __init__(self, actions: DetailActions) -> None:
        self.reporter = FactsBlock(tr("Reported by"))
        self.handling = FactsBlock(tr("Handling"))
        self.lines = LinesBlock(actions.lines)
        self.photos = PhotosBlock(actions.photo, actions.look)
        self.complaint = FactsBlock(tr("Complaint"))
        self.closing = FactsBlock(tr("Closing"))
        self.asked = AskedBlock(actions.call_back, actions.check)
        self.linked = FactsBlock(tr("Hangs together with"))
        self._blocks: list[tuple[Rule, QWidget]] = [(Rule(), block) for block in self._in_order()]
        parts = [part for pair in self._blocks for part in pair]
        super().__init__(column(*parts, None, space=10, margins=(20, 14, 20, 12)))

    def show_page(self, page: TicketPage) -> None:
        """Show what this ticket has to say."""
        self.reporter.show_facts(reporter_facts(page))
        self.handling.show_facts(handling_facts(page))
        self.lines.show_lines(page.lines)
        self.complaint.show_facts(complaint_facts(page))
        self.closing.show_facts(closing_facts(page))
        self.photos.show_photos(page.photos)
        self.asked.show_page(page)
        self.linked.show_facts(linked_facts(page))
        first = True
        for rule, block in self._blocks:
            rule.setVisible(not block.isHidden() and not first)
            first = first and block.isHidden()

    def _in_order(self) -> tuple[QWidget, ...]:
        first = (self.reporter, self.handling, self.lines, self.photos)
        return (*first, self.complaint, self.closing, self.asked, self.linked)

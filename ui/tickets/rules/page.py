"""What an office edits for its tickets, on one page: ten lists, each with a key of its own."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import Signal

from app.core.language import mark, tr
from ui.shell.context import Context
from ui.tickets.rules.categories import Categories
from ui.tickets.rules.chains import Chains
from ui.tickets.rules.hints import Hints
from ui.tickets.rules.hours import Hours
from ui.tickets.rules.macros import Macros
from ui.tickets.rules.places import Places
from ui.tickets.rules.teams import Teams
from ui.tickets.rules.telling import Telling
from ui.tickets.rules.workers import Workers
from ui.tickets.rules.years import Years
from ui.widgets.section import Section
from ui.widgets.section_pages import Frame, SectionPages

KEYS = "tickets.rules"


class Part(Enum):
    """The lists, in the order of their keys."""

    TELLING = (mark("To be told"), Telling)
    CHAINS = (mark("Deadlines"), Chains)
    HOURS = (mark("Service hours"), Hours)
    YEARS = (mark("Holidays"), Years)
    CATEGORIES = (mark("Categories"), Categories)
    TEAMS = (mark("Teams"), Teams)
    WORKERS = (mark("Workers"), Workers)
    PLACES = (mark("Public places"), Places)
    HINTS = (mark("Hints of buildings"), Hints)
    MACROS = (mark("Sets of changes"), Macros)


class TicketRulesPage(SectionPages[Part]):
    """Shown over the whole width of the tab; `ticket_wanted` asks for a ticket by its id."""

    ticket_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        title, side = tr("Rules and lists of tickets"), tr("Rules and lists")
        super().__init__(context, Frame(KEYS, title, side, tr("Back to the tickets"), "tickets"), Part.TELLING)

    def made(self, section: Section[Any]) -> None:
        """Whom to tell leads to the ticket."""
        if isinstance(section, Telling):
            section.ticket_wanted.connect(self.ticket_wanted)

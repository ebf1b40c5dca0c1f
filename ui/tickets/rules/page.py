"""What an office edits for its tickets, on one page: ten lists, each with a key of its own."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.core.language import mark, tr
from ui.shell.context import Context
from ui.shell.window_layout import Room
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
from ui.widgets.choice_side import ChoiceSide
from ui.widgets.section import Section
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

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


class TicketRulesPage(SubPage):
    """Shown over the whole width of the tab.

    `begin` reads the list that was last seen. Esc backs out of its filter, then `left` comes; `ticket_wanted` asks for
    a ticket by its id. Every edit is announced as a change of `tickets`.
    """

    ticket_wanted = Signal(int)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Rules and lists of tickets"))
        self.setAccessibleName(tr("Rules and lists of tickets"))
        self._sections: dict[Part, Section[Any]] = {}
        self.part = Part.TELLING
        self._stack = QStackedWidget()
        choices = [(part, tr(part.value[0])) for part in Part]
        self.side: ChoiceSide[Part] = ChoiceSide(
            context, KEYS, tr("Rules and lists"), choices, self.begin, self.show_part
        )
        context.actions.add(f"{KEYS}.back", tr("Back to the tickets"), "Esc", self._on_back, context=KEYS)
        self._rule = Rule(upright=True)
        self._box = row(self.side, self._rule, self._stack, space=0)
        self._box.setStretchFactor(self._stack, 1)
        self.setLayout(self._box)
        context.layout.changed.connect(self._on_room)
        self._on_room(context.layout.room)

    @property
    def section(self) -> Section[Any]:
        """The list that is seen."""
        return self._sections[self.part]

    def begin(self, part: Part | None = None) -> None:
        """Read and show a list, or the one that was seen last, with the focus in its rows."""
        self.show_part(part or self.part)
        self.take_focus()

    def show_part(self, part: Part) -> None:
        """Read and show a list; the focus stays where it is."""
        self.part = part
        if part not in self._sections:
            self._sections[part] = self._made(part)
        section = self._sections[part]
        section.begin()
        self.side.choose(part)
        self._stack.setCurrentWidget(section)

    def take_focus(self) -> None:
        self.section.take_focus()

    def back(self) -> bool:
        return self.part in self._sections and self.section.back()

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _made(self, part: Part) -> Section[Any]:
        make: Callable[[Context], Section[Any]] = part.value[1]
        section = make(self.context)
        section.edited.connect(lambda: self.context.changes.announce("tickets", by=self))
        if isinstance(section, Telling):
            section.ticket_wanted.connect(self.ticket_wanted)
        self._stack.addWidget(section)
        return section

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.side.fold(small=small)
        self._rule.setVisible(not small)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)

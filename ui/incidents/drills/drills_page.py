"""The drills of the office on one page: what is due, planned, played, and who was trained."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.core.language import mark, tr
from ui.incidents.drills.due_plans import DuePlans
from ui.incidents.drills.people import People
from ui.incidents.drills.planned import Planned
from ui.incidents.drills.played import Played
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.choice_side import ChoiceSide
from ui.widgets.section import Section
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

KEYS = "incidents.drills"


class DrillPart(Enum):
    """The lists, in the order of their keys."""

    DUE = (mark("What is due"), DuePlans)
    PLANNED = (mark("Planned drills"), Planned)
    PLAYED = (mark("Drills that were played"), Played)
    PEOPLE = (mark("Training record"), People)


class DrillsPage(SubPage):
    """`begin` reads the list that was last seen; Esc backs out of its filter, then `left` comes."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Drills"))
        self.setAccessibleName(tr("Drills"))
        self._sections: dict[DrillPart, Section[Any]] = {}
        self.part = DrillPart.DUE
        self._stack = QStackedWidget()
        choices = [(part, tr(part.value[0])) for part in DrillPart]
        self.side: ChoiceSide[DrillPart] = ChoiceSide(
            context, KEYS, tr("Drills"), choices, self.show_part_with_focus, self.show_part
        )
        context.actions.add(f"{KEYS}.back", tr("Back to the incidents"), "Esc", self._on_back, context=KEYS)
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

    def begin(self) -> None:
        """Read and show the list that was seen last, with the focus in its rows."""
        self.show_part_with_focus(self.part)

    def show_part_with_focus(self, part: DrillPart) -> None:
        """Read and show a list, with the focus in its rows."""
        self.show_part(part)
        self.take_focus()

    def show_part(self, part: DrillPart) -> None:
        """Read and show a list; the focus stays where it is."""
        self.part = part
        if part not in self._sections:
            self._sections[part] = self._made(part)
        self.section.begin()
        self.side.choose(part)
        self._stack.setCurrentWidget(self.section)

    def focus_search(self) -> None:
        """Put the focus in the rows."""
        self.take_focus()

    def take_focus(self) -> None:
        self.section.take_focus()

    def back(self) -> bool:
        return self.part in self._sections and self.section.back()

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _made(self, part: DrillPart) -> Section[Any]:
        make: Callable[[Context], Section[Any]] = part.value[1]
        section = make(self.context)
        section.edited.connect(lambda: self.context.changes.announce("incidents", by=self))
        self._stack.addWidget(section)
        return section

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.side.fold(small=small)
        self._rule.setVisible(not small)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)

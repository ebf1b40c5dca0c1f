"""Roster and lists of duty on one page, each with a key of its own."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.core.language import mark, tr
from ui.duty.lists.day_tasks import DayTasks
from ui.duty.lists.handovers import Handovers
from ui.duty.lists.hazards import HazardList
from ui.duty.lists.inspections import InspectionLists
from ui.duty.lists.posts import Posts
from ui.duty.lists.roster import RosterList
from ui.duty.lists.rounds import Rounds
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.choice_side import ChoiceSide
from ui.widgets.section import Section
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

KEYS = "duty.lists"


class Part(Enum):
    """The lists, in the order of their keys."""

    ROSTER = (mark("Roster"), RosterList)
    HAZARDS = (mark("Hazards"), HazardList)
    INSPECTIONS = (mark("Inspection lists"), InspectionLists)
    ROUNDS = (mark("Rounds walked"), Rounds)
    HANDOVERS = (mark("Hand-overs"), Handovers)
    DAY = (mark("Day list"), DayTasks)
    POSTS = (mark("Duty posts"), Posts)


class DutyLists(SubPage):
    """`begin` reads the list that was last seen; Esc backs out, then `left` comes; `round_wanted` walks a list."""

    left = Signal()
    round_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Roster and lists of duty"))
        self.setAccessibleName(tr("Roster and lists of duty"))
        self._sections: dict[Part, Section[Any]] = {}
        self.part = Part.ROSTER
        self._stack = QStackedWidget()
        choices = [(part, tr(part.value[0])) for part in Part]
        self.side: ChoiceSide[Part] = ChoiceSide(
            context, KEYS, tr("Roster and lists"), choices, self.begin, self.show_part
        )
        context.actions.add(f"{KEYS}.back", tr("Back to duty"), "Esc", self._on_back, context=KEYS)
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

    def begin(self, part: Part | None = None, key: object = None) -> None:
        """Read and show a list with the focus in its rows; a `key` makes that row current."""
        self.show_part(part or self.part)
        if key is not None:
            self.section.table.choose_key(key)
        self.take_focus()

    def show_part(self, part: Part) -> None:
        """Read and show a list; the focus stays where it is."""
        self.part = part
        if part not in self._sections:
            self._sections[part] = self._made(part)
        self._sections[part].begin()
        self.side.choose(part)
        self._stack.setCurrentWidget(self._sections[part])

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
        section.edited.connect(lambda: self.context.changes.announce("duty", by=self))
        if isinstance(section, InspectionLists):
            section.round_wanted.connect(self.round_wanted)
        self._stack.addWidget(section)
        return section

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.side.fold(small=small)
        self._rule.setVisible(not small)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)

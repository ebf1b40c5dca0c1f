"""Several lists on one page: a key at the left chooses which is shown; each is made when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.core.language import tr
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.choice_side import ChoiceSide
from ui.widgets.section import Section
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

P = TypeVar("P", bound=Enum)


@dataclass(frozen=True, slots=True)
class Frame:
    """The context of its keys, its name, the name above the choices, what Esc leads back to, whom an edit concerns."""

    keys: str
    title: str
    side: str
    back: str
    concerns: str


class SectionPages(SubPage, Generic[P]):
    """The values of its parts are their marked titles and what makes them, in the order of their keys.

    `begin` reads the list that was last seen; Esc backs out of its filter, then `left` comes.
    """

    left = Signal()

    def __init__(self, context: Context, frame: Frame, first: P) -> None:
        super().__init__(context, frame.keys, frame.title)
        self.setAccessibleName(frame.title)
        self._concerns = frame.concerns
        self._sections: dict[P, Section[Any]] = {}
        self.part = first
        self._stack = QStackedWidget()
        choices = [(part, tr(part.value[0])) for part in type(first)]
        self.side: ChoiceSide[P] = ChoiceSide(context, frame.keys, frame.side, choices, self.begin, self.show_part)
        context.actions.add(f"{frame.keys}.back", frame.back, "Esc", self._on_back, context=frame.keys)
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

    def begin(self, part: P | None = None, key: object = None) -> None:
        """Read and show a list, or the one seen last, with the focus in its rows; a `key` makes that row current."""
        self.show_part(part or self.part)
        if key is not None:
            self.section.table.choose_key(key)
        self.take_focus()

    def show_part(self, part: P) -> None:
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

    def made(self, section: Section[Any]) -> None:
        """A list was made: what it asks for beside its edits is heard here."""

    def _made(self, part: P) -> Section[Any]:
        make: Callable[[Context], Section[Any]] = part.value[1]
        section = make(self.context)
        section.edited.connect(lambda: self.context.changes.announce(self._concerns, by=self))
        self.made(section)
        self._stack.addWidget(section)
        return section

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.side.fold(small=small)
        self._rule.setVisible(not small)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)

"""The page beside the tabs for whoever looks after the program: its parts at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.core.language import tr
from ui.admin.parts import PARTS, TAB, AdminPart
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.choice_side import ChoiceSide
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Pane, Rule, column, row


class AdminPage(Pane):
    """Alt and a number show a part, Esc backs out of it and then of the page; `left` asks to go."""

    left = Signal()

    def __init__(self, context: Context, parts: Sequence[AdminPart] = PARTS) -> None:
        super().__init__("panel")
        self.context = context
        self.parts = tuple(part for part in parts if part.is_open_to(context.actor))
        self.part = self.parts[0]
        self._pages: dict[AdminPart, SubPage] = {}
        self._stack = QStackedWidget()
        context.actions.name_context(TAB, tr("Administration"))
        choices = [(part, tr(part.title)) for part in self.parts]
        self.side: ChoiceSide[AdminPart] = ChoiceSide(
            context, TAB, tr("Administration"), choices, self.begin, self.show_part, lambda part: part.icon
        )
        back = context.actions.add(f"{TAB}.back", tr("Back to work"), "Esc", self._on_back, context=TAB)
        self._left = column(self.side, KeyButton(back, Kind.QUIET), space=0)
        self._left.setStretch(0, 1)
        beside = Pane("canvas")
        beside.setLayout(self._left)
        self._rule = Rule(upright=True)
        self._box = row(beside, self._rule, self._stack, space=0)
        self._box.setStretchFactor(self._stack, 1)
        self.setLayout(self._box)
        context.layout.changed.connect(self._on_room)
        self._on_room(context.layout.room)

    @property
    def page(self) -> SubPage:
        """The page of the part that shows."""
        return self._pages[self.part]

    def begin(self, part: AdminPart | None = None) -> None:
        """Read and show a part, or the one that was seen last, with the focus where its work begins."""
        self.show_part(part or self.part)
        self.page.take_focus()

    def show_part(self, part: AdminPart) -> None:
        """Read and show a part; the focus stays where it is."""
        self.part = part
        if part not in self._pages:
            self._pages[part] = part.make(self.context)
            self._stack.addWidget(self._pages[part])
        begin: Callable[[], None] | None = getattr(self.page, "begin", None)
        if begin is not None:
            begin()
        self.side.choose(part)
        self._stack.setCurrentWidget(self.page)

    def open(self, name: object) -> None:
        """Go to the part of this name, where another page led to. KeyError where nobody may see it."""
        self.begin({part.name: part for part in self.parts}[str(name)])

    def focus_search(self) -> None:
        """The part that was seen last, with the focus where its work begins."""
        self.begin()

    def keep_draft(self) -> None:
        """Every part keeps its own."""
        for page in self._pages.values():
            keep: Callable[[], None] | None = getattr(page, "keep_draft", None)
            if keep is not None:
                keep()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def _on_back(self) -> None:
        if self.part not in self._pages or not self.page.back():
            self.left.emit()

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.side.fold(small=small)
        self._rule.setVisible(not small)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)
        self._left.setDirection(QBoxLayout.Direction.LeftToRight if small else QBoxLayout.Direction.TopToBottom)

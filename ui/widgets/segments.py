"""A few choices side by side, each with its key: the chosen one wears edge, tint and bold words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.shell.actions import Action
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import gap

T = TypeVar("T")


class Segments(QWidget, Generic[T]):
    """Shows which of the values is chosen; choosing is the page's business, through the actions."""

    def __init__(self, name: str, choices: Sequence[tuple[T, Action, str]], *, columns: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[T, KeyButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap(8))
        for at, (value, action, icon) in enumerate(choices):
            button = KeyButton(action, Kind.SEGMENT, icon=icon)
            self._buttons[value] = button
            grid.addWidget(button, at // columns, at % columns)

    def choose(self, value: T) -> None:
        """Show this one as chosen."""
        for other, button in self._buttons.items():
            button.setChecked(other == value)
            button.setAccessibleDescription("✓" if other == value else "")
            button.update()

    def button(self, value: T) -> KeyButton:
        """The button of a value."""
        return self._buttons[value]

"""What stands beside the tree while no unit is chosen."""

from __future__ import annotations

from app.core.language import tr
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import column

KEYS = "estate.welcome"


class Welcome(SubPage):
    """Says what to do next: import a list, enter a unit, or look for one."""

    def __init__(self, context: Context, new: Action, imports: Action) -> None:
        super().__init__(context, KEYS)
        self._first = KeyButton(imports, icon="download")
        self._words = EmptyState("", "", self._first, KeyButton(new, icon="plus"))
        self.setLayout(column(self._words, margins=(0, 4, 0, 0)))
        self.show_words(is_empty=True)

    def show_words(self, *, is_empty: bool) -> None:
        """The words for an empty book, or for a full one."""
        if is_empty:
            self._words.show_text(
                tr("The book has no units yet"), tr("Import the office's Excel list, or enter the first unit by hand.")
            )
        else:
            self._words.show_text(
                tr("Choose a unit"), tr("Type a room, a name or the last four digits of a phone, or open a building.")
            )

    def take_focus(self) -> None:
        self._first.setFocus()

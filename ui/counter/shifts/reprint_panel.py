"""Papers of closed work, to choose one that is printed again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.key_button import Kind
from ui.widgets.list_table import ListTable
from ui.widgets.text_label import body

_MOST_SEEN = 10

P = TypeVar("P")


class ReprintPanel(QuestionPanel[int], Generic[P]):
    """The papers, the newest first; Enter answers with the number of the chosen one. `words` stand over the list."""

    most = (900, 640)

    def __init__(
        self, title: str, words: str, columns: list[Column[P]], papers: Sequence[P], number_of: Callable[[P], int]
    ) -> None:
        super().__init__(title, width=820)
        self._number_of = number_of
        self.table: ListTable[P] = ListTable(title, columns, number_of, most=_MOST_SEEN)
        self.body.addWidget(body(words, Tone.INK2).wrap())
        self.body.addWidget(self.table)
        self.table.setVisible(bool(papers))
        self.table.show_rows(tuple(papers))
        self.table.choose(0)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "print", tr("Print"), "Return", self._on_print, Kind.PRIMARY)

    def _on_print(self) -> None:
        paper = self.table.current()
        if paper is None:
            self.give_up()
        else:
            self.answer(self._number_of(paper))

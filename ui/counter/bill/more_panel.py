"""All that can be done with an open bill, as a list: a key works here as it does outside, Enter does the line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.language import tr
from ui.shell.actions import Action, ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.key_button import Kind
from ui.widgets.list_table import ListTable

_SHOWN, _LEAST = 13, 4
_MOVES = frozenset({"Up", "Down", "Home", "End", "Return", "Space", "Esc"})


class MorePanel(QuestionPanel[Action]):
    """Answers the action to do; those of a line act on the current one."""

    def __init__(self, offered: Sequence[Action]) -> None:
        super().__init__(tr("All that can be done with this bill"), width=860)
        self._offered = [action for action in offered if not _MOVES.intersection(action.spec.keys)]
        title = tr("All that can be done with this bill")
        self.table: ListTable[Action] = ListTable(
            title, _columns(), lambda one: one.spec.name, most=_SHOWN, least=_LEAST, row_height=28
        )
        self.table.show_rows(self._offered)
        self.table.choose(0)
        self.table.opened.connect(self.answer)
        self.body.addWidget(self.table)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        for action in self._offered:
            run = partial(self.answer, action)
            name = f"{self.context}.{action.spec.name}"
            actions.add(name, action.text, action.spec.keys, run, context=self.context, commits=True)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "do", tr("Do it"), "Return", self._on_do, Kind.PRIMARY)

    def _on_do(self) -> None:
        current = self.table.current()
        if current is not None:
            self.answer(current)


def _columns() -> list[Column[Action]]:
    return [
        Column(tr("Key"), lambda one: one.cap, tone=Tone.INK2, least=11),
        Column(tr("What"), lambda one: one.text, least=12),
        Column("", lambda one: one.spec.help if one.spec.help != one.text else "", stretch=True, tone=Tone.INK2),
    ]

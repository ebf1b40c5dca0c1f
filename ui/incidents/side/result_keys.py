"""Four keys that say what became of a call; they stand below the number, and nothing is covered meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.incidents.running.view import CallResult
from app.incidents.words.names import RESULTS
from ui.sentences.incidents import said
from ui.shell.actions import Action, ActionRegistry
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind

_IN_ORDER = (CallResult.REACHED, CallResult.NO_ANSWER, CallResult.ENGAGED, CallResult.MESSAGE)


class ResultKeys(QWidget):
    """`chosen` with a result, or with none where the call was not made after all."""

    chosen = Signal(object)

    def __init__(self, actions: ActionRegistry, prefix: str) -> None:
        super().__init__()
        self._context = f"{prefix}.result"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What became of the call?"))
        made = [self._action(actions, prefix, number, result) for number, result in enumerate(_IN_ORDER, 1)]
        context = self._context
        none = actions.add(
            f"{prefix}.not_called", tr("Not called"), "Esc", lambda: self.chosen.emit(None), context=context
        )
        buttons = [KeyButton(one, small=True) for one in made]
        self.setLayout(FlowLayout(*buttons, KeyButton(none, Kind.QUIET, icon="x", small=True, wordless=True), space=4))
        actions.follow_focus(self, self._context)
        actions.name_context(self._context, tr("What became of the call?"))

    def _action(self, actions: ActionRegistry, prefix: str, number: int, result: CallResult) -> Action:
        run = partial(self.chosen.emit, result)
        name, words = f"{prefix}.call_{result.value}", said(RESULTS[result])
        return actions.add(name, words, str(number), run, context=self._context, commits=True)

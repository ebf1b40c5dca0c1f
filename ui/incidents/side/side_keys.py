"""What ends or leaves the room: notice, hand-over, print, and at the far end the close."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.core.language import tr
from ui.incidents.contexts import Places
from ui.shell.actions import Action, ActionRegistry
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import Kind
from ui.widgets.surface import Pane, Rule, column
from ui.widgets.touch_button import TouchButton


class SideKeys(Pane):
    """Level with the buttons of the step; tells what is wished."""

    notice_wanted = Signal()
    hand_over_wanted = Signal()
    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        places: Places = Places(),  # noqa: B008 - a frozen tuple
        prefix: str = "incidents",
    ) -> None:
        super().__init__("canvas")
        self._actions, self._places, self._prefix = actions, places, prefix
        notice = self._action("notice", tr("Notice"), "Alt+A", self.notice_wanted.emit)
        hand_over = self._action("hand_over", tr("Pass on"), "Alt+H", self.hand_over_wanted.emit)
        paper = self._action("print", tr("Print"), "Ctrl+P", self.print_wanted.emit)
        close = self._action("close", tr("End it"), "Alt+E", self.close_wanted.emit)
        buttons = [TouchButton(one) for one in (notice, hand_over, paper)]
        flow = FlowLayout(*buttons, TouchButton(close, Kind.DANGER), space=4)
        self.setLayout(column(Rule(), column(flow, margins=(12, 8, 8, 8)), space=0))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("What to do with the incident"))

    def _action(self, name: str, words: str, key: str, wish: Callable[[], object]) -> Action:
        context = self._places.running
        return self._actions.add(f"{self._prefix}.{name}", words, key, wish, context=context, commits=True)

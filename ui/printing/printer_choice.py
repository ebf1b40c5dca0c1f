"""Which of the computer's printers a paper goes to, this once."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from ui.printing.printer_queue import PrintQueue
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.key_button import Kind
from ui.widgets.text_label import caption
from ui.widgets.two_line_list import TwoLine, TwoLineList


class PrinterChoice(QuestionPanel[str]):
    """Answers a printer's name; the list comes when the system has told it, and no key waits for that."""

    def __init__(self, queue: PrintQueue) -> None:
        super().__init__(tr("Choose a printer"), width=480)
        self._queue = queue
        self._said = caption(tr("Looking for printers …"))
        self._list = TwoLineList(tr("Printers"))
        self._list.setMinimumHeight(180)
        self.body.addWidget(self._said)
        self.body.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._list.opened.connect(self._on_opened)
        queue.printers_listed.connect(self._on_listed)
        queue.list_printers()

    def add_actions(self, actions: ActionRegistry) -> None:
        """Esc goes back, Enter chooses."""
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "choose", tr("Print there"), "Return", self._on_choose, Kind.PRIMARY)

    def _on_listed(self, names: Sequence[str]) -> None:
        self._said.show_text("" if names else tr("This computer has no printer set up."))
        self._list.show_lines([TwoLine(name, what=name) for name in names], choose_first=True)

    def _on_choose(self) -> None:
        self._on_opened(self._list.current())

    def _on_opened(self, what: object) -> None:
        if isinstance(what, str):
            self.answer(what)

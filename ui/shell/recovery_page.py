"""The recovery sheet of a new office: shown once, printed or written down, and one group of it typed back."""

from __future__ import annotations

from collections.abc import Callable
from secrets import randbelow

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from app.core.errors import Refusal
from app.core.language import tr
from app.store.recovery_code import check_group, digits_of
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.front_page import FrontPage
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.sizes import Pt, gap
from ui.widgets.text_label import TextLabel, caption

CONTEXT = "recovery"
_ROWS = 4


class CodeGroups(QGridLayout):
    """The groups in two columns, each with its number."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setHorizontalSpacing(gap(16))
        self.setVerticalSpacing(gap(8))
        for at, group in enumerate(code.split()):
            line, left = at % _ROWS, 2 * (at // _ROWS)
            self.addWidget(caption(tr("Group {number}").format(number=at + 1)), line, left)
            self.addWidget(TextLabel(f"{group[:3]} {group[3:]}", Pt.CODE, bold=True), line, left + 1)
        self.setColumnStretch(4, 1)


class RecoveryPage(FrontPage):
    """`proven` comes when a group was typed from the paper; until then there is no way on."""

    proven = Signal()
    print_wished = Signal()
    save_wished = Signal()

    def __init__(self, actions: ActionRegistry, code: str, choose: Callable[[int], int] = randbelow) -> None:
        super().__init__(
            CONTEXT,
            tr("Keep the recovery sheet"),
            tr(
                "With this code the data opens when a password is lost, or on another computer. It is shown only now "
                "and kept nowhere in this program: print it or write it down, and lock it away."
            ),
        )
        groups = code.split()
        self._wanted = choose(len(groups))
        self._group = groups[self._wanted]
        self._typed = LineField()
        self._problem = ErrorLine()
        self.form.addLayout(CodeGroups(code))
        self.form.addSpacing(gap(12))
        form = Form()
        self.keep_narrow(form, 420)
        form.add(tr("Group {number}, from the paper").format(number=self._wanted + 1), self._typed)
        self.form.addWidget(form)
        self.form.addWidget(self._problem)
        self._add_actions(actions)
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the caret where typing begins."""
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """What became of printing or saving."""
        self._problem.show_hint(words)

    def _add_actions(self, actions: ActionRegistry) -> None:
        on = actions.add(
            "recovery.on", tr("The sheet is kept"), "Return", self._on_enter, context=CONTEXT, commits=True
        )
        wishes = (
            ("recovery.print", tr("Print the sheet"), "Ctrl+P", self.print_wished),
            ("recovery.save", tr("Save as PDF"), "Ctrl+S", self.save_wished),
        )
        self.buttons.addWidget(KeyButton(on, Kind.PRIMARY))
        for name, words, key, wish in wishes:
            action = actions.add(name, words, key, wish.emit, context=CONTEXT, commits=True)
            self.buttons.addWidget(KeyButton(action, Kind.PLAIN))

    def _on_enter(self) -> None:
        typed = self._typed.text()
        try:
            check_group(self._wanted, typed)
        except Refusal as refusal:
            self._complain(say(refusal))
            return
        if digits_of(typed) == self._group:
            self.proven.emit()
        else:
            self._complain(tr("That is not group {number} of this sheet.").format(number=self._wanted + 1))

    def _complain(self, words: str) -> None:
        self._problem.show_problem(words)
        self._typed.take_caret()
        self.bring_up(self._problem)

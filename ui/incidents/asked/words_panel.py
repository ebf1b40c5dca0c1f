"""A few words on a step or on the incident: a note, what was done differently, why something does not apply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt

from app.core.clock import Clock
from app.incidents.running.refusals import MomentInFuture, WordsMissing
from ui.shell.actions import ActionRegistry
from ui.widgets.edit_panel import EditPanel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import ask_when
from ui.widgets.surface import column

_MOST = 400
Take = Callable[[str, datetime | None], str]


class Timed(Protocol):
    """Whoever knows what time it is: the context of a page, or the screen before sign-in."""

    @property
    def clock(self) -> Clock: ...


class WordsPanel(EditPanel[str]):
    """Enter saves the words; Alt and a digit takes one of `reasons` at once. `take` gives what the status line says."""

    def __init__(
        self,
        context: Timed,
        title: str,
        about: str,
        label: str,
        take: Take,
        *,
        reasons: Sequence[str] = (),
        initial: str = "",
        timed: bool = True,
    ) -> None:
        super().__init__(title, self._on_words, words=about)
        self._take = take
        self._reasons = reasons
        self._given = column(space=4)
        self.words = LineField(label)
        self.words.setMaxLength(_MOST)
        self.words.setText(initial)
        self.form.add(label, self.words)
        self.when = ask_when(self.form, context.clock.now)[0] if timed else None
        self.place(self.words, WordsMissing)
        if self.when is not None:
            self.place(self.when, MomentInFuture)
        self.body.insertLayout(1, self._given)
        self.step_through(self.words)

    def add_more(self, actions: ActionRegistry) -> None:
        for number, reason in enumerate(self._reasons, 1):
            action = actions.add(
                f"{self.context}.{number}",
                reason,
                f"Alt+{number}",
                self._taking(reason),
                context=self.context,
                commits=True,
            )
            self._given.addWidget(KeyButton(action, Kind.QUIET), 0, Qt.AlignmentFlag.AlignLeft)

    def _taking(self, reason: str) -> Callable[[], None]:
        def take() -> None:
            self.words.setText(reason)
            self._on_save()

        return take

    def _on_words(self) -> str:
        return self._take(self.words.text(), None if self.when is None else self.when.value())

"""Ctrl+F12: what can be done about power and network that are gone, each by one key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.core.language import tr, tr_n
from app.core.show import show_time
from app.counter.outages.online import OnlineDown
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.text_label import body, caption


class OutageStep(StrEnum):
    """What was chosen."""

    PREPARE = "prepare"
    BACK_ENTRY = "back_entry"
    ONLINE = "online"
    NOTICE = "notice"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class OutageState:
    """What the menu says: hand-written numbers that are still open, and since when online payment is down."""

    open_numbers: int
    online: OnlineDown | None


class OutageMenu(QuestionPanel[OutageStep]):
    """Answers what to do; Enter does what is next: the stack of papers if there is one, else the papers before."""

    most = (960, 680)

    def __init__(self, state: OutageState) -> None:
        super().__init__(tr("Outage"), width=520)
        self._state = state
        words = tr("The program works on without any network. Only power ends its work, and no draft is lost by that.")
        self.body.addWidget(body(words, Tone.INK2).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        state = self._state
        waits = bool(state.open_numbers)
        self._add(actions, OutageStep.PREPARE, tr("Before a power cut: print roster and blanks"), "P", first=not waits)
        self._add(actions, OutageStep.BACK_ENTRY, _back_entry_words(state), "B", first=waits)
        if state.online is None:
            self._add(actions, OutageStep.ONLINE, tr("Online payment is down"), "O")
        else:
            since = tr("Down since {time}.").format(time=show_time(state.online.since))
            self._add(actions, OutageStep.ONLINE, tr("Online payment works again"), "O")
            self.body.addWidget(caption(since, Tone.INK2))
            self._add(actions, OutageStep.NOTICE, tr("Notice for the counter"), "N")
        self._add(actions, OutageStep.FOLDER, tr("Open the folder of the papers"), "F")
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)

    def _add(self, actions: ActionRegistry, what: OutageStep, text: str, key: str, *, first: bool = False) -> None:
        keys = (key, "Return") if first else key
        answer = partial(self.answer, what)
        action = actions.add(f"{self.context}.{what}", text, keys, answer, context=self.context, commits=True)
        button = KeyButton(action, Kind.PRIMARY if first else Kind.PLAIN)
        self.body.addWidget(button)
        if first:
            self.setFocusProxy(button)


def _back_entry_words(state: OutageState) -> str:
    words = tr("After it: enter hand-written receipts")
    if not state.open_numbers:
        return words
    open_words = tr_n("{n} number open", "{n} numbers open", state.open_numbers).format(n=state.open_numbers)
    return f"{words}·{open_words}"

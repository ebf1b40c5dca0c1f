"""The list of all keys of the screen, made from the same registry that binds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from app.core.language import mark, tr
from ui.shell.actions import WINDOW, Action, ActionRegistry
from ui.shell.key_names import cap_text
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_cap import KeyCap
from ui.widgets.sizes import gap, px
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, section

_TITLES = {
    WINDOW: mark("Everywhere"),
    "counter": mark("Fee collection"),
    "tickets": mark("Tickets"),
    "estate": mark("Estate"),
    "fees": mark("Tariffs"),
    "meters": mark("Meters"),
    "sign-in": mark("Sign in"),
    "set-up": mark("Set up this office"),
    "trouble": mark("The data cannot be opened"),
}


def keys_of_screen(actions: ActionRegistry, tab: str) -> list[tuple[str, list[Action]]]:
    """The actions with keys of the tab, of those parts of it that the screen shows, and of the window.

    The tab's own come first.
    """
    in_view = actions.in_view()
    groups: dict[str, list[Action]] = {}
    for action in actions:
        context = action.spec.context
        if action.spec.keys and context in in_view and _belongs(context, tab):
            groups.setdefault(context if context == WINDOW or context in actions.titles else tab, []).append(action)
    order = sorted(groups, key=lambda context: (context == WINDOW, context))
    return [(context, groups[context]) for context in order]


def _belongs(context: str, tab: str) -> bool:
    return context in (WINDOW, tab) or context.startswith(f"{tab}.")


class KeyList(QuestionPanel[None]):
    """All keys, with Esc or F1 back to work."""

    def __init__(self, groups: Sequence[tuple[str, list[Action]]], titles: dict[str, str]) -> None:
        super().__init__(tr("Keys of this screen"), width=880)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(6))
        self._titles = titles
        inner = QWidget()
        inner.setProperty("bare", True)
        inner.setLayout(self._columns(groups))
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(px(96))
        scroll.setAccessibleName(self.title)
        self.body.addWidget(scroll)
        self.setFocusProxy(scroll)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), ("Esc", "F1"), self.give_up)

    def _columns(self, groups: Sequence[tuple[str, list[Action]]]) -> QGridLayout:
        halves = _halved(groups)
        for side, half in enumerate(halves):
            parts = column(space=6)
            for context, listed in half:
                parts.addWidget(section(self._titles.get(context) or tr(_TITLES.get(context, context))))
                for action in listed:
                    parts.addLayout(_line(action))
                parts.addSpacing(gap(8))
            parts.addStretch(1)
            self._grid.addLayout(parts, 0, side)
            self._grid.setColumnStretch(side, 1)
        return self._grid


def _line(action: Action) -> QHBoxLayout:
    caps = [KeyCap(cap_text(key)) for key in action.spec.keys]
    words = body(action.spec.help or action.text, Tone.INK)
    line = row(words, None, *caps, 8, space=6)
    line.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
    return line


def _halved(groups: Sequence[tuple[str, list[Action]]]) -> list[list[tuple[str, list[Action]]]]:
    whole = sum(len(listed) + 2 for _, listed in groups)
    left: list[tuple[str, list[Action]]] = []
    used = 0
    for at, (context, listed) in enumerate(groups):
        if left and used + (len(listed) + 2) / 2 > whole / 2:
            return [left, list(groups[at:])]
        left.append((context, listed))
        used += len(listed) + 2
    return [left, []]

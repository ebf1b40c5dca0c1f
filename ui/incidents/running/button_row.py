"""The acts on the current step as buttons; their caps follow the focus, their places never move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from ui.incidents.contexts import Places
from ui.shell.action import Action
from ui.shell.actions import ActionRegistry
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import Kind
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane, Rule, column
from ui.widgets.touch_button import TOUCH, TouchButton

_FIRST = 3  # these stand in one line at double text, in both languages
_MARGINS, _TIGHT = (24, 8, 20, 8), (12, 8, 8, 8)


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its name, its words, its keys on the step and in a field, and what it does."""

    name: str
    text: str
    on_step: tuple[str, ...]
    in_field: tuple[str, ...]
    run: Callable[[], object]
    icon: str = ""


class ButtonRow(Pane):
    """The first act is the one that completes the step; its field keys act in the fields alone.

    Where no letters act, the others have the same keys on the step as in a field.
    """

    def __init__(self, actions: ActionRegistry, acts: Sequence[Act], places: Places, prefix: str) -> None:
        super().__init__("panel")
        self._pairs: list[tuple[TouchButton, Action, Action]] = []
        for at, act in enumerate(acts):
            field_place = places.fields if at == 0 else places.running
            keys_on_step = act.on_step if at == 0 or places.letters else act.in_field
            on_step, in_field = (
                actions.add(f"{prefix}.{act.name}{end}", act.text, keys, act.run, context=where, commits=True)
                for end, keys, where in (("", keys_on_step, places.steps), ("_field", act.in_field, field_place))
            )
            button = TouchButton(on_step, Kind.PLAIN if at else Kind.PRIMARY, icon=act.icon)
            self._pairs.append((button, on_step, in_field))
        self._flow, self._more_flow = FlowLayout(*self.buttons, space=6), FlowLayout(space=6)
        self.more = QWidget()
        self.more.setLayout(column(self._more_flow, margins=_TIGHT))
        self._inside = column(self._flow, margins=_MARGINS)
        self.setLayout(column(Rule(), self._inside, space=0))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("What to do with this step"))

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One line is enough to lay out the rest; it takes as many as its words need."""
        return QSize(px(200), px(TOUCH + 17))

    @property
    def buttons(self) -> list[TouchButton]:
        """The buttons in their order."""
        return [button for button, _, _ in self._pairs]

    def fold(self, *, tight: bool, apart: bool) -> None:
        """Less around the buttons where the place is narrow; `apart` leaves one line, and `more` has the others."""
        for at, button in enumerate(self.buttons):
            wanted = self._more_flow if apart and at >= _FIRST else self._flow
            if wanted.indexOf(button) < 0:
                self._flow.removeWidget(button)
                self._more_flow.removeWidget(button)
                wanted.addWidget(button)
        margins = _TIGHT if tight else _MARGINS
        self._inside.setProperty("gaps", [8, *margins])
        self._inside.setContentsMargins(*(gap(margin) for margin in margins))

    def say_focus(self, *, on_step: bool) -> None:
        """Show the keys that act where the focus is now."""
        for button, plain, other in self._pairs:
            button.show_action(plain if on_step else other)

"""What can be chosen at the left: a button with its key for each; one field for all where the window is small."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QSizePolicy

from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.segments import Segments
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import section


class Named(Protocol):
    """What can be chosen: its name tells its action from the others."""

    @property
    def name(self) -> str: ...


P = TypeVar("P", bound=Named)
Choice = tuple[P, str]


class ChoiceSide(Pane, Generic[P]):
    """Alt and a number `show` one, 0 the tenth, the field lets `look` at it; `choose` shows what is chosen."""

    def __init__(
        self,
        context: Context,
        keys: str,
        title: str,
        choices: Sequence[Choice[P]],
        show: Callable[[P], object],
        look: Callable[[P], object],
        icon: Callable[[P], str] = lambda _part: "",
    ) -> None:
        super().__init__("canvas")
        self._title = section(title).wrap()
        add = context.actions.add
        buttons = [
            (
                part,
                add(f"{keys}.{part.name.lower()}", words, f"Alt+{number % 10}", partial(show, part), context=keys),
                icon(part),
            )
            for number, (part, words) in enumerate(choices, 1)
        ]
        self.segments: Segments[P] = Segments(title, buttons, columns=1)
        numbered = [(f"{number % 10} {words}", part) for number, (part, words) in enumerate(choices, 1)]
        self.field: ChoiceField[P] = ChoiceField(title, numbered)
        self.field.chosen.connect(look)
        self.setLayout(column(self._title, self.segments, row(self.field), None, space=8, margins=(16, 12, 16, 8)))

    def choose(self, part: P) -> None:
        """Show this one as chosen."""
        self.segments.choose(part)
        self.field.blockSignals(True)
        self.field.set_value(part)
        self.field.blockSignals(False)

    def fold(self, *, small: bool) -> None:
        """One field instead of the buttons."""
        for part in (self._title, self.segments):
            part.setVisible(not small)
        self.field.setVisible(small)
        high = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding if small else QSizePolicy.Policy.Fixed, high)

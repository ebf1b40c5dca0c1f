"""By what the figures are told apart: a button with its key for each; one field for all where the window is small."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QSizePolicy

from app.core.language import tr
from ui.shell.context import Context
from ui.tickets.figures.cuts import Cut
from ui.widgets.choice_field import ChoiceField
from ui.widgets.segments import Segments
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import section


class FigureSide(Pane):
    """Alt and a number choose; `choose` shows what is chosen."""

    def __init__(self, context: Context, keys: str, show: Callable[[Cut], object]) -> None:
        super().__init__("canvas")
        self._title = section(tr("Told apart by")).wrap()
        add = context.actions.add
        buttons = [
            (cut, add(f"{keys}.{cut.name.lower()}", tr(cut.value), f"Alt+{at}", partial(show, cut), context=keys), "")
            for at, cut in enumerate(Cut, 1)
        ]
        self.segments: Segments[Cut] = Segments(tr("Told apart by"), buttons, columns=1)
        numbered = [(f"{at} {tr(cut.value)}", cut) for at, cut in enumerate(Cut, 1)]
        self.field: ChoiceField[Cut] = ChoiceField(tr("Told apart by"), numbered)
        self.field.chosen.connect(show)
        self.setLayout(column(self._title, self.segments, row(self.field), None, space=8, margins=(16, 12, 16, 8)))

    def choose(self, cut: Cut) -> None:
        """Show this one as chosen."""
        self.segments.choose(cut)
        self.field.blockSignals(True)
        self.field.set_value(cut)
        self.field.blockSignals(False)

    def fold(self, *, small: bool) -> None:
        """One field instead of the buttons."""
        for part in (self._title, self.segments):
            part.setVisible(not small)
        self.field.setVisible(small)
        high = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding if small else QSizePolicy.Policy.Fixed, high)

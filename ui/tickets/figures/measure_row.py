"""What the bars are long for: a letter for each, while the focus is in the rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.shell.context import Context
from ui.tickets.figures.cuts import Measure
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind


class MeasureRow(QWidget):
    """`choose` shows which one it is."""

    def __init__(self, context: Context, rows: QWidget, keys: str, show: Callable[[Measure], object]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Shown in the chart"))
        context.actions.name_context(keys, tr("In the rows of the figures"))
        context.actions.follow_focus(rows, keys)
        self._buttons: dict[Measure, KeyButton] = {}
        for measure in Measure:
            words, letter = measure.value
            name = f"{keys}.{measure.name.lower()}"
            action = context.actions.add(name, tr(words), letter, partial(show, measure), context=keys)
            self._buttons[measure] = KeyButton(action, Kind.SEGMENT, small=True)
        self.setLayout(FlowLayout(*self._buttons.values(), space=4))

    def choose(self, measure: Measure) -> None:
        """Show this one as chosen."""
        for other, button in self._buttons.items():
            button.setChecked(other is measure)
            button.setAccessibleDescription("✓" if other is measure else "")
            button.update()

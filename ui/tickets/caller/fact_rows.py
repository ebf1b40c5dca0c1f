"""Rows of facts beside each other in two columns: a grey word and what it says, breaking where it is long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.colours import Tone
from ui.widgets.sizes import gap
from ui.widgets.text_label import TextLabel, body


@dataclass(frozen=True, slots=True)
class Fact:
    """`name` in grey at the left, `said` beside it."""

    name: str
    said: str
    tone: Tone = Tone.INK


class FactRows(QWidget):
    """Shows the facts that it was given last."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._labels: list[TextLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(4))
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()  # else it is painted once more before it goes
            label.deleteLater()
        self._labels = []
        for at, fact in enumerate(facts):
            self._put(body(fact.name, Tone.INK2), at, 0)
            self._put(body(fact.said, fact.tone).wrap(), at, 1)
        self.setVisible(bool(facts))

    def text(self) -> str:
        """Everything shown."""
        return " ".join(label.text() for label in self._labels)

    def _put(self, label: TextLabel, line: int, at: int) -> None:
        self._grid.addWidget(label, line, at, Qt.AlignmentFlag.AlignTop)
        self._labels.append(label)

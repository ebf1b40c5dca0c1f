"""Named facts under a head: the names in grey in one column, the words beside them broken where they must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.colours import Tone
from ui.widgets.sizes import gap
from ui.widgets.surface import column
from ui.widgets.text_label import TextLabel, body, section


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; without words it is left out."""

    name: str
    words: str
    tone: Tone = Tone.INK


class FactsBlock(QWidget):
    """Hidden while it has nothing to say."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self._head = section(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(4))
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[TextLabel, TextLabel]] = []
        self.setLayout(column(self._head, self._grid, space=6))

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show those that have words."""
        told = [fact for fact in facts if fact.words]
        while len(self._lines) < len(told):
            self._add_line()
        for at, (name, said) in enumerate(self._lines):
            shown = at < len(told)
            if shown:
                name.show_text(told[at].name)
                said.show_text(told[at].words, told[at].tone)
            name.setVisible(shown)
            said.setVisible(shown)
        self.setVisible(bool(told))

    def text(self) -> str:
        """Everything it says."""
        return "\n".join(f"{name.text()} {said.text()}" for name, said in self._lines if not name.isHidden())

    def _add_line(self) -> None:
        at = len(self._lines)
        name, said = body("", Tone.INK2), body("").wrap()
        self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, at, 1, Qt.AlignmentFlag.AlignTop)
        self._lines.append((name, said))

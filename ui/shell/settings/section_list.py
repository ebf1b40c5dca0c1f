"""The sections of the settings, and the box that finds one among all settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.core.language import tr, tr_n
from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import px, width_of
from ui.widgets.surface import Pane, Rule, column
from ui.widgets.two_line_list import TwoLine, TwoLineList

_LEAST = 190
_AROUND = 32


class SectionList(Pane):
    """↑ ↓ choose a section, Enter goes to its first field; `chosen` gives the section's place."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("canvas")
        self._names = list(names)
        self.search = SearchBox(tr("Find a setting"), tr("Find a setting"), "F2")
        self._rows = TwoLineList(tr("Sections"))
        self._rows.setProperty("bare", True)
        head = column(self.search, margins=(12, 12, 12, 12))
        self.setLayout(column(head, Rule(), self._rows, space=0))
        self.show_counts([(0, 0)] * len(self._names))
        self._rows.choose(0)
        self._connect()
        self.fold()

    def current(self) -> int:
        """The place of the chosen section."""
        at = self._rows.current()
        return at if isinstance(at, int) else 0

    def choose(self, at: int) -> None:
        """Choose a section by its place."""
        self._rows.choose(at)

    def show_counts(self, counts: Sequence[tuple[int, int]]) -> None:
        """How many settings each section has, and how many of them are not saved."""
        at = self.current()
        lines = [
            TwoLine(
                name,
                below=tr_n("{n} setting", "{n} settings", whole).format(n=whole),
                below_right=tr("{n} not saved").format(n=waiting) if waiting else "",
                what=place,
            )
            for place, (name, (whole, waiting)) in enumerate(zip(self._names, counts, strict=True))
        ]
        self._rows.blockSignals(True)
        self._rows.show_lines(lines)
        self._rows.choose(at)
        self._rows.blockSignals(False)

    def fold(self) -> None:
        """As wide as the longest name, at every text size."""
        longest = max(width_of(name, bold=True) for name in self._names)
        self.setFixedWidth(max(px(_LEAST), round(longest) + px(_AROUND)))

    def _connect(self) -> None:
        self._rows.current_changed.connect(self._on_current_changed)
        self._rows.opened.connect(lambda _: self.entered.emit())
        self.search.moved.connect(self._rows.step)
        self.search.entered.connect(self.entered)

    def _on_current_changed(self, what: object) -> None:
        if isinstance(what, int):
            self.chosen.emit(what)

"""Two small pages that stand in for the real tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.shell.context import Context
from ui.widgets.line_field import LineField
from ui.widgets.surface import column

DRAFTS: list[str] = []


class _Page(QWidget):
    name = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.search = LineField("Search")
        self.note = LineField("Note")
        self.setLayout(column(self.search, self.note, None))
        self.heard: list[str] = []
        context.actions.add(
            f"{self.name}.take", f"Take {self.name}", "F9", self._on_take, context=self.name, commits=True
        )

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def keep_draft(self) -> None:
        DRAFTS.append(f"{self.name} {self.note.text()}")

    def _on_take(self) -> None:
        self.heard.append("take")


class CounterPage(_Page):
    name = "counter"


class EstatePage(_Page):
    name = "estate"

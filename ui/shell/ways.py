"""How one page leads to another: what is wanted there, told by the page that a person leaves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

BACK_ENTRY = "back entry"
"""What the counter's page opens where receipts are to be entered again."""


class Ways(QObject):
    """`taken` gives the tab's name and what its page is to `open`; the window shows the tab first."""

    taken = Signal(str, object)

    def lead(self, tab: str, what: object) -> None:
        """Go on in another tab with this: a unit at the counter, a ticket among the tickets."""
        self.taken.emit(tab, what)

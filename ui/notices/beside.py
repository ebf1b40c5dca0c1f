"""Two parts beside each other where there is room for both; else the one that is worked in."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.shell.context import Context
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row


class BesidePage(SubPage):
    """`second` says which of the two is worked in; the first is as wide as `share` of the page (in hundredths)."""

    least = 860
    share = 42

    def __init__(self, context: Context, keys: str, title: str = "") -> None:
        super().__init__(context, keys, title)
        self._first: QWidget | None = None
        self._other: QWidget | None = None
        self._rule = Rule(upright=True)
        self._in_second = False
        self._only_folded: list[QWidget] = []
        context.theme.changed.connect(self.arrange)

    @property
    def folded(self) -> bool:
        """Whether there is room for one of them only."""
        return self.width() < px(self.least)

    def lay_beside(self, first: QWidget, second: QWidget) -> None:
        """Put the two into the page."""
        self._first, self._other = first, second
        whole = row(first, self._rule, second, space=0)
        whole.setStretchFactor(second, 1)
        self.setLayout(whole)
        self.arrange()

    def show_when_folded(self, *widgets: QWidget) -> None:
        """What leads to the other part, where it is not seen."""
        self._only_folded += widgets

    def work_in(self, *, second: bool) -> None:
        """Where the person goes on."""
        self._in_second = second
        self.arrange()

    def arrange(self) -> None:
        """Show both, or the one that is worked in."""
        if self._first is None or self._other is None:
            return
        folded = self.folded
        self._first.setVisible(not (folded and self._in_second))
        self._other.setVisible(not folded or self._in_second)
        self._rule.setVisible(not folded)
        for widget in self._only_folded:
            widget.setVisible(folded)
        if folded:
            self._first.setMinimumWidth(0)
            self._first.setMaximumWidth(16_777_215)
        else:
            self._first.setFixedWidth(max(px(self.least) // 2, self.width() * self.share // 100))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

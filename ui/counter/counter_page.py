"""The counter: search at the left, the bill in the middle, the payment at the right; each placed by the room."""

from __future__ import annotations

import time
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import tr
from ui.counter.arrangement import Arrangement, arrangement_for, columns_for
from ui.counter.counter_flow import CounterFlow
from ui.counter.hits_pane import HitsPane
from ui.counter.posture import Posture
from ui.counter.scan_watch import Ticks
from ui.shell.context import Context
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane, Rule

_NARROW_BOX = 212
_NARROW_TENDER = 330
_POPUP = 380


class CounterPage(QWidget):
    """The first tab; `ticks` tells a scanner from a hand (seconds that only go forward)."""

    def __init__(self, context: Context, ticks: Ticks = time.monotonic) -> None:
        super().__init__()
        self._context = context
        self._arrangement = Arrangement.WIDE
        self.flow = CounterFlow(context, self, ticks)
        self._middle, self._side = QStackedWidget(self), QStackedWidget(self)
        self._left = Pane("canvas", self)
        self._hits = HitsPane(self.flow.search, self)
        self._rules = (Rule(upright=True, parent=self), Rule(upright=True, parent=self), Rule(parent=self))
        self.flow.search.box.setParent(self)
        self._fill()
        self._first_focus = True
        self.flow.restore_after_kill()
        self._on_turned()

    def focus_search(self) -> None:
        """The caret in the search box; a bill that was just restored keeps it in its amount."""
        first, self._first_focus = self._first_focus, False
        if first and self.flow.is_open:
            self.flow.desk.go_to_amount()
        else:
            self.flow.search.box.take_caret()

    def keep_draft(self) -> None:
        """Save what is typed and not yet committed."""
        self.flow.keep_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_hits"):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Right after Esc, Ctrl+Z is the page's; later it takes back what was typed in the box."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            box = self.flow.search.box
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and self.flow.may_restore and (box.hasSelectedText() or not box.isUndoAvailable()):
                event.ignore()
                return True
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_popup()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        flow = self.flow
        for middle in (flow.empty, flow.desk.sheet):
            self._middle.addWidget(middle)
        for side in (flow.shift_pane, flow.desk.panel):
            self._side.addWidget(side)
        flow.turned.connect(self._on_turned)
        flow.searched.connect(self._show_popup)
        flow.desk.changed.connect(self._on_bill_changed)
        flow.search.box.installEventFilter(self)
        flow.search.list.current_changed.connect(lambda _what: self._show_popup())
        self._context.theme.changed.connect(self._place)
        self.setAccessibleName(tr("Counter"))
        self._order_tabs()

    def _order_tabs(self) -> None:
        flow = self.flow
        chain: list[QWidget] = [flow.search.box, flow.search.list]
        for part in (flow.empty, flow.shift_pane, flow.desk.sheet, flow.desk.panel):
            chain += _stops_in(part)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _on_turned(self) -> None:
        place = 1 if self.flow.is_open else 0
        self._middle.setCurrentIndex(place)
        self._side.setCurrentIndex(place)
        self._place()
        if self.flow.is_open:
            self.flow.desk.go_to_amount()

    def _on_bill_changed(self) -> None:
        if self._arrangement is Arrangement.STACKED:
            self._place()

    def _place(self) -> None:
        percent = self._context.theme.percent
        self._arrangement = arrangement_for(self.width(), percent)
        floats = self._arrangement is not Arrangement.WIDE
        self._left.setVisible(not floats)
        if self._arrangement is Arrangement.WIDE:
            self._place_wide(percent)
        else:
            self._place_narrow(stacked=self._arrangement is Arrangement.STACKED)
        self._show_popup()

    def _place_wide(self, percent: int) -> None:
        columns = columns_for(self.width(), percent)
        left, right, height = px(columns.search), px(columns.tender), self.height()
        side = gap(12)
        self.flow.desk.panel.stand(Posture.UPRIGHT)
        self.flow.desk.sheet.fold(narrow=False, inset=0)
        self.flow.empty.fold(narrow=False, top=0)
        self.flow.shift_pane.fold(lower=height < px(560))
        self._left.setGeometry(0, 0, left, height)
        box = self.flow.search.box.sizeHint().height()
        self.flow.search.box.setGeometry(side, side, left - 2 * side, box)
        self._hits.setGeometry(0, side + box, left, height - side - box)
        self._hits.stand(floats=False, top=gap(4))
        self._side.setVisible(True)
        self._middle.setGeometry(left + 1, 0, self.width() - left - right - 2, height)
        self._side.setGeometry(self.width() - right, 0, right, height)
        self._place_rules(QRect(left, 0, 1, height), QRect(self.width() - right - 1, 0, 1, height), QRect())

    def _place_narrow(self, *, stacked: bool) -> None:
        flow, whole = self.flow, self.rect()
        box = QRect(gap(16), gap(8), px(_NARROW_BOX), flow.search.box.sizeHint().height())
        flow.search.box.setGeometry(box)
        popup = QRect(box.left(), box.bottom() + gap(4), px(_POPUP), whole.height() - box.bottom() - gap(16))
        self._hits.setGeometry(popup)
        self._hits.stand(floats=True, top=gap(8))
        flow.desk.panel.stand(Posture.LYING if stacked else Posture.COMPACT)
        flow.desk.sheet.fold(narrow=True, inset=box.right() + gap(16), low=stacked)
        flow.empty.fold(narrow=True, top=box.bottom(), low=stacked)
        self._side.setVisible(not stacked or flow.is_open)
        if stacked:
            lying = flow.desk.panel.sizeHint().height() if flow.is_open else 0
            self._middle.setGeometry(0, 0, whole.width(), whole.height() - lying)
            self._side.setGeometry(0, whole.height() - lying, whole.width(), lying)
            self._place_rules(QRect(), QRect(), QRect(0, whole.height() - lying, whole.width(), 1))
        else:
            right = max(px(_NARROW_TENDER), flow.desk.panel.minimumSizeHint().width())
            flow.shift_pane.fold(lower=True)
            self._middle.setGeometry(0, 0, whole.width() - right - 1, whole.height())
            self._side.setGeometry(whole.width() - right, 0, right, whole.height())
            self._place_rules(QRect(), QRect(whole.width() - right - 1, 0, 1, whole.height()), QRect())

    def _place_rules(self, *places: QRect) -> None:
        for rule, place in zip(self._rules, places, strict=True):
            rule.setVisible(place.isValid())
            rule.setGeometry(place)
            rule.raise_()

    def _show_popup(self) -> None:
        floats = self._arrangement is not Arrangement.WIDE
        box = self.flow.search.box
        asked = bool(box.text()) or self.flow.search.list.current() is not None
        wanted = box.hasFocus() and asked and (bool(self.flow.search.hits) or not self.flow.is_open)
        self._hits.setVisible(not floats or wanted)
        if floats:
            self._hits.raise_()
        box.raise_()


def _stops_in(part: QWidget) -> list[QWidget]:
    """What Tab reaches inside a part, in the order of creation, which is the order of reading."""
    found = [widget for widget in part.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [widget for widget in found if widget.focusProxy() is None]

"""The counter: search at the left, the bill in the middle, the payment at the right; each placed by the room."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.language import tr
from ui.counter.arrangement import Arrangement, arrangement_for, columns_for
from ui.counter.draft_keeper import OPEN
from ui.counter.early_keys import EarlyKeys
from ui.counter.grounds import Grounds
from ui.counter.search.hits_pane import HitsPane
from ui.counter.search.search_pane import SearchPane
from ui.counter.unfurnished import Unfurnished
from ui.shell.ways import BACK_ENTRY
from ui.widgets.first_paint import FirstPaint
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane

if TYPE_CHECKING:
    from app.core.ids import UnitId
    from app.desk.finder import Hit
    from ui.counter.counter_flow import CounterFlow
    from ui.counter.search.scan_watch import Ticks
    from ui.shell.context import Context

_NARROW_BOX = 212
_NARROW_TENDER = 330
_POPUP = 380


class CounterPage(QWidget):
    """The first tab, made in two steps: the search, which answers at once, and after its first paint all the rest.

    `ticks` tells a scanner from a hand (seconds that only go forward).
    """

    _flow: CounterFlow

    def __init__(self, context: Context, ticks: Ticks = time.monotonic) -> None:
        super().__init__()
        self._context, self._ticks = context, ticks
        self._arrangement = Arrangement.WIDE
        self.search = SearchPane(self._find)
        self._grounds = Grounds(self)
        self._left = Pane("canvas", self)
        self._hits = HitsPane(self.search, self)
        self._parts = Unfurnished()
        self._is_furnished = False
        self._first_focus = True
        self.search.box.setParent(self)
        self.setAccessibleName(tr("Counter"))
        self._connect()
        if context.office.drafts.find(context.actor, OPEN) is not None:
            self.furnish()  # the bill that an earlier run left comes first
        self._place()

    @property
    def flow(self) -> CounterFlow:
        """All that is not the search; made now if it is not there yet."""
        self.furnish()
        return self._flow

    def furnish(self) -> None:
        """Read and make all that is not the search, unless it is there."""
        if self._is_furnished:
            return
        self._is_furnished = True
        from ui.counter.counter_flow import CounterFlow  # noqa: PLC0415 - the caret does not wait for it
        from ui.counter.furnished import Furnished  # noqa: PLC0415 - as above

        flow = self._flow = CounterFlow(self._context, self, self.search, self._ticks)
        self._parts = Furnished(flow, self._grounds)
        flow.bills.turned.connect(self._on_turned)
        flow.desk.changed.connect(self._on_bill_changed)
        flow.desk.panel.amount.installEventFilter(self)
        flow.restore_after_kill()
        self._on_turned()

    def focus_search(self) -> None:
        """The caret in the search box; a bill that was just restored keeps it in its amount."""
        first, self._first_focus = self._first_focus, False
        if first and self._parts.is_open:
            self._parts.go_to_amount()
        else:
            self.search.box.take_caret()

    def open(self, what: UnitId | str) -> None:
        """Open the bill of a unit to which another page led, or the stack of papers to be entered."""
        if what == BACK_ENTRY:
            self.flow.enter_back()
        else:
            self.flow.bills.open_unit(cast("UnitId", what))

    def keep_draft(self) -> None:
        """Save what is typed and not yet committed."""
        self._parts.keep_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_parts"):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where nothing was typed in the box or the amount, Ctrl+Z is the page's; else it takes back what was typed."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and self._parts.may_restore and (watched.hasSelectedText() or not watched.isUndoAvailable()):
                event.ignore()
                return True
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_popup()
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> list[Hit]:
        """The finder is read after the first paint with all the rest, or with a text that is typed before."""
        return self._context.office.finder.find(typed)

    def _connect(self) -> None:
        self.search.opened.connect(self._on_found)
        self.search.changed.connect(self._show_popup)
        self.search.list.current_changed.connect(lambda _what: self._show_popup())
        self.search.box.installEventFilter(self)
        self._context.theme.changed.connect(self._place)
        FirstPaint(self.search.box).over.connect(self.furnish)
        EarlyKeys(self.search.box).need_more.connect(self.furnish)

    def _on_found(self, what: object) -> None:
        self.flow.open_found(what)

    def _on_turned(self) -> None:
        self._grounds.show_bill(is_open=self._parts.is_open)
        self._place()
        if self._parts.is_open:
            self._parts.go_to_amount()

    def _on_bill_changed(self) -> None:
        if self._arrangement is Arrangement.STACKED:
            self._place()

    def _place(self) -> None:
        percent = self._context.theme.percent
        self._arrangement = arrangement_for(self.width(), percent)
        wide = self._arrangement is Arrangement.WIDE
        self._left.setVisible(wide)
        if wide:
            columns = columns_for(self.width(), percent)
            self._place_search(px(columns.search))
            self._parts.stand_upright(self.height())
            self._grounds.place_wide(columns)
        else:
            box = self._float_search()
            if self._arrangement is Arrangement.STACKED:
                self._grounds.place_stacked(self._parts.lie(box))
            else:
                self._grounds.place_narrow(max(px(_NARROW_TENDER), self._parts.stand_compact(box)))
        self._show_popup()

    def _place_search(self, width: int) -> None:
        side, height = gap(12), self.height()
        self._left.setGeometry(0, 0, width, height)
        box = self.search.box.sizeHint().height()
        self.search.box.setGeometry(side, side, width - 2 * side, box)
        self._hits.setGeometry(0, side + box, width, height - side - box)
        self._hits.stand(floats=False, top=gap(4))

    def _float_search(self) -> QRect:
        box = QRect(gap(16), gap(8), px(_NARROW_BOX), self.search.box.sizeHint().height())
        self.search.box.setGeometry(box)
        popup = QRect(box.left(), box.bottom() + gap(4), px(_POPUP), self.height() - box.bottom() - gap(16))
        self._hits.setGeometry(popup)
        self._hits.stand(floats=True, top=gap(8))
        return box

    def _show_popup(self) -> None:
        floats = self._arrangement is not Arrangement.WIDE
        box = self.search.box
        asked = bool(box.text()) or self.search.list.current() is not None
        wanted = box.hasFocus() and asked and (bool(self.search.hits) or not self._parts.is_open)
        self._hits.setVisible(not floats or wanted)
        if floats:
            self._hits.raise_()
        box.raise_()

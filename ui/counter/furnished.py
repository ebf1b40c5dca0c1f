"""The parts beside the search: bill, payment, receipts, shift; how they stand, and how Tab goes through them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.counter.counter_flow import CounterFlow
from ui.counter.grounds import Grounds
from ui.counter.posture import Posture
from ui.counter.unfurnished import Unfurnished
from ui.widgets.sizes import gap, px
from ui.widgets.tab_order import go_in_turn, stops_in

_HIGH_ENOUGH = 560


class Furnished(Unfurnished):
    """Puts the parts of the flow on their grounds."""

    def __init__(self, flow: CounterFlow, grounds: Grounds) -> None:
        self.flow = flow
        grounds.fill((flow.empty, flow.desk.sheet), (flow.shift_pane, flow.desk.panel))
        self._order_tabs()

    @property
    def is_open(self) -> bool:
        return self.flow.is_open

    @property
    def may_restore(self) -> bool:
        return self.flow.may_restore

    def go_to_amount(self) -> None:
        self.flow.desk.go_to_amount()

    def keep_draft(self) -> None:
        self.flow.keep_draft()

    def stand_upright(self, height: int) -> None:
        self.flow.desk.panel.stand(Posture.UPRIGHT)
        self.flow.desk.sheet.fold(narrow=False, inset=0)
        self.flow.empty.fold(narrow=False, top=0)
        self.flow.shift_pane.fold(lower=height < px(_HIGH_ENOUGH))

    def stand_compact(self, box: QRect) -> int:
        self.flow.desk.panel.stand(Posture.COMPACT)
        self._leave_room(box, low=False)
        self.flow.shift_pane.fold(lower=True)
        return self.flow.desk.panel.minimumSizeHint().width()

    def lie(self, box: QRect) -> int:
        self.flow.desk.panel.stand(Posture.LYING)
        self._leave_room(box, low=True)
        return self.flow.desk.panel.sizeHint().height() if self.is_open else 0

    def _leave_room(self, box: QRect, *, low: bool) -> None:
        self.flow.desk.sheet.fold(narrow=True, inset=box.right() + gap(16), low=low)
        self.flow.empty.fold(narrow=True, top=box.bottom(), low=low)

    def _order_tabs(self) -> None:
        flow = self.flow
        chain: list[QWidget] = [flow.search.box, flow.search.list]
        for part in (flow.empty, flow.shift_pane, flow.desk.sheet, flow.desk.panel):
            chain += stops_in(part)
        go_in_turn(chain)

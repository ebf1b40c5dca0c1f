"""What comes of the work beside the list: the list is read anew, what was made is chosen in it, the others are told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from app.core.ids import RunId, SharedCostId, TariffId
from app.fees.billing import RunRow
from ui.fees.later_pages import LaterPages
from ui.fees.side_list import SideList
from ui.fees.sides import Side
from ui.fees.tariffs.tariff_page import TariffPage
from ui.fees.unfinished import Unfinished


class Finished(QObject):
    """`changed` comes after each."""

    changed = Signal()

    def __init__(self, side: SideList, tariff: TariffPage, later: LaterPages, unfinished: Unfinished) -> None:
        super().__init__(later)
        self._side, self._tariff, self._later, self._unfinished = side, tariff, later, unfinished

    def saved(self, tariff_id: TariffId) -> None:
        """A tariff, its units or where they moved."""
        self._unfinished.drop_draft()
        if self._side.side is not Side.TARIFFS:
            self._side.show_side(Side.TARIFFS)
        self._side.search.clear()
        self._side.load(tariff_id)
        self._tariff.take_focus()
        self.changed.emit()

    def ended(self) -> None:
        """The tariff that is shown."""
        self._side.load()
        self.changed.emit()

    def billed(self, run: RunRow) -> None:
        """A billing run."""
        self._side.load(run.id)
        self._side.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def was_shared(self, cost_id: SharedCostId) -> None:
        """A common cost."""
        self._side.load(cost_id)
        self._later.shared.take_focus()
        self.changed.emit()

    def undone(self, what: RunId | SharedCostId) -> None:
        """A run or a shared cost."""
        self._side.load(what)
        self.changed.emit()

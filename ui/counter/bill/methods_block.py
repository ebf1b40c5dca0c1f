"""The methods of payment, each with its key; the chosen one wears edge, tint and bold words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.counter.methods import Method
from ui.counter.bill.tender_view import TENDER_ICONS
from ui.counter.posture import Posture
from ui.shell.actions import Action
from ui.widgets.segments import Segments
from ui.widgets.surface import column


class MethodsBlock(QWidget):
    """Two columns with icons; three without where there is less room."""

    def __init__(self, actions: Mapping[Method, Action]) -> None:
        super().__init__()
        with_icons = [(method, action, TENDER_ICONS[method]) for method, action in actions.items()]
        plain = [(method, action, "") for method, action in actions.items()]
        self._with_icons: Segments[Method] = Segments(tr("Method"), with_icons, columns=2)
        self._plain: Segments[Method] = Segments(tr("Method"), plain, columns=3)
        self.setLayout(column(self._with_icons, self._plain, space=0))

    def choose(self, method: Method) -> None:
        """Show this one as chosen."""
        self._with_icons.choose(method)
        self._plain.choose(method)

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._with_icons.setVisible(posture is Posture.UPRIGHT)
        self._plain.setVisible(posture is not Posture.UPRIGHT)

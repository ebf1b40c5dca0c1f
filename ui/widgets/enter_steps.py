"""Enter goes through the fields of a form in their order, and from the last one on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterSteps(QObject):
    """Watches `fields`; after the last one `ready` is called. Enter with a modifier and a held Enter are left alone."""

    def __init__(self, fields: Sequence[QWidget], ready: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._fields, self._ready = list(fields), ready
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in _ENTER or not alone or event.isAutoRepeat():
            return False
        self._go_on(watched)
        return True

    def _go_on(self, watched: QObject) -> None:
        at = next(at for at, field in enumerate(self._fields) if field is watched)
        if at + 1 < len(self._fields):
            self._fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._ready()

"""The one application in which all parts that draw a window are measured, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@contextmanager
def on_screen() -> Iterator[QApplication]:
    """Without a screen where none is named; a window that is left behind does not slow the next part down."""
    from PySide6.QtCore import QEvent

    application = _application()
    yield application
    application.processEvents()
    for window in application.topLevelWidgets():
        window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@cache
def _application() -> QApplication:
    """A process has only one; it stands until the process ends."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.shell.application import make_application

    return make_application()

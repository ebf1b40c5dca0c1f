"""The application that every window of the program belongs to."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

DRAWN_BY = ("-style", "Fusion")


def make_application() -> QApplication:
    """The application, drawn by Qt's own Fusion on every system.

    The style is named as on a command line: `setStyle` would hand the style back, and for that Qt's binding reads
    hundreds of names that the window never uses, while somebody waits for the caret.
    """
    return QApplication([sys.argv[0], *DRAWN_BY])

"""A page whose file is read only when somebody asks for it."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from ui.shell.context import Context


def make_page(module: str, page: str, context: Context) -> QWidget:
    """Read the file and make the page; its class takes a Context."""
    made = getattr(import_module(module), page)(context)
    assert isinstance(made, QWidget)
    return made

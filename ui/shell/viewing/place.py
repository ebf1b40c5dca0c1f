"""The private place that a backup is looked at in: encrypted as it is, removed afterwards, after a kill by the next."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

from ui.shell.one_window import OneWindow

_PREFIX = "property-counter-view-"


def make_place() -> Path:
    """A new one that nobody else may read; what a killed viewing left goes first."""
    clear_left()
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def clear_left() -> None:
    """Remove what a killed viewing left; one that is still looked at holds its place."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        _remove_if_left(left)


def remove_place(place: Path) -> None:
    """Nothing of the backup stays."""
    shutil.rmtree(place, ignore_errors=True)


def start_viewing(file: Path, language: str) -> bool:
    """Open the backup in a window of its own, which asks for the password itself; whether it started."""
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    options = ["--view", str(file.resolve()), "--lang", language]
    if getattr(sys, "frozen", False):
        process.setProgram(sys.executable)
        process.setArguments(options)
    else:
        environment.insert("PYTHONPATH", os.pathsep.join(part or str(Path.cwd()) for part in sys.path))
        process.setProgram(sys.executable)
        process.setArguments(["-m", "ui", *options])
    process.setProcessEnvironment(environment)
    return bool(process.startDetached()[0])


def _remove_if_left(left: Path) -> None:
    one = OneWindow(left)
    if one.take():
        remove_place(left)
        one.give_back()

"""Bytes to a printer past its driver, through the system's own queue: nothing is drawn, nothing is scaled.

Used on the queue's thread only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from app.paper.refusals import PrinterMissing, PrintingFailed

_PATIENCE = 60.0  # seconds until a print system that says nothing counts as broken


class SpooledBytes:
    """A printer of the system by its name; empty for the default one."""

    def __init__(self, name: str) -> None:
        self._name = name

    def print_bytes(self, data: bytes, title: str) -> None:
        """Send the bytes as they are. Raises PrinterMissing or PrintingFailed."""
        if sys.platform == "win32":
            from ui.printing.windows_spool import spool  # noqa: PLC0415 - there only

            spool(self._name, data, title)
        else:
            self._hand_to_lp(data, title)

    def _hand_to_lp(self, data: bytes, title: str) -> None:
        tool = shutil.which("lp")
        if tool is None:
            raise PrinterMissing(self._name)
        where = ["-d", self._name] if self._name else []
        command = [tool, *where, "-o", "raw", "-t", title]
        try:
            done = subprocess.run(  # noqa: S603 - the tool's own path, no shell, and the name is one argument
                command, input=data, capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrintingFailed(self._name, 1) from error
        if done.returncode:
            raise PrinterMissing(self._name)

"""Why a backup is not opened or put back."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import Refusal


class BackupOfAnotherOffice(Refusal):
    """The backup holds another office; it may be put into a folder of its own."""

    file: Path


class BackupEndsEarly(Refusal):
    """The journal in the backup ends at `found`, its head or label says `expected`."""

    file: Path
    found: int
    expected: int

"""The chain over the lines of an incident: each holds the fingerprint of the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from app.incidents.running.entry import Entry
from app.store.columns import canonical


def fingerprint(previous: str, entry: Entry) -> str:
    """The fingerprint of a line that follows `previous` (empty before the first)."""
    return sha256(canonical({"previous": previous} | entry.document).encode()).hexdigest()


def first_broken(lines: Iterable[tuple[Entry, str]]) -> int | None:
    """The number of the first line whose fingerprint or number does not follow; None where the chain holds."""
    previous = ""
    for expected, (entry, stored) in enumerate(lines, start=1):
        if entry.no != expected or fingerprint(previous, entry) != stored:
            return expected
        previous = stored
    return None

"""The code of a paper as a QR symbol: digits only, 21 x 21 modules at level Q."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

QUIET_MODULES = 4
"""Empty modules that a reader needs on every side."""


@lru_cache(maxsize=64)
def runs(digits: str) -> tuple[tuple[int, int, int], ...]:
    """The dark runs of the symbol as (row, first column, length), so that no seams show between modules."""
    import segno  # noqa: PLC0415 - what asks only for sizes need not wait for it

    found = []
    for row, line in enumerate(segno.make(digits, error="q", boost_error=False, micro=False).matrix):
        for dark, group in groupby(range(len(line)), key=line.__getitem__):
            columns = list(group)
            if dark:
                found.append((row, columns[0], len(columns)))
    return tuple(found)


def modules(digits: str) -> int:
    """How many modules wide the symbol is."""
    return max(first + length for _, first, length in runs(digits))

"""The number of a notice: the year and the running number of that year."""

from __future__ import annotations

SERIALS = 10_000


def notice_number(number: int) -> str:
    """`N-2026-0041` of 20260041."""
    year, serial = divmod(number, SERIALS)
    return f"N-{year:04d}-{serial:04d}"

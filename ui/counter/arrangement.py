"""Where the parts of the counter stand in the room there is; plain arithmetic on logical pixels at 100 % text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Arrangement(StrEnum):
    """Three columns; two with the search box over the bill; or the payment under the lines."""

    WIDE = "wide"
    NARROW = "narrow"
    STACKED = "stacked"


STACKED_TEXT_FROM = 150
STACKED_BELOW = 1000
NARROW_BELOW = 1200
ROOMY_FROM = 1600


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths of the side columns in units of 100 % text."""

    search: int
    tender: int


def arrangement_for(width: int, percent: int) -> Arrangement:
    """How the counter stands in a page of this width (logical pixels) at a text scale (percent)."""
    units = width * 100 // percent
    if percent >= STACKED_TEXT_FROM or units < STACKED_BELOW:
        return Arrangement.STACKED
    return Arrangement.NARROW if units < NARROW_BELOW else Arrangement.WIDE


def columns_for(width: int, percent: int) -> Columns:
    """284 · rest · 344; on a large screen 360 · rest · 420."""
    return Columns(360, 420) if width * 100 // percent >= ROOMY_FROM else Columns(284, 344)

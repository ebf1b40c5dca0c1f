"""How the payment panel stands in the room there is."""

from __future__ import annotations

from enum import StrEnum

from ui.widgets.sizes import Pt, metrics

_FIGURE_SHARE = 0.87


class Posture(StrEnum):
    """Upright in a side column, compact there, or lying under the lines."""

    UPRIGHT = "upright"
    COMPACT = "compact"
    LYING = "lying"


def figure_height(size: Pt) -> int:
    """What a large figure needs, with the tail of its comma; a line of words would ask for more."""
    return round(metrics(size, bold=True).height() * _FIGURE_SHARE)

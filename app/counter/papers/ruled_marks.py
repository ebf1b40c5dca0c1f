"""Lines that a form to be written on needs: uprights, dashed cuts, places to write, boxes to tick."""

from __future__ import annotations

from app.paper.lettering import Style
from app.paper.sheet import Sheet

BOX = 3.4
"""Edge of a box to tick, in mm."""

_DASH, _BLANK = 1.6, 1.2


def upright(sheet: Sheet, x: float, top: float, bottom: float, weight: float) -> None:
    """An upright line, its middle on x."""
    sheet.frame(x, top, (0, bottom - top), weight)


def dashed_across(sheet: Sheet, left: float, right: float, y: float, weight: float) -> None:
    """A level line to cut or fold along."""
    x = left
    while x < right:
        sheet.rule(x, min(x + _DASH, right), y, weight)
        x += _DASH + _BLANK


def dashed_down(sheet: Sheet, x: float, top: float, bottom: float, weight: float) -> None:
    """An upright line to cut along."""
    y = top
    while y < bottom:
        upright(sheet, x, y, min(y + _DASH, bottom), weight)
        y += _DASH + _BLANK


def to_fill(sheet: Sheet, left: float, right: float, baseline: float, label: str, style: Style) -> None:
    """A label and, up to `right`, the line to write on."""
    end = sheet.text(left, baseline, label, style)
    sheet.rule(end + 1.2 if label else left, right, baseline + 1.0, sheet.paper.weights.frame * 0.8)


def to_tick(sheet: Sheet, left: float, baseline: float, label: str, style: Style) -> float:
    """An empty box with its word; answers the x where the word ends."""
    sheet.frame(left, baseline - BOX + 0.5, (BOX, BOX), sheet.paper.weights.frame * 0.8)
    return sheet.text(left + BOX + 1.2, baseline, label, style)

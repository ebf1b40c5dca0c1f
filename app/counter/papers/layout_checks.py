"""Whether a layout can be printed: everything within the paper's edges, nothing on the stamp's or the code's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from app.counter.papers.receipt_layouts import FootLayout, ReceiptLayout, RollLayout
from app.paper.layout_file import Spot
from app.paper.lettering import MM
from app.paper.profiles import PaperProfile
from app.paper.qr import QUIET_MODULES
from app.paper.refusals import LayoutFault, LayoutTextTooSmall, LayoutWrong
from app.paper.text_fitting import SMALLEST

_ABOVE = 0.8  # ems that a text rises over its baseline: Chinese characters do
_BELOW = 0.12
_STAMP_RISE = 4.9  # mm that the stamp's place begins above the baseline of its label
_ROUNDED = 0.1  # mm
_CODE_MODULES = 21
_PAGE_ROOM = 24  # mm: 第 12 页 共 12 页


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the paper by its edges in mm, and its name in the file."""

    place: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two places share more than an edge."""
        across = self.left < other.right - _ROUNDED and other.left < self.right - _ROUNDED
        return across and self.top < other.bottom - _ROUNDED and other.top < self.bottom - _ROUNDED


def check_sheet(layout: ReceiptLayout, profile: PaperProfile, file: str) -> None:
    """Raises LayoutWrong (outside the edges, or on the place of the stamp or of the code) and LayoutTextTooSmall."""
    frame = _frame(profile)
    for box in _boxes(layout, profile):
        if not _holds(frame, box):
            raise LayoutWrong(file, box.place, LayoutFault.OUTSIDE)
    if layout.band.smallest_words < SMALLEST:
        raise LayoutTextTooSmall(file, "band.smallest_words", f"{layout.band.smallest_words:g}")
    stamp, code = _stamp(layout.foot), _code(layout.foot, profile)
    for box in (*_foot_boxes(layout.foot), code, _band(layout)):
        if box.meets(stamp):
            raise LayoutWrong(file, box.place, LayoutFault.ON_THE_STAMP)
    for box in (*_foot_boxes(layout.foot), _band(layout)):
        if box.meets(_quiet(code, profile)):
            raise LayoutWrong(file, box.place, LayoutFault.ON_THE_CODE)


def check_roll(layout: RollLayout, profile: PaperProfile, file: str) -> None:
    """Raises LayoutWrong (outside the printed width), LayoutTextTooSmall."""
    frame = _frame(profile)
    if layout.left < frame.left - _ROUNDED:
        raise LayoutWrong(file, "left", LayoutFault.OUTSIDE)
    if not layout.left < layout.right <= frame.right + _ROUNDED:
        raise LayoutWrong(file, "right", LayoutFault.OUTSIDE)
    if layout.smallest_words < SMALLEST:
        raise LayoutTextTooSmall(file, "smallest_words", f"{layout.smallest_words:g}")


def _frame(profile: PaperProfile) -> Box:
    edge = profile.margins
    return Box("", edge.left, edge.top, profile.width - edge.right, profile.height - edge.bottom)


def _holds(frame: Box, box: Box) -> bool:
    across = frame.left - _ROUNDED <= box.left and box.right <= frame.right + _ROUNDED
    return across and frame.top - _ROUNDED <= box.top and box.bottom <= frame.bottom + _ROUNDED


def _boxes(layout: ReceiptLayout, profile: PaperProfile) -> Iterator[Box]:
    """Everything that has a place of its own; texts of no fixed length count by the point where they stand."""
    table, mark = layout.table, layout.head.mark
    yield Box("left", layout.left, layout.head.rule, layout.left, layout.head.rule)
    yield Box("right", layout.right, layout.head.rule, layout.right, layout.head.rule)
    for name in ("head", "room", "foot"):
        yield from _spots(getattr(layout, name), name)
    half = layout.head.mark_size[0] / 2
    yield Box("head.mark", mark.x - half, mark.y, mark.x + half, mark.y + layout.head.mark_size[1])
    for x in table.columns:
        yield Box("table.columns", x, table.top, x, table.bottom)
    for name in ("top", "heads", "body", "bottom"):
        yield Box(f"table.{name}", layout.left, getattr(table, name), layout.right, getattr(table, name))
    yield _band(layout)
    yield _code(layout.foot, profile)
    yield _stamp(layout.foot)
    yield from _foot_boxes(layout.foot)


def _spots(part: object, name: str) -> Iterator[Box]:
    assert is_dataclass(part)
    for field in fields(part):
        spot = getattr(part, field.name)
        if isinstance(spot, Spot) and field.name != "mark":
            yield _words(f"{name}.{field.name}", spot, 0)


def _words(place: str, spot: Spot, room: float) -> Box:
    em, left = spot.style.size / MM, spot.x - spot.side.value * room
    return Box(place, left, spot.y - em * _ABOVE, left + room, spot.y + em * _BELOW)


def _foot_boxes(foot: FootLayout) -> Iterator[Box]:
    yield _words("foot.note", foot.note, foot.note_room)
    yield _words("foot.copy", foot.copy, foot.copy_room)
    yield _words("foot.page", foot.page, _PAGE_ROOM)
    yield _words("foot.check", foot.check, 0)
    first, last = foot.paid_lines[0], foot.paid_lines[1]
    paid = _words("foot.paid_lines", foot.paid, 0)
    yield Box(paid.place, min(first[0], last[0]), paid.top, max(first[1], last[1]), paid.bottom)
    for name, spot, (start, end) in (
        ("foot.cashier_line", foot.cashier, foot.cashier_line),
        ("foot.sign_line", foot.sign, foot.sign_line),
    ):
        line = _words(name, spot, 0)
        yield Box(name, start, line.top, end, line.bottom + foot.sign_drop)


def _band(layout: ReceiptLayout) -> Box:
    return Box("band", layout.left, layout.table.bottom, layout.right, layout.band.bottom)


def _stamp(foot: FootLayout) -> Box:
    left, top = foot.stamp.x, foot.stamp.y - _STAMP_RISE
    return Box("foot.stamp", left, top, left + foot.stamp_size[0], top + foot.stamp_size[1])


def _code(foot: FootLayout, profile: PaperProfile) -> Box:
    edge = _CODE_MODULES * profile.module
    left, top = foot.code
    return Box("foot.code", left, top, left + edge, top + edge)


def _quiet(code: Box, profile: PaperProfile) -> Box:
    quiet = QUIET_MODULES * profile.module
    return Box("foot.code", code.left - quiet, code.top - quiet, code.right + quiet, code.bottom + quiet)

"""A page of rulers for each paper: what a printer moves or scales is read off it in millimetres."""

from __future__ import annotations

from app.paper.lettering import Style
from app.paper.profiles import PaperProfile
from app.paper.sheet import Sheet, Side

_SAYS = (
    "打印时按 100% 输出，不缩放。用直尺量：标尺每一小格 1 毫米，每一长格 10 毫米。",
    "十字偏右（或偏下）多少毫米，就在横向（或纵向）偏移中填多少，前面加负号。",
    "四角的折线距左右纸边 {across:g} 毫米、距上下 {down:g} 毫米；少一条边，说明打印机够不到那里。",
)
_ROLL_SAYS = ("每格 1 毫米，长格 10 毫米。", "左右两端的竖线都应看得见。")
_TITLE = "打印校准页"
_LABEL = Style(8)
_CORNER = 8.0
_FROM_EDGE = 10.0
_ROLL_LENGTH = 92.0


def calibration_pdf(profile: PaperProfile) -> bytes:
    """Rulers across and down, a cross in the middle, corners 10 mm from the edges, and what to do with them."""
    paper = profile.as_long_as(_ROLL_LENGTH) if profile.roll else profile
    with Sheet(paper, title=f"{_TITLE} {profile.name}", author="") as sheet:
        if profile.roll:
            _roll(sheet, profile)
        else:
            _across(sheet, profile, _FROM_EDGE + _CORNER)
            _down(sheet, profile, profile.margins.left + 6)
            _corners(sheet, profile)
            _cross(sheet, profile)
            _words(sheet, profile)
        return sheet.finish()


def _across(sheet: Sheet, profile: PaperProfile, y: float) -> None:
    first, last = _reach(profile.margins.left, profile.width - profile.margins.right)
    for mm in range(first, last + 1):
        tall = 5.0 if mm % 10 == 0 else 3.0 if mm % 5 == 0 else 1.8
        _upright(sheet, mm, y, y + tall)
        if mm % 10 == 0:
            sheet.text(mm, y + 8.4, str(mm), _LABEL, Side.MIDDLE)
    sheet.rule(first, last, y, profile.weights.frame)


def _down(sheet: Sheet, profile: PaperProfile, x: float) -> None:
    first, last = _reach(_FROM_EDGE + 2 * _CORNER + 6, profile.height - _FROM_EDGE - _CORNER - 3)
    for mm in range(first, last + 1):
        wide = 5.0 if mm % 10 == 0 else 3.0 if mm % 5 == 0 else 1.8
        sheet.rule(x, x + wide, mm, profile.weights.frame)
        if mm % 10 == 0:
            sheet.text(x + 6, mm + 1, str(mm), _LABEL)
    _upright(sheet, x, first, last)


def _corners(sheet: Sheet, profile: PaperProfile) -> None:
    near = _near(profile)
    right, bottom = profile.width - near, profile.height - _FROM_EDGE
    for x, inwards in ((near, 1), (right, -1)):
        for y, down in ((_FROM_EDGE, 1), (bottom, -1)):
            sheet.rule(min(x, x + inwards * _CORNER), max(x, x + inwards * _CORNER), y, profile.weights.heavy)
            _upright(sheet, x, min(y, y + down * _CORNER), max(y, y + down * _CORNER), profile.weights.heavy)


def _cross(sheet: Sheet, profile: PaperProfile) -> None:
    x, y = profile.width / 2, profile.height / 2
    sheet.rule(x - 12, x + 12, y, profile.weights.heavy)
    _upright(sheet, x, y - 12, y + 12, profile.weights.heavy)
    sheet.text(x + 3, y - 3, f"正中 {x:.1f} / {y:.1f}", _LABEL)


def _words(sheet: Sheet, profile: PaperProfile) -> None:
    x, y = profile.width / 2, profile.height / 2 + 18
    size = f"{profile.width:.1f} × {profile.height:.1f} 毫米"
    sheet.text(x, _FROM_EDGE + 5, f"{_TITLE}  {size}", Style(12, bold=True), Side.MIDDLE)
    for number, line in enumerate(_SAYS):
        said = line.format(across=_near(profile), down=_FROM_EDGE)
        sheet.text(x, y + number * 5, said, Style(9), Side.MIDDLE)


def _roll(sheet: Sheet, profile: PaperProfile) -> None:
    sheet.text(profile.width / 2, 10, f"{_TITLE}  {profile.name}", Style(12, bold=True), Side.MIDDLE)
    _across(sheet, profile, 16)
    left, right = profile.margins.left, profile.width - profile.margins.right
    for x in (left + 0.3, right - 0.3):
        _upright(sheet, x, 28, 60, profile.weights.heavy)
    for number, line in enumerate(_ROLL_SAYS):
        sheet.text(profile.width / 2, 36 + number * 6, line, Style(9), Side.MIDDLE)
    for row, size in enumerate((8, 8.5, 9, 10.5)):
        sheet.text(profile.width / 2, 66 + row * 6, f"{size} 磅 物业费 ¥569.45 0123", Style(size), Side.MIDDLE)


def _upright(sheet: Sheet, x: float, top: float, bottom: float, weight: float = 0.0) -> None:
    thick = weight or sheet.paper.weights.frame
    sheet.bar(x - thick / 2, top, thick, bottom - top)


def _near(profile: PaperProfile) -> float:
    """How far the corners stand from the left and right edge: within what is printed."""
    return max(_FROM_EDGE, profile.margins.left + 1)


def _reach(first: float, last: float) -> tuple[int, int]:
    return -(-int(first * 10) // 10), int(last)

"""A notice for the counter while online payment is down: how to pay now; no name, no amount, no arrears."""

from __future__ import annotations

from app.core.show import show_time
from app.counter.outages.notice_facts import OnlineNotice
from app.paper.lettering import MM, Style
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import fit, on_one_line, wrap

TITLE = "线上缴费暂停"
PAPER = A4

_LEFT, _RIGHT = 20.0, 190.0
_BODY, _WAY = Style(20), Style(30, bold=True)


def online_notice_pdf(facts: OnlineNotice) -> bytes:
    """The notice as a PDF on A4; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(PAPER, title=TITLE, author=facts.service_centre) as sheet:
        middle = (_LEFT + _RIGHT) / 2
        sheet.spaced(middle, 52, TITLE, Style(56, bold=True), 4)
        sheet.rule(_LEFT, _RIGHT, 66, 2.4)
        below = _draw_words(sheet, facts.words, 88)
        below = _draw_methods(sheet, facts.methods, below + 8)
        sheet.text(_LEFT, below + 12, "每一笔都开给收据，请当面核对收好。", _BODY)
        _draw_foot(sheet, facts)
        return sheet.finish()


def _draw_words(sheet: Sheet, words: str, baseline: float) -> float:
    fitted = wrap(words, Style(26), _RIGHT - _LEFT)
    lead = 26 * 1.55 / MM
    for at, line in enumerate(fitted.lines):
        sheet.text(_LEFT, baseline + at * lead, line, fitted.style)
    return baseline + len(fitted.lines) * lead


def _draw_methods(sheet: Sheet, methods: tuple[str, ...], baseline: float) -> float:
    sheet.text(_LEFT, baseline, "现在可以这样交", _BODY)
    words = "    ".join(methods)
    fitted = fit(words, _WAY, _RIGHT - _LEFT)
    sheet.lines(_LEFT, baseline + 16, fitted)
    return baseline + 16


def _draw_foot(sheet: Sheet, facts: OnlineNotice) -> None:
    sheet.rule(_LEFT, _RIGHT, 246, sheet.paper.weights.heavy)
    if facts.telephone:
        sheet.text(_LEFT, 256, "咨询电话", Style(13))
        sheet.text(_LEFT, 270, facts.telephone, on_one_line(facts.telephone, Style(32, bold=True), 90))
    centre = on_one_line(facts.service_centre, Style(16, bold=True), 76)
    sheet.text(_RIGHT, 259, facts.service_centre, centre, Side.RIGHT)
    sheet.text(_RIGHT, 269, f"{show_time(facts.since)} 起", Style(16), Side.RIGHT)

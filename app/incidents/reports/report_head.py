"""The head of the report: company, title, number; what happened where; frames; the four moments."""

from __future__ import annotations

from app.core.show import show_date, show_time
from app.incidents.reports.report_facts import KeyTime, ReportFacts
from app.incidents.words.names import SEVERITIES
from app.paper.lettering import Style, width
from app.paper.pages import page_words
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import fit, on_one_line

TITLE = "突发重大事件报告"
LEFT, RIGHT = 22.0, 192.0
"""Between which x, in mm, everything on a report stands."""
FIRST, LATER, FLOOR = 66.0, 27.0, 271.0
"""Where the text begins on the first page and on each further one, and where it ends, in mm."""

_FRAME = Style(13, bold=True)


def draw_first_head(sheet: Sheet, facts: ReportFacts) -> None:
    """Everything above the first section."""
    office, view = facts.office, facts.view
    sheet.text(LEFT, 19, office.company, on_one_line(office.company, Style(11, bold=True), 54))
    sheet.text(LEFT, 24.4, office.service_centre, on_one_line(office.service_centre, Style(10), 54))
    sheet.spaced(107, 22.6, TITLE, Style(20, bold=True), 3)
    sheet.text(RIGHT, 19, view.number, Style(12.5, bold=True), Side.RIGHT)
    sheet.text(RIGHT, 24.4, show_time(facts.printed_at), Style(10), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 28.4, sheet.paper.weights.heavy)
    _draw_what(sheet, facts)
    sheet.rule(LEFT, RIGHT, 42, sheet.paper.weights.heavy)
    _draw_times(sheet, facts.key_times)
    sheet.rule(LEFT, RIGHT, 63, sheet.paper.weights.heavy)


def draw_later_head(sheet: Sheet, facts: ReportFacts) -> None:
    """Which report it is that goes on."""
    end = sheet.text(LEFT, 20, TITLE, Style(13, bold=True))
    if facts.view.is_drill:
        _frame(sheet, end + 5, 20, "演练")
    sheet.text(RIGHT, 20, facts.view.number, Style(12.5, bold=True), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 24, sheet.paper.weights.heavy)


def draw_foot(sheet: Sheet, facts: ReportFacts, number: int, whole: int) -> None:
    """Whose it is, that it stays in the house, and the page."""
    view = facts.view
    drill = "  演练" if view.is_drill else ""
    words = f"{view.number}  {view.plan.name.zh}{drill}  内部文件，含个人信息，不得张贴外传"
    sheet.rule(LEFT, RIGHT, 280.6, 0.35)
    sheet.text(LEFT, 285.4, words, on_one_line(words, Style(9), 135))
    sheet.text(RIGHT, 285.4, page_words(number, whole), Style(9), Side.RIGHT)


def _draw_what(sheet: Sheet, facts: ReportFacts) -> None:
    view = facts.view
    x = RIGHT
    for text in (SEVERITIES[view.severity].zh, "演练" if view.is_drill else "实战"):
        x -= width(text, _FRAME) + 7
        _frame(sheet, x, 37, text)
        x -= 3
    end = sheet.text(LEFT, 37.6, view.plan.name.zh, on_one_line(view.plan.name.zh, Style(20, bold=True), 64)) + 7
    place = fit(view.place, Style(14), x - end - 4)
    sheet.lines(end, 37.4 - (len(place.lines) - 1) * 2.4, place)


def _frame(sheet: Sheet, x: float, baseline: float, text: str) -> None:
    sheet.frame(x, baseline - 6.2, (width(text, _FRAME) + 7, 8.8), 0.5)
    sheet.text(x + 3.5, baseline, text, _FRAME)


def _draw_times(sheet: Sheet, times: tuple[KeyTime, ...]) -> None:
    wide = (RIGHT - LEFT) / 4
    began = times[0].at.date()
    for place, one in enumerate(times):
        x = LEFT + place * wide
        if place:
            sheet.frame(x - 3, 44.2, (0, 16.6), 0.25)
        sheet.text(x, 47.2, one.name, on_one_line(one.name, Style(9.5), wide - 5))
        sheet.text(x, 54.6, f"{one.at:%H:%M}", Style(17, bold=True))
        if one.at.date() != began:
            sheet.text(x + 17, 54.6, f"{one.at:%m-%d}", Style(10))
        sheet.text(x, 60, one.note or show_date(one.at), on_one_line(one.note or show_date(one.at), Style(9), wide - 5))

"""受理回执 for the resident, on the roll or on A5: the number that is spoken, its code, and what is promised."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.paper_code import check_text
from app.counter.papers.paper_head import copy_line
from app.counter.receipts.receipt_facts import CopyMark
from app.paper.lettering import MM, MissingGlyph, Style, missing_in, width
from app.paper.profiles import ROLL_80, PaperProfile
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import LEAD, Fitted, on_one_line, wrap
from app.tickets.papers.slip_facts import SlipFacts

TITLE = "受理回执"
_NOTE = "询问进度请报工单号，或出示本回执。"
_MOST_SIGNS = 120
_QUIET = 3.2


@dataclass(frozen=True, slots=True)
class _Row:
    """A label and a text in lines, `height` mm high."""

    label: str
    text: Fitted
    height: float


def slip_pdf(facts: SlipFacts, mark: CopyMark | None = None, paper: PaperProfile = ROLL_80) -> bytes:
    """The slip as a PDF; a roll is cut where it ends, a sheet has it in its upper left corner."""
    left, right = (4.0, 76.0) if paper.roll else (14.0, 96.0)
    top = 5.0 if paper.roll else 14.0
    rows = _rows(facts, right - left)
    end = top + 47 + sum(row.height for row in rows) + (26 if mark is None else 31)
    cut = paper.as_long_as(end) if paper.roll else paper
    with Sheet(cut, title=f"{TITLE} {facts.number}", author=facts.service_centre) as sheet:
        y = _head(sheet, facts, (left, right), top, mark)
        for row in rows:
            sheet.text(left, y + 4.2, row.label, Style(9.5))
            sheet.lines(left + 20, y + 4.2, row.text)
            y += row.height
        _end(sheet, facts, (left, right), y, mark)
        return sheet.finish()


def missing_on_slip(facts: SlipFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in(facts.service_centre, facts.where, facts.problem)


def _rows(facts: SlipFacts, room: float) -> list[_Row]:
    problem = " ".join(facts.problem.split())
    said = problem if len(problem) <= _MOST_SIGNS else f"{problem[:_MOST_SIGNS]}……"
    cells = (
        ("事项", facts.kind),
        ("地点", facts.where),
        ("内容", said),
        ("受理时间", facts.reported),
        ("最迟联系", facts.contact_by),
        ("计划完成", facts.finish_by),
    )
    found = []
    for label, text in cells:
        if text:
            fitted = wrap(text, Style(11), room - 20)
            found.append(_Row(label, fitted, len(fitted.lines) * fitted.style.size * LEAD / MM + 1.8))
    return found


def _head(sheet: Sheet, facts: SlipFacts, span: tuple[float, float], top: float, mark: CopyMark | None) -> float:
    left, right = span
    sheet.text(
        left, top + 4, facts.service_centre, on_one_line(facts.service_centre, Style(11, bold=True), right - left)
    )
    sheet.spaced(left + width(TITLE, Style(18, bold=True)) / 2 + 2, top + 13, TITLE, Style(18, bold=True), 3)
    if mark is not None:
        sheet.text(right, top + 13, f"补打 第 {mark.copy_no} 次", Style(10, bold=True), Side.RIGHT)
    sheet.rule(left, right, top + 16, sheet.paper.weights.heavy)
    size = 21 * sheet.paper.module
    sheet.code(right - size - _QUIET, top + 16 + _QUIET + 1.4, facts.code)
    sheet.text(left, top + 24, "工单号", Style(9.5))
    sheet.text(left, top + 33, facts.number, on_one_line(facts.number, Style(20, bold=True), right - left - size - 8))
    sheet.text(left, top + 40, f"校验 {check_text(facts.code)}", Style(8.5))
    sheet.rule(left, right, top + 45, sheet.paper.weights.frame)
    return top + 46


def _end(sheet: Sheet, facts: SlipFacts, span: tuple[float, float], y: float, mark: CopyMark | None) -> None:
    left, right = span
    sheet.rule(left, right, y + 2, sheet.paper.weights.frame)
    sheet.text(left, y + 8, _NOTE, on_one_line(_NOTE, Style(10), right - left))
    if facts.telephone:
        sheet.text(left, y + 15.6, facts.telephone, Style(14, bold=True))
    sheet.text(left, y + 21, "本回执不是收款凭证。", Style(8.5))
    if mark is not None:
        words = copy_line(mark)
        sheet.text(left, y + 26, words, on_one_line(words, Style(9, bold=True), right - left))

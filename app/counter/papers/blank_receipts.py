"""Numbered blank receipts to write on by hand: three to an A4 sheet, stub at the left, each with its own number."""

from __future__ import annotations

from dataclasses import replace

from app.core.paper_code import check_text
from app.counter.outages.blank_facts import BlankReceipts, BlankSlip
from app.counter.papers.ruled_marks import dashed_across, dashed_down, to_fill, to_tick, upright
from app.paper.lettering import MM, Style
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import fit, on_one_line

TITLE = "收款收据"
PAPER = replace(A4, module=0.6)

_SLIP, _A_SHEET = 99.0, 3
_STUB, _STUB_END, _CUT = 12.0, 62.0, 68.0
_LEFT, _RIGHT = 74.0, 200.0
_COLUMNS = (112.0, 165.8)
_WORDS, _SMALL, _BOLD = Style(10.5), Style(8.5), Style(10, bold=True)
_NUMBER, _STUB_HEAD = Style(14, bold=True), Style(13.5, bold=True)
_SHORT = ("现", "卡", "微", "支", "转")
_METHODS = ("现金", "刷卡", "微信", "支付宝", "转账")
_WARNING = "仅作收款凭证，不是税务发票。写错不得涂改：两联写“作废”，一起交回。"


def blank_receipts_pdf(facts: BlankReceipts) -> bytes:
    """The block as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    names = f"{facts.slips[0].label} – {facts.slips[-1].label}"
    with Sheet(PAPER, title=f"空白收据 {names}", author=facts.company) as sheet:
        for at, slip in enumerate(facts.slips):
            if at and at % _A_SHEET == 0:
                sheet.next_page()
            top = at % _A_SHEET * _SLIP
            _draw_stub(sheet, facts, slip, at + 1, top)
            _draw_receipt(sheet, facts, slip, top)
            dashed_down(sheet, _CUT, top + 5.2, top + 94, 0.25)
            if at % _A_SHEET < _A_SHEET - 1:
                dashed_across(sheet, 5.2, 204.8, top + _SLIP, 0.25)
        return sheet.finish()


def _draw_stub(sheet: Sheet, facts: BlankReceipts, slip: BlankSlip, place: int, top: float) -> None:
    sheet.text(_STUB, top + 12.7, "存根", _STUB_HEAD)
    sheet.text(_STUB_END, top + 12.7, slip.label, on_one_line(slip.label, _STUB_HEAD, 34), Side.RIGHT)
    sheet.rule(_STUB, _STUB_END, top + 16.0, sheet.paper.weights.heavy)
    baselines = (24.4, 33.4, 42.4, 51.4, 60.4, 78.4, 87.4)
    labels = ("房号", "交款人", "项目", "期间", "金额 ¥", "收款人", "时间")
    for baseline, label in zip(baselines, labels, strict=True):
        to_fill(sheet, _STUB, _STUB_END, top + baseline, label, _WORDS)
    x = _STUB
    for label in _SHORT:
        x = to_tick(sheet, x, top + 69.4, label, _WORDS) + 1.9
    count = f"第 {place} 张 共 {len(facts.slips)} 张"
    end = sheet.text(_STUB, top + 93.6, count, _SMALL)
    sheet.text(_STUB_END, top + 93.6, facts.holder, _fitting(facts.holder, _STUB_END - end - 2), Side.RIGHT)


def _draw_receipt(sheet: Sheet, facts: BlankReceipts, slip: BlankSlip, top: float) -> None:
    _draw_head(sheet, facts, slip, top)
    to_fill(sheet, _LEFT, 106, top + 26.4, "房号", _WORDS)
    to_fill(sheet, 110, 152, top + 26.4, "交款人", _WORDS)
    _draw_date(sheet, top + 26.4)
    _draw_table(sheet, top)
    _draw_total(sheet, top)
    _draw_foot(sheet, slip, top)


def _draw_head(sheet: Sheet, facts: BlankReceipts, slip: BlankSlip, top: float) -> None:
    company, centre = fit(facts.company, Style(10.5, bold=True), 46, most_lines=2), Style(9.5)
    sheet.lines(_LEFT, top + 10.9 - (len(company.lines) - 1) * company.lead / MM, company)
    sheet.text(_LEFT, top + 15.4, facts.service_centre, on_one_line(facts.service_centre, centre, 46))
    sheet.spaced(139, top + 13.6, TITLE, Style(19, bold=True), 4)
    sheet.text(_RIGHT, top + 11.4, slip.label, on_one_line(slip.label, _NUMBER, 36), Side.RIGHT)
    sheet.text(_RIGHT, top + 16.0, "手写  停电 / 断网时使用", Style(9), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, top + 18.2, sheet.paper.weights.heavy)


def _draw_date(sheet: Sheet, baseline: float) -> None:
    end = sheet.text(157.5, baseline, "20", _WORDS)
    for room, label in ((7.6, "年"), (6.6, "月"), (6.6, "日")):
        sheet.rule(end + 0.8, end + 0.8 + room, baseline + 1.0, sheet.paper.weights.frame * 0.8)
        end = sheet.text(end + 1.6 + room, baseline, label, _WORDS)


def _draw_table(sheet: Sheet, top: float) -> None:
    weights = sheet.paper.weights
    sheet.rule(_LEFT, _RIGHT, top + 30.4, weights.frame)
    sheet.text(_LEFT, top + 34.8, "收费项目", _BOLD)
    sheet.text(_COLUMNS[0] + 2, top + 34.8, "计费期间", _BOLD)
    sheet.text(_RIGHT, top + 34.8, "金额 (元)", _BOLD, Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, top + 36.5, weights.frame)
    for y in (43.9, 51.3):
        sheet.rule(_LEFT, _RIGHT, top + y, weights.row or weights.frame)
    for x in _COLUMNS:
        upright(sheet, x, top + 36.5, top + 58.8, 0.2)


def _draw_total(sheet: Sheet, top: float) -> None:
    weights, baseline = sheet.paper.weights, top + 64.9
    sheet.rule(_LEFT, _RIGHT, top + 58.8, weights.heavy)
    sheet.text(_LEFT, baseline, "合计（大写）", Style(10.5, bold=True))
    sheet.text(98, baseline, "人民币", _WORDS)
    sheet.rule(112, 163.8, baseline + 1.0, weights.frame * 0.8)
    sheet.text(166.6, baseline, "¥", Style(13, bold=True))
    sheet.rule(172, _RIGHT, baseline + 1.0, weights.frame * 0.8)
    sheet.rule(_LEFT, _RIGHT, top + 67.9, weights.heavy)


def _draw_foot(sheet: Sheet, slip: BlankSlip, top: float) -> None:
    x = sheet.text(_LEFT, top + 74.2, "方式", _WORDS) + 1.6
    for label in _METHODS:
        x = to_tick(sheet, x, top + 74.2, label, _WORDS) + 3.0
    sheet.text(_RIGHT, top + 74.2, f"校验 {check_text(slip.code)}", Style(10), Side.RIGHT)
    sheet.code(_LEFT, top + 78.4, slip.code)
    to_fill(sheet, 91, 129, top + 81.2, "收款人", _WORDS)
    to_fill(sheet, 91, 129, top + 88.6, "交款人", _WORDS)
    sheet.text(140, top + 81.2, "收款单位（盖章）", _WORDS)
    sheet.text(91, top + 93.8, _WARNING, _SMALL)


def _fitting(text: str, room: float) -> Style:
    return on_one_line(text, _SMALL, max(room, 8.0))

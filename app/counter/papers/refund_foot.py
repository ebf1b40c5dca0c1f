"""The foot of a refund slip: what became of the original, who takes the money, code, signatures and stamp."""

from __future__ import annotations

from app.counter.receipts.receipt_facts import CopyMark
from app.counter.refunds.refund_facts import RECEIVED, RefundFacts
from app.paper.lettering import Style
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

_LEFT, _RIGHT = 22.0, 198.0
_BOX = 3.4  # mm
_TEXT = Style(10)


def draw_refund_foot(sheet: Sheet, facts: RefundFacts, top: float, copy: CopyMark | None) -> None:
    """Draw everything below the total, from `top` mm."""
    _boxes(sheet, facts, top + 6.6)
    sheet.code(_LEFT, top + 11.2, facts.code)
    sheet.text(_LEFT, top + 34.0, f"校验 {facts.check}", Style(9))
    sheet.text(152, top + 15.6, "单位（盖章）", _TEXT)
    sheet.text(46, top + 15.6, RECEIVED, _TEXT)
    _signed(sheet, facts, top)
    notes = "  ".join(facts.notes)
    sheet.text(_LEFT, 137.0, notes, on_one_line(notes, Style(8.5), 140))
    if copy is not None:
        from app.counter.papers.receipt_words import copy_line  # noqa: PLC0415 - only copies carry it

        sheet.text(46, top + 36.0, copy_line(copy), Style(9, bold=True))


def _boxes(sheet: Sheet, facts: RefundFacts, baseline: float) -> None:
    end = sheet.text(_LEFT, baseline, "原收据", _TEXT) + 2
    end = _box(sheet, end, baseline, "已收回附后", ticked=facts.original_kept)
    end = _box(sheet, end, baseline, "遗失，附说明", ticked=not facts.original_kept) + 3
    end = sheet.text(end, baseline, "领款人", _TEXT) + 2
    end = _box(sheet, end, baseline, "原交款人本人", ticked=not facts.by_proxy)
    _box(sheet, end, baseline, "受托人，附委托书", ticked=facts.by_proxy)


def _box(sheet: Sheet, left: float, baseline: float, words: str, *, ticked: bool) -> float:
    top = baseline - _BOX + 0.5
    sheet.frame(left, top, (_BOX, _BOX), sheet.paper.weights.frame)
    if ticked:
        sheet.text(left + _BOX / 2, baseline + 0.1, "✓", Style(10, bold=True), Side.MIDDLE)
    return sheet.text(left + _BOX + 1, baseline, words, _TEXT) + 4


def _signed(sheet: Sheet, facts: RefundFacts, top: float) -> None:
    hair = sheet.paper.weights.row or sheet.paper.weights.frame
    second, third = top + 23.2, top + 30.6 - 1.0
    end = sheet.text(46, second, "领款人签字", _TEXT)
    taker = f"（{facts.taker}）"
    style = on_one_line(taker, Style(9), 40)
    end = sheet.text(end, second, taker, style)
    sheet.rule(end + 1, max(end + 26, 104), second + 1, hair)
    date = sheet.text(max(end + 29, 107), second, "日期", _TEXT)
    sheet.rule(date + 1, 142, second + 1, hair)
    end = sheet.text(46, third, f"经办  {facts.cashier}", on_one_line(f"经办  {facts.cashier}", _TEXT, 24))
    end = sheet.text(max(end + 4, 70), third, f"班次  {facts.shift}", _TEXT)
    agreed = f"批准  {facts.approver}  签字"
    end = sheet.text(max(end + 4, 92), third, agreed, on_one_line(agreed, _TEXT, 32))
    sheet.rule(end + 1, 142, third + 1, hair)

"""Slips for cash that changes hands, on A5: amount in words and figures, what it is for, and who signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.money import Money
from app.core.show import show_money
from app.counter.cash.denominations import DENOMINATIONS
from app.counter.papers.paper_head import PaperHead, copy_line, draw_head
from app.counter.receipts.receipt_facts import CopyMark
from app.paper.amount_in_words import amount_in_words
from app.paper.lettering import Style
from app.paper.pages import page_words
from app.paper.profiles import A5_LANDSCAPE
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

_LEFT, _RIGHT = 22.0, 198.0
_LABEL, _VALUE = Style(9.5), Style(11)
_STEP = 8.6
_BAND = 12.0
_BLANKS_LEFT = 118.0


@dataclass(frozen=True, slots=True)
class Slip:
    """Texts as printed. `blanks` leaves a table of denominations to be written by hand, for the bank."""

    head: PaperHead
    fields: Sequence[tuple[str, str]]
    amount_label: str
    amount: Money
    said: str
    signers: Sequence[str]
    blanks: bool = False


def slip_pdf(slip: Slip, mark: CopyMark | None = None) -> bytes:
    """The slip as a PDF. Raises TextDoesNotFit."""
    with Sheet(A5_LANDSCAPE, title=f"{slip.head.title} {slip.head.number}", author=slip.head.company) as sheet:
        rule = draw_head(sheet, slip.head, (_LEFT, _RIGHT), 12, mark)
        band = _fields(sheet, slip, rule + 3)
        _amount(sheet, slip, band)
        _signatures(sheet, slip)
        if mark is not None:
            sheet.text(_LEFT, A5_LANDSCAPE.height - 8, copy_line(mark), Style(9, bold=True))
        sheet.text(_RIGHT, A5_LANDSCAPE.height - 8, page_words(1, 1), Style(8.5), Side.RIGHT)
        return sheet.finish()


def _fields(sheet: Sheet, slip: Slip, top: float) -> float:
    """Labels and values one below the other; answers where the band of the amount begins."""
    right = _BLANKS_LEFT - 6 if slip.blanks else _RIGHT
    y = top
    for label, value in slip.fields:
        sheet.text(_LEFT, y + 5.6, label, _LABEL)
        sheet.text(_LEFT + 26, y + 5.6, value, on_one_line(value, _VALUE, right - _LEFT - 26))
        sheet.rule(_LEFT, right, y + _STEP - 0.8, sheet.paper.weights.row or 0.2)
        y += _STEP
    if slip.blanks:
        y = max(y, _pieces(sheet, top))
    return y + 2


def _pieces(sheet: Sheet, top: float) -> float:
    """Two columns of denominations with places to write."""
    half = (len(DENOMINATIONS) + 1) // 2
    for place, piece in enumerate(DENOMINATIONS):
        left = _BLANKS_LEFT + (place // half) * 41
        y = top + (place % half) * _STEP
        name = f"{piece.fen // 100} 元" if piece.fen >= 100 else f"{piece.fen // 10} 角"
        sheet.text(left + 13, y + 5.6, f"{name} ×", _LABEL, Side.RIGHT)
        sheet.rule(left + 15, left + 38, y + _STEP - 2.2, sheet.paper.weights.row or 0.2)
    return top + half * _STEP


def _amount(sheet: Sheet, slip: Slip, top: float) -> None:
    baseline = top + 8.2
    for y in (top, top + _BAND):
        sheet.rule(_LEFT, _RIGHT, y, sheet.paper.weights.heavy)
    end = sheet.text(_LEFT, baseline, slip.amount_label, Style(11, bold=True)) + 3
    figure = show_money(slip.amount, sign=True)
    sheet.text(_RIGHT, baseline, figure, Style(18, bold=True), Side.RIGHT)
    words = amount_in_words(slip.amount)
    sheet.text(end, baseline, words, on_one_line(words, Style(13, bold=True), _RIGHT - 50 - end))
    sheet.text(_LEFT, top + _BAND + 6.4, slip.said, on_one_line(slip.said, Style(10), _RIGHT - _LEFT))


def _signatures(sheet: Sheet, slip: Slip) -> None:
    wide = (_RIGHT - _LEFT) / len(slip.signers)
    for place, signer in enumerate(slip.signers):
        left = _LEFT + place * wide
        for y, label in ((117.0, signer), (127.0, "时间")):
            end = sheet.text(left, y, label, Style(10))
            sheet.rule(end + 1.5, left + wide - 6, y + 1, sheet.paper.weights.row or 0.2)

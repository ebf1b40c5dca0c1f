"""Head, facts, total and foot of the sheets of a common cost, on A4."""

from __future__ import annotations

from app.core.show import show_date, show_days, show_money
from app.fees.shared.paper import SharedPaper, facts_of_cost, reckoning_words, unit_price_words
from app.paper.blocks import Block
from app.paper.lettering import Style, width
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

LEFT, RIGHT = 22.0, 188.0
FOOT = 268.0
_SECOND = 110.0
_VALUE = 20.0
_ROW = 6.4
_LABEL, _WORDS = Style(9.5, bold=True), Style(10.5)


def draw_head(sheet: Sheet, paper: SharedPaper, title: str, *, frame: str = "") -> float:
    """Title, office and day over a heavy rule; answers where the body begins."""
    centre = paper.office.service_centre
    sheet.text(LEFT, 33.5, title, Style(28, bold=True))
    sheet.text(RIGHT, 28.0, centre, on_one_line(centre, Style(13, bold=True), 62), Side.RIGHT)
    sheet.text(RIGHT, 34.0, show_date(paper.printed_on), Style(10.5), Side.RIGHT)
    if frame:
        style = Style(13, bold=True)
        breadth = width(frame, style) + 8
        sheet.frame(LEFT, 11.5, (breadth, 8.6), sheet.paper.weights.mark)
        sheet.text(LEFT + breadth / 2, 17.6, frame, style, Side.MIDDLE)
    sheet.rule(LEFT, RIGHT, 39.6, 1.6)
    return 43.0


def facts_block(paper: SharedPaper) -> Block:
    """The facts in two columns; a reckoning by meter, and what is too long for half the width, on a line of its own."""
    places: list[tuple[int, float, float, str, str]] = []
    line, beside = 0, False
    for label, words in facts_of_cost(paper):
        whole = width(words, _WORDS) > _SECOND - LEFT - _VALUE - 4
        if whole and beside:
            line, beside = line + 1, False
        x, right = (_SECOND, RIGHT) if beside else (LEFT, RIGHT if whole else _SECOND - 4)
        places.append((line, x, right, label, words))
        line, beside = (line + 1, False) if whole or beside else (line, True)
    lines = line + 1 if beside else line

    def draw(sheet: Sheet, top: float) -> None:
        for at, x, right, label, words in places:
            baseline = top + at * _ROW + 4.6
            sheet.text(x, baseline, label, _LABEL)
            sheet.text(x + _VALUE, baseline, words, on_one_line(words, _WORDS, right - x - _VALUE))

    return Block(lines * _ROW + 3, draw)


def total_block(paper: SharedPaper) -> Block:
    """The total large, and the price that follows from it, between two heavy rules."""
    cost = paper.cost

    def draw(sheet: Sheet, top: float) -> None:
        heavy = sheet.paper.weights.heavy
        sheet.rule(LEFT, RIGHT, top, heavy)
        sheet.text(LEFT, top + 9.6, "费用总额", Style(13, bold=True))
        sheet.text(RIGHT, top + 10.4, show_money(cost.row.total, sign=True), Style(24, bold=True), Side.RIGHT)
        sheet.text(LEFT, top + 18.6, "分摊单价", Style(13, bold=True))
        price = unit_price_words(cost)
        end = RIGHT - width(price, Style(15, bold=True)) - 4
        sheet.text(RIGHT, top + 18.8, price, Style(15, bold=True), Side.RIGHT)
        sheet.text(end, top + 18.6, reckoning_words(cost), Style(10.5), Side.RIGHT)
        sheet.rule(LEFT, RIGHT, top + 23, heavy)

    return Block(28, draw)


def continued(paper: SharedPaper, head: Block) -> Block:
    """What stands above the rows of a later page: which cost it is, then the heads of the table."""
    row = paper.cost.row
    words = f"{row.title}  {show_days(row.period.first, row.period.until)}（续）"

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 4.4, words, on_one_line(words, _WORDS, RIGHT - LEFT))
        head.draw(sheet, top + _ROW + 0.6)

    return Block(head.height + _ROW + 0.6, draw)


def draw_page_number(sheet: Sheet, number: str, *, words: str) -> None:
    """The small print at the very foot."""
    sheet.text(LEFT, 285.0, words, on_one_line(words, Style(8.5), RIGHT - LEFT - 34))
    sheet.text(RIGHT, 285.0, number, Style(8.5), Side.RIGHT)

"""收款收据 on a paper of fixed size: head, room, table and total; more lines go on to the next page."""

from __future__ import annotations

from app.core.show import show_money, show_time
from app.counter.papers.form_sheet import FormSheet
from app.counter.papers.receipt_foot import draw_foot, draw_page_number
from app.counter.papers.receipt_layouts import BandLayout, HeadLayout, ReceiptLayout, RoomLayout
from app.counter.papers.receipt_rows import Page, Row, pages
from app.counter.papers.receipt_words import TITLE, marks
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, Undone
from app.paper.amount_in_words import amount_in_words
from app.paper.lettering import MM, Style, width
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import fit, on_one_line

_HEADS = ("收费项目", "计费期间", "数量", "单价")
_LABEL_GAP = 2.6  # mm between a label and its value
_MARK_LEAD = 1.08  # ems
_MIDDLE = 0.36  # ems from the middle of a line of text down to its baseline


def draw_sheet(
    sheet: Sheet, facts: ReceiptFacts, layout: ReceiptLayout, copy: CopyMark | None, *, voided: Undone, overlay: bool
) -> None:
    """Draw every page. Raises TextDoesNotFit."""
    _Receipt(FormSheet(sheet, overlay=overlay), facts, layout).draw(copy, voided=voided)


class _Receipt:
    def __init__(self, sheet: FormSheet, facts: ReceiptFacts, layout: ReceiptLayout) -> None:
        self._sheet = sheet
        self._facts = facts
        self._layout = layout

    def draw(self, copy: CopyMark | None, *, voided: Undone) -> None:
        spread, sheet, foot = pages(self._facts, self._layout), self._sheet, self._layout.foot
        for number, page in enumerate(spread, start=1):
            self._head(self._layout.head, marks(copy, voided=voided))
            self._room(self._layout.room)
            self._table(page)
            draw_page_number(sheet, foot, number, len(spread))
            sheet.raise_by(self._layout.table.bottom - page.bottom)
            if number < len(spread):
                self._carry_on(self._layout.band, page)
                sheet.next_page()
        self._total(self._layout.band)
        draw_foot(sheet, self._facts, self._layout, copy)

    def _head(self, head: HeadLayout, marked: list[str]) -> None:
        sheet, facts = self._sheet, self._facts
        company = fit(facts.company, head.company.style, head.room, most_lines=2)
        sheet.labels(head.company.x, head.company.y - (len(company.lines) - 1) * company.lead / MM / 1.5, company)
        centre = on_one_line(facts.service_centre, head.centre.style, head.room)
        sheet.label(head.centre.x, head.centre.y, facts.service_centre, centre)
        sheet.title(head.title.x, head.title.y, TITLE, head.title.style, head.spacing)
        if marked:
            self._mark(head, marked)
        self._number(head)
        sheet.value(head.date.x, head.date.y, show_time(facts.issued_at), head.date.style, head.date.side)
        sheet.rule(self._layout.left, self._layout.right, head.rule, sheet.weights.heavy)

    def _number(self, head: HeadLayout) -> None:
        label_room = width("No.", head.number_label) + _LABEL_GAP
        style = on_one_line(self._facts.label, head.number.style, head.number_room - label_room)
        label_end = head.number.x - width(self._facts.label, style) - _LABEL_GAP
        self._sheet.label(label_end, head.number.y, "No.", head.number_label, Side.RIGHT)
        self._sheet.value(head.number.x, head.number.y, self._facts.label, style, Side.RIGHT)

    def _mark(self, head: HeadLayout, marked: list[str]) -> None:
        breadth, height = head.mark_size
        style = on_one_line(max(marked, key=len), head.mark.style, breadth - 1.5)
        lead = style.size * _MARK_LEAD / MM
        tall = max(height, lead * len(marked) + 0.8)
        top = head.mark.y
        self._sheet.frame(head.mark.x - breadth / 2, top, (breadth, tall), self._sheet.weights.mark)
        first = top + tall / 2 - (len(marked) - 1) * lead / 2 + style.size * _MIDDLE / MM
        for number, mark in enumerate(marked):
            self._sheet.value(head.mark.x, first + number * lead, mark, style, Side.MIDDLE)

    def _room(self, room: RoomLayout) -> None:
        facts, sheet, area = self._facts, self._sheet, room.area
        self._labelled("房号", facts.unit, room.unit.x, room.unit.y, (room.label, room.unit.style), room.unit_room)
        self._labelled(
            "交款人", facts.payer, room.payer.x, room.payer.y, (room.label, room.payer.style), room.payer_room
        )
        if facts.area:
            label = "建筑面积  "
            start = area.x - area.side.value * width(label + facts.area, area.style)
            sheet.value(sheet.label(start, area.y, label, area.style), area.y, facts.area, area.style)

    def _labelled(self, label: str, value: str, x: float, y: float, styles: tuple[Style, Style], room: float) -> None:
        end = self._sheet.label(x, y, label, styles[0]) + _LABEL_GAP
        fitted = fit(value, styles[1], room - (end - x), most_lines=2)
        self._sheet.values(end, y - (len(fitted.lines) - 1) * fitted.lead / MM / 1.5, fitted)

    def _table(self, page: Page) -> None:
        table, sheet, right = self._layout.table, self._sheet, self._layout.right
        weights = sheet.weights
        sheet.rule(self._layout.left, right, table.top, weights.frame)
        for x, head in zip(table.columns, _HEADS, strict=True):
            sheet.label(x, table.heads, head, table.head)
        sheet.label(right, table.heads, "金额 (元)", table.head, Side.RIGHT)
        sheet.rule(self._layout.left, right, table.body, weights.row or weights.frame)
        top = table.body
        for row in page.rows:
            self._row(row, top)
            top += row.height
            if weights.row and top < page.bottom - 1:
                sheet.rule(self._layout.left, right, top, weights.row)
        if top + page.row_height <= page.bottom + 1e-6:
            sheet.value(table.columns[0], _baseline(top, page.row_height, table.cell), "以下空白", table.cell)

    def _row(self, row: Row, top: float) -> None:
        table, sheet = self._layout.table, self._sheet
        for x, cell in zip(table.columns, row.cells, strict=True):
            first = _baseline(top, row.height, cell.style) - (len(cell.lines) - 1) * cell.lead / MM / 2
            sheet.values(x, first, cell)
        baseline = _baseline(top, row.height, table.cell)
        sheet.value(self._layout.right, baseline, show_money(row.amount), table.amount, Side.RIGHT)

    def _total(self, band: BandLayout) -> None:
        facts, sheet = self._facts, self._sheet
        figure = show_money(facts.total, sign=True)
        end = sheet.label(self._layout.left, band.baseline, "合计", band.label)
        start = sheet.label(end + 2, band.baseline, "（大写）", band.aside) + 2
        words = amount_in_words(facts.total)
        room = self._layout.right - width(figure, band.total) - 3 - start
        sheet.value(start, band.baseline, words, on_one_line(words, band.words, room, band.smallest_words))
        sheet.value(self._layout.right, band.baseline, figure, band.total, Side.RIGHT)
        self._band_rules(band)

    def _carry_on(self, band: BandLayout, page: Page) -> None:
        sheet = self._sheet
        sheet.value(self._layout.left, band.baseline, "本页小计", band.label)
        sheet.value(self._layout.table.columns[1], band.baseline, "续下页", band.label)
        subtotal = show_money(page.subtotal, sign=True)
        sheet.value(self._layout.right, band.baseline, subtotal, band.subtotal, Side.RIGHT)
        self._band_rules(band)

    def _band_rules(self, band: BandLayout) -> None:
        for y in (self._layout.table.bottom, band.bottom):
            self._sheet.rule(self._layout.left, self._layout.right, y, self._sheet.weights.heavy)


def _baseline(top: float, height: float, style: Style) -> float:
    return top + height / 2 + style.size * _MIDDLE / MM

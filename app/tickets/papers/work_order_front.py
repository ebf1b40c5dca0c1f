"""The first sheet of a work order; what stands under the problem moves down with it and closer together."""

from __future__ import annotations

from app.core.paper_code import check_text
from app.core.show import show_money
from app.counter.papers.ruled_marks import to_fill, to_tick
from app.counter.receipts.receipt_facts import CopyMark
from app.paper.lettering import MM, Style, width
from app.paper.pages import page_words
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import fit, on_one_line, wrap
from app.tickets.papers.work_order_facts import PaperLine, WorkOrderFacts
from app.tickets.papers.work_order_text import LARGE, problem_text

LEFT, RIGHT = 14.0, 134.0
ROOM = RIGHT - LEFT
HEAD_END, ROOM_END = 31.0, 52.0
QUANTITY, PRICE = 82.0, 106.0
ROW = 7.6
ROWS = 4
_MOST_PRINTED = 3  # of them; the last is left to the pen
_LOWEST = 194.8  # mm: the lines for the dates
_FOOT, _COPY_LINE = 200.4, 204.4
_LABEL, _VALUE, _SMALL = Style(9.5), Style(11), Style(8.5)
_MARK = (27.0, 6.4)
_MOST_HINT = 2
_TIGHT = (5.5, 4.5, 5.8, 6.2, 6.3, 8.8, 7.8)
_WIDE = (7.0, 4.9, 6.5, 8.0, 7.8, 11.0, 9.0)


class Front:
    """One order as it fits its first sheet."""

    def __init__(self, facts: WorkOrderFacts) -> None:
        self.facts = facts
        self._where, problem = _where_and_problem(facts)
        self._problem = problem_text(problem, ROOM)
        hint = wrap(f"物业提示：{' '.join(facts.hint.split())}", Style(10), ROOM) if facts.hint.strip() else None
        self._hint = hint.lines if hint is not None and len(hint.lines) <= _MOST_HINT else ()
        self.rest_of_problem = self._problem.rest
        self.rest_of_hint = "" if self._hint or hint is None else facts.hint
        self.lines_are_apart = len(facts.lines) > _MOST_PRINTED
        self._steps = self._fitted()

    def draw(self, sheet: Sheet, mark: CopyMark | None, last_line: str, count: int) -> None:
        """Draw the sheet; `count` sheets in all."""
        self._head(sheet, mark)
        self._room(sheet)
        y = self._texts(sheet)
        y = self._clocks(sheet, y)
        y = self._place_to_write(sheet, y)
        y = self._lines(sheet, y)
        self._end(sheet, y)
        draw_foot(sheet, self.facts, (1, count), last_line)

    def _fitted(self) -> tuple[float, ...]:
        """Distances between the tight and the wide ones, so that the last line stands where it may at the lowest."""
        tight, wide = self._height(_TIGHT), self._height(_WIDE)
        share = min(max((_LOWEST - tight) / (wide - tight), 0.0), 1.0)
        return tuple(low + share * (high - low) for low, high in zip(_TIGHT, _WIDE, strict=True))

    def _height(self, steps: tuple[float, ...]) -> float:
        large, small, clock, write, result, sign, day = steps
        lead = large if self._problem.style is LARGE else small
        texts = ROOM_END + 7.2 + lead * (len(self._problem.lines) - 1) + len(self._hint) * 5 + bool(self._hint) * 1.4
        return texts + 3 + clock * 2 + 2.6 + 6.4 + write * 2 + 2.6 + 6.8 + ROW * ROWS + 8 + result + sign + day

    def _head(self, sheet: Sheet, mark: CopyMark | None) -> None:
        facts = self.facts
        centre = facts.service_centre or facts.company
        sheet.text(LEFT, 16.6, centre, on_one_line(centre, Style(11, bold=True), 56))
        title = Style(24, bold=True)
        sheet.spaced(LEFT + (3 * title.size + 8) / MM / 2, 26.8, "派工单", title, 4)
        sheet.text(48.4, 26.8, facts.kind, on_one_line(facts.kind, Style(12), 28))
        sheet.text(114, 16.6, "工单号", _LABEL, Side.RIGHT)
        sheet.text(114, 26.4, facts.number, Style(17, bold=True), Side.RIGHT)
        sheet.code(RIGHT - 21 * sheet.paper.module, 12.2, facts.code)
        if mark is not None:
            words = f"补打 第 {mark.copy_no} 次"
            sheet.frame(73, 11.6, _MARK, sheet.paper.weights.mark)
            style = on_one_line(words, Style(11, bold=True), _MARK[0] - 1.5)
            sheet.text(73 + _MARK[0] / 2, 16.2, words, style, Side.MIDDLE)
        sheet.rule(LEFT, RIGHT, HEAD_END, sheet.paper.weights.heavy)

    def _room(self, sheet: Sheet) -> None:
        facts = self.facts
        start = self._appointment(sheet)
        where = fit(self._where, Style(24, bold=True), start - LEFT - 4, 2)
        sheet.lines(LEFT, 41 if len(where.lines) == 1 else 37.4, where)
        if facts.name or facts.phone:
            name = fit(facts.name, Style(14, bold=True), 76, 2)
            sheet.lines(LEFT, 48.4 - 2 * (len(name.lines) - 1), name)
            end = LEFT + max(width(line, name.style) for line in name.lines)
            sheet.text(end + 5, 48.4, facts.phone, on_one_line(facts.phone, Style(14), RIGHT - end - 5))
        sheet.rule(LEFT, RIGHT, ROOM_END, sheet.paper.weights.frame)

    def _appointment(self, sheet: Sheet) -> float:
        """The agreed time, or places to write it; answers where it begins."""
        value = self.facts.appointment
        if value:
            style = Style(14, bold=True)
            start = RIGHT - width(value, style) - 3
            sheet.text(RIGHT, 41, value, style, Side.RIGHT)
        else:
            start = 94.0
            for left, right, sign in ((96, 104, "月"), (109, 117, "日"), (122, RIGHT, "")):
                to_fill(sheet, left, right, 41, "", _LABEL)
                sheet.text(right + 0.6, 41, sign, _LABEL)
        sheet.text(start, 41, "约定上门", _LABEL, Side.RIGHT)
        return start - width("约定上门", _LABEL)

    def _texts(self, sheet: Sheet) -> float:
        large, small = self._steps[:2]
        lead = large if self._problem.style is LARGE else small
        self._problem.draw(sheet, LEFT, ROOM_END + 7.2, lead)
        y = ROOM_END + 7.2 + lead * (len(self._problem.lines) - 1)
        for place, line in enumerate(self._hint):
            y += 6.4 if place == 0 else 5.0
            sheet.text(LEFT, y, line, Style(10))
        sheet.rule(LEFT, RIGHT, y + 3, sheet.paper.weights.frame)
        return y + 3

    def _clocks(self, sheet: Sheet, y: float) -> float:
        facts, step = self.facts, self._steps[2]
        cells = (
            (("受理", facts.reported, False), ("首次联系时限", facts.contact_by, False)),
            (("完成时限", facts.finish_by, True), ("派给", facts.given_to, False)),
        )
        for row in cells:
            y += step
            for (label, value, bold), left, start, end in zip(
                row, (LEFT, 72.0), (31.0, 95.0), (70.0, RIGHT), strict=True
            ):
                sheet.text(left, y, label, _LABEL)
                said = fit(value, Style(_VALUE.size, bold), end - start, 2)
                sheet.lines(start, y - 1.6 * (len(said.lines) - 1), said)
        sheet.rule(LEFT, RIGHT, y + 2.6, sheet.paper.weights.frame)
        return y + 2.6

    def _place_to_write(self, sheet: Sheet, y: float) -> float:
        y += 6.4
        sheet.text(LEFT, y, "现场情况与处理" if self.facts.is_repair else "处理情况", Style(10.5, bold=True))
        for label, left, right in (("到场", 82, 106), ("完工", 110, RIGHT)):
            to_fill(sheet, left, right, y, label, _LABEL)
            sheet.text((left + 9 + right) / 2, y, ":", _VALUE, Side.MIDDLE)
        for _ in range(2):
            y += self._steps[3]
            sheet.rule(LEFT, RIGHT, y, sheet.paper.weights.row or 0.2)
        return y + 2.6

    def _lines(self, sheet: Sheet, y: float) -> float:
        lines_head(sheet, y)
        y += 6.8
        apart = self.lines_are_apart
        if apart:
            sheet.text(LEFT, y + ROW - 2.4, f"已登记 {len(self.facts.lines)} 项，见第 2 页", _VALUE)
        for place in range(ROWS):
            if not apart and place < len(self.facts.lines):
                draw_line(sheet, y, ROW, self.facts.lines[place])
            y += ROW
            last = place == ROWS - 1
            sheet.rule(LEFT, RIGHT, y, sheet.paper.weights.frame if last else sheet.paper.weights.row or 0.2)
        return y

    def _end(self, sheet: Sheet, y: float) -> None:
        result, sign, day = self._steps[4:]
        small = Style(10)
        sheet.text(LEFT, y + 5.4, "合计", Style(11, bold=True))
        to_tick(sheet, 28, y + 5.4, "保修内免费", small)
        to_tick(sheet, 53, y + 5.4, "到前台付款，凭收据", small)
        to_fill(sheet, 107, RIGHT, y + 5.4, "¥", Style(12, bold=True))
        y += 8
        sheet.rule(LEFT, RIGHT, y, sheet.paper.weights.heavy)
        y += result
        sheet.text(LEFT, y, "结果", Style(10.5, bold=True))
        results = ("已修好", "要再来", "转外修") if self.facts.is_repair else ("已办好", "再处理", "转部门")
        for left, words in zip((25.0, 43.6, 62.2), results, strict=True):
            to_tick(sheet, left, y, words, small)
        sheet.text(86.5, y, "评价", Style(10.5, bold=True))
        to_tick(sheet, 97.2, y, "满意", small)
        to_tick(sheet, 112.2, y, "不满意", small)
        signers = ("业主签字", "维修签字" if self.facts.is_repair else "经办签字")
        for label, step in (("", sign), ("日期", day)):
            y += step
            to_fill(sheet, LEFT, 70, y, label or signers[0], _VALUE)
            to_fill(sheet, 78, RIGHT, y, label or signers[1], _VALUE)


def lines_head(sheet: Sheet, y: float) -> None:
    """The heads of material and labour between two frame lines."""
    head = Style(10, bold=True)
    sheet.rule(LEFT, RIGHT, y, sheet.paper.weights.frame)
    sheet.text(LEFT, y + 4.7, "材料 / 人工", head)
    sheet.text(QUANTITY, y + 4.7, "数量", head, Side.RIGHT)
    sheet.text(PRICE, y + 4.7, "单价 (元)", head, Side.RIGHT)
    sheet.text(RIGHT, y + 4.7, "金额 (元)", head, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, y + 6.8, sheet.paper.weights.frame)


def draw_line(sheet: Sheet, y: float, height: float, line: PaperLine) -> None:
    """One line of material or labour in a row below y."""
    baseline = y + height / 2 + 1.3
    name = fit(line.name, Style(10.5), QUANTITY - LEFT - 20, 2)
    sheet.lines(LEFT, baseline if len(name.lines) == 1 else baseline - 1.7, name)
    quantity = on_one_line(line.quantity, Style(10.5), 18)
    sheet.text(QUANTITY, baseline, line.quantity, quantity, Side.RIGHT)
    sheet.text(PRICE, baseline, line.price, on_one_line(line.price, Style(10.5), 22), Side.RIGHT)
    amount = line.free or show_money(line.amount)
    sheet.text(RIGHT, baseline, amount, Style(10 if line.free else 11), Side.RIGHT)


def draw_foot(sheet: Sheet, facts: WorkOrderFacts, page: tuple[int, int], last_line: str) -> None:
    """Where to pay, the check value, which sheet of how many, and of a copy who made it."""
    words = "请勿向维修人员交现金。" + (f"前台 {facts.telephone}" if facts.telephone else "")
    sheet.text(LEFT, _FOOT, words, on_one_line(words, Style(9.5, bold=True), 72))
    sheet.text(97, _FOOT, f"校验 {check_text(facts.code)}", _SMALL, Side.MIDDLE)
    sheet.text(RIGHT, _FOOT, page_words(*page), _SMALL, Side.RIGHT)
    if last_line:
        sheet.text(LEFT, _COPY_LINE, last_line, Style(8.5, bold=True))


def _where_and_problem(facts: WorkOrderFacts) -> tuple[str, str]:
    """A place that needs more than two short lines is told before the problem."""
    if width(facts.where, Style(8, bold=True)) <= 2 * (_ROOM_OF_WHERE - 3):
        return facts.where, facts.problem
    return "地点见下", f"{facts.where}。{facts.problem}"


_ROOM_OF_WHERE = 55.0

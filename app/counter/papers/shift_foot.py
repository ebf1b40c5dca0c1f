"""The lower half of a shift's report: the counted cash, papers and exceptions, the totals, and who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.money import NOTHING, Money
from app.core.show import show_money, show_time
from app.counter.cash.denominations import DENOMINATIONS, FEN
from app.counter.papers.shift_tables import HIDDEN, LEFT, RIGHT
from app.counter.shifts.book_ends import short_sum
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.shifts.shift_papers import ShiftPapers
from app.paper.amount_in_words import amount_in_words
from app.paper.blocks import Block
from app.paper.lettering import Style, width
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

_SECTION, _CELL, _LABEL, _SMALL = Style(11.5, bold=True), Style(10), Style(9.5), Style(9)
_BIG = Style(13, bold=True)
_MIDDLE_GAP = (104.0, 116.0)  # mm: the right edge of the cash, the left edge of the papers
_STEP = 5.6
_SIGNERS = ("交班人", "接班人", "监交人")


def cash_and_papers(facts: ShiftFacts) -> Block:
    """Both halves side by side, never parted."""
    left = _cash_rows(facts)
    right = _paper_rows(facts)
    height = 9.0 + _STEP * max(len(left) + 1.6, len(right)) + 3

    def draw(sheet: Sheet, top: float) -> None:
        _half(sheet, top, "三  现金点钞" if facts.no else "三  现金变动", (LEFT, _MIDDLE_GAP[0]), left)
        _half(sheet, top, "四  票据与例外", (_MIDDLE_GAP[1], RIGHT), right)

    return Block(height, draw)


_Row = tuple[str, str, Style]


def _half(sheet: Sheet, top: float, title: str, span: tuple[float, float], rows: Sequence[_Row]) -> None:
    sheet.text(span[0], top + 5.6, title, _SECTION)
    sheet.rule(*span, top + 7.8, sheet.paper.weights.frame)
    y = top + 7.8
    for label, value, style in rows:
        tall = _STEP * (1.25 if style is _BIG else 1)
        baseline = y + tall * 0.72
        end = sheet.text(span[0], baseline, label, _LABEL if style is not _BIG else Style(10.5, bold=True))
        sheet.text(span[1], baseline, value, on_one_line(value, style, span[1] - end - 2), Side.RIGHT)
        y += tall
    sheet.rule(*span, y + 1.2, sheet.paper.weights.heavy)


def _cash_rows(facts: ShiftFacts) -> list[_Row]:
    if facts.cash.count is None:
        return _moves(facts)
    return [*_pieces(facts), *_kept(facts)]


def _moves(facts: ShiftFacts) -> list[_Row]:
    if not facts.methods or not facts.methods[0].method.is_cash:
        return [("现金", HIDDEN, _CELL)]
    cash = facts.cash
    named = (("备用金", cash.opening_float), ("存入", cash.put_in), ("支出", cash.taken_out), ("中途缴款", cash.banked))
    return [(name, show_money(amount), _CELL) for name, amount in named]


def _pieces(facts: ShiftFacts) -> list[_Row]:
    """Two denominations a row: the fourth note beside the first coin."""
    count = facts.cash.count
    assert count is not None
    shown = [piece for piece in (*DENOMINATIONS, FEN) if piece in DENOMINATIONS or piece.fen in count.pieces]
    half = (len(shown) + 1) // 2
    rows: list[_Row] = []
    for place in range(half):
        pair = [shown[place], *shown[place + half : place + half + 1]]
        words = [
            f"{_name(piece)} × {count.pieces.get(piece.fen, 0)} = {show_money(count.of_piece(piece))}" for piece in pair
        ]
        rows.append((words[0], words[1] if len(words) > 1 else "", _CELL))
    return rows


def _name(piece: Money) -> str:
    if piece.fen >= 100:
        return f"{piece.fen // 100} 元"
    return f"{piece.fen // 10} 角" if piece.fen >= 10 else f"{piece.fen} 分"


def _kept(facts: ShiftFacts) -> list[_Row]:
    cash = facts.cash
    assert cash.count is not None
    handed = "应缴银行现金" if cash.to_bank else "应缴财务现金"
    return [
        ("实点现金", show_money(cash.count.amount, sign=True), _BIG),
        ("留下班备用金", show_money(cash.kept), _CELL),
        (handed, show_money(cash.handed_over, sign=True), _BIG),
    ]


def _paper_rows(facts: ShiftFacts) -> list[_Row]:
    papers = facts.papers
    later = f"{facts.later} 笔 {show_money(facts.awaiting)}" if facts.later else "0 笔"
    rows = [
        ("收据", _run(papers.receipts)),
        ("其中作废", _some(papers.voided)),
        ("退款单", f"{_some(papers.refunds)}  {show_money(papers.refunded)}" if papers.refunds else "0 张"),
        *_voided_refunds(papers),
        ("补打", f"{papers.copies} 次"),
        ("减免", f"{papers.waivers} 笔  {show_money(papers.waived)}"),
        ("抹零", show_money(papers.rounding)),
        ("改付款方式 / 无销售开钱箱", f"{papers.method_changes} / {papers.no_sales} 次"),
        ("手写补录 / 待核对", f"{papers.back_entries} 张 / {later}"),
        ("挂单带下班", f"{facts.carried} 张"),
    ]
    return [(label, value, _CELL) for label, value in rows]


def _voided_refunds(papers: ShiftPapers) -> Iterator[tuple[str, str]]:
    """What did not go back after all; the sum of the slips above is without it."""
    if papers.refunds_voided:
        yield "其中退款单作废", f"{_some(papers.refunds_voided)}  {show_money(papers.refunded_void)}"


def _run(labels: tuple[str, ...]) -> str:
    if not labels:
        return "0 张"
    ends = labels[0] if len(labels) == 1 else f"{labels[0]} – {labels[-1]}"
    return f"{ends}  共 {len(labels)} 张"


def _some(labels: tuple[str, ...]) -> str:
    if len(labels) > 2:
        return f"{labels[0]} 等 {len(labels)} 张"
    return "、".join(labels) or "0 张"


def totals_and_signatures(facts: ShiftFacts) -> Block:
    """What the shift brought, in words too, the total since the beginning, the code, and three signatures."""

    def draw(sheet: Sheet, top: float) -> None:
        if facts.code:
            sheet.code(LEFT + 0.3, top + 1, facts.code)
            sheet.text(LEFT, top + 22, f"校验 {facts.code[11:15]} {facts.code[15:19]}", _SMALL)
        _totals(sheet, top, facts)
        _ends(sheet, top + 25.6, facts)
        if facts.no:
            _signatures(sheet, top + 30)

    return Block(50 if facts.no else 26, draw)


def _totals(sheet: Sheet, top: float, facts: ShiftFacts) -> None:
    left = 46.0 if facts.code else LEFT
    if not facts.methods or not facts.methods[0].method.is_cash:
        sheet.text(left, top + 5, f"本班净收  {HIDDEN}", _CELL)
        return
    net = show_money(facts.net, sign=True)
    sheet.text(left, top + 5, "本班净收", _CELL)
    sheet.text(106, top + 5, net, Style(16, bold=True), Side.RIGHT)
    words = in_words(facts.net)
    sheet.text(112, top + 5, words, on_one_line(words, _CELL, RIGHT - 112))
    sheet.text(left, top + 12, "开账以来累计", _CELL)
    sheet.text(106, top + 12, show_money(facts.grand_total, sign=True), _CELL, Side.RIGHT)
    carried = f"上班次累计 {show_money(facts.total_before)} + 本班 {show_money(facts.net)}"
    sheet.text(112, top + 12, carried, on_one_line(carried, _SMALL, RIGHT - 112))
    said = (
        "以上现金、票据、备用金已当面点清；交班后不得改动，更正记入下一班次。"
        if facts.no
        else "本表不编号，不作交班凭证。"
    )
    sheet.text(left, top + 19, said, on_one_line(said, _LABEL, RIGHT - left))


def _ends(sheet: Sheet, baseline: float, facts: ShiftFacts) -> None:
    """By this line an auditor finds whether anything before it was altered or taken away since."""
    if facts.ends is None:
        return
    ends, left = facts.ends, 46.0
    journal = f"分录至第 {ends.journal_no} 笔 {short_sum(ends.journal_hash)}"
    said = f"{journal}    审计记录至第 {ends.trail_no} 条 {short_sum(ends.trail_hash)}"
    sheet.text(left, baseline, said, on_one_line(said, _SMALL, RIGHT - left))


def in_words(amount: Money) -> str:
    """An amount in words; what was given back in excess says so first."""
    words = amount_in_words(abs(amount))
    return f"负 {words}" if amount < NOTHING else words


def _signatures(sheet: Sheet, top: float) -> None:
    wide = (RIGHT - LEFT) / len(_SIGNERS)
    for place, signer in enumerate(_SIGNERS):
        left = LEFT + place * wide
        for line, label in ((0.0, signer), (9.0, "时间")):
            end = sheet.text(left, top + line + 4, label, _CELL)
            sheet.rule(end + 1.5, left + wide - 5, top + line + 5, sheet.paper.weights.row or 0.2)


def draw_page_foot(sheet: Sheet, facts: ShiftFacts, page: str) -> None:
    """The first count, when the report was made and by whom, and the page."""
    y = sheet.paper.height - 12
    if facts.cash.count is not None:
        recounted = "已重点" if facts.cash.rounds > 1 else "未重点"
        sheet.text(LEFT, y, f"首次点钞 {show_money(facts.cash.first_count)}，{recounted}", _SMALL)
    made = f"出表 {show_time(facts.closed_at)}  {facts.closed_by}"
    sheet.text((LEFT + RIGHT) / 2, y, made, _SMALL, Side.MIDDLE)
    sheet.text(RIGHT - width(page, _SMALL), y, page, _SMALL)

"""The tables of a shift's report: by method, with how the cash comes about, and by fee item."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.money import NOTHING, Money, total
from app.core.show import show_money
from app.counter.methods import ON_PAPER
from app.counter.shifts.comparison import MethodClose
from app.counter.shifts.shift_facts import ShiftFacts
from app.paper.blocks import Block
from app.paper.lettering import Style
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side

LEFT, RIGHT = 20.0, 192.0
_CELL, _HEAD, _SECTION = Style(10.5), Style(10, bold=True), Style(11.5, bold=True)
_NOTE = Style(9)
_ROW = 6.2
NONE = "–"
HIDDEN = "清点后显示"

_BY_METHOD = RuledTable(
    (
        TableColumn("方式", LEFT, 42, _CELL),
        TableColumn("笔数", 42, 56, _CELL, Side.RIGHT),
        TableColumn("收款", 58, 86, _CELL, Side.RIGHT),
        TableColumn("退款", 88, 112, _CELL, Side.RIGHT),
        TableColumn("应有", 114, 140, _CELL, Side.RIGHT),
        TableColumn("实点", 142, 168, _CELL, Side.RIGHT),
        TableColumn("差额", 170, RIGHT, _CELL, Side.RIGHT),
    ),
    LEFT,
    RIGHT,
    _ROW,
)
_BY_ITEM = RuledTable(
    (
        TableColumn("性质", LEFT, 40, _CELL),
        TableColumn("项目", 42, 105, _CELL),
        TableColumn("收款", 107, 136, _CELL, Side.RIGHT),
        TableColumn("退款", 138, 164, _CELL, Side.RIGHT),
        TableColumn("净额", 166, RIGHT, _CELL, Side.RIGHT),
    ),
    LEFT,
    RIGHT,
    _ROW,
)


def section(title: str) -> Block:
    """The title of a section; it never stands alone at the foot."""

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 5.6, title, _SECTION)

    return Block(7.8, draw, holds=3)


def method_blocks(facts: ShiftFacts) -> Iterator[Block]:
    """By method, the sum, and below how the cash is reckoned and what is over or short."""
    yield section("一  按付款方式")
    head = _BY_METHOD.head(_HEAD, 6.6)
    yield head
    lines = facts.methods
    for line in lines:
        yield _BY_METHOD.line(_method_cells(line), head=head, holds=1)
    sums = ("合计", str(sum(line.payments for line in lines)), *_sums(lines))
    yield _BY_METHOD.line(sums, head=head, bold=True, weight=0.35)
    yield gap_block(1.4)
    for words in _notes(facts):
        yield paragraph(words, _NOTE, LEFT, RIGHT, gap=0.4)
    yield gap_block(0.8)


def item_blocks(facts: ShiftFacts) -> Iterator[Block]:
    """By fee item with whose money it is."""
    if not facts.items:
        return
    yield section("二  按收费项目")
    head = _BY_ITEM.head(_HEAD, 6.6)
    yield head
    for item in facts.items:
        cells = (item.nature, item.item, _or_none(item.taken), _or_none(item.returned), show_money(item.net))
        yield _BY_ITEM.line(cells, head=head, holds=1)
    taken, returned = total(item.taken for item in facts.items), total(item.returned for item in facts.items)
    sums = ("合计", "", show_money(taken), _or_none(returned), show_money(taken + returned))
    yield _BY_ITEM.line(sums, head=head, bold=True, weight=0.35)


def _method_cells(line: MethodClose) -> tuple[str, ...]:
    counted = NONE if line.counted is None else show_money(line.counted)
    difference = NONE if line.counted is None else show_money(line.difference)
    return (
        ON_PAPER[line.method],
        str(line.payments),
        show_money(line.taken),
        _or_none(line.returned),
        show_money(line.expected),
        counted,
        difference,
    )


def _sums(lines: tuple[MethodClose, ...]) -> tuple[str, ...]:
    counted = bool(lines) and all(line.counted is not None for line in lines)
    return (
        show_money(total(line.taken for line in lines)),
        _or_none(total(line.returned for line in lines)),
        show_money(total(line.expected for line in lines)),
        show_money(total(line.counted or NOTHING for line in lines)) if counted else NONE,
        show_money(total(line.difference for line in lines)) if counted else NONE,
    )


def _notes(facts: ShiftFacts) -> Iterator[str]:
    cash = next((line for line in facts.methods if line.method.is_cash), None)
    if cash is None:
        yield f"现金：{HIDDEN}。"
    else:
        yield _reckoning(facts, cash)
    for line in facts.methods:
        if line.difference:
            word = "长款" if line.difference > NOTHING else "短款"
            approved = f"，{facts.approver} 已批" if facts.approver else ""
            yield f"{ON_PAPER[line.method]}{word} {show_money(abs(line.difference))}，原因：{line.reason}{approved}"
    if facts.later:
        yield f"另有待核对转账、支票 {facts.later} 笔 {show_money(facts.awaiting)}，未计入应有。"


def _reckoning(facts: ShiftFacts, cash: MethodClose) -> str:
    parts = [f"备用金 {show_money(facts.cash.opening_float)}", f"+ 收款 {show_money(cash.taken)}"]
    signed = (
        ("退款", cash.returned),
        ("存入", facts.cash.put_in),
        ("支出", facts.cash.taken_out),
        ("中途缴款", facts.cash.banked),
    )
    for name, amount in signed:
        if amount:
            parts.append(f"{'+' if amount > NOTHING else '−'} {name} {show_money(abs(amount))}")
    return f"现金应有 {show_money(cash.expected)} = {' '.join(parts)}"


def _or_none(amount: Money) -> str:
    return show_money(amount) if amount else NONE

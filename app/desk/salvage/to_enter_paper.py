"""待补录清单, A4 upright: what is newer than the backup, one line for each thing, to be ticked as it is entered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.money import total
from app.core.show import show_money, show_time, show_whole
from app.counter.methods import ON_PAPER
from app.desk.salvage.newer import LineKind, Newer, NewerLine
from app.desk.salvage.to_enter_facts import ToEnterFacts
from app.duty.papers.portrait import HEAD, LEFT, RIGHT, UprightHead, draw_upright, signature_block, words_block
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, paragraph
from app.paper.sheet import Side

TITLE = "待补录清单"
LINES_ON_PAPER = {
    LineKind.RECEIPT: "收据",
    LineKind.VOID: "作废",
    LineKind.REFUND: "退款",
    LineKind.SHIFT_OPENED: "开班",
    LineKind.SHIFT_CLOSED: "交班",
    LineKind.CASH: "现金进出",
    LineKind.TICKET: "工单",
    LineKind.INCIDENT: "突发事件",
    LineKind.INCIDENT_LINE: "处置记录",
}
OTHERS_ON_PAPER = {
    "charges": "应收",
    "adjustments": "调整",
    "meter readings": "抄表",
    "units": "房产",
    "people": "人员",
    "roles on units": "产权/入住关系",
    "lines of tickets": "工单记录",
    "notices": "通知",
    "lines of the duty log": "值班日志",
    "hazards": "隐患",
}
_CELL, _BOLD = Style(9), Style(9, bold=True)
_ROWS = RuledTable(
    (
        TableColumn("补录", LEFT, 24, _CELL),
        TableColumn("类别", 25, 41, _CELL, wraps=True),
        TableColumn("号码", 42, 67, _BOLD, wraps=True),
        TableColumn("房号或地点", 68, 90, _CELL, wraps=True),
        TableColumn("金额 (元)", 91, 108, _CELL, Side.RIGHT),
        TableColumn("方式", 110, 124, _CELL, wraps=True),
        TableColumn("时间", 125, 144, _CELL),
        TableColumn("经手", 145, 160, _CELL, wraps=True),
        TableColumn("说明", 161, RIGHT, _CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    7.2,
)
_HOW = (
    "收据按原号、原时间补录（Ctrl+F12），补录后自动勾销；其他各项重新登记后，在程序的清单里逐项勾销。"
    "补录完毕前请妥善保管本清单：单上有姓名，不得张贴。"
)


def to_enter_pdf(facts: ToEnterFacts) -> bytes:
    """The paper as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    left = "没有备份" if facts.made_at is None else f"{show_time(facts.made_at)} 的备份之后的记录"
    count = f"共 {show_whole(len(facts.newer.lines))} 项"
    head = UprightHead(TITLE, facts.office, left, count, facts.printed_at, facts.printed_by, "内部使用  不得张贴")
    return draw_upright(head, _blocks(facts))


def write_to_enter(path: Path, facts: ToEnterFacts) -> None:
    """Write the paper over whatever was there. Raises OSError, TextDoesNotFit."""
    path.write_bytes(to_enter_pdf(facts))


def missing_on_list(facts: ToEnterFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in_rows([_cells(line, facts) for line in facts.newer.lines], facts.printed_by)


def _blocks(facts: ToEnterFacts) -> Iterator[Block]:
    newer = facts.newer
    head = _ROWS.head(HEAD, 7)
    yield head
    for line in newer.lines:
        yield _ROWS.line(_cells(line, facts), head=head)
    receipts = newer.of(LineKind.RECEIPT)
    amount = show_money(total(one.amount for one in receipts if one.amount is not None))
    yield words_block(f"收据 {show_whole(len(receipts))} 张，合计 {amount} 元", _BOLD)
    for words in _rest(newer):
        yield paragraph(words, _CELL, LEFT, RIGHT, mark="·")
    yield paragraph(f"\u3000{_HOW}", _CELL, LEFT, RIGHT, gap=3)
    yield signature_block("补录人：", "复核人：", "日期：")


def _rest(newer: Newer) -> Iterator[str]:
    """What is known without its contents."""
    if newer.missing:
        yield f"已开出、内容读不出的收据：{'、'.join(newer.missing)}"
    if newer.lost:
        yield f"读不出的分录：{show_whole(newer.lost)} 条"
    for words, count in newer.others:
        yield f"{OTHERS_ON_PAPER.get(words, words)}：{show_whole(count)} 条，请按原始单据核对"
    if newer.unread:
        yield f"部分损坏的数据：{show_whole(len(newer.unread))} 处，清单可能不全"


def _cells(line: NewerLine, facts: ToEnterFacts) -> tuple[str, ...]:
    amount = "" if line.amount is None else show_money(line.amount)
    known = {method.value: words for method, words in ON_PAPER.items()}
    method = "、".join(known[one] for one in line.method.split("+") if one in known)
    mark = "√" if line.name in facts.done else "□"
    kind, when = LINES_ON_PAPER[line.kind], f"{line.at:%m-%d %H:%M}"
    return mark, kind, line.number, line.room, amount, method, when, line.by, line.what

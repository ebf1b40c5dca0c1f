"""值班日志 of a day, A4 upright: its lines, then each hand-over with what went on and both signatures."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.show import show_date, show_time
from app.duty.log.entry_rows import LogLine
from app.duty.log.handover_facts import Handover, Leftover
from app.duty.papers.facts import LogFacts
from app.duty.papers.paper_words import LEFT as LEFT_WORDS
from app.duty.papers.paper_words import WEEKDAYS, line_words
from app.duty.papers.portrait import (
    BOLD,
    CELL,
    HEAD,
    LEFT,
    RIGHT,
    UprightHead,
    draw_upright,
    signature_block,
    words_block,
)
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph

TITLE = "值班日志"
_SECTION = Style(12, bold=True)
_LINES = RuledTable(
    (
        TableColumn("时间", LEFT, 30, BOLD),
        TableColumn("记录", 32, 160, CELL, wraps=True),
        TableColumn("登记人", 163, RIGHT, CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    7.6,
)
_LEFT_OVER = RuledTable(
    (
        TableColumn("遗留事项", LEFT, 42, CELL),
        TableColumn("编号", 44, 72, CELL),
        TableColumn("内容", 74, 150, CELL, wraps=True),
        TableColumn("地点", 153, RIGHT, CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    7.2,
)


def log_pdf(facts: LogFacts) -> bytes:
    """The day as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    printed = facts.printed
    day = f"{show_date(facts.day)} {WEEKDAYS[facts.day.weekday()]}"
    people = "；".join(f"{turn.post} {turn.person} {turn.begins:%H:%M}–{turn.ends:%H:%M}" for turn in facts.turns)
    head = UprightHead(TITLE, printed.office, f"值班：{people or '未排班'}", day, printed.at, printed.by)
    return draw_upright(head, _blocks(facts))


def missing_on_log(facts: LogFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    texts = [(line_words(line), line.name) for line in facts.lines]
    details = [detail for one in facts.handovers for left in one.leftovers for detail in left.details]
    handed = [(one.giver, one.taker, one.words, *one.things, *details) for one in facts.handovers]
    return missing_in_rows([*texts, *handed], facts.printed.by)


def _blocks(facts: LogFacts) -> Iterator[Block]:
    if not facts.lines:
        yield paragraph("当天没有记录。", CELL, LEFT, RIGHT)
    else:
        head = _LINES.head(HEAD, 7)
        yield head
        for line in facts.lines:
            yield _LINES.line(_cells(line), head=head)
    for one in facts.handovers:
        yield from _handover(one)
    if not facts.handovers:
        yield signature_block("交班人：", "接班人：", "时间：")


def _cells(line: LogLine) -> tuple[str, str, str]:
    words = line_words(line)
    if line.corrected:
        words = f"{words}（有更正，见后）"
    if line.is_late:
        words = f"{words}（{line.at:%m-%d %H:%M} 补记）"
    return f"{line.happened_at:%H:%M}", words, line.name


def _handover(one: Handover) -> Iterator[Block]:
    yield words_block(f"交接班  {one.giver} → {one.taker}  {show_time(one.at)}", _SECTION, above=6, holds=3)
    if one.withdrawn:
        yield paragraph(f"已撤回：{one.withdrawn}", CELL, LEFT, RIGHT)
        return
    if one.leftovers:
        head = _LEFT_OVER.head(HEAD, 7)
        yield head
        for left in one.leftovers:
            yield _LEFT_OVER.line(_left(left), head=head)
        yield from _details(one)
    else:
        yield paragraph("无遗留事项。", CELL, LEFT, RIGHT)
    yield gap_block(2.4)
    yield paragraph(f"钥匙、物品：{'；'.join(one.things) or '无'}", CELL, LEFT, RIGHT, gap=0.6)
    if one.words:
        yield paragraph(f"交代：{one.words}", CELL, LEFT, RIGHT, gap=0.6)
    signed = "尚未签名" if one.signed_at is None else f"{show_time(one.signed_at)} 已在程序内签名"
    words = f"交班人 {one.giver}：{show_time(one.at)} 已在程序内签名    接班人 {one.taker}：{signed}"
    yield paragraph(words, BOLD, LEFT, RIGHT, gap=0)
    yield signature_block("交班人签名：", "接班人签名：")


def _details(one: Handover) -> Iterator[Block]:
    """Below the table, what the next person must know of each running incident."""
    for left in one.leftovers:
        if left.details:
            yield paragraph(f"{left.number} {left.what}：{'；'.join(left.details)}", CELL, LEFT, RIGHT, gap=0.6)


def _left(one: Leftover) -> tuple[str, str, str, str]:
    return LEFT_WORDS[one.kind], one.number, one.what, one.where

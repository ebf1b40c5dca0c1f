"""The head of a list: its name, who runs it and where, whom to call, and what is never done."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.show import show_date, show_time
from app.incidents.papers.blanks import PLAIN, STRONG, Piece, blank, box, broken, clock, joined, place, words
from app.incidents.papers.list_facts import FIXED_NUMBERS, ListFacts, PhoneLine
from app.incidents.papers.list_words import (
    DRILL,
    FIXED_NAMES,
    LEGEND,
    NEVER,
    PLACES,
    REAL,
    TITLE,
    WAYS,
)
from app.incidents.papers.step_block import LEFT, RIGHT
from app.incidents.plans.plan import PlanRole
from app.incidents.words.names import ROLES
from app.paper.blocks import Block
from app.paper.lettering import Style, width
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line, wrap

LATER = 23.2
"""Height of the head of every further sheet, in mm."""

_META, _PHONE, _MORE_PHONES = 8.8, 16.4, 7.4
_NEVER = Style(13, bold=True)
_WIDE = 69.0
_FIXED_WIDE = 37.0


def first_head(facts: ListFacts) -> Iterator[Block]:
    """Everything above the first section."""
    yield Block(21.5, lambda sheet, top: _title(sheet, top, facts))
    yield from _meta(facts)
    yield Block(_PHONE + 1.6, lambda sheet, top: _numbers(sheet, top, facts))
    if len(facts.phones) > 1:
        yield _more_numbers(facts.phones[1:])
    yield _never(facts)
    yield Block(6.6, lambda sheet, top: _ignore(sheet.text(LEFT, top + 4.6, LEGEND, PLAIN)))


def draw_later_head(sheet: Sheet, top: float, facts: ListFacts) -> None:
    """The name and the numbers again: sheets get parted."""
    plan = facts.plan
    end = sheet.text(LEFT, top + 7, plan.name.zh, on_one_line(plan.name.zh, Style(20, bold=True), 90))
    end = sheet.text(end + 4, top + 7, f"{TITLE}（续）", Style(13, bold=True))
    if facts.is_drill:
        _drill(sheet, end + 4, top + 7)
    sheet.text(RIGHT, top + 7, _version(facts), PLAIN, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, top + 10.4, 1.2)
    said = [f"{FIXED_NAMES[number]} {number}" for number in FIXED_NUMBERS]
    x = LEFT
    for text in said:
        x = sheet.text(x, top + 17.4, text, Style(15, bold=True)) + 6
    first = next((phone for phone in facts.phones[:1] if phone.number), None)
    if first is not None:
        text = f"{first.name} {first.number}"
        sheet.text(RIGHT, top + 17.4, text, on_one_line(text, Style(15, bold=True), RIGHT - x), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, top + 20.6, 0.5)


def _title(sheet: Sheet, top: float, facts: ListFacts) -> None:
    name = facts.plan.name.zh
    room = 62 if facts.is_drill else 88
    end = sheet.text(LEFT, top + 12.6, name, on_one_line(name, Style(30, bold=True), room))
    end = sheet.text(end + 4, top + 12.6, TITLE, Style(15, bold=True))
    if facts.is_drill:
        _drill(sheet, end + 4, top + 12.6)
    sheet.text(RIGHT, top + 6.4, _version(facts), PLAIN, Side.RIGHT)
    sheet.text(RIGHT, top + 12.6, WAYS[facts.plan.kind], PLAIN, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, top + 16.6, 1.6)


def _drill(sheet: Sheet, x: float, baseline: float) -> None:
    """The one word that no sheet of a drill goes without."""
    style = Style(20, bold=True)
    sheet.frame(x, baseline - 7.2, (width(DRILL, style) + 3, 9.4), 0.7)
    sheet.text(x + 1.5, baseline, DRILL, style)


def _version(facts: ListFacts) -> str:
    return f"第 {facts.plan.version} 版  {show_date(facts.plan.dated)}"


def _meta(facts: ListFacts) -> Iterator[Block]:
    run = facts.run
    roles = run.roles if run is not None else {}
    kinds = [(REAL, run is not None and not run.is_drill), (DRILL, facts.is_drill)]
    first = [joined([box(ticked=ticked), words(text)]) for text, ticked in kinds]
    day = "" if run is None else show_date(run.started_at)
    began = "" if run is None else f"{run.started_at:%H:%M}"
    first += [joined([words("日期"), blank(27, day)]), joined([words("开始"), clock(began)])]
    label = words("记录")
    room = RIGHT - LEFT - sum(piece.width + 4.5 for piece in first) - label.width - 1.2
    first += [joined([label, blank(room, roles.get(PlanRole.RECORDER, ""))])]
    yield _line(first)
    where = "" if run is None else run.place
    rest = [_role(roles.get(role, ""), ROLES[role].zh) for role in (PlanRole.LEAD, PlanRole.SITE)]
    label = words(PLACES[facts.plan.place])
    room = RIGHT - LEFT - sum(piece.width + 4.5 for piece in rest) - label.width - 1.2
    whole = RIGHT - LEFT - label.width - 1.2
    if width(where, STRONG) <= room - 1:
        yield _line([joined([label, blank(room, where)]), *rest])
    else:
        named = joined([label, blank(whole, where)])
        yield _line([named] if named.width <= RIGHT - LEFT else [label, *broken(where, RIGHT - LEFT, STRONG)])
        yield _line(rest)
    if run is not None:
        yield _line([words(f"{run.number}  填到 {show_time(run.printed_at)}", STRONG)])


def _role(name: str, label: str) -> Piece:
    return joined([words(label), blank(28, name)])


def _line(pieces: list[Piece]) -> Block:
    sets = place(pieces, (LEFT, RIGHT), (LEFT, RIGHT))
    height = _META * (1 + max(one.line for one in sets))

    def draw(sheet: Sheet, top: float) -> None:
        for one in sets:
            one.piece.draw(sheet, one.x, top + one.line * _META + 5.4)

    return Block(height, draw)


def _numbers(sheet: Sheet, top: float, facts: ListFacts) -> None:
    """The party of the town large at the left, the numbers of the country at the right."""
    sheet.frame(LEFT, top, (RIGHT - LEFT, _PHONE), 0.6)
    if facts.phones:
        _main_number(sheet, top, facts.phones[0])
    x = LEFT + _WIDE
    for number in FIXED_NUMBERS:
        sheet.frame(x, top, (0, _PHONE), 0.35)
        sheet.text(x + 2, top + 6.2, FIXED_NAMES[number], PLAIN)
        sheet.text(x + _FIXED_WIDE - 1.8, top + 12.6, number, Style(30, bold=True), Side.RIGHT)
        x += _FIXED_WIDE


def _main_number(sheet: Sheet, top: float, phone: PhoneLine) -> None:
    room = _WIDE - 5
    name = _name(phone, room)
    sheet.text(LEFT + 2.5, top + 5.8, name, on_one_line(name, PLAIN, room))
    if phone.number:
        style = on_one_line(phone.number, Style(21, bold=True), room)
        sheet.text(LEFT + 2.5, top + 13.6, phone.number, style)
    else:
        sheet.rule(LEFT + 2.5, LEFT + _WIDE - 3, top + 13.8, 0.35)


def _name(phone: PhoneLine, room: float) -> str:
    """With who it is at this office, where there is room."""
    return phone.whole_name if width(phone.whole_name, PLAIN) <= room else phone.name


def _more_numbers(phones: tuple[PhoneLine, ...]) -> Block:
    half = (RIGHT - LEFT) / 2
    rows = (len(phones) + 1) // 2

    def draw(sheet: Sheet, top: float) -> None:
        for place_, phone in enumerate(phones):
            x, baseline = LEFT + half * (place_ % 2), top + _MORE_PHONES * (place_ // 2) + 4.6
            right = x + half - 6
            name = _name(phone, right - x - 36)
            end = sheet.text(x, baseline, name, on_one_line(name, PLAIN, right - x - 20)) + 2
            if phone.number:
                style = on_one_line(phone.number, Style(14, bold=True), right - end)
                sheet.text(end, baseline, phone.number, style)
            else:
                sheet.rule(end, right, baseline + 1.3, 0.25)

    return Block(rows * _MORE_PHONES + 0.6, draw)


def _never(facts: ListFacts) -> Block:
    room = RIGHT - LEFT - 6 - width(NEVER, _NEVER)
    text = "  ·  ".join(one.zh for one in facts.plan.never)
    lines = _filled([one.zh for one in facts.plan.never], room) if width(text, _NEVER) > room else [text]
    height = 9.4 + 6.2 * (len(lines) - 1)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.frame(LEFT, top, (RIGHT - LEFT, height), 0.9)
        x = sheet.text(LEFT + 3, top + 6.4, NEVER, _NEVER)
        for number, line in enumerate(lines):
            sheet.text(x, top + 6.4 + number * 6.2, line, _NEVER)

    return Block(height + 1.4, draw)


def _filled(parts: list[str], room: float) -> list[str]:
    """As many parts on a line as fit; a part is parted only where it is longer than a line."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}  ·  {part}" if lines[-1] else part
        if width(longer, _NEVER) <= room:
            lines[-1] = longer
        else:
            lines += wrap(part, _NEVER, room).lines
    return [line for line in lines if line]


def _ignore(_value: object) -> None:
    """A block draws; where its text ended matters to nobody."""

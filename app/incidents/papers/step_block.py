"""A step on paper: a box, its words, places for what was seen, and at the right the time and the hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.incidents.papers.blanks import Piece, Set, blank, box, broken, clock, clock_box, joined, place, words
from app.incidents.papers.list_facts import RunFilled, TimerFilled
from app.incidents.papers.list_words import CRITICAL, sections_named, timer_words
from app.incidents.plans.plan import Ask, AskKind, Option, Step, Timer
from app.incidents.running.progress import StepNow, StepState
from app.paper.blocks import Block
from app.paper.lettering import MM, Style, width
from app.paper.sheet import Sheet
from app.paper.text_fitting import wrap

LEFT, RIGHT = 15.0, 195.0
"""Between which x, in mm, everything on a list stands."""
TIME, HAND = 160.0, 178.0
"""Where the places for the time and for the hand begin."""

_TEXT, _SEEN, _END, _TIME_END = 36.5, 104.0, 157.0, 175.5
_AROUND = 4.0
_HAIR = 0.25
_CLOCK, _CLOCK_GAP = 15.2, 1.6
_STEP_BOX = 5.4
_BOLD, _NORMAL, _SMALL, _LABEL = Style(13, bold=True), Style(12.5), Style(12), Style(12, bold=True)
_SEEN_FROM, _LONG = 100.0, 150.0
_FEWEST, _MOST = 3, 6
_ROOM = {AskKind.NUMBER: 14.0, AskKind.PERSON: 30.0}


@dataclass(frozen=True, slots=True)
class Rows:
    """How high a row is, each further line in it, and the head of a section, and how wide a place for words, in mm."""

    row: float
    more: float
    section: float = 8.8
    words: float = 36.0

    def baseline(self, top: float) -> float:
        """Where the first line of a row stands."""
        return top + self.row / 2 + _SMALL.size * 0.36 / MM


WIDE_ROWS, CLOSE_ROWS, TIGHT_ROWS = Rows(9.6, 8.2), Rows(8.5, 7.6), Rows(7.4, 6.7, 7.8, 28.0)
"""Room for a pen; closer only where that saves a page."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Where an answer leads: the numeral of a section and its page by its id, and names of plans by their codes.

    A section on the page `here` is found without its number.
    """

    sections: Mapping[str, tuple[str, int]]
    plans: Mapping[str, str]
    here: int = 0


def step_block(step: Step, targets: Targets, run: RunFilled | None, rows: Rows, head: Block | None) -> Block:
    """The row of a step; `head` stands above it again where it begins a page."""
    now = run.steps[step.id] if run is not None else None
    hidden = run is not None and step.id in run.hidden
    style = _BOLD if step.critical else _NORMAL
    lines = wrap(step.text.zh, style, _END - _TEXT)
    groups = [*_asked(step, targets, now, rows), *_said(now, hidden=hidden)]
    sets = _placed(groups, _TEXT + width(lines.lines[-1], style))
    below = len(lines.lines) - 1
    height = rows.row + rows.more * (below + max((one.line for one in sets), default=0))

    def draw(sheet: Sheet, top: float) -> None:
        baseline = rows.baseline(top)
        box(ticked=_is_done(now), edge=_STEP_BOX, weight=0.5).draw(sheet, LEFT, baseline)
        _draw_crossed(sheet, baseline, crossed=hidden or _is_left_out(now))
        if step.critical:
            sheet.text(22.3, baseline, "▲", _SMALL)
            sheet.text(26.8, baseline, CRITICAL, _LABEL)
        for number, line in enumerate(lines.lines):
            sheet.text(_TEXT, baseline + number * rows.more, line, style)
        for one in sets:
            one.piece.draw(sheet, one.x, baseline + (below + one.line) * rows.more)
        _draw_hand(sheet, baseline, now)
        sheet.rule(LEFT, RIGHT, top + height, _HAIR)

    return Block(height, draw, head=head)


def timer_block(timer: Timer, filled: TimerFilled | None, rows: Rows, head: Block | None) -> Block:
    """The row of a clock: what it asks for, and framed places for its times."""
    text = timer_words(timer)
    room = RIGHT - _TEXT - width(text, _SMALL) - _AROUND
    count = min(_MOST, int(room // (_CLOCK + _CLOCK_GAP))) if timer.repeats else 1
    beside = room >= _CLOCK and count >= (_FEWEST if timer.repeats else 1)
    boxes = joined([clock_box(time) for time in _times(timer, filled, count if beside else _MOST)], _CLOCK_GAP)
    said = [words(text)] if beside else broken(text, RIGHT - _TEXT)
    below = 0 if beside else len(said)
    height = rows.row + rows.more * below

    def draw(sheet: Sheet, top: float) -> None:
        baseline = rows.baseline(top)
        sheet.text(LEFT, baseline, "计时", _LABEL)
        for number, piece in enumerate(said):
            piece.draw(sheet, _TEXT, baseline + number * rows.more)
        boxes.draw(sheet, RIGHT - boxes.width, baseline + below * rows.more)
        sheet.rule(LEFT, RIGHT, top + height, _HAIR)

    return Block(height, draw, head=head)


def _placed(groups: Sequence[Sequence[Piece]], end: float) -> list[Set]:
    """Beside the words what fits there whole, else below them, in a column of its own while all the rest fits it."""
    x = max(_SEEN, end + _AROUND)
    beside = list[Set]()
    rest = list(groups)
    while rest and (fitting := place(rest[0], (x, _END), (x, x))) and fitting[-1].line == 0 and _ends(fitting) <= _END:
        beside += fitting
        x = _ends(fitting) + _AROUND
        rest.pop(0)
    pieces = [piece for group in rest for piece in group]
    below = place(pieces, (_SEEN, RIGHT), (_SEEN, RIGHT))
    if max((one.line for one in below), default=0):
        below = place(pieces, (_TEXT, RIGHT), (_TEXT, RIGHT))
    return beside + [Set(one.piece, one.line + 1, one.x) for one in below]


def _ends(sets: Sequence[Set]) -> float:
    return sets[-1].x + sets[-1].piece.width


def _draw_crossed(sheet: Sheet, baseline: float, *, crossed: bool) -> None:
    """A stroke through the box of a step that is not to be done."""
    if crossed:
        sheet.rule(LEFT + 0.9, LEFT + _STEP_BOX - 0.9, baseline - _SMALL.size * 0.36 / MM, 0.6)


def _draw_hand(sheet: Sheet, baseline: float, now: StepNow | None) -> None:
    moment = "" if now is None or now.settled_at is None else f"{now.settled_at:%H:%M}"
    clock(moment, _TIME_END - TIME).draw(sheet, TIME, baseline)
    hand = now.by if now is not None else ""
    lines = wrap(hand, _SMALL, RIGHT - HAND).lines
    for number, line in enumerate(reversed(lines)):
        sheet.text(HAND, baseline - number * 4.4, line, _SMALL)
    sheet.rule(HAND, RIGHT, baseline + 1.3, _HAIR)


def _is_done(now: StepNow | None) -> bool:
    return now is not None and now.state in (StepState.DONE, StepState.DEVIATED)


def _is_left_out(now: StepNow | None) -> bool:
    return now is not None and now.state is StepState.NOT_APPLICABLE


def _asked(step: Step, targets: Targets, now: StepNow | None, rows: Rows) -> Iterator[list[Piece]]:
    """What was seen, each ask by itself."""
    answers = now.answers if now is not None else {}
    for ask in step.asks:
        answer = answers.get(ask.id, "")
        choice = ask.kind is AskKind.CHOICE
        yield list(_choice(step, ask, targets, answer) if choice else _value(ask, answer, rows))


def _value(ask: Ask, answer: str, rows: Rows) -> Iterator[Piece]:
    label = words(ask.text.zh)
    if ask.kind is AskKind.TIME:
        yield joined([label, clock_box(answer)])
    elif width(answer, _BOLD) > _LONG / 2:
        yield from broken(f"{ask.text.zh}：{answer}", _LONG, _LABEL)
    else:
        unit = [words(ask.unit.zh)] if ask.unit is not None else []
        yield joined([label, blank(_ROOM.get(ask.kind, rows.words), answer), *unit])


def _choice(step: Step, ask: Ask, targets: Targets, answer: str) -> Iterator[Piece]:
    label = [words(ask.text.zh, _LABEL)]
    for option in ask.options:
        text = option.text.zh + _leads_to(step, ask, option, targets)
        for number, piece in enumerate(broken(text, _LONG - width(ask.text.zh, _SMALL) - 10)):
            yield joined([*label, box(ticked=answer == option.id), piece]) if number == 0 else piece
        label = []


def _leads_to(step: Step, ask: Ask, option: Option, targets: Targets) -> str:
    """` → 二（第 2 页）`, ` → 三至六（第 2 页）`, ` → 另做《火警》`."""
    pages = [branch.page for branch in step.opens if branch.ask == ask.id and option.id in branch.answers]
    plans = [link.plan for link in step.starts if link.ask == ask.id and option.id in link.answers]
    sections = [targets.sections[page] for page in dict.fromkeys(pages)]
    at = f"（第 {sections[0][1]} 页）" if sections and sections[0][1] != targets.here else ""
    parts = [f" → {sections_named([name for name, _ in sections])}{at}"] if sections else []
    parts += [f" → 另做《{targets.plans.get(plan, plan)}》" for plan in plans]
    return "".join(parts)


def _said(now: StepNow | None, *, hidden: bool) -> Iterator[list[Piece]]:
    """What the log says of a step that was not simply done."""
    if hidden:
        yield broken("按前面的回答，这一步不用做", _LONG)
    if now is None:
        return
    if now.state is StepState.DEVIATED:
        yield broken(f"做法不同：{now.words}", _LONG, _LABEL)
    elif now.state is StepState.NOT_APPLICABLE:
        yield broken(f"不适用：{now.words}", _LONG, _LABEL)
    elif now.state is StepState.LATER:
        yield [words("稍后做", _LABEL)]


def _times(timer: Timer, filled: TimerFilled | None, count: int) -> list[str]:
    if not timer.repeats:
        return [f"{filled.due_at:%H:%M}" if filled is not None and filled.due_at is not None else ""]
    answered = [] if filled is None else [f"{moment:%H:%M}" for moment in filled.answered[-count:]]
    return answered + [""] * (count - len(answered))

"""应急检查单, A4: one plan as a list to work by hand, on one sheet or on as many as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.show import show_date
from app.incidents.papers.list_facts import ListFacts
from app.incidents.papers.list_head import LATER, draw_later_head, first_head
from app.incidents.papers.list_words import DRILL, TITLE, numeral
from app.incidents.papers.step_block import (
    CLOSE_ROWS,
    HAND,
    LEFT,
    RIGHT,
    TIGHT_ROWS,
    TIME,
    WIDE_ROWS,
    Rows,
    Targets,
    step_block,
    timer_block,
)
from app.incidents.plans.plan import Page
from app.paper.blocks import Block, BlockPage, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in, width
from app.paper.pages import page_words
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

_TOP, _FLOOR, _FOOT = 10.5, 282.0, 288.0
_ONLY = 6.2
_ROUNDS = 4
_BESIDE = 4.0
_SMALL = Style(12)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where the pages of a list stand: the first one's number, and how many there are in all (None: only these)."""

    first: int = 1
    whole: int | None = None


def plan_list_pdf(facts: ListFacts) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    name = list_title(facts)
    with Sheet(A4, title=name, author=facts.office.company) as sheet:
        draw_list(sheet, facts, list_pages(facts))
        return sheet.finish()


def list_title(facts: ListFacts) -> str:
    """`电梯困人 应急检查单`, of an incident with its number."""
    run = facts.run
    parts = (facts.plan.name.zh, TITLE, *(() if run is None else (run.number,)))
    return " ".join((*parts, DRILL) if facts.is_drill else parts)


def list_pages(facts: ListFacts, first: int = 1) -> list[BlockPage]:
    """The pages of a list whose first one has the number `first`.

    Each answer says on which page it goes on, and those words take room themselves: laid out until it holds.
    """
    pages = _laid_out(facts, first, WIDE_ROWS)
    for rows in (CLOSE_ROWS, TIGHT_ROWS):
        closer = _laid_out(facts, first, rows) if len(pages) > 1 else pages
        pages = closer if len(closer) < len(pages) else pages
    return pages


def _laid_out(facts: ListFacts, first: int, rows: Rows) -> list[BlockPage]:
    where: Mapping[str, int] = {page.id: first for page in facts.plan.pages}
    pages: list[BlockPage] = []
    for _ in range(_ROUNDS):
        parts = list(_sections(facts, where, rows))
        pages = _paginated(facts, parts)
        found = {part.page: first + _page_of(pages, part.head) for part in parts}
        if found == where:
            break
        where = found
    return pages


def draw_list(sheet: Sheet, facts: ListFacts, pages: Sequence[BlockPage], numbered: Numbered | None = None) -> None:
    """Draw its pages, beginning on the page where the sheet stands."""
    count = numbered or Numbered(1, len(pages))
    whole = count.whole or len(pages)
    for place, page in enumerate(pages):
        if place:
            sheet.next_page()
            draw_later_head(sheet, _TOP, facts)
        page.draw(sheet, _TOP + LATER if place else _TOP)
        _foot(sheet, facts, count.first + place, whole)


def missing_glyphs(facts: ListFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    plan, run = facts.plan, facts.run
    said = [plan.name.zh, facts.office.service_centre, *(phone.name for phone in facts.phones)]
    said += [step.text.zh for step in plan.steps()]
    if run is not None:
        said += [run.place, *run.roles.values()]
        said += [text for one in run.steps.values() for text in (one.by, one.words, *one.answers.values())]
    return missing_in(*dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class _Section:
    """A pause point: the page's id, its head, and its rows."""

    page: str
    head: Block
    rows: tuple[Block, ...]


def _sections(facts: ListFacts, where: Mapping[str, int], rows: Rows) -> Iterator[_Section]:
    plan = facts.plan
    numerals = {page.id: numeral(place) for place, page in enumerate(plan.pages, start=1)}
    targets = Targets({page: (numerals[page], where[page]) for page in numerals}, facts.plans)
    for place, page in enumerate(plan.pages):
        again = _head(numerals[page.id], page, rows, again=True)
        here = where[page.id] if rows is TIGHT_ROWS else 0
        context = _Around(facts, replace(targets, here=here), rows, again)
        blocks = tuple(context.blocks(page, begins=place == 0))
        yield _Section(page.id, _head(numerals[page.id], page, rows, holds=len(blocks)), blocks)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the rows of a section are made with."""

    facts: ListFacts
    targets: Targets
    rows: Rows
    again: Block

    def blocks(self, page: Page, *, begins: bool) -> Iterator[Block]:
        """The steps in their order, each with the clocks that it starts; those of the section come last."""
        for step in page.steps:
            yield step_block(step, self.targets, self.facts.run, self.rows, self.again)
            yield from self._timers(step.id)
        yield from self._timers(page.id)
        if begins:
            yield from self._timers("")

    def _timers(self, starts: str) -> Iterator[Block]:
        filled = self.facts.run.timers if self.facts.run is not None else {}
        for timer in self.facts.plan.timers:
            if timer.starts == starts:
                yield timer_block(timer, filled.get(timer.id), self.rows, self.again)


def _head(number: str, page: Page, rows: Rows, *, holds: int = 0, again: bool = False) -> Block:
    """Beside its title, else below it, when a section is only to be done after an answer."""
    title = f"{page.title.zh}（续）" if again else page.title.zh
    on_answer = page.opened_by_answer and not again
    style = on_one_line(title, Style(14, bold=True), TIME - LEFT - 10, 12)
    beside = "“→”指到才做" if on_answer and rows is TIGHT_ROWS else ""
    if LEFT + 8 + width(title, style) + _BESIDE + width(beside, _SMALL) > TIME:
        beside = ""
    only = "“→”指到这一节才做；没有指到，跳过。" if on_answer and not beside else ""
    height = rows.section + (_ONLY if only else 0)
    baseline = rows.section - 1.9 if rows is TIGHT_ROWS else rows.section - 2.2

    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, RIGHT, top + 0.6, 0.9)
        sheet.text(LEFT, top + baseline, number, Style(14, bold=True))
        end = sheet.text(LEFT + 8, top + baseline, title, style)
        sheet.text(end + _BESIDE, top + baseline, beside, _SMALL)
        sheet.text(TIME + 7.75, top + baseline, "时间", _SMALL, Side.MIDDLE)
        sheet.text(HAND, top + baseline, "经手", _SMALL)
        if only:
            sheet.text(LEFT + 8, top + rows.section + 3.6, only, _SMALL)
        sheet.rule(LEFT, RIGHT, top + height, 0.35)

    return Block(height, draw, holds=holds)


def _paginated(facts: ListFacts, parts: Sequence[_Section]) -> list[BlockPage]:
    """Broken at pause points, unless that takes a sheet more or leaves half of one white."""
    heads, first, later = list(first_head(facts)), _FLOOR - _TOP, _FLOOR - _TOP - LATER
    whole = paginate([*heads, *(block for part in parts for block in (part.head, *part.rows))], first, later)
    loose = [block for part in parts for block in (_loosened(part.head), *part.rows)]
    close = paginate([*heads, *loose], first, later)
    white = any(sum(block.height for block in page.blocks) < later / 2 for page in whole[:-1])
    if len(close) >= len(whole) and not white:
        return whole
    return [BlockPage(tuple(_known(block, parts) for block in page.blocks)) for page in close]


def _loosened(head: Block) -> Block:
    return Block(head.height, head.draw, holds=min(head.holds, 2), head=head.head)


def _known(block: Block, parts: Sequence[_Section]) -> Block:
    """The head of a section as the section knows it, so that its page is found."""
    return next((part.head for part in parts if part.head.draw is block.draw), block)


def _page_of(pages: Sequence[BlockPage], head: Block) -> int:
    return next(number for number, page in enumerate(pages) if any(block.draw is head.draw for block in page.blocks))


def _foot(sheet: Sheet, facts: ListFacts, number: int, whole: int) -> None:
    sheet.text(LEFT, _FOOT, facts.office.service_centre, on_one_line(facts.office.service_centre, _SMALL, 72, 8))
    if facts.approved is None:
        end = sheet.text(92, _FOOT, "批准", _SMALL)
        sheet.rule(end + 1, 138, _FOOT + 1.2, 0.25)
    else:
        text = f"批准 {facts.approved.by}  {show_date(facts.approved.on)}"
        sheet.text(92, _FOOT, text, on_one_line(text, _SMALL, 60, 8))
    sheet.text(RIGHT, _FOOT, page_words(number, whole), _SMALL, Side.RIGHT)

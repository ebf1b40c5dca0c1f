"""收款收据 on a thermal roll: every part below the last one, the paper as long as its content."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.show import show_money, show_time
from app.counter.papers.receipt_layouts import RollLayout
from app.counter.papers.receipt_words import FADES, TITLE, arithmetic, copy_line, marks, paid_rows
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, ReceiptLine, Undone
from app.paper.amount_in_words import amount_in_words
from app.paper.blocks import Block
from app.paper.lettering import Style, width
from app.paper.profiles import PaperProfile
from app.paper.qr import QUIET_MODULES, modules
from app.paper.roll import (
    baseline,
    beside,
    dashes,
    line_height,
    pair,
    prose,
    roll_pdf,
    rule,
    space,
    spaced,
    stack,
    text,
)
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import SMALLEST, on_one_line

_MARK_PADDING = 1.2  # mm between the mark of a copy and its frame


def draw_roll(
    facts: ReceiptFacts, profile: PaperProfile, layout: RollLayout, copy: CopyMark | None, *, voided: Undone
) -> bytes:
    """The receipt as one long page. Raises TextDoesNotFit."""
    parts = _Roll(facts, profile, layout).parts(copy, marks(copy, voided=voided))
    return roll_pdf(profile, list(parts), title=f"{TITLE} {facts.label}", author=facts.company)


class _Roll:
    def __init__(self, facts: ReceiptFacts, profile: PaperProfile, layout: RollLayout) -> None:
        self._facts = facts
        self._paper = profile
        self._layout = layout
        self._left, self._right = layout.left, layout.right
        self._room = layout.right - layout.left
        self._middle = (layout.left + layout.right) / 2

    def parts(self, copy: CopyMark | None, marked: list[str]) -> Iterator[Block]:
        yield from self._head(marked)
        yield self._heavy()
        yield from self._home()
        yield self._heavy()
        yield from self._lines()
        yield self._heavy()
        yield from self._total()
        yield self._heavy()
        yield from self._paid()
        yield self._heavy()
        yield from self._foot(copy)

    def _head(self, marked: list[str]) -> Iterator[Block]:
        facts, layout = self._facts, self._layout
        yield text(self._middle, facts.company, layout.company, self._room, Side.MIDDLE)
        yield text(self._middle, facts.service_centre, layout.centre, self._room, Side.MIDDLE)
        yield space(1.5)
        yield spaced(self._middle, TITLE, layout.title, layout.spacing)
        for mark in marked:
            yield self._mark(mark)
        yield space(1)

    def _mark(self, mark: str) -> Block:
        style = on_one_line(mark, self._layout.mark, self._room - 2 * _MARK_PADDING)
        half, tall = width(mark, style) / 2 + _MARK_PADDING, line_height(style) + _MARK_PADDING

        def draw(sheet: Sheet, top: float) -> None:
            sheet.frame(self._middle - half, top + 1, (2 * half, tall), self._paper.weights.mark)
            sheet.text(self._middle, baseline(top + 1 + _MARK_PADDING / 2, style), mark, style, Side.MIDDLE)

        return Block(tall + 2, draw)

    def _home(self) -> Iterator[Block]:
        facts, layout = self._facts, self._layout
        yield self._pair((facts.label, layout.number), (show_time(facts.issued_at), layout.date))
        yield space(1)
        yield self._pair((facts.unit, layout.unit), (facts.payer, layout.payer))
        if facts.area:
            yield text(self._left, f"建筑面积 {facts.area}", layout.area, self._room)

    def _lines(self) -> Iterator[Block]:
        for number, line in enumerate(self._facts.lines):
            if number:
                yield dashes(self._left, self._right, self._paper.weights.row or self._paper.weights.frame)
            yield stack(*self._line(line))

    def _line(self, line: ReceiptLine) -> Iterator[Block]:
        layout = self._layout
        yield self._pair((line.item, layout.item), (show_money(line.amount), layout.amount))
        for words in (line.period, *self._arithmetic(line)):
            if words:
                yield text(self._left, words, layout.detail, self._room)

    def _arithmetic(self, line: ReceiptLine) -> list[str]:
        """Quantity and price on one line where they fit, else the price below: no unit is torn apart."""
        together = arithmetic(line)
        fits = width(together, self._layout.detail.at(SMALLEST)) <= self._room
        return [together] if fits or not line.unit_price else [line.quantity, f"× {line.unit_price}"]

    def _total(self) -> Iterator[Block]:
        facts, layout = self._facts, self._layout
        yield self._pair(("合计", layout.total_label), (show_money(facts.total, sign=True), layout.total))
        words = amount_in_words(facts.total)
        for part in self._in_words(words):
            fitting = on_one_line(part, layout.words, self._room, layout.smallest_words)
            yield text(self._left, part, fitting, self._room)

    def _in_words(self, words: str) -> list[str]:
        """On one line; only where the roll is too narrow for it, parted behind the ten thousands."""
        if width(words, self._layout.words.at(self._layout.smallest_words)) <= self._room:
            return [words]
        first, parting, rest = words.partition("万")
        return [first + parting, rest]

    def _paid(self) -> Iterator[Block]:
        facts, layout = self._facts, self._layout
        for row in paid_rows(facts):
            style = layout.change if row.is_change else layout.paid
            yield self._pair((row.label, style), (show_money(row.amount), style))
        yield self._pair((f"收款人 {facts.cashier}", layout.paid), (f"班次 {facts.shift}", layout.paid))

    def _foot(self, copy: CopyMark | None) -> Iterator[Block]:
        facts, layout = self._facts, self._layout
        edge, quiet = modules(facts.code) * self._paper.module, QUIET_MODULES * self._paper.module
        aside = self._left + edge + quiet
        check = text(aside, f"校验 {facts.check}", layout.check, self._right - aside)
        notes = (aside, self._right - aside) if layout.code_beside else (self._left, self._room)
        said = [prose(notes[0], note, layout.note, notes[1]) for note in facts.notes]
        yield space(quiet - 1.2)
        code = Block(edge, lambda sheet, top: sheet.code(self._left, top, facts.code))
        if layout.code_beside:
            yield beside(code, stack(check, *said))
            yield space(quiet)
        else:
            yield beside(code, stack(space(edge / 2 - check.height / 2), check))
            yield space(quiet)
            yield from said
            yield space(1)
        if copy is not None:
            line = copy_line(copy)
            yield text(self._middle, line, layout.check, self._room, Side.MIDDLE)
        yield text(self._middle, FADES, layout.note, self._room, Side.MIDDLE)

    def _pair(self, first: tuple[str, Style], second: tuple[str, Style]) -> Block:
        return pair(self._left, self._right, first, second)

    def _heavy(self) -> Block:
        return rule(self._left, self._right, self._paper.weights.heavy)

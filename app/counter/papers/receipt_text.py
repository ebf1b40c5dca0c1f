"""收款收据 in a thermal printer's own letters: the same facts as on any other paper, as ESC/POS bytes."""

from __future__ import annotations

from app.core.show import show_money, show_time
from app.counter.papers.cash_moved import moves_cash
from app.counter.papers.receipt_words import FADES, TITLE, copy_line, marks, paid_rows
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, Undone
from app.paper.amount_in_words import amount_in_words
from app.paper.escpos import EscPos, rare_in
from app.paper.lettering import MissingGlyph
from app.paper.profiles import ROLL_58, ROLL_80, PaperProfile
from app.paper.sheet import Side

COLUMNS = {ROLL_80: 48, ROLL_58: 32}
"""Half-width characters on a line."""


def receipt_bytes(
    facts: ReceiptFacts,
    roll: PaperProfile,
    copy: CopyMark | None = None,
    *,
    voided: Undone = False,
    has_drawer: bool = False,
) -> bytes:
    """The receipt for a printer that takes ESC/POS; with `has_drawer` an original with cash in it opens the drawer."""
    made = EscPos(COLUMNS[roll])
    _head(made, facts, marks(copy, voided=voided))
    for number, line in enumerate(facts.lines):
        made.rule("-" if number else "=")
        made.pair(line.item, show_money(line.amount), bold=True)
        for words in (line.period, *_arithmetic(line.quantity, line.unit_price)):
            if words:
                made.line(words)
    _total(made, facts)
    _foot(made, facts, copy)
    if has_drawer and copy is None and not voided and moves_cash(facts):
        made.pulse()
    return made.cut().finish()


def rare_letters(facts: ReceiptFacts) -> tuple[MissingGlyph, ...]:
    """Characters that the printer's own font may lack: warn of them before printing."""
    lines = (text for line in facts.lines for text in (line.item, line.period, line.quantity, line.unit_price))
    return rare_in(facts.company, facts.service_centre, facts.unit, facts.payer, facts.cashier, *lines)


def _head(made: EscPos, facts: ReceiptFacts, marked: list[str]) -> None:
    made.line(facts.company, bold=True, side=Side.MIDDLE).line(facts.service_centre, side=Side.MIDDLE)
    made.line(TITLE, bold=True, large=True, side=Side.MIDDLE)
    for mark in marked:
        made.line(f"【{mark}】", bold=True, side=Side.MIDDLE)
    made.rule("=").pair(facts.label, show_time(facts.issued_at))
    made.line(facts.unit, bold=True, large=True).line(facts.payer, bold=True)
    if facts.area:
        made.line(f"建筑面积 {facts.area}")


def _arithmetic(quantity: str, unit_price: str) -> tuple[str, ...]:
    return (quantity, f"× {unit_price}") if quantity and unit_price else (quantity or unit_price,)


def _total(made: EscPos, facts: ReceiptFacts) -> None:
    made.rule("=").pair("合计", show_money(facts.total, sign=True), bold=True, large=True)
    made.line(amount_in_words(facts.total), bold=True).rule("=")
    for row in paid_rows(facts):
        made.pair(row.label, show_money(row.amount), bold=row.is_change)
    made.pair(f"收款人 {facts.cashier}", f"班次 {facts.shift}").rule("=")


def _foot(made: EscPos, facts: ReceiptFacts, copy: CopyMark | None) -> None:
    made.code(facts.code).line(f"校验 {facts.check}", bold=True, side=Side.MIDDLE)
    for note in facts.notes:
        made.line(note)
    if copy is not None:
        made.line(copy_line(copy), bold=True)
    made.line(FADES, side=Side.MIDDLE)

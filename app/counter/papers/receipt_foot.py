"""The foot of a receipt: how it was paid, who took it, the code, the notes and the place for the stamp."""

from __future__ import annotations

from app.core.show import show_money
from app.counter.papers.form_sheet import FormSheet
from app.counter.papers.receipt_layouts import FootLayout, ReceiptLayout
from app.counter.papers.receipt_words import copy_line
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts
from app.paper.flow import Field, Placed, flow
from app.paper.lettering import MM
from app.paper.pages import page_words
from app.paper.text_fitting import fit, on_one_line

_SECOND_LINE = 3.4  # mm between two lines of payment methods
_SIGN_GAP = 0.9


def draw_foot(sheet: FormSheet, facts: ReceiptFacts, layout: ReceiptLayout, copy: CopyMark | None) -> None:
    """Draw everything below the total, once, on the last page."""
    foot = layout.foot
    _paid(sheet, facts, layout)
    _people(sheet, facts, foot)
    sheet.code(*foot.code, facts.code)
    sheet.label(foot.stamp.x, foot.stamp.y, "收款单位（盖章）", foot.stamp.style)
    _notes(sheet, facts, foot)
    sheet.value(foot.check.x, foot.check.y, f"校验 {facts.check}", foot.check.style)
    if copy is not None:
        _copy_line(sheet, copy, foot)


def draw_page_number(sheet: FormSheet, foot: FootLayout, number: int, count: int) -> None:
    """第 n 页 共 m 页, on papers of one page too."""
    sheet.value(foot.page.x, foot.page.y, page_words(number, count), foot.page.style, foot.page.side)


def _paid(sheet: FormSheet, facts: ReceiptFacts, layout: ReceiptLayout) -> None:
    foot = layout.foot
    placed = flow(_paid_fields(facts, layout), foot.paid.style.size, foot.paid_lines)
    first = foot.paid.y - (_SECOND_LINE / 2 if placed[-1].line else 0)
    for field in placed:
        _field(sheet, field, first + field.line * _SECOND_LINE)


def _paid_fields(facts: ReceiptFacts, layout: ReceiptLayout) -> list[Field]:
    foot = layout.foot
    paid = [f"{tender.method} {show_money(tender.amount)}" for tender in facts.tenders]
    fields = [Field("".join(paid[:1]), label="付款方式  ")] + [Field(f"+ {each}", gap=1) for each in paid[1:]]
    if facts.gives_change:
        fields.append(Field(show_money(facts.received, sign=True), label="实收 ", at=foot.received_at))
        fields.append(Field(show_money(facts.change, sign=True), label="找零 ", at=foot.change_at, bold=True))
    ends_at = layout.right if foot.credit_at is None else None
    credit = show_money(facts.credit_after, sign=True)
    return [*fields, Field(credit, label="预存余额 ", at=foot.credit_at, ends_at=ends_at)]


def _people(sheet: FormSheet, facts: ReceiptFacts, foot: FootLayout) -> None:
    fields = [Field(facts.cashier, label="收款人  "), Field(facts.shift, label="班次  ", at=foot.shift_at)]
    end = 0.0
    for field in flow(fields, foot.cashier.style.size, (foot.cashier_line,)):
        end = _field(sheet, field, foot.cashier.y)
    on_this_line = foot.sign.y == foot.cashier.y
    start = max(foot.sign.x, end + 4) if on_this_line else foot.sign.x
    label_end = sheet.label(start, foot.sign.y, "交款人签字", foot.sign.style)
    line = foot.sign.y + foot.sign_drop
    sheet.rule(max(foot.sign_line[0], label_end + _SIGN_GAP), foot.sign_line[1], line, sheet.weights.frame)


def _notes(sheet: FormSheet, facts: ReceiptFacts, foot: FootLayout) -> None:
    fitted = fit("  ".join(facts.notes), foot.note.style, foot.note_room, most_lines=2)
    sheet.labels(foot.note.x, foot.note.y - (len(fitted.lines) - 1) * fitted.lead / MM / 2, fitted)
    if foot.plies is not None and facts.plies:
        room = foot.page.x - foot.plies.x - 25
        sheet.label(foot.plies.x, foot.plies.y, facts.plies, on_one_line(facts.plies, foot.plies.style, room))


def _copy_line(sheet: FormSheet, copy: CopyMark, foot: FootLayout) -> None:
    line = copy_line(copy)
    sheet.value(foot.copy.x, foot.copy.y, line, on_one_line(line, foot.copy.style, foot.copy_room))


def _field(sheet: FormSheet, field: Placed, baseline: float) -> float:
    after = sheet.label(field.x, baseline, field.label, field.style)
    return sheet.value(after, baseline, field.text, field.style)

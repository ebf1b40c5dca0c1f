"""How a charge or a late fee came about, in the words of the person at the screen."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from app.core.language import mark, tr
from app.core.money import Money
from app.core.periods import Period
from app.core.rounding import Rounding, exact_yuan
from app.core.show import show_date, show_days, show_money
from app.fees.explained_readings import read_spans
from app.fees.explanation import Explanation, exact_of, lines_of, mandates_of, modifiers_of
from app.fees.formulas import PricedLine, least_of
from app.fees.late_fees.late_fee import LateFee
from app.fees.mandate import Mandate
from app.fees.opening.explained import OPENING, opening_words
from app.fees.repair_explained import REPAIR_LINE, RepairLine
from app.fees.shared.explained import SHARED, shared_facts
from app.fees.shared.words import share_words
from app.fees.words.figure_words import days_words, months_words, show_exact, show_month_count, show_rate
from app.fees.words.line_words import line_words
from app.fees.words.price_words import price_words
from app.fees.words.reading_words import reading_words

__all__ = [
    "charge_words",
    "days_words",
    "late_fee_words",
    "mandate_line",
    "mandate_words",
    "months_words",
    "price_words",
    "show_exact",
    "show_month_count",
    "show_rate",
]

_ROUNDED = {
    (Rounding.HALF_UP, 1): mark("rounded half up to the fen"),
    (Rounding.UP, 1): mark("rounded up to the fen"),
    (Rounding.DOWN, 1): mark("rounded down to the fen"),
    (Rounding.HALF_UP, 10): mark("rounded half up to the jiao"),
    (Rounding.UP, 10): mark("rounded up to the jiao"),
    (Rounding.DOWN, 10): mark("rounded down to the jiao"),
    (Rounding.HALF_UP, 100): mark("rounded half up to the yuan"),
    (Rounding.UP, 100): mark("rounded up to the yuan"),
    (Rounding.DOWN, 100): mark("rounded down to the yuan"),
}


def charge_words(explain: Explanation, amount: Money) -> list[str]:
    """How the amount came about: the readings, a line for each price that was valid; typed amounts say so."""
    if explain["kind"] == SHARED:
        return share_words(shared_facts(explain), amount)
    if explain["kind"] == OPENING:
        return opening_words(explain)
    if explain["kind"] == REPAIR_LINE:
        return [_repair_words(RepairLine.from_facts(explain))]
    if explain["kind"] != "computed":
        return [tr("typed by hand")]
    lines, modifiers = lines_of(explain), modifiers_of(explain)
    charged = Period(lines[0].period.first, lines[-1].period.until)
    readings = [reading_words(span, charged) for span in read_spans(explain.get("readings", ()))]
    closing, mandates = _closing(explain, amount), [mandate_line(one) for one in mandates_of(explain)]
    if len(lines) == 1:
        return [
            *readings,
            f"{line_words(lines[0], modifiers)} = {show_exact(lines[0].exact(modifiers))}{closing}",
            *mandates,
        ]
    each = [f"{_days(line)}: {line_words(line, modifiers)} = {show_exact(line.exact(modifiers))}" for line in lines]
    together = show_exact(sum((line.exact(modifiers) for line in lines), Fraction(0)))
    return [*readings, *each, tr("together {exact}").format(exact=together) + closing, *mandates]


def _repair_words(repair: RepairLine) -> str:
    return tr("ticket {number}: {quantity} × {price} = {amount}").format(
        number=repair.ticket,
        quantity=repair.quantity_words,
        price=repair.price_words,
        amount=show_money(repair.amount),
    )


def late_fee_words(fee: LateFee) -> str:
    """How the late fee came about: principal × rate × days, the cap, and what was taken before."""
    if not fee.lines:
        return tr("no late fee up to {day}").format(day=show_date(fee.day)) + _paused_words(fee)
    spans = " + ".join(
        tr("{balance} yuan × {days}").format(balance=show_money(line.balance), days=days_words(line.days))
        for line in fee.lines
    )
    spans = f"({spans})" if len(fee.lines) > 1 else spans
    days = f"{show_date(fee.due_on)} → {show_date(fee.due_on + timedelta(days=fee.days + fee.paused_days))}"
    words = tr("{spans} × {rate} a day ({days}) = {exact}").format(
        spans=spans, rate=show_rate(fee.terms.daily_rate), days=days + _paused_words(fee), exact=show_exact(fee.exact)
    )
    if fee.capped:
        words += tr(", at most {most}").format(most=show_money(fee.most))
    elif (fee.exact * 100).denominator != 1:
        words += tr(", {note}").format(note=tr(_ROUNDED[Rounding.HALF_UP, 1]))
    if fee.already:
        words += tr(", less {already} before").format(already=show_money(fee.already))
    return words + (tr("; {mandate}").format(mandate=mandate_line(fee.terms.mandate)) if fee.terms.mandate else "")


def mandate_line(mandate: Mandate) -> str:
    """`by mandate: 业主大会决议 2026 年第 3 号, 2026-03-10`."""
    return tr("by mandate: {mandate}").format(mandate=mandate_words(mandate))


def mandate_words(mandate: Mandate) -> str:
    """The document in the office's words, and its day."""
    return tr("{document}, {day}").format(document=mandate.words, day=show_date(mandate.day))


def _paused_words(fee: LateFee) -> str:
    """The days that a pause took out, if any."""
    return tr(", {days} paused").format(days=days_words(fee.paused_days)) if fee.paused else ""


def _closing(explain: Explanation, amount: Money) -> str:
    """The least that is charged, where the tariff says one, and how it was rounded, where it had to be."""
    exact, lines = exact_of(explain), lines_of(explain)
    least = least_of(lines)
    words = ""
    if least:
        words = tr(", at least {minimum}").format(minimum=show_exact(least))
    if exact != exact_yuan(amount):
        words += _rounded(explain)
    return words


def _days(line: PricedLine) -> str:
    return show_days(line.period.first, line.period.until)


def _rounded(explain: Explanation) -> str:
    words = tr(_ROUNDED[Rounding(explain["rounding"]), explain["rounding_unit_fen"]])
    return tr(", {note}").format(note=words)

"""Quantity and unit price of a charge as a receipt prints them: Chinese always, as papers are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.core.money import Money
from app.core.show import show_decimal, show_money
from app.fees.explained_readings import read_spans
from app.fees.explanation import Explanation, lines_of, modifiers_of
from app.fees.formulas import PricedLine
from app.fees.opening.explained import OPENING, readings_of
from app.fees.repair_explained import REPAIR_LINE, RepairLine
from app.fees.shared.explained import SHARED, shared_facts
from app.fees.shared.words import share_columns
from app.fees.words.figure_words import show_exact, show_month_count, show_rate
from app.fees.words.metered_columns import metered_quantity, paper_unit

_HAN = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class PaperColumns:
    """The two columns between the period and the amount."""

    quantity: str
    unit_price: str


def paper_columns(explain: Explanation) -> PaperColumns:
    """`89.50 ㎡ × 3 个月` and `1.85 元/㎡·月`; `496.73 元 × 141 天` and `每日万分之五`; empty for typed amounts.

    A repair has those of its line: `2 个` and `35.00 元/个`.
    """
    if explain["kind"] == REPAIR_LINE:
        repair = RepairLine.from_facts(explain)
        return PaperColumns(repair.quantity_words, repair.price_words)
    if explain["kind"] == "late_fee":
        return _late_fee_columns(explain)
    if explain["kind"] == SHARED:
        return PaperColumns(*share_columns(shared_facts(explain)))
    if explain["kind"] == OPENING:
        return PaperColumns(_taken_over(explain), "")
    if explain["kind"] != "computed":
        return PaperColumns("", "")
    lines, modifiers = lines_of(explain), modifiers_of(explain)
    if "readings" in explain:
        quantity = metered_quantity(lines, read_spans(explain["readings"]))
    else:
        quantity = _quantity([(line, line.factor(modifiers)) for line in lines])
    return PaperColumns(quantity, _unit_price(lines))


def columns_together(explains: Sequence[Explanation]) -> PaperColumns:
    """The columns of charges for months that follow one another, on one line: `89.50 ㎡ × 12 个月`."""
    lines = [(line, line.factor(modifiers_of(one))) for one in explains for line in lines_of(one)]
    return PaperColumns(_quantity(lines), _unit_price([line for line, _ in lines]))


def counts_months(explain: Explanation) -> bool:
    """Whether a charge was computed by months, so that it can stand on one line with the ones after it."""
    return explain["kind"] == "computed" and "readings" not in explain


def rate_in_words(rate: Decimal) -> str:
    """A daily rate as a contract writes it: `每日万分之五`, `每日千分之二`; else `每日 0.045%`."""
    for name, parts in (("千分之", 1000), ("万分之", 10000)):
        count = rate * parts
        if count == int(count) and 1 <= count <= 99:
            return f"每日{name}{_han(int(count))}"
    return f"每日 {show_rate(rate)}"


def _late_fee_columns(explain: Explanation) -> PaperColumns:
    spans = (f"{show_money(Money(line['balance']))} 元 × {line['days']} 天" for line in explain["lines"])
    return PaperColumns(" + ".join(spans), rate_in_words(Decimal(explain["daily_rate"])))


def _taken_over(explain: Explanation) -> str:
    readings = readings_of(explain)
    if readings is None:
        return "期初欠费"
    before, now = (show_decimal(one, 0) for one in readings)
    return f"起 {before} 止 {now}"


def _quantity(lines: Sequence[tuple[PricedLine, Fraction]]) -> str:
    """Months summed where area and factors are one; else each span by itself."""
    if len({(line.area, factor) for line, factor in lines}) > 1:
        return " + ".join(_quantity([each]) for each in lines)
    months = f"{show_month_count(sum((line.months for line, _ in lines), Fraction(0)))} 个月"
    line, factor = lines[0]
    words = months if line.area is None else f"{show_decimal(line.area)} ㎡ × {months}"
    return words if factor == 1 else f"{words} × {show_exact(factor)}"


def _unit_price(lines: Sequence[PricedLine]) -> str:
    words = "、".join(dict.fromkeys(_price(line) for line in lines))
    last = lines[-1]
    if last.surcharge:
        words += f" + {show_decimal(last.surcharge)} 元/月"
    return words + (f"，最低 {show_decimal(last.minimum)} 元/月" if last.minimum else "")


def _price(line: PricedLine) -> str:
    """The price after escalation; of tiers those that were reached; of an expression what it gave."""
    if line.usage is not None:
        unit = f"元/{paper_unit(line.meter_kind)}"
    else:
        unit = "元/月" if line.area is None else "元/㎡·月"
    if line.expression:
        return f"{show_exact(line.expression_value())} {unit}"
    prices = [part.price for part in line.parts] if line.tiers else [line.price]
    return f"{'/'.join(show_exact(Fraction(price) * line.growth) for price in prices)} {unit}"


def _han(count: int) -> str:
    """1 to 99 in Chinese figures: 五, 十, 十五, 二十五."""
    tens, ones = divmod(count, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_HAN[tens]}十")
    return head + (_HAN[ones] if ones else "")

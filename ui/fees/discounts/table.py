"""The office's discount rules as a table: what each gives, on which days, and where it stands today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.ids import FeeItemId
from app.core.language import tr
from app.core.show import show_date, show_days
from app.fees.adjustments.discount_rule import DiscountRule
from app.fees.adjustments.discount_words import given_words, months_at_once
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class DiscountLine:
    """A rule with the name of its fee item, and where it stands today: -1 over, 0 valid, 1 to come."""

    rule: DiscountRule
    item: str
    standing: int


class DiscountTable(TableView[DiscountLine]):
    """The newest rule first; what is over is quiet."""

    def __init__(self) -> None:
        super().__init__(tr("Discounts"), _columns(), key=lambda line: line.rule.id, look=_look)

    def show_rules(self, rules: Sequence[DiscountRule], items: Mapping[FeeItemId, str], today: date) -> None:
        """Show these rules."""
        self.show_rows([DiscountLine(rule, items.get(rule.item_id, ""), _standing(rule, today)) for rule in rules])


def days_words(rule: DiscountRule) -> str:
    """`2026-11-01 – 2026-12-31`, or from when on."""
    if rule.until is None:
        return tr("from {day}").format(day=show_date(rule.first))
    return show_days(rule.first, rule.until) if rule.until > rule.first else tr("never applied")


def _standing(rule: DiscountRule, today: date) -> int:
    if rule.is_valid_on(today):
        return 0
    return 1 if today < rule.first and (rule.until is None or rule.until > rule.first) else -1


def _look(line: DiscountLine) -> RowLook:
    return RowLook(quiet=line.standing < 0)


def _columns() -> list[Column[DiscountLine]]:
    return [
        Column(tr("Discount"), lambda line: line.rule.name, bold=True, stretch=True),
        Column(tr("Fee item"), lambda line: line.item),
        Column(tr("Paid at once"), lambda line: months_at_once(line.rule)),
        Column(tr("Gives"), lambda line: given_words(line.rule)),
        Column(tr("Only if"), _condition, tone=Tone.INK2, dash=True),
        Column(tr("Valid"), lambda line: days_words(line.rule), tone=Tone.INK2),
        Column(tr("State"), _state, Kind.STATE),
    ]


def _condition(line: DiscountLine) -> str | None:
    return tr("no arrears") if line.rule.only_without_arrears else None


def _state(line: DiscountLine) -> State:
    if line.standing > 0:
        return State(tr("to come"), "clock-3", Mood.ACCENT)
    return State(tr("valid"), "circle-check", Mood.OK) if line.standing == 0 else State(tr("over"), "", Mood.MUTE)

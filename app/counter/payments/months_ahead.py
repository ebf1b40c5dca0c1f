"""Months paid ahead stand on a receipt as one line for each item, with the days from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.money import Money, total
from app.fees.charges import OpenCharge
from app.fees.words.paper_words import counts_months, paper_columns


@dataclass(frozen=True, slots=True)
class Paid:
    """A charge on a receipt and what was paid on it, before a discount, in fen."""

    charge: OpenCharge
    amount: Money

    def is_ahead(self, day: date) -> bool:
        """Whether whole months were paid before they are due on `day`."""
        one = self.charge
        return one.due_on > day and self.amount == one.amount and one.until is not None and counts_months(one.explain)


def together(paid: Sequence[Paid], day: date) -> list[list[Paid]]:
    """What stands on one line each, in the order of the first of each line.

    Charges of one item at one price that follow one another without a gap are one line; all others stand alone.
    """
    lines: list[list[Paid]] = []
    growing: dict[object, list[Paid]] = {}
    for one in paid:
        if not one.is_ahead(day):
            lines.append([one])
            continue
        key = (one.charge.unit_id, one.charge.item_id, one.charge.name, paper_columns(one.charge.explain).unit_price)
        line = growing.get(key)
        if line is not None and line[-1].charge.until == one.charge.first:
            line.append(one)
        else:
            growing[key] = [one]
            lines.append(growing[key])
    return lines


def amount_of(line: Sequence[Paid]) -> Money:
    """What was paid on a line."""
    return total(one.amount for one in line)

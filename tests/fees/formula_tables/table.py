"""Reads a table of charges: cells between bars; a line without a case goes on with the case above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from app.fees.billing_plan import Assigned, BillableUnit
from app.fees.handover import HandoverMonth
from app.fees.terms import Anchor, TariffTerms
from tests.fees.charging import FROM_DAY, changed, d, laid

Line = dict[str, str]


@dataclass(frozen=True)
class Row:
    """A case with its lines; `lies` are words and what follows them: from, until, every, own, new, handover."""

    name: str
    lies: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def until(self) -> str:
        """Where the last of its charges ends."""
        return next(line["charged"] for line in reversed(self.lines) if line["charged"]).split()[1]

    def said(self, word: str) -> str | None:
        """What stands behind a word, if it is there."""
        return self.lies[self.lies.index(word) + 1] if word in self.lies else None


def rows_of(table: str) -> list[Row]:
    """The rows of a table whose first line names its columns; the first two are the case and how its tariff lies."""
    head, *body = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    lines = [dict(zip(head, cells, strict=True)) for cells in body]
    case, lies = head[:2]
    begins = [place for place, line in enumerate(lines) if line[case]]
    ends = [*begins[1:], len(lines)]
    return [
        Row(lines[first][case], tuple(lines[first][lies].split()), tuple(lines[first:until]))
        for first, until in zip(begins, ends, strict=True)
    ]


def laid_as(row: Row, unit: BillableUnit, before: TariffTerms, after: TariffTerms) -> Assigned:
    """The tariff on a unit as a row says it lies, with its next price from the day behind `new`."""
    anchor = Anchor.OWN if "own" in row.lies else Anchor.CALENDAR
    one, other = (replace(each, cycle_months=int(row.said("every") or 1), anchor=anchor) for each in (before, after))
    new, handover, first = row.said("new"), row.said("handover"), row.said("from")
    assert first is not None
    unit = replace(unit, handover=None if handover is None else d(handover))
    return laid(one if new is None else changed(one, new, other), first, row.said("until"), unit=unit)


def rule_of(row: Row) -> HandoverMonth:
    """Who pays the month of the handover: the word behind its day."""
    return HandoverMonth(row.lies[row.lies.index("handover") + 2]) if "handover" in row.lies else FROM_DAY


def rounded(by_hand: str) -> Fraction:
    """Arithmetic as it is written down, in yuan, half up to the fen."""
    exact = eval(re.sub(r"[0-9.]+", r"Fraction('\g<0>')", by_hand.replace("×", "*")))
    return Fraction(int(exact * 100 + Fraction(1, 2)), 100)

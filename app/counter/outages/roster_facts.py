"""What an arrears roster (欠费名册) prints: a staff paper, by building, as of one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.core.money import Money, total
from app.core.show import show_months

MOST_SINGLE = 6
"""So many charges of a household stand line by line; of more, those that follow on each other are one line."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line of a household: what for, principal and late fee in fen; `charges` of which months are together."""

    item: str
    first: date | None
    until: date | None
    principal: Money
    late_fee: Money
    charges: int = 1

    @property
    def period(self) -> str:
        """Its months as printed; empty where the charge has none."""
        return "" if self.first is None or self.until is None else show_months(self.first, self.until)

    @property
    def words(self) -> str:
        """Item and period."""
        together = f"（{self.charges} 笔）" if self.charges > 1 else ""
        return f"{self.item}  {self.period}{together}".strip()

    def follows(self, before: RosterLine) -> bool:
        """Whether it goes on where another line of the same item ends."""
        return self.item == before.item and self.first is not None and self.first == before.until

    def after(self, before: RosterLine) -> RosterLine:
        """Both as one line."""
        return RosterLine(
            self.item,
            before.first,
            self.until,
            before.principal + self.principal,
            before.late_fee + self.late_fee,
            before.charges + self.charges,
        )


@dataclass(frozen=True, slots=True)
class Household:
    """One unit with what it owes; `payer` as printed, `tail` the last four digits of a telephone."""

    unit: str
    payer: str
    tail: str
    lines: tuple[RosterLine, ...]

    @property
    def principal(self) -> Money:
        """What is owed without late fees."""
        return total(line.principal for line in self.lines)

    @property
    def late_fee(self) -> Money:
        """Late fees as of the roster's day."""
        return total(line.late_fee for line in self.lines)

    @property
    def owed(self) -> Money:
        """Both together."""
        return self.principal + self.late_fee

    @property
    def charges(self) -> int:
        """How many charges that are."""
        return sum(line.charges for line in self.lines)


@dataclass(frozen=True, slots=True)
class BuildingRoster:
    """All households of a building that owe something, in building order."""

    building: str
    households: tuple[Household, ...]

    @property
    def owed(self) -> Money:
        """What the building owes."""
        return total(one.owed for one in self.households)


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """The whole roster: `label` is its number of issue, `printed_at` and `printed_by` stand at the foot."""

    label: str
    day: date
    printed_at: datetime
    printed_by: str
    company: str
    buildings: tuple[BuildingRoster, ...]

    @property
    def households(self) -> int:
        """How many households are on it."""
        return sum(len(one.households) for one in self.buildings)

    @property
    def owed(self) -> Money:
        """What all of them owe."""
        return total(one.owed for one in self.buildings)


def in_few_lines(lines: Sequence[RosterLine]) -> tuple[RosterLine, ...]:
    """The lines as printed: one a charge, or months of an item together where there are many."""
    if len(lines) <= MOST_SINGLE:
        return tuple(lines)
    in_order = sorted(lines, key=lambda line: (line.item, line.first or date.min))
    met: list[RosterLine] = []
    for line in in_order:
        if met and line.follows(met[-1]):
            met[-1] = line.after(met[-1])
        else:
            met.append(line)
    return tuple(sorted(met, key=lambda line: (line.first or date.min, line.item)))

"""What a shift came to, as its papers print it: copied when the shift closes, and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Self

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money, total
from app.counter.cash.denominations import CashCount
from app.counter.methods import Method
from app.counter.shifts.book_ends import BookEnds
from app.counter.shifts.comparison import MethodClose
from app.counter.shifts.item_takings import ItemTakings
from app.counter.shifts.shift_papers import ShiftPapers


@dataclass(frozen=True, slots=True)
class CashClose:
    """The drawer at its close, in fen: `put_in` is positive, `taken_out` and `banked` are negative.

    `kept` stays as the next float, `handed_over` goes to the safe or the bank; without a count all three are nothing.
    """

    opening_float: Money
    put_in: Money
    taken_out: Money
    banked: Money
    count: CashCount | None = None
    first_count: Money = NOTHING
    rounds: int = 0
    kept: Money = NOTHING
    handed_over: Money = NOTHING
    to_bank: bool = False


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """Everything that an X or Z report says; `no` is 0 and `code` empty on an X report, which has no number.

    `ends` are missing there, and on reports from before they were kept.
    """

    company: str
    service_centre: str
    no: int
    shift: ShiftId
    cashier: str
    drawer: str
    day: date
    opened_at: datetime
    closed_at: datetime
    closed_by: str
    methods: tuple[MethodClose, ...]
    items: tuple[ItemTakings, ...]
    papers: ShiftPapers
    cash: CashClose
    approver: str
    carried: int
    later: int
    total_before: Money
    code: str
    ends: BookEnds | None = None

    @property
    def label(self) -> str:
        """The number as printed."""
        return z_label(self.no)

    @property
    def net(self) -> Money:
        """What the shift brought by all methods, what was given back taken off."""
        return total(line.taken + line.returned for line in self.methods)

    @property
    def grand_total(self) -> Money:
        """What all shifts brought since the first Z report."""
        return self.total_before + self.net

    @property
    def awaiting(self) -> Money:
        """References that did not arrive yet, altogether; `later` is how many those are."""
        return total(line.awaiting for line in self.methods)

    def hiding_cash(self) -> Self:
        """The same with nothing from which the cash that should be in the drawer could be told."""
        return replace(self, methods=tuple(line for line in self.methods if not line.method.is_cash), items=())

    def to_facts(self) -> dict[str, Any]:
        """A document for the database: texts, whole fen, ISO times."""
        plain: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        plain |= {name: plain[name].isoformat() for name in ("day", "opened_at", "closed_at")}
        plain["methods"] = [_plain(line) for line in self.methods]
        plain["items"] = [_plain(line) for line in self.items]
        plain["papers"] = self.papers.to_facts()
        plain["cash"] = _plain(self.cash)
        plain["total_before"] = self.total_before.fen
        plain["ends"] = None if self.ends is None else self.ends.to_facts()
        return plain

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The report as it was made."""
        known = dict(facts)
        known["day"] = date.fromisoformat(known["day"])
        known |= {name: datetime.fromisoformat(known[name]) for name in ("opened_at", "closed_at")}
        known["methods"] = tuple(_method(line) for line in known["methods"])
        known["items"] = tuple(_item(line) for line in known["items"])
        known["papers"] = ShiftPapers.from_facts(known["papers"])
        known["cash"] = _cash(known["cash"])
        known["total_before"] = Money(known["total_before"])
        known["ends"] = BookEnds(**known["ends"]) if known.get("ends") else None
        return cls(**known)


def z_label(number: int) -> str:
    """How a Z report's number is printed; an X report has none."""
    return f"Z-{number:06d}" if number else ""


def _plain(one: MethodClose | ItemTakings | CashClose) -> dict[str, Any]:
    return {field.name: _stored(getattr(one, field.name)) for field in fields(one)}


def _stored(value: object) -> object:
    if isinstance(value, Money):
        return value.fen
    return value.to_facts() if isinstance(value, CashCount) else value


def _method(stored: Mapping[str, Any]) -> MethodClose:
    counted = None if stored["counted"] is None else Money(stored["counted"])
    amounts = {name: Money(stored[name]) for name in ("taken", "returned", "expected", "awaiting")}
    return MethodClose(**dict(stored) | amounts | {"method": Method(stored["method"]), "counted": counted})


def _item(stored: Mapping[str, Any]) -> ItemTakings:
    return ItemTakings(**dict(stored) | {name: Money(stored[name]) for name in ("taken", "returned")})


def _cash(stored: Mapping[str, Any]) -> CashClose:
    amounts = ("opening_float", "put_in", "taken_out", "banked", "first_count", "kept", "handed_over")
    count = None if stored["count"] is None else CashCount.from_facts(stored["count"])
    return CashClose(**dict(stored) | {name: Money(stored[name]) for name in amounts} | {"count": count})

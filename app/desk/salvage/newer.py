"""What a damaged database knows that the backup does not: one line for each thing to be entered again. Plain facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from app.core.language import language, mark
from app.core.money import Money
from app.counter.books.numbering import label_of


class LineKind(StrEnum):
    """What a line tells."""

    RECEIPT = "receipt"
    VOID = "void"
    REFUND = "refund"
    SHIFT_OPENED = "shift_opened"
    SHIFT_CLOSED = "shift_closed"
    CASH = "cash"
    TICKET = "ticket"
    INCIDENT = "incident"
    INCIDENT_LINE = "incident_line"


LINE_NAMES = {
    LineKind.RECEIPT: mark("receipt"),
    LineKind.VOID: mark("receipt taken back"),
    LineKind.REFUND: mark("refund"),
    LineKind.SHIFT_OPENED: mark("shift opened"),
    LineKind.SHIFT_CLOSED: mark("shift closed"),
    LineKind.CASH: mark("cash moved"),
    LineKind.TICKET: mark("ticket"),
    LineKind.INCIDENT: mark("incident"),
    LineKind.INCIDENT_LINE: mark("line of an incident"),
}


@dataclass(frozen=True, slots=True)
class NewerLine:
    """One thing: its number, room or place, amount in fen, when and by whom, and in `what` what else is needed.

    `what_en` is the same in English where the program's own words stand in it.
    """

    kind: LineKind
    number: str
    room: str
    amount: Money | None
    at: datetime
    by: str
    what: str = ""
    method: str = ""
    what_en: str = ""

    def telling(self, zh: str, en: str) -> Self:
        """The line with these words of the program."""
        return replace(self, what=zh, what_en=en)

    @property
    def more(self) -> str:
        """What else is needed, in the person's language."""
        return self.what_en if self.what_en and language() == "en" else self.what

    @property
    def name(self) -> str:
        """The same for no other line of a list."""
        return f"{self.kind} {self.number} {self.at.isoformat()} {self.what}"

    def to_facts(self) -> dict[str, object]:
        """As it is kept in the database."""
        return {
            "kind": self.kind.value,
            "number": self.number,
            "room": self.room,
            "fen": None if self.amount is None else self.amount.fen,
            "at": self.at.isoformat(),
            "by": self.by,
            "what": self.what,
            "method": self.method,
            "what_en": self.what_en,
        }

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was kept."""
        fen = facts["fen"]
        return cls(
            LineKind(facts["kind"]),
            facts["number"],
            facts["room"],
            None if fen is None else Money(fen),
            datetime.fromisoformat(facts["at"]),
            facts["by"],
            facts["what"],
            facts["method"],
            facts.get("what_en", ""),
        )


@dataclass(frozen=True, slots=True)
class Newer:
    """All that is newer; `missing` are numbers of receipts known to have been issued that cannot be read any more.

    `others` counts new rows of other kinds by the words for them; `unread` names the tables that broke the reading.
    `lost` is how many entries of the journal were confirmed and can neither be read here nor stand in the backup.
    """

    lines: tuple[NewerLine, ...]
    missing: tuple[str, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    unread: tuple[str, ...] = ()
    lost: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the backup holds all that is known."""
        return not (self.lines or self.missing or self.others or self.lost)

    def of(self, *kinds: LineKind) -> tuple[NewerLine, ...]:
        """The lines of these kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)


def missing_labels(prefix: str, first: int, numbers: Collection[int], known_last: int) -> tuple[str, ...]:
    """The labels from `first` to the highest number known that nothing was read of."""
    last = max(known_last, *numbers, first - 1)
    return tuple(label_of(prefix, number) for number in range(first, last + 1) if number not in numbers)


def number_in(label: str, prefix: str) -> int:
    """The number that a label of this prefix carries; 0 for any other text."""
    rest = label.removeprefix(prefix)
    return int(rest) if rest != label and rest.isascii() and rest.isdecimal() and len(rest) <= 8 else 0

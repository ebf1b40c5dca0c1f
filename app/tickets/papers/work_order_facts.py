"""What a work order says, copied when it is issued; the paper and every copy of it are drawn from this alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from app.core.money import Money


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Material or labour as printed; `amount` in fen is what is paid, `free` the word where nothing is."""

    name: str
    quantity: str
    price: str
    amount: Money
    free: str

    def to_facts(self) -> dict[str, Any]:
        """A document for the database."""
        said = {"name": self.name, "quantity": self.quantity, "price": self.price, "free": self.free}
        return said | {"fen": self.amount.fen}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        return cls(facts["name"], facts["quantity"], facts["price"], Money(facts["fen"]), facts["free"])


@dataclass(frozen=True, slots=True)
class WorkOrderFacts:
    """Texts as printed; empty where nothing is known yet and a pen fills it in. `code` are the twenty digits."""

    company: str
    service_centre: str
    telephone: str
    number: str
    kind: str
    is_repair: bool
    where: str
    appointment: str
    name: str
    phone: str
    problem: str
    hint: str
    reported: str
    contact_by: str
    finish_by: str
    given_to: str
    lines: tuple[PaperLine, ...]
    code: str

    def to_facts(self) -> dict[str, Any]:
        """A document for the database."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return plain | {"lines": [line.to_facts() for line in self.lines]}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        return cls(**dict(facts) | {"lines": tuple(PaperLine.from_facts(line) for line in facts["lines"])})

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that people typed: what may hold a character that the face lacks."""
        typed = (self.company, self.service_centre, self.where, self.name, self.problem, self.hint, self.given_to)
        return (*typed, *(line.name for line in self.lines), *(line.quantity for line in self.lines))

"""How the charge of a repair explains itself: so much of a thing or of time at a price, on a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Self

from app.core.money import Money
from app.core.rounding import round_to_fen
from app.core.show import show_decimal

REPAIR_LINE = "repair"
"""The kind of the explanation."""


@dataclass(frozen=True, slots=True)
class RepairLine:
    """A quantity of a unit (个, 小时; may be empty) at a price in yuan, and the number of the ticket."""

    ticket: str
    quantity: Decimal
    unit_name: str
    price: Decimal

    def to_facts(self) -> dict[str, Any]:
        """A document for the database."""
        exact = {"quantity": str(self.quantity), "price": str(self.price)}
        return {"kind": REPAIR_LINE, "ticket": self.ticket, "unit": self.unit_name, **exact}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        return cls(facts["ticket"], Decimal(facts["quantity"]), facts["unit"], Decimal(facts["price"]))

    @property
    def amount(self) -> Money:
        """The amount computed again."""
        return round_to_fen(Fraction(self.quantity) * Fraction(self.price))

    @property
    def quantity_words(self) -> str:
        """`2 个`."""
        return f"{show_decimal(self.quantity, 0)} {self.unit_name}".rstrip()

    @property
    def price_words(self) -> str:
        """`35.00 元/个`."""
        return f"{show_decimal(self.price)} 元" + (f"/{self.unit_name}" if self.unit_name else "")

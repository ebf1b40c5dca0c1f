"""Whose money a fee item is: the office's own, or held for others."""

from __future__ import annotations

from enum import StrEnum


class MoneyOf(StrEnum):
    """Held money credits a liability, never revenue, and bears surcharge, minimum and late fee only by a mandate.

    A deposit is held for its payer until it is given back; it is typed at the counter and no tariff charges it.
    """

    OWN = "own"
    OWNERS = "owners"
    SUPPLIER = "supplier"
    DEPOSIT = "deposit"

    @property
    def held(self) -> bool:
        """Whether the office only passes it on."""
        return self is not MoneyOf.OWN

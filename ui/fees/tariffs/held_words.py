"""What has to be known beside each field about money that is held for others."""

from __future__ import annotations

from app.core.language import mark
from app.fees.money_of import MoneyOf

WHOSE_CARE: dict[MoneyOf, str] = {
    MoneyOf.OWN: mark("Becomes revenue of the office"),
    MoneyOf.OWNERS: mark("Never income: it normally goes to the fund's bank account; additions only by a mandate"),
    MoneyOf.SUPPLIER: mark("Passed on at cost, no handling fee; surcharge, minimum or late fee only by a mandate"),
    MoneyOf.DEPOSIT: mark("Taken at the counter and given back against its receipt; no tariff, never a late fee"),
}
MANDATE_CARE: dict[MoneyOf, str] = {
    MoneyOf.OWNERS: mark("Document or resolution, with its number, by which this is added"),
    MoneyOf.SUPPLIER: mark("The supplier's document, with its number: only its own additions, never a handling fee"),
}
SURCHARGE_CARE: dict[MoneyOf, str] = {
    MoneyOf.OWN: mark("Yuan a month on top; empty: none"),
    MoneyOf.OWNERS: mark("Yuan a month on top, only by a mandate; empty: none"),
    MoneyOf.SUPPLIER: mark("Only the supplier's own, by a mandate: a handling fee of the office is not allowed"),
}
MINIMUM_CARE: dict[MoneyOf, str] = {
    MoneyOf.OWN: mark("Yuan a month, whatever the formula gives; empty: none"),
    MoneyOf.OWNERS: mark("Yuan a month, only by a mandate; empty: none"),
    MoneyOf.SUPPLIER: mark("Yuan a month, only the supplier's own, by a mandate; empty: none"),
}
LATE_FEE_CARE: dict[MoneyOf, str] = {
    MoneyOf.OWN: mark("Empty: none. Else the contract's rate with its sign: 0.5‰, 0.05%, 万分之五"),
    MoneyOf.OWNERS: mark("Empty: none. Only by a mandate; it is held for the owners, too: 0.5‰, 万分之五"),
    MoneyOf.SUPPLIER: mark("Empty: none. Only by a mandate; it is held for the supplier, too: 0.5‰, 万分之五"),
}

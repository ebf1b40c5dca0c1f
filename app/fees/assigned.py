"""A tariff on a unit as the billing plan sees it: versions, modifiers, readings, and what was charged so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.core.ids import MeterId
from app.core.money import Money
from app.fees.formulas import Areas
from app.fees.terms import UNCHANGED, Modifiers, TariffTerms
from app.fees.usage import UnitUsage


class Readiness(StrEnum):
    """Whether a unit's state lets its owner be charged."""

    READY = "ready"
    UNSOLD = "unsold"
    WAITS_FOR_HANDOVER = "waits_for_handover"


@dataclass(frozen=True, slots=True)
class ValidTerms:
    """One version of a tariff and the days on which it is valid; `until` None means until further notice."""

    first: date
    until: date | None
    terms: TariffTerms


@dataclass(frozen=True, slots=True)
class BillableUnit:
    """What billing needs to know of a unit; `floor` and `headcount` only for expressions that name them."""

    areas: Areas
    handover: date | None = None
    readiness: Readiness = Readiness.READY
    floor: int | None = None
    headcount: int | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A factor granted for the days `[first, until)`; `until` None means until further notice."""

    first: date
    until: date | None
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Assigned:
    """One tariff on one unit, what has been charged by it, and what was paid before the office began.

    `charged_from` and `charged_until` span its charges that are not cancelled; `last_first` and `last_amount` are the
    first day and the amount of the newest of them; `paid_until` is the imported 已缴至. A metered tariff measures by
    one meter: `intervals` are the unit's usages between its readings, the earliest first.
    """

    unit: BillableUnit
    versions: Sequence[ValidTerms]
    first: date
    until: date | None = None
    modifiers: Modifiers = UNCHANGED
    paid_until: date | None = None
    charged_from: date | None = None
    charged_until: date | None = None
    meter_id: MeterId | None = None
    intervals: tuple[UnitUsage, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    last_first: date | None = None
    last_amount: Money | None = None

    @property
    def is_metered(self) -> bool:
        """Whether it charges usage between readings; the versions of a tariff are all metered or none is."""
        return self.versions[-1].terms.formula.is_metered

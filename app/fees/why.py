"""Why there is no bill: for any unit and fee item, each tariff on it with what stands in the way, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.fees.skip_reason import SkipReason


@dataclass(frozen=True, slots=True)
class WhyNoBill:
    """One answer; reason None: nothing stands in the way, the next run charges from `day` on.

    `tariff` is empty where none lies on the unit. `day` is when it begins (NOT_BEGUN), ended (ENDED), up to when all
    is billed (BILLED_ALREADY), or since when a reading is waited for (NO_READING). `about` names a variable or figure.
    """

    reason: SkipReason | None
    tariff: str = ""
    day: date | None = None
    about: str = ""

"""What a demo estate is to be: how large, how old, from which seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import Refusal

LEAST_UNITS, MOST_UNITS = 12, 20_000


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """The same plan invents the same estate; the history ends at `now`."""

    units: int
    months: int
    seed: int
    now: datetime


class FolderHoldsOffice(Refusal):
    """A demo estate is built in an empty folder only."""

    folder: str

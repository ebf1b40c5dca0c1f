"""What is not taken as a person, a loss or a photo of an incident."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class NobodyTold(Refusal):
    """Neither a name nor how somebody is."""


@dataclass(eq=False)
class NoLossTold(Refusal):
    """What was damaged or lost is said in words."""


@dataclass(eq=False)
class LossNegative(Refusal):
    """A loss is an amount of nothing or more."""


@dataclass(eq=False)
class TooManyIncidentPhotos(Refusal):
    """One incident keeps so many photos at most."""

    most: int

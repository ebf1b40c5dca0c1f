"""What is not taken as a person, a loss or a photo of an incident."""

from __future__ import annotations

from app.core.errors import Refusal


class NobodyTold(Refusal):
    """Neither a name nor how somebody is."""


class NoLossTold(Refusal):
    """What was damaged or lost is said in words."""


class LossNegative(Refusal):
    """A loss is an amount of nothing or more."""


class TooManyIncidentPhotos(Refusal):
    """One incident keeps so many photos at most."""

    most: int

"""The papers that the office prints on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.paper import rules
from app.paper.rules import RuleWeights


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges in millimetres that a printer does not reach, or that are torn off."""

    left: float
    top: float
    right: float
    bottom: float


_SHEET = Margins(5, 5, 5, 5)
_FORM = Margins(17.7, 5, 17.7, 5)  # strips of half an inch are torn off; what stands closer to them tears with them


@dataclass(frozen=True, slots=True)
class PaperProfile:
    """A paper by its size in millimetres, the rules its printer can draw, and the edge the QR modules need.

    A `roll` is cut where its content ends: its height here is only a start.
    """

    name: str
    width: float
    height: float
    weights: RuleWeights
    module: float
    continuous: bool = False
    margins: Margins = _SHEET
    roll: bool = False

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height

    def as_long_as(self, height: float) -> PaperProfile:
        """A roll cut at this height."""
        return replace(self, height=height)


THIRD_FORM = PaperProfile("241x93", 241.0, 11 * 25.4 / 3, rules.PIN, module=0.706, continuous=True, margins=_FORM)
"""Continuous form, a third of eleven inches: five dots a module at 180 dpi."""

HALF_FORM = PaperProfile("241x140", 241.0, 11 * 25.4 / 2, rules.PIN, module=0.706, continuous=True, margins=_FORM)
"""Continuous form, half of eleven inches."""

A5_LANDSCAPE = PaperProfile("A5", 210.0, 148.0, rules.LASER, module=0.75)

A4_LANDSCAPE = PaperProfile("A4-landscape", 297.0, 210.0, rules.LASER, module=0.75)
A4 = PaperProfile("A4", 210.0, 297.0, rules.LASER, module=0.75)
A3 = PaperProfile("A3", 297.0, 420.0, rules.LASER, module=0.75)

ROLL_80 = PaperProfile("80mm", 80.0, 160.0, rules.THERMAL, 0.875, margins=Margins(4, 3, 4, 3), roll=True)
"""Thermal roll: 576 dots of 72 mm are printed, seven of them a module."""

ROLL_58 = PaperProfile("58mm", 58.0, 160.0, rules.THERMAL, 0.875, margins=Margins(5, 3, 5, 3), roll=True)
"""Thermal roll: 384 dots of 48 mm are printed."""

PROFILES = {profile.name: profile for profile in (A5_LANDSCAPE, THIRD_FORM, HALF_FORM, A4, ROLL_80, ROLL_58)}
"""Every receipt paper by the name that settings keep."""

"""The papers that the office prints on."""

from __future__ import annotations

from dataclasses import dataclass

from app.paper import rules
from app.paper.rules import RuleWeights


@dataclass(frozen=True, slots=True)
class PaperProfile:
    """A paper by its size in millimetres, the rules its printer can draw, and the edge the QR modules need."""

    name: str
    width: float
    height: float
    weights: RuleWeights
    module: float
    continuous: bool = False

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height


THIRD_FORM = PaperProfile("241x93", 241.0, 11 * 25.4 / 3, rules.PIN, module=0.706, continuous=True)
"""Continuous form, a third of eleven inches: five dots a module at 180 dpi."""

A5_LANDSCAPE = PaperProfile("A5", 210.0, 148.0, rules.LASER, module=0.75)

A4 = PaperProfile("A4", 210.0, 297.0, rules.LASER, module=0.75)
A3 = PaperProfile("A3", 297.0, 420.0, rules.LASER, module=0.75)

PROFILES = {profile.name: profile for profile in (A5_LANDSCAPE, THIRD_FORM)}
"""Every receipt paper by the name that settings keep."""

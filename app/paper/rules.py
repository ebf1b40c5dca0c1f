"""Weights of ruled lines, in millimetres, by what prints them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleWeights:
    """`heavy` closes a head and frames the total, `frame` frames a table, `row` parts rows (None: not ruled)."""

    heavy: float
    frame: float
    row: float | None
    mark: float


LASER = RuleWeights(heavy=0.7, frame=0.35, row=0.2, mark=0.6)
PIN = RuleWeights(heavy=0.7, frame=0.4, row=None, mark=0.6)  # nothing thinner than a pin strikes
THERMAL = RuleWeights(heavy=0.7, frame=0.35, row=0.3, mark=0.6)

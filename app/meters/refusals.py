"""What is refused of meters and their readings."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class UnknownMeterKind(Refusal):
    """A word for what a meter measures that is not understood; `known` are those that are."""

    text: str
    known: tuple[str, ...]

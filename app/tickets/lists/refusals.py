"""What lists of tickets refuse."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class ViewNeedsName(Refusal):
    """A view is saved under a name."""


@dataclass(eq=False)
class ListTooLong(Refusal):
    """A list with more rows than anybody reads on paper is narrowed first."""

    rows: int
    most: int

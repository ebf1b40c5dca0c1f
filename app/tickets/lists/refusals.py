"""What lists of tickets refuse."""

from __future__ import annotations

from app.core.errors import Refusal


class ViewNeedsName(Refusal):
    """A view is saved under a name."""


class ListTooLong(Refusal):
    """A list with more rows than anybody reads on paper is narrowed first."""

    rows: int
    most: int

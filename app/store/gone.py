"""What a step is about may be gone: another window took an import back, or a person's data were removed."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from app.core.errors import Refusal


class GoneMeanwhile(Refusal):
    """A unit, a person or something else that was chosen is not there any more; nothing was written."""


def points_at_nothing(error: Exception) -> bool:
    """Whether a row was to point at one that is not there; to remove a row that others point at is our own bug."""
    removing = isinstance(error, DBAPIError) and (error.statement or "").lstrip().upper().startswith("DELETE")
    return "FOREIGN KEY constraint failed" in str(error) and not removing

"""What the catalogue of tickets refuses."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal


class CategoryNeedsName(Refusal):
    """A category without a name."""


class CategoryExists(Refusal):
    """A category of this name stands at the same place of the tree, offered or not."""

    name: str


class CategoryInUse(Refusal):
    """A category that tickets name, or that has others under it, is not removed."""

    name: str
    tickets: int
    below: int


class CategoryUnderItself(Refusal):
    """A category cannot come under itself or under what is below it."""

    name: str
    under: str


class CategoryNotOffered(Refusal):
    """A ticket is not given a category that is no longer offered."""

    name: str


class LettersUnreadable(Refusal):
    """Letters for the search are plain letters and figures, several readings parted by blanks."""

    text: str


class TeamNeedsName(Refusal):
    """A team without a name."""


class TeamExists(Refusal):
    """A team of this name is there, offered or not."""

    name: str


class TeamHasWorkers(Refusal):
    """A team is given up once nobody is in it."""

    name: str
    workers: int


class WorkerNeedsName(Refusal):
    """A worker without a name."""


class WorkerExists(Refusal):
    """Somebody of this name and telephone works here."""

    name: str


class WorkerLeft(Refusal):
    """Whoever left is given no work after their last day."""

    name: str
    left_on: date


class WorkerHasTickets(Refusal):
    """Whoever leaves hands over the work in hand first."""

    name: str
    tickets: int

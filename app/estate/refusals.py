"""What the estate's book refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.errors import Refusal


@dataclass(eq=False)
class NotAUnitCode(Refusal):
    """The text names no building and room in any spelling understood."""

    text: str


@dataclass(eq=False)
class UnknownWord(Refusal):
    """A kind, state or role in a word that is not understood; `known` are the words that are."""

    text: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NotAPhone(Refusal):
    """The text is neither a mobile nor a landline number."""

    text: str


@dataclass(eq=False)
class NotAPlate(Refusal):
    """The text is no number plate."""

    text: str


@dataclass(eq=False)
class NameNeeded(Refusal):
    """A person, building or estate without a name."""


@dataclass(eq=False)
class NotInitials(Refusal):
    """Initials are plain letters, several readings parted by blanks."""

    text: str


@dataclass(eq=False)
class UnitExists(Refusal):
    """A unit with this code is already in the book."""

    code: str


@dataclass(eq=False)
class UnknownUnit(Refusal):
    """No unit in the book has this code."""

    code: str


@dataclass(eq=False)
class UnknownPlate(Refusal):
    """No unit in the book has this number plate."""

    number: str


@dataclass(eq=False)
class PlateOfSeveral(Refusal):
    """Several units have this number plate, so that it names none; `units` are their codes."""

    number: str
    units: tuple[str, ...]


@dataclass(eq=False)
class EstateExists(Refusal):
    """An estate of this name is already there."""

    name: str


@dataclass(eq=False)
class AreaNeeded(Refusal):
    """A home, shop or office without building area cannot be billed by area."""

    code: str


@dataclass(eq=False)
class EndsBeforeItBegins(Refusal):
    """An occupancy would end on or before its first day."""

    since: date
    until: date


@dataclass(eq=False)
class AlreadyEnded(Refusal):
    """The occupancy has already ended."""

    name: str


@dataclass(eq=False)
class PersonForgotten(Refusal):
    """Name and telephones of this person were removed; somebody new is entered anew."""


@dataclass(eq=False)
class NoEstate(Refusal):
    """There is no estate yet that a unit could belong to."""


@dataclass(eq=False)
class PhoneWithoutName(Refusal):
    """A row gives a telephone but no name that it belongs to."""

    number: str


@dataclass(eq=False)
class PlaceNameNeeded(Refusal):
    """A public place without a name."""


@dataclass(eq=False)
class PlaceExists(Refusal):
    """The building, or the estate, has a public place of this name."""

    name: str

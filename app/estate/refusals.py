"""What the estate's book refuses."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal


class NotAUnitCode(Refusal):
    """The text names no building and room in any spelling understood."""

    text: str


class UnknownWord(Refusal):
    """A kind, state or role in a word that is not understood; `known` are the words that are."""

    text: str
    known: tuple[str, ...]


class NotAPhone(Refusal):
    """The text is neither a mobile nor a landline number."""

    text: str


class NotAPlate(Refusal):
    """The text is no number plate."""

    text: str


class NameNeeded(Refusal):
    """A person, building or estate without a name."""


class NotInitials(Refusal):
    """Initials are plain letters, several readings parted by blanks."""

    text: str


class UnitExists(Refusal):
    """A unit with this code is already in the book."""

    code: str


class UnknownUnit(Refusal):
    """No unit in the book has this code."""

    code: str


class UnknownPlate(Refusal):
    """No unit in the book has this number plate."""

    number: str


class PlateOfSeveral(Refusal):
    """Several units have this number plate, so that it names none; `units` are their codes."""

    number: str
    units: tuple[str, ...]


class EstateExists(Refusal):
    """An estate of this name is already there."""

    name: str


class AreaNeeded(Refusal):
    """A home, shop or office without building area cannot be billed by area."""

    code: str


class EndsBeforeItBegins(Refusal):
    """An occupancy would end on or before its first day."""

    since: date
    until: date


class AlreadyEnded(Refusal):
    """The occupancy has already ended."""

    name: str


class PersonForgotten(Refusal):
    """Name and telephones of this person were removed; somebody new is entered anew."""


class NoEstate(Refusal):
    """There is no estate yet that a unit could belong to."""


class PhoneWithoutName(Refusal):
    """A row gives a telephone but no name that it belongs to."""

    number: str


class PlaceNameNeeded(Refusal):
    """A public place without a name."""


class PlaceExists(Refusal):
    """The building, or the estate, has a public place of this name."""

    name: str

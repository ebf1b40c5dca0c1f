"""Where it is: buildings, public places and units that fit what is typed; anything that is typed is a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from app.core.ids import BuildingId, UnitId
from app.core.language import tr
from app.incidents.plans.place_words import building_of
from ui.widgets.two_line_list import TwoLine

if TYPE_CHECKING:
    from app.estate.unit_facts import BuildingNode
    from app.office import Office

_MOST = 5


@dataclass(frozen=True, slots=True)
class PickedPlace:
    """A place as the log names it, and what of the estate it is."""

    label: str
    building_id: BuildingId | None = None
    unit_id: UnitId | None = None
    place_id: int | None = None


class PlacesToPick(Protocol):
    """Where the place field looks; before sign-in there is nothing to look in."""

    def find(self, text: str) -> Sequence[TwoLine]: ...

    def meant(self, text: str) -> PickedPlace: ...


class TypedPlaces:
    """No estate is open: a place is what was typed."""

    def find(self, _text: str) -> Sequence[TwoLine]:
        """Nothing is offered."""
        return ()

    def meant(self, text: str) -> PickedPlace:
        """As it was typed."""
        return PickedPlace(" ".join(text.split()))


class PlacesOfTheEstate:
    """Looks among the buildings, the public places and the units of the office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, text: str) -> Sequence[TwoLine]:
        """Whole buildings, public places, then units."""
        if not text.strip():
            return ()
        met = self._building(text)
        rows = [_row(met.name, tr("whole building"), PickedPlace(met.name, met.id))] if met is not None else []
        rows += [
            _row(one.label, tr("public place"), PickedPlace(one.label, one.building_id, place_id=one.id))
            for one in self._office.places.find(text, _MOST)
        ]
        return [*rows, *self._units(text)][: 2 * _MOST]

    def meant(self, text: str) -> PickedPlace:
        """What is typed, with the building or the unit that it begins with or names."""
        label = " ".join(text.split())
        for row in self._units(label) if label else ():
            if row.head == label:
                picked: PickedPlace = row.what
                return picked
        met = self._building(label)
        if met is None:
            return PickedPlace(label)
        return PickedPlace(met.name if label == met.code else label, met.id)

    def _units(self, text: str) -> list[TwoLine]:
        hits = [hit for hit in self._office.finder.find(text.strip()) if hit.receipt is None][:_MOST]
        met = [(hit, self._building(hit.code)) for hit in hits]
        return [
            TwoLine(
                hit.code,
                name=hit.person,
                what=PickedPlace(hit.code, None if of is None else of.id, unit_id=hit.unit_id),
            )
            for hit, of in met
        ]

    def _building(self, text: str) -> BuildingNode | None:
        at = building_of(text, self._words)
        return None if at is None else self._buildings[at]

    @cached_property
    def _buildings(self) -> dict[BuildingId, BuildingNode]:
        return {one.id: one for one in self._office.estate.tree()}

    @cached_property
    def _words(self) -> dict[BuildingId, tuple[str, str]]:
        return {key: (one.code, one.name) for key, one in self._buildings.items()}


def _row(head: str, right: str, what: PickedPlace) -> TwoLine:
    return TwoLine(head, right=right, what=what)

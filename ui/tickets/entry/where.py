"""Who and where: rows for units, public places, buildings and the place as it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from app.core.language import tr
from app.core.show import show_money
from ui.widgets.colours import Tone
from ui.widgets.two_line_list import Line, TwoLine
from ui.widgets.unit_words import ROLES

if TYPE_CHECKING:
    from app.desk.finder import Hit
    from app.estate.find_units import UnitHit
    from app.estate.places import PlaceRow
    from app.estate.unit_facts import BuildingNode
    from app.office import Office

_KEPT = ("unit_id", "person_id", "place_id", "building_id", "place")
_MOST_UNITS, _MOST_PLACES, _MOST_BUILDINGS = 12, 8, 4


@dataclass(frozen=True, slots=True)
class WherePicked:
    """Where it is: a unit (with the person who was met), a public place, a building, or a place as typed."""

    label: str
    unit_id: Any = None
    person_id: Any = None
    place_id: int | None = None
    building_id: Any = None
    place: str = ""

    def kept(self) -> dict[str, object]:
        """As a draft keeps it."""
        return asdict(self)


def where_kept(kept: Mapping[str, Any]) -> WherePicked:
    """As a draft kept it."""
    known = {name: kept[name] for name in _KEPT if kept.get(name) is not None}
    return WherePicked(kept["label"], **known)


class WhereRows:
    """Finds the rows for what is typed, by the same search as the counter's."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._buildings: Sequence[BuildingNode] | None = None

    def find(self, text: str) -> list[Line]:
        """Units first, then public places and buildings, at last the place as it stands there."""
        typed = text.strip()
        if not typed:
            return []
        rows = self.units(typed)
        rows += [_place_line(one) for one in self._office.places.find(typed, _MOST_PLACES)]
        rows += [_building_line(one) for one in self._buildings_of(typed)]
        return [*rows, _typed_line(typed)]

    def units(self, text: str) -> list[Line]:
        """Units alone."""
        typed = text.strip()
        hits = [hit for hit in self._office.finder.find(typed) if hit.receipt is None] if typed else []
        return [_unit_line(hit) for hit in hits[:_MOST_UNITS]]

    def _buildings_of(self, typed: str) -> Iterator[BuildingNode]:
        if self._buildings is None:
            self._buildings = self._office.estate.tree()
        plain = unicodedata.normalize("NFKC", typed).replace(" ", "")
        met = [one for one in self._buildings if plain in (one.code, one.name.replace(" ", ""))]
        yield from met[:_MOST_BUILDINGS]


def _unit_line(hit: Hit) -> TwoLine:
    found = hit.found
    owes = hit.arrears.charges > 0
    return TwoLine(
        head=hit.code,
        name=hit.person,
        right=show_money(hit.arrears.amount) if owes else "",
        below="" if found is None else _met(found),
        right_tone=Tone.DANGER if owes else Tone.INK2,
        what=WherePicked(hit.code, unit_id=hit.unit_id, person_id=None if found is None else found.person_id),
    )


def _met(found: UnitHit) -> str:
    parts = [tr(ROLES[found.role]) if found.role is not None else ""]
    parts += [tr("moved out")] if found.former else []
    parts += [found.matched] if found.matched not in (found.code, found.person) else []
    return "·".join(part for part in parts if part)


def _place_line(one: PlaceRow) -> TwoLine:
    what = WherePicked(one.label, place_id=one.id, building_id=one.building_id)
    return TwoLine(one.label, right=tr("public place"), below=one.initials, what=what)


def _building_line(one: BuildingNode) -> TwoLine:
    return TwoLine(one.name, right=tr("whole building"), what=WherePicked(one.name, building_id=one.id))


def _typed_line(typed: str) -> TwoLine:
    return TwoLine(typed, right=tr("as typed"), below=tr("No room, no place of the list"), what=_typed(typed))


def _typed(typed: str) -> WherePicked:
    return WherePicked(typed, place=typed)

"""The people of the unit that was picked, as rows below the reporter's name."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.estate.unit_facts import OccupantRow, UnitPage
from ui.widgets.two_line_list import Line, TwoLine
from ui.widgets.unit_words import ROLES


class PeopleRows:
    """Those who live or own there now."""

    def __init__(self) -> None:
        self._people: Sequence[OccupantRow] = ()

    def show(self, people: Sequence[OccupantRow]) -> None:
        """Offer these."""
        self._people = [one for one in people if not one.former]

    def find(self, text: str) -> list[Line]:
        """Those whose name holds what is typed; all of them while nothing is."""
        typed = text.strip()
        return [_line(one) for one in self._people if typed in one.name]

    def who(self, person_id: int | None) -> OccupantRow | None:
        """One of them."""
        return next((one for one in self._people if one.person_id == person_id), None)


def first_of(page: UnitPage, person_id: int | None) -> OccupantRow | None:
    """Whom the search met, else the owner, else anybody who is there."""
    present = [one for one in page.people if not one.former]
    met = next((one for one in present if one.person_id == person_id), None)
    return met or page.owner or next(iter(present), None)


def person_words(one: OccupantRow, page: UnitPage) -> str:
    """Name, role, telephone and building."""
    parts = [one.name, tr(ROLES[one.role]), *one.phones[:1], page.building]
    return "·".join(part for part in parts if part)


def _line(one: OccupantRow) -> TwoLine:
    return TwoLine(one.name, tr(ROLES[one.role]), next(iter(one.phones), ""), one.note, what=one)

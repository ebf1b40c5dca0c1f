"""Where a notice that is written will hang: the doors of a building, of all, or the same places as before."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.notices.asked import Door
from ui.notices.board.places_panel import Doors, offered_doors
from ui.widgets.choice_field import ChoiceField


class HangsAt(ChoiceField[Doors]):
    """No door is a choice too: the places are written then."""

    def __init__(self) -> None:
        super().__init__(tr("Hangs at"))
        self._offered: list[tuple[str, Doors]] = []

    def begin(self, doors: Sequence[Door], building_id: int | None) -> None:
        """Offer the doors there are; those of the building are chosen."""
        self._offered = offered_doors(doors)
        self.offer(self._offered)
        of_building = [
            at for at, (_, doors) in enumerate(self._offered) if doors and doors[0].building_id == building_id
        ]
        self.setCurrentIndex(of_building[0] if of_building and building_id is not None else 0)

    def offer_before(self, doors: Sequence[Door]) -> None:
        """The places of an earlier notice, or those that were chosen before, first of all."""
        if doors:
            words = tr("The same {count} places as before").format(count=len(doors))
            self.offer([(words, tuple(doors)), *self._offered])
            self.setCurrentIndex(0)

    def doors(self) -> Doors:
        """Those that are chosen."""
        return self.value() or ()

    def building(self) -> int | None:
        """The one building of them; None where they are of several, or of none."""
        buildings = {door.building_id for door in self.doors()}
        return buildings.pop() if len(buildings) == 1 else None

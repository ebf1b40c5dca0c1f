"""What is around a report: like tickets, the building's hint, and an event that may be behind it."""

from __future__ import annotations

from app.core.ids import BuildingId
from app.tickets.events.read_events import EventHint, LiveEvent
from ui.shell.context import Context
from ui.tickets.entry.form_parts import TheForm


class EntryAround:
    """Looks anew whenever place or category are others."""

    def __init__(self, context: Context, form: TheForm) -> None:
        self._context, self._form = context, form

    def look(self) -> None:
        """Read and show it."""
        form, office = self._form, self._context.office
        building_id = self._building()
        form.side.show_similar(office.tickets.similar(form.state().around()))
        form.side.show_hint(None if building_id is None else office.building_hints.of(building_id))
        form.side.show_event(self._live(building_id), self._hinted(building_id))
        form.registered.show_marked(form.side.marked())
        form.side.place()

    def _live(self, building_id: BuildingId | None) -> LiveEvent | None:
        category_id = self._form.state().category_id
        if building_id is None or category_id is None:
            return None
        live = self._context.office.mass_events.live(building_id)
        return next((one for one in live if one.category_id == category_id), None)

    def _hinted(self, building_id: BuildingId | None) -> EventHint | None:
        wanted = (building_id, self._form.state().category_id)
        if None in wanted:
            return None
        hints = self._context.office.mass_events.hints()
        return next((one for one in hints if (one.building_id, one.category_id) == wanted), None)

    def _building(self) -> BuildingId | None:
        where, shown = self._form.state().where, self._form.facts.panel
        if where is None:
            return None
        if where.unit_id is not None:
            return None if shown is None else shown.unit.building_id
        return None if where.building_id is None else BuildingId(where.building_id)

"""The form of a public place."""

from __future__ import annotations

from app.core.ids import BuildingId
from app.core.language import tr
from app.estate.places import PlaceRow
from app.estate.refusals import NotInitials, PlaceExists, PlaceNameNeeded
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class PlacePanel(EditPanel[int]):
    """Answers the place's id once it is saved; one that is there stays in its building."""

    def __init__(self, context: Context, row: PlaceRow | None, building_id: BuildingId | None) -> None:
        super().__init__(tr("New place") if row is None else row.label, self._keep)
        self._context = context
        self._row = row
        buildings = [(one.name, one.id) for one in context.office.estate.tree()]
        offered: list[tuple[str, BuildingId | None]] = [(tr("the estate"), None), *buildings]
        self.building: ChoiceField[BuildingId | None] = ChoiceField(tr("Building"), offered)
        self.building.set_value(building_id)
        self.building.setEnabled(row is None)
        self.name, self.letters = LineField(), LineField()
        self.form.add(tr("Building"), self.building)
        self.form.add(tr("Name"), self.name)
        self.form.add(tr("Letters"), self.letters, hint=tr("Empty: made from the name."))
        if row is not None:
            self.name.setText(row.name)
            self.letters.setText(row.initials)
        self.place(self.name, PlaceNameNeeded, PlaceExists)
        self.place(self.letters, NotInitials)
        self.step_through(self.name, self.letters)

    def _keep(self) -> int:
        places, by = self._context.office.places, self._context.actor
        name, letters = self.name.text(), self.letters.text()
        if self._row is None:
            return places.add(by, name, self.building.value(), letters)
        if name.strip() != self._row.name and letters == self._row.initials:
            letters = ""  # those of the former name
        places.rename(by, self._row.id, name, letters)
        return self._row.id

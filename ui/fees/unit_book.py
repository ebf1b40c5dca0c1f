"""The estate's units as the pages of this room read them: once, and again after the estate has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from app.core.ids import UnitId
from app.estate.unit_facts import UnitRow
from ui.shell.changes import Change
from ui.shell.context import Context

LARGE = 500


class UnitBook(QObject):
    """Keeps the last reading; `units` may be asked on the long-work thread, too."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._units: Sequence[UnitRow] | None = None
        self._large: bool | None = None
        context.changes.changed.connect(self._on_changed)

    @property
    def is_large(self) -> bool:
        """Whether reading what concerns every unit would hold the window up."""
        if self._large is None:
            self._large = sum(building.units for building in self._context.office.estate.tree()) > LARGE
        return self._large

    @property
    def is_read(self) -> bool:
        """Whether `units` answers at once."""
        return self._units is not None

    def units(self) -> Sequence[UnitRow]:
        """All units in building order."""
        units = self._units
        if units is None:
            units = self._units = self._context.office.estate.units()
        return units

    def people(self) -> Mapping[UnitId, str]:
        """Who is named beside each unit."""
        return {unit.id: unit.person for unit in self.units()}

    def _on_changed(self, change: Change) -> None:
        if change.concerns("estate"):
            self._units = self._large = None

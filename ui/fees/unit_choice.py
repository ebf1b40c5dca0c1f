"""Chooses many units at once: by building, kind and words, all or none by a key, single ones by Space."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.ids import BuildingId, UnitId
from app.core.language import tr
from app.core.show import show_decimal
from app.estate.kinds import UnitKind
from app.estate.unit_code import natural
from app.estate.unit_facts import BuildingNode, UnitRow
from ui.fees.filter_box import filter_of
from ui.fees.terms_words import units_words
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton
from ui.widgets.surface import column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body
from ui.widgets.unit_words import KINDS, STATES


class UnitChoice(QWidget):
    """A list with a tick for each unit; what is chosen stays chosen while the list is filtered.

    Its keys for all and none stand in the context `keys` under `name`, and mean it only while it is seen.
    """

    chosen_changed = Signal()

    def __init__(self, context: Context, keys: str, name: str) -> None:
        super().__init__()
        add = context.actions.add
        everything = add(f"{name}_all", tr("All shown"), ("Alt+A", "Ctrl+A"), self._on_all, context=keys)
        nothing = add(f"{name}_none", tr("None"), "Alt+N", self._on_none, context=keys)
        self._units: Sequence[UnitRow] = ()
        self._chosen: set[UnitId] = set()
        self.building: ChoiceField[BuildingId | None] = ChoiceField(tr("Building"))
        self.kind: ChoiceField[UnitKind | None] = ChoiceField(tr("Kind"))
        self.table: TableView[UnitRow] = TableView(tr("Units to choose"), self._columns(), key=lambda unit: unit.id)
        self.pane = TablePane(self.table, _empty(), filter_cap="Ctrl F")
        self.count = body("", bold=True)
        buttons = [KeyButton(everything), KeyButton(nothing)]
        choices = row(self.building, self.kind, filter_of(self.pane, tr("Room or name")))
        bar = row(choices, None, self.count, 8, *buttons, margins=(24, 10, 24, 4))
        self.setLayout(column(bar, row(self.pane, margins=(16, 0, 16, 0)), space=0))
        self.building.chosen.connect(self._on_filtered)
        self.kind.chosen.connect(self._on_filtered)
        self.table.toggled.connect(self.toggle)
        self.table.opened.connect(self.toggle)

    @property
    def wanted(self) -> frozenset[UnitId]:
        """What is chosen, whether it is offered yet or not."""
        return frozenset(self._chosen)

    def beside_fields(self) -> str:
        """The chosen units, for a draft."""
        return " ".join(map(str, sorted(self._chosen)))

    def put_beside(self, kept: str) -> None:
        """Choose again what a draft kept; a unit that is not offered any more stays out."""
        self._chosen = {UnitId(int(unit)) for unit in kept.split()}
        self._tell()

    @property
    def offered(self) -> int:
        """How many units there are to choose from."""
        return len(self._units)

    def offer(
        self, units: Sequence[UnitRow], buildings: Sequence[BuildingNode], chosen: Collection[UnitId] = ()
    ) -> None:
        """Offer these units, with those `chosen` before."""
        self._units, self._chosen = units, set(chosen)
        self.building.offer([(tr("all buildings"), None), *((node.name, node.id) for node in buildings)])
        there = {unit.facts.kind for unit in units}
        kinds = [(tr(KINDS[kind]), kind) for kind in UnitKind if kind in there]
        self.kind.offer([(tr("all kinds"), None), *kinds])
        self.table.hide_column(tr("Billing area ㎡"), hidden=all(unit.facts.billing_area is None for unit in units))
        self.pane.clear_filter()
        self._on_filtered()

    def chosen(self) -> list[UnitId]:
        """The chosen units in building order."""
        return [unit.id for unit in self._units if unit.id in self._chosen]

    def toggle(self, unit: UnitRow) -> None:
        """Choose a unit, or no longer."""
        self._chosen ^= {unit.id}
        self._tell()

    def choose_shown(self) -> None:
        """Choose every unit that the filter shows."""
        self._chosen |= {unit.id for unit in self.table.rows_model.rows}
        self._tell()

    def choose_none(self) -> None:
        """Choose nothing."""
        self._chosen.clear()
        self._tell()

    def leave_out(self, units: set[UnitId]) -> None:
        """Choose these no longer."""
        self._chosen -= units
        self._tell()

    def take_focus(self) -> None:
        """To the first filter."""
        self.building.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all(self) -> None:
        if self.isVisible():
            self.choose_shown()

    def _on_none(self) -> None:
        if self.isVisible():
            self.choose_none()

    def _on_filtered(self) -> None:
        building, kind = self.building.value(), self.kind.value()
        self.table.show_rows(
            [unit for unit in self._units if building in (None, unit.building_id) and kind in (None, unit.facts.kind)]
        )
        self._tell()

    def _tell(self) -> None:
        self.table.rows_model.refresh()
        self.count.show_text(tr("{units} chosen").format(units=units_words(len(self.chosen()))))
        self.chosen_changed.emit()

    def _columns(self) -> list[Column[UnitRow]]:
        return [
            Column("", lambda unit: unit.id in self._chosen, Kind.CHECK),
            Column(tr("Unit"), lambda unit: unit.code, bold=True, sort=lambda unit: natural(unit.code)),
            Column(tr("Person"), lambda unit: unit.person, least=6),
            Column(tr("Kind"), lambda unit: tr(KINDS[unit.facts.kind])),
            Column(tr("State"), lambda unit: tr(STATES[unit.facts.state]), tone=Tone.INK2),
            Column(tr("Building area ㎡"), lambda unit: _area(unit.facts.building_area), Kind.NUMBER, dash=True),
            Column(tr("Billing area ㎡"), lambda unit: _area(unit.facts.billing_area), Kind.NUMBER, dash=True),
            Column(tr("Handover"), lambda unit: unit.facts.handover_date, Kind.DATE, tone=Tone.INK2, dash=True),
            Column(tr("Note"), lambda unit: unit.facts.note, tone=Tone.INK2, stretch=True),
        ]


def _area(area: Decimal | None) -> str | None:
    return None if area is None else show_decimal(area)


def _empty() -> EmptyState:
    return EmptyState(
        tr("No units here"), tr("Choose another building or kind; if the estate is empty, import its units first.")
    )

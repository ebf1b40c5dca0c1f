"""Asks which units and which tariff the filled sheet is to hold."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.ids import BuildingId, TariffId
from app.core.language import tr
from app.estate.kinds import UnitKind
from app.estate.unit_facts import BuildingNode
from app.fees.opening.assignment_export import Wanted
from app.fees.versions import Tariff
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body
from ui.widgets.unit_words import KINDS


class AssignmentExportPanel(QuestionPanel[Wanted]):
    """One tariff gives a row for every unit, empty where it does not lie yet; all tariffs give what lies now."""

    def __init__(self, tariffs: Sequence[Tariff], buildings: Sequence[BuildingNode]) -> None:
        super().__init__(tr("Save tariffs on units filled in"), width=520)
        choices: list[tuple[str, TariffId | None]] = [(f"{one.item.name} · {one.name}", one.id) for one in tariffs]
        self.tariff: ChoiceField[TariffId | None] = ChoiceField(
            tr("Tariff"), [(tr("all tariffs as they lie"), None), *choices]
        )
        places: list[tuple[str, BuildingId | None]] = [(node.name, node.id) for node in buildings]
        self.building: ChoiceField[BuildingId | None] = ChoiceField(
            tr("Building"), [(tr("all buildings"), None), *places]
        )
        kinds: list[tuple[str, UnitKind | None]] = [(tr(KINDS[kind]), kind) for kind in UnitKind]
        self.kind: ChoiceField[UnitKind | None] = ChoiceField(tr("Kind"), [(tr("all kinds"), None), *kinds])
        form = Form()
        form.add(tr("Tariff"), self.tariff, hint=tr("one tariff: units without it get a row with empty days"))
        form.add(tr("Building"), self.building)
        form.add(tr("Kind"), self.kind)
        self.body.addWidget(body(tr("The office fills in the days, and reads the sheet back here.")).wrap())
        self.body.addWidget(form)
        self.setFocusProxy(self.tariff)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save filled in"), ("Return", "F9"), self._on_save, Kind.PRIMARY)

    def _on_save(self) -> None:
        building, kind = self.building.value(), self.kind.value()
        self.answer(
            Wanted(
                self.tariff.value(),
                frozenset() if building is None else frozenset({building}),
                frozenset() if kind is None else frozenset({kind}),
            )
        )

"""Enters a unit, or changes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.ids import UnitId
from app.core.language import mark, tr
from app.core.quantities import parse_area
from app.core.show import show_decimal
from app.estate import refusals as estate
from app.estate.kinds import UnitKind, UnitState
from app.estate.unit_code import parse_unit_code
from app.estate.unit_facts import UnitFacts, UnitPage
from app.sheets.cells import cell_count
from ui.estate.entry_form import EntryForm
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.typed_field import TypedField
from ui.widgets.unit_words import KINDS, STATES

KEYS = "estate.unit_form"
_AREAS = (mark("Building area ㎡"), mark("Inner area ㎡"), mark("Billing area ㎡"))


class UnitForm(EntryForm):
    """Begins with a unit's page, or with None for a new one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, name="estate.unit_form")
        self.code: TypedField[str] = TypedField(tr("Unit code"), _code, str, required=True, columns=16)
        self.kind: ChoiceField[UnitKind] = ChoiceField(tr("Kind"), [(tr(text), kind) for kind, text in KINDS.items()])
        self.state: ChoiceField[UnitState] = ChoiceField(
            tr("State"), [(tr(text), state) for state, text in STATES.items()]
        )
        self.building_area, self.inner_area, self.billing_area = (
            TypedField(tr(name), parse_area, show_decimal, columns=10) for name in _AREAS
        )
        self.handover = DateField(tr("Handover"), lambda: context.clock.now().date())
        self.floor: TypedField[int] = TypedField(tr("Floor"), cell_count, str, columns=6)
        self.headcount: TypedField[int] = TypedField(tr("People living there"), cell_count, str, columns=6)
        self.layout_field, self.note = LineField(tr("Layout"), columns=16), LineField(tr("Note"), columns=36)
        hints = {
            "code": tr("Like 3-2-501, 商铺07 or B1-073"),
            "billing_area": tr("Only where fees are charged on another area"),
        }
        for name, field in self.fields().items():
            self.form.add(field.accessibleName(), field, hint=hints.get(name, ""))
        self.lay_out()

    def fields(self) -> Mapping[str, QWidget]:
        return {
            "code": self.code,
            "kind": self.kind,
            "state": self.state,
            "building_area": self.building_area,
            "inner_area": self.inner_area,
            "billing_area": self.billing_area,
            "handover": self.handover,
            "floor": self.floor,
            "layout": self.layout_field,
            "headcount": self.headcount,
            "note": self.note,
        }

    def fill(self, about: object) -> None:
        page = about if isinstance(about, UnitPage) else None
        facts = UnitFacts("") if page is None else page.facts
        self.title.show_text(tr("New unit") if page is None else tr("Change {unit}").format(unit=page.code))
        self.code.set_value(facts.code or None)
        self.kind.set_value(facts.kind)
        self.state.set_value(facts.state)
        self.building_area.set_value(facts.building_area)
        self.inner_area.set_value(facts.inner_area)
        self.billing_area.set_value(facts.billing_area)
        self.handover.set_value(facts.handover_date)
        self.floor.set_value(facts.floor)
        self.headcount.set_value(facts.headcount)
        self.layout_field.setText(facts.layout)
        self.note.setText(facts.note)

    def write(self) -> UnitId:
        book, by, facts = self.context.office.estate, self.context.actor, self._facts()
        if isinstance(self.about, UnitPage):
            book.change_unit(by, self.about.id, facts)
            self.context.messages.done(tr("{unit} is changed").format(unit=facts.code))
            return self.about.id
        unit_id = book.add_unit(by, facts)
        self.context.messages.done(tr("{unit} is entered").format(unit=facts.code))
        return unit_id

    def places(self) -> Sequence[tuple[type[Refusal], QWidget]]:
        return ((estate.UnitExists, self.code), (estate.NotAUnitCode, self.code))

    def _facts(self) -> UnitFacts:
        return UnitFacts(
            code=self.code.value() or "",
            kind=self.kind.value() or UnitKind.HOME,
            state=self.state.value() or UnitState.HANDED_OVER,
            floor=self.floor.value(),
            building_area=self.building_area.value(),
            inner_area=self.inner_area.value(),
            billing_area=self.billing_area.value(),
            handover_date=self.handover.value(),
            headcount=self.headcount.value(),
            layout=self.layout_field.text().strip(),
            note=self.note.text().strip(),
        )


def _code(text: str) -> str:
    return parse_unit_code(text).canonical

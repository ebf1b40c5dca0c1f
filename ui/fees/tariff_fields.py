"""The fields of a tariff: what is charged, how it is computed, when it is due, what lateness costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.core.rounding import Rounding
from app.fees.items import FeeItem
from app.fees.terms import CYCLES, AreaBase, Formula, TariffTerms
from ui.fees.field_states import offered
from ui.fees.form_fields import price_field
from ui.fees.late_fee_fields import LateFeeFields
from ui.fees.terms_words import CYCLE_NAMES, METHODS, ROUNDINGS, due_day_words
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap, px

_TWO_LINES = 40
NEW = TariffTerms(Formula.AREA, Decimal(1))


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What the form says; `terms` only once price and lateness can be read."""

    item: FeeItem | None
    name: str
    first: date | None
    terms: TariffTerms | None
    basis: str


class TariffFields(QWidget):
    """Two forms side by side, or one below the other; `changed` comes with everything typed or chosen."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._before = NEW
        self._what, self._when = Form(), Form()
        self.item: ChoiceField[FeeItem] = ChoiceField(tr("Fee item"))
        self.name = LineField(tr("Name"))
        self.method: ChoiceField[tuple[Formula, AreaBase]] = ChoiceField(tr("Formula"), offered(METHODS))
        self.price = price_field()
        self.rounding: ChoiceField[tuple[Rounding, int]] = ChoiceField(tr("Rounding"), offered(ROUNDINGS))
        self.basis = LineField(tr("Basis"))
        self.cycle: ChoiceField[int] = ChoiceField(tr("Cycle"), [(tr(CYCLE_NAMES[n]), n) for n in CYCLES])
        self.due_day: ChoiceField[int] = ChoiceField(tr("Due day"), [(due_day_words(n), n) for n in range(1, 32)])
        self.first = DateField(tr("Valid from"), today, required=True)
        self._fill_forms()
        self.late_fee = LateFeeFields(self._when)
        self._lay_out()
        self._connect()

    def fields(self) -> dict[str, QWidget]:
        """Every field by a name of its own, in the order in which Tab reaches them."""
        what: dict[str, QWidget] = {"item": self.item, "name": self.name, "method": self.method, "price": self.price}
        how: dict[str, QWidget] = {"rounding": self.rounding, "basis": self.basis}
        when: dict[str, QWidget] = {"cycle": self.cycle, "due_day": self.due_day, "first": self.first}
        late: dict[str, QWidget] = {"rate": self.late_fee.rate, "grace": self.late_fee.grace, "cap": self.late_fee.cap}
        return {**what, **how, **when, **late}

    def fill(self, terms: TariffTerms, first: date, basis: str = "") -> None:
        """Show these terms; what the form does not ask is kept from them."""
        self._before = terms
        fixed = terms.formula is Formula.FIXED
        self.method.set_value((terms.formula, AreaBase.BUILDING if fixed else terms.area_base))
        self.price.set_value(terms.price)
        self.rounding.set_value((terms.rounding, terms.rounding_unit_fen))
        self.cycle.set_value(terms.cycle_months)
        self.due_day.set_value(terms.due_day)
        self.late_fee.fill(terms.late_fee)
        self.first.set_value(first)
        self.basis.setText(basis)
        self.follow()

    def name_tariff(self, items: Sequence[FeeItem], item: FeeItem | None, name: str) -> None:
        """A new version keeps `item` and `name`; a new tariff (no item) chooses among `items`."""
        self.item.offer([(one.name, one) for one in ([item] if item else items)])
        self.item.setEnabled(item is None)
        self.name.setText(name)
        self.name.lock(locked=item is not None)
        self.name.show_problem("")

    def offer_items(self, items: Sequence[FeeItem], chosen: FeeItem) -> None:
        """Offer these items, with one of them chosen."""
        self.item.offer([(one.name, one) for one in items])
        self.item.set_value(chosen)

    def answer(self) -> FormAnswer:
        """What the form says now."""
        return FormAnswer(self.item.value(), self.name.text(), self.first.value(), self._terms(), self.basis.text())

    def check(self) -> bool:
        """Show every problem, with the focus in the first bad field; whether all can be read."""
        when = self._when.check()
        return self._what.check() and when

    def show_problem(self, field: QWidget, text: str) -> None:
        """Say what is wrong with one field, and go there."""
        (self._what if self._what.isAncestorOf(field) else self._when).show_problem(field, text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, *, narrow: bool) -> None:
        """One form below the other where there is little room."""
        self._grid.addWidget(self._when, *((1, 0) if narrow else (0, 1)), Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        for form in (self._what, self._when):
            _keep_two_lines(form, kept=not narrow)

    def follow(self) -> None:
        """Bring hints and locks in step with what is chosen."""
        by_area = self.method.value() != (Formula.FIXED, AreaBase.BUILDING)
        self._price_line.show_hint(tr("yuan per ㎡ and month") if by_area else tr("yuan per month"))
        item = self.item.value()
        self.late_fee.follow(held=item is not None and item.money_of.held)

    def _fill_forms(self) -> None:
        what, when = self._what, self._when
        what.add(tr("Fee item"), self.item)
        what.add(tr("Name"), self.name, hint=tr("As the list shows it, like 住宅物业费"))
        what.add(tr("Formula"), self.method)
        self._price_line = what.add(tr("Price"), self.price)
        what.add(tr("Rounding"), self.rounding, hint=tr("Once, at the end of each charge"))
        what.add(tr("Basis"), self.basis, hint=tr("Contract, resolution or approval"))
        when.add(tr("Cycle"), self.cycle)
        when.add(tr("Due day"), self.due_day, hint=tr("Of the first month of each period"))
        when.add(tr("Valid from"), self.first)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(32))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._what, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.fold(narrow=False)

    def _connect(self) -> None:
        for field in self.fields().values():
            if isinstance(field, ChoiceField):
                field.chosen.connect(self._on_changed)
            elif isinstance(field, LineField):
                field.textChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.follow()
        self.changed.emit()

    def _terms(self) -> TariffTerms | None:
        price, rounding = self.price.value(), self.rounding.value()
        method = self.method.value()
        if price is None or rounding is None or method is None:
            return None
        return replace(
            self._before,
            formula=method[0],
            price=price,
            area_base=method[1],
            cycle_months=self.cycle.value() or 1,
            due_day=self.due_day.value() or 1,
            rounding=rounding[0],
            rounding_unit_fen=rounding[1],
            late_fee=self.late_fee.terms(),
        )


def _keep_two_lines(form: Form, *, kept: bool) -> None:
    """Two lines under each field for hints and problems, so that no field below moves when one comes."""
    grid = form.layout()
    assert isinstance(grid, QGridLayout)
    for at in range(2, grid.rowCount(), 2):
        grid.setRowMinimumHeight(at, px(_TWO_LINES) if kept else 0)
        item = grid.itemAtPosition(at, 1)
        if item is not None:
            grid.setAlignment(item.widget(), Qt.AlignmentFlag.AlignTop)

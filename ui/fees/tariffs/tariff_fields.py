"""The fields of a tariff: what is charged, how it is computed, when it is due, what lateness costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.fees.items import FeeItem
from app.fees.money_of import MoneyOf
from app.fees.terms import CYCLES, Formula, Pays, TariffTerms
from ui.fees.tariffs.expression_field import ExpressionField
from ui.fees.tariffs.formula_fields import FormulaFields
from ui.fees.tariffs.held_words import WHOSE_CARE
from ui.fees.tariffs.late_fee_fields import LateFeeFields
from ui.fees.tariffs.mandate_fields import MandateFields
from ui.fees.tariffs.more_terms import MoreTerms
from ui.fees.tariffs.tier_table import TierTable
from ui.fees.terms_words import CYCLE_NAMES, due_day_words
from ui.fees.two_line_rows import align_labels, keep_two_lines
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap
from ui.widgets.surface import column, row
from ui.widgets.text_label import caption
from ui.widgets.typed_field import TypedField

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
    """Two forms side by side, or one below the other, and what is folded away below both.

    `changed` comes with everything typed or chosen.
    """

    changed = Signal()
    unfolded = Signal()

    def __init__(self, context: Context, keys: str) -> None:
        super().__init__()
        self._before = NEW
        self._filling = False
        self._what, self._when = Form(), Form()
        self.item: ChoiceField[FeeItem] = ChoiceField(tr("Fee item"))
        self.name = LineField(tr("Name"))
        self.basis = LineField(tr("Basis"))
        self.cycle: ChoiceField[int] = ChoiceField(tr("Cycle"), [(tr(CYCLE_NAMES[n]), n) for n in CYCLES])
        self.due_day: ChoiceField[int] = ChoiceField(tr("Due day"), [(due_day_words(n), n) for n in range(1, 32)])
        self.first = DateField(tr("Valid from"), lambda: context.clock.now().date(), required=True)
        self._fill_what()
        self.formula = FormulaFields(self._what, context)
        self._fill_when()
        self.late_fee = LateFeeFields(self._when)
        self.more = MoreTerms()
        self.mandate = MandateFields(lambda: context.clock.now().date())
        self._unfold = context.actions.add("fees.more_terms", tr("More terms"), "F4", self._on_unfold, context=keys)
        self._unusual = caption("", Tone.INK2).wrap()
        self._lay_out()
        self._connect()

    @property
    def price(self) -> TypedField[Decimal]:
        """The one price of a formula without tiers."""
        return self.formula.price

    def fields(self) -> dict[str, QWidget]:
        """Every field by a name of its own, in the order in which Tab reaches them."""
        what: dict[str, QWidget] = {"item": self.item, "name": self.name, "basis": self.basis}
        when: dict[str, QWidget] = {"cycle": self.cycle, "due_day": self.due_day, "first": self.first}
        late: dict[str, QWidget] = {"rate": self.late_fee.rate, "grace": self.late_fee.grace, "cap": self.late_fee.cap}
        return {**what, **self.formula.fields(), **when, **late, **self.more.fields(), **self.mandate.fields()}

    def fill(self, terms: TariffTerms, first: date, basis: str = "") -> None:
        """Show these terms; everything that is not as usual is told beside the key that unfolds it."""
        self._filling = True
        self._before = terms
        self.formula.fill(terms)
        self.cycle.set_value(terms.cycle_months)
        self.due_day.set_value(terms.due_day)
        self.late_fee.fill(terms.late_fee)
        self.more.fill(terms)
        self.mandate.fill(terms.mandate)
        self.first.set_value(first)
        self.basis.setText(basis)
        self._filling = False
        self._show_more(shown=False)
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
        if self.more.has_problem:
            self._show_more(shown=True)
        parts = [self.mandate.check(), self.more.check(), self._when.check(), self.formula.check(), self._what.check()]
        return all(parts)

    def show_problem(self, field: QWidget, text: str) -> None:
        """Say what is wrong with one field, and go there."""
        if self.more.isAncestorOf(field):
            self._show_more(shown=True)
        if isinstance(field, TierTable | ExpressionField | LineField):
            field.show_problem(text)
        else:
            (self._what if self._what.isAncestorOf(field) else self._when).show_problem(field, text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, *, narrow: bool) -> None:
        """One form below the other where there is little room."""
        self._grid.addWidget(self._when, *((1, 0) if narrow else (0, 1)), Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        self._narrow = narrow
        for part in (self.more, self.mandate):
            part.fold(narrow=narrow)
        self._keep_lines()

    def follow(self) -> None:
        """Bring hints, locks and what is seen in step with what is chosen."""
        item = self.item.value()
        money_of = MoneyOf.OWN if item is None else item.money_of
        self._item_line.show_hint(tr(WHOSE_CARE[money_of]) if money_of.held else "")
        self.formula.follow()
        self.late_fee.follow(money_of)
        terms = self._terms() or self._with_rest(self.formula.chosen())
        self._cycle_line.show_hint(tr("How often its meters are read") if terms.formula.is_metered else "")
        self._due_line.show_hint(_due_hint(terms))
        self.more.follow(terms, money_of)
        self.mandate.follow(item, terms)
        self._unusual.show_text(self.more.words(terms) if self.more.isHidden() else "")
        self._keep_lines()

    def _fill_what(self) -> None:
        self._item_line = self._what.add(tr("Fee item"), self.item)
        self._what.add(tr("Name"), self.name, hint=tr("As the list shows it, like 住宅物业费"))
        self._what.add(tr("Basis"), self.basis, hint=tr("Contract, resolution or approval"))

    def _fill_when(self) -> None:
        self._cycle_line = self._when.add(tr("Cycle"), self.cycle)
        self._due_line = self._when.add(tr("Due day"), self.due_day)
        self._when.add(tr("Valid from"), self.first)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(32))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._what, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._when, 0, 1, Qt.AlignmentFlag.AlignTop)
        key = row(KeyButton(self._unfold, Kind.QUIET), self._unusual, space=8)
        key.setStretchFactor(self._unusual, 1)
        self.setLayout(column(self._grid, key, self.more, self.mandate, space=8))
        self.more.hide()
        self.mandate.hide()
        self.fold(narrow=False)

    def _connect(self) -> None:
        for field in (self.item, self.cycle, self.due_day):
            field.chosen.connect(self._on_changed)
        for line in (self.name, self.basis, self.first, self.late_fee.rate, self.late_fee.grace, self.late_fee.cap):
            line.textChanged.connect(self._on_changed)
        self.formula.changed.connect(self._on_changed)
        self.more.changed.connect(self._on_changed)
        self.mandate.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if not self._filling:
            self.follow()
            self.changed.emit()

    def _on_unfold(self) -> None:
        shown = self.more.isHidden()
        self._show_more(shown=shown)
        self.follow()
        if shown:
            self.more.rounding.setFocus(Qt.FocusReason.OtherFocusReason)
            self.unfolded.emit()

    def _show_more(self, *, shown: bool) -> None:
        self.more.setVisible(shown)
        self._unfold.say(tr("Fewer terms") if shown else tr("More terms"))

    def _keep_lines(self) -> None:
        for form in (self._what, self._when):
            keep_two_lines(form, kept=not self._narrow)
        align_labels(self._what, self.more.amount, self.mandate.document)
        align_labels(self._when, self.more.months, self.mandate.dated)

    def _terms(self) -> TariffTerms | None:
        computed = self.formula.apply(self._before)
        return None if computed is None else self._with_rest(computed)

    def _with_rest(self, computed: TariffTerms) -> TariffTerms:
        said = replace(
            computed,
            cycle_months=self.cycle.value() or 1,
            due_day=self.due_day.value() or 1,
            late_fee=self.late_fee.terms(),
        )
        said = self.more.apply(said)
        return replace(said, mandate=self.mandate.mandate(self.item.value(), said))


def _due_hint(terms: TariffTerms) -> str:
    if terms.formula.is_metered:
        return tr("The first such day after the reading")
    if terms.pays is Pays.AFTER:
        return tr("The first such day after each period")
    return tr("Of the first month of each period")

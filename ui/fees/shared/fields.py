"""The fields of a common cost: what it is, where its total comes from, how it is split, and for which days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.ids import MeterId
from app.core.language import tr
from app.core.money import Money
from app.core.periods import Period, add_months, month_start
from app.core.show import show_decimal
from app.fees.items import FeeItem
from app.fees.shared.meters import PublicMeter
from app.fees.shared.request import Bill, MeterUse
from app.fees.shared.rule import Split
from ui.fees.shared.words import SPLITS
from ui.fees.tariffs.form_fields import price_field
from ui.fees.two_line_rows import align_labels
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.sizes import gap
from ui.widgets.typed_field import TypedField

_DUE_DAY = 5
_FIRST_CHOICE = "energy"


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """What the fields say; `period` and `source` only once they can be read."""

    title: str
    item: FeeItem | None
    period: Period | None
    due_on: date | None
    source: Bill | MeterUse | None
    split: Split
    unsold_too: bool


class SharedFields(QWidget):
    """Three short forms, beside each other where there is room; `changed` comes with everything typed or chosen."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._meters: Sequence[PublicMeter] = ()
        self._forms = (Form(), Form(), Form())
        self.title = LineField(tr("Title"))
        self.item: ChoiceField[FeeItem] = ChoiceField(tr("Fee item"))
        self.source: ChoiceField[MeterId | None] = ChoiceField(tr("Cost from"))
        self.total: TypedField[Money] = MoneyField(tr("Total"), required=True)
        self.price: TypedField[Decimal] = price_field()
        self.split: ChoiceField[Split] = ChoiceField(
            tr("Split"), [(tr(words), split) for split, words in SPLITS.items()]
        )
        self.first = DateField(tr("First day"), today, required=True)
        self.last = DateField(tr("Last day"), today, required=True)
        self.due_on = DateField(tr("Due"), today, required=True)
        self.unsold_too = CheckBox(tr("Unsold units share too"))
        self._grid = QGridLayout(self)
        self._lay_out()
        self._connect()

    def begin(self, items: Sequence[FeeItem], meters: Sequence[PublicMeter]) -> None:
        """Empty fields: last month, due on the 5th of the next, by building area, from a bill."""
        self._meters = meters
        month = month_start(self._today())
        self.clear()
        self.item.offer([(item.name, item) for item in items])
        self.item.set_value(next((item for item in items if item.code == _FIRST_CHOICE), items[0]))
        self.source.offer([(tr("a bill"), None), *((meter.name, meter.id) for meter in meters)])
        self.source.set_value(None)
        self.split.set_value(next(iter(SPLITS)))
        self.first.set_value(add_months(month, -1))
        self.last.set_value(month - timedelta(days=1))
        self.due_on.set_value(add_months(month, 1).replace(day=_DUE_DAY))
        self.unsold_too.setChecked(False)
        self._follow()

    def clear(self) -> None:
        """Forget what was typed, once it is charged."""
        self.title.setText("")
        self.total.set_value(None)
        self.price.set_value(None)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that leaving would lose."""
        return bool(self.title.text().strip() or self.total.text().strip() or self.price.text().strip())

    def answer(self) -> SharedAnswer:
        """What the fields say now."""
        split = self.split.value()
        assert split is not None
        return SharedAnswer(
            title=self.title.text(),
            item=self.item.value(),
            period=self._period(),
            due_on=self.due_on.value(),
            source=self._source(),
            split=split,
            unsold_too=self.unsold_too.isChecked(),
        )

    def check(self) -> bool:
        """Show every problem there is, the focus on the first; whether all can be read."""
        fine = [form.check() for form in reversed(self._forms)]
        return all(fine)

    def show_problem(self, field: QWidget, text: str) -> None:
        """Say what is wrong with one field, and go there."""
        form = next(form for form in self._forms if form.isAncestorOf(field))
        form.show_problem(field, text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, *, columns: int) -> None:
        """The forms in so many columns."""
        for at, form in enumerate(self._forms):
            self._grid.addWidget(form, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for at in range(len(self._forms)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._grid.setHorizontalSpacing(gap(24))
        if columns == 1:
            align_labels(*self._forms)

    def _period(self) -> Period | None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or last < first:
            return None
        return Period(first, last + timedelta(days=1))

    def _source(self) -> Bill | MeterUse | None:
        meter_id = self.source.value()
        if meter_id is None:
            total = self.total.value()
            return None if total is None else Bill(total)
        price = self.price.value()
        return None if price is None else MeterUse(meter_id, price)

    def _lay_out(self) -> None:
        what, cost, when = self._forms
        what.add(tr("Title"), self.title, hint=tr("As the bill and the posted sheet print it"))
        what.add(tr("Fee item"), self.item)
        what.add(tr("Split"), self.split)
        self._usage = cost.add(tr("Cost from"), self.source)
        cost.add(tr("Total"), self.total, hint=tr("yuan, as the bill says"))
        cost.add(tr("Price"), self.price, hint=tr("yuan for each unit of usage"))
        cost.add("", self.unsold_too)
        when.add(tr("First day"), self.first)
        when.add(tr("Last day"), self.last)
        when.add(tr("Due"), self.due_on)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.fold(columns=3)

    def _connect(self) -> None:
        self.title.textChanged.connect(lambda _: self.changed.emit())
        for field in (self.total, self.price, self.first, self.last, self.due_on):
            field.value_changed.connect(lambda _: self.changed.emit())
        for choice in (self.item, self.split):
            choice.chosen.connect(lambda _: self.changed.emit())
        self.unsold_too.toggled.connect(lambda _: self.changed.emit())
        self.source.chosen.connect(lambda _: self._on_source_chosen())

    def _on_source_chosen(self) -> None:
        meter = self._meter()
        if meter is not None and meter.last is not None:
            self.first.set_value(meter.last.first)
            self.last.set_value(meter.last.until - timedelta(days=1))
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        meter = self._meter()
        self._forms[1].show_row(self.total, shown=meter is None)
        self._forms[1].show_row(self.price, shown=meter is not None)
        self._usage.show_hint(_usage_words(meter) if meter is not None else "")

    def _meter(self) -> PublicMeter | None:
        return next((meter for meter in self._meters if meter.id == self.source.value()), None)


def _usage_words(meter: PublicMeter) -> str:
    if meter.last is None:
        return tr("not read twice yet")
    words = tr("{before} → {now}, usage {usage}").format(
        before=show_decimal(meter.last.before, 0),
        now=show_decimal(meter.last.now, 0),
        usage=show_decimal(meter.last.usage, 0),
    )
    return f"{words} {tr('(estimated)')}" if meter.last.estimated else words

"""Keeps the pane of examples in step with the tariff form: which units, which readings, by which terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.periods import add_months, month_start
from app.estate.kinds import UnitKind
from app.estate.unit_facts import UnitRow
from app.fees.terms import TariffTerms
from ui.fees.long_read import LongRead
from ui.fees.tariffs.example_pane import ExamplePane
from ui.fees.tariffs.live_example import Example, examples, metered_examples, telling_units
from ui.fees.tariffs.metered_example import Measured, invented, read_measured
from ui.fees.tariffs.tariff_fields import FormAnswer
from ui.fees.unit_book import UnitBook
from ui.shell.context import Context


class FormExample(QObject):
    """Reads the units once for a form, and the readings of a kind of meter once."""

    def __init__(self, context: Context, book: UnitBook, pane: ExamplePane) -> None:
        super().__init__(pane)
        self._context = context
        self._book = book
        self._pane = pane
        self._reading = LongRead(context, self)
        self._units: Sequence[UnitRow] = ()
        self._readings: dict[str, Sequence[Measured]] = {}
        self._last: tuple[FormAnswer, TariffTerms | None] | None = None

    def begin(self, units: Sequence[UnitRow], failed: Callable[[Refusal | Trouble], object]) -> None:
        """Another form: show it on these units, else on any homes."""
        self._last = None
        self._take(units)
        if not units:
            self._reading.ask(
                tr("Units for the example"),
                self._homes,
                self._take,
                failed,
                long=self._book.is_large and not self._book.is_read,
            )

    def show_answer(self, answer: FormAnswer, before: TariffTerms | None) -> None:
        """Show what the form says now, beside the terms so far."""
        self._last = answer, before
        self._pane.show_examples(self._found(answer, before))

    def _found(self, answer: FormAnswer, before: TariffTerms | None) -> list[Example]:
        if answer.terms is None or answer.first is None:
            return []
        if answer.terms.formula.is_metered:
            return metered_examples(self._measured(answer), answer.terms, before)
        return examples(telling_units(self._units, answer.terms), answer.terms, answer.first, before)

    def _measured(self, answer: FormAnswer) -> Sequence[Measured]:
        """Units with readings of the tariff's kind of meter; invented ones where there are none."""
        assert answer.terms is not None
        assert answer.first is not None
        kind, month = answer.terms.meter_kind, month_start(answer.first)
        if kind not in self._readings:
            self._readings[kind] = read_measured(self._context.office.meters, self._units, kind)
        return self._readings[kind] or invented(self._units, month, add_months(month, 1))

    def _homes(self) -> Sequence[UnitRow]:
        units = self._book.units()
        return [unit for unit in units if unit.facts.kind is UnitKind.HOME] or units

    def _take(self, units: Sequence[UnitRow]) -> None:
        self._units = units
        self._readings.clear()
        if self._last is not None:
            self.show_answer(*self._last)

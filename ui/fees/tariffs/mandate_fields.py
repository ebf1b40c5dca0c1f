"""The office's mandate for what is added to money held for others: asked for only where something is added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.fees.items import FeeItem
from app.fees.mandate import Mandate
from app.fees.terms import TariffTerms
from ui.fees.tariffs.held_words import MANDATE_CARE
from ui.fees.two_line_rows import keep_two_lines
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap


class MandateFields(QWidget):
    """The document in the office's words, and its day; `changed` with everything typed."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.document, self.dated = Form(), Form()
        self.words = LineField(tr("Mandate"))
        self.day = DateField(tr("Made on"), today)
        self._care = self.document.add(tr("Mandate"), self.words)
        self.dated.add(tr("Made on"), self.day, hint=tr("The day of the document or resolution"))
        self._lay_out()
        self.words.textChanged.connect(lambda: self.words.show_problem(""))
        for field in (self.words, self.day):
            field.textChanged.connect(self.changed)

    def fields(self) -> dict[str, QWidget]:
        """Both fields by name, in the order in which Tab reaches them."""
        return {"mandate": self.words, "mandate_day": self.day}

    def fill(self, mandate: Mandate | None) -> None:
        """Show this mandate, or none."""
        self.words.setText(mandate.words if mandate else "")
        self.day.set_value(mandate.day if mandate else None)

    def mandate(self, item: FeeItem | None, terms: TariffTerms) -> Mandate | None:
        """What is typed, where these terms add something to money held for others; None while a part is missing."""
        words, day = self.words.text().strip(), self.day.value()
        if not _needed(item, terms) or not words or day is None:
            return None
        return Mandate(words, day)

    def follow(self, item: FeeItem | None, terms: TariffTerms) -> None:
        """Stand there only where a mandate is needed."""
        needed = _needed(item, terms)
        self.setVisible(needed)
        if item is not None and needed:
            self._care.show_hint(tr(MANDATE_CARE[item.money_of]))

    def missing(self) -> QWidget:
        """The field in which something is missing."""
        return self.day if self.words.text().strip() else self.words

    def check(self) -> bool:
        """Whether the day can be read; what is not seen is not asked for."""
        return self.isHidden() or self.dated.check()

    def fold(self, *, narrow: bool) -> None:
        """One field below the other where there is little room."""
        self._grid.addWidget(self.dated, *((1, 0) if narrow else (0, 1)), Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        for form in (self.document, self.dated):
            keep_two_lines(form, kept=not narrow)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(32))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.document, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.fold(narrow=False)


def _needed(item: FeeItem | None, terms: TariffTerms) -> bool:
    return item is not None and item.money_of.held and bool(terms.extras)

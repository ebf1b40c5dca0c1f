"""The fields of a new line: what it is, how much, at what price, and who pays."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.core.language import tr
from app.core.quantities import parse_price
from app.core.show import show_decimal
from app.tickets.materials.kinds import FreeReason, LineKind
from app.tickets.materials.line_rule import NewLine, parse_quantity
from app.tickets.materials.line_words import LINE_KINDS
from ui.tickets.material.line_words import PAYERS, USUAL_UNITS
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.typed_field import TypedField

_ONE = Decimal(1)


class LineForm(Form):
    """Begins again after every line with the same kind and payer, for the next one is often like it."""

    def __init__(self, usually_free: FreeReason | None) -> None:
        super().__init__(problems_beside=True)
        self.kind: ChoiceField[LineKind] = ChoiceField(
            tr("Kind"), [(tr(words), kind) for kind, words in LINE_KINDS.items()]
        )
        self.name = LineField(tr("Name"))
        self.quantity: TypedField[Decimal] = TypedField(
            tr("Quantity"), parse_quantity, lambda found: show_decimal(found, 0), required=True, columns=8
        )
        self.unit = LineField(tr("Unit of measure"), columns=6)
        self.price: TypedField[Decimal] = TypedField(tr("Price (yuan)"), parse_price, show_decimal, columns=10)
        self.payer: ChoiceField[FreeReason | None] = ChoiceField(
            tr("Who pays"), [(tr(words), reason) for reason, words in PAYERS.items()]
        )
        self.payer.set_value(usually_free)
        self._lay_out()
        self.kind.chosen.connect(lambda _: self._usual_unit())
        for field in (self.name, self.quantity, self.unit, self.price):
            field.installEventFilter(self)
        self.clear()

    def line(self) -> NewLine:
        """The line as it was typed; without a price it costs nothing."""
        kind = self.kind.value()
        assert kind is not None
        typed = (self.name.text(), self.unit.text(), self.quantity.value() or _ONE, self.price.value() or Decimal(0))
        return NewLine(kind, *typed, self.payer.value())

    def clear(self) -> None:
        """Make room for the next line."""
        self.name.setText("")  # which leaves nothing for Ctrl+Z to take back in the field
        self.quantity.set_value(_ONE)
        self.price.set_value(None)
        self.unit.setText("")
        self._usual_unit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in a field with nothing to take back is the panel's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        untouched = isinstance(watched, LineField) and not watched.isUndoAvailable()
        if untouched and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return True
        return False

    def _usual_unit(self) -> None:
        if self.unit.text() in ("", *USUAL_UNITS.values()):
            self.unit.setText(USUAL_UNITS[self.kind.value() or LineKind.MATERIAL])

    def _lay_out(self) -> None:
        self.add(tr("Kind"), self.kind)
        self.add(tr("Name"), self.name)
        self.add(tr("Quantity"), self.quantity)
        self.add(tr("Unit of measure"), self.unit)
        self.add(tr("Price (yuan)"), self.price)
        self.add(tr("Who pays"), self.payer)

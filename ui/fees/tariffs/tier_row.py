"""One tier of a tariff: where it begins (told), where it ends and its price (typed)."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.core.language import tr
from app.core.quantities import parse_area, parse_price
from app.core.show import show_decimal
from ui.widgets.colours import Tone
from ui.widgets.text_label import body
from ui.widgets.typed_field import TypedField


class TierCell(TypedField[Decimal]):
    """Del in an empty cell asks to remove the tier."""

    emptied = Signal()

    def trouble(self) -> str:
        """What is wrong with the text, not yet shown."""
        return self._read()[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class TierRow(QObject):
    """The three cells of a tier; `next_wanted` comes with Enter in the last of them."""

    changed = Signal()
    next_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, table: QObject) -> None:
        super().__init__(table)
        self.start = body("0", Tone.INK2)
        self.up_to = TierCell("", parse_area, _plain, columns=8)
        self.price = TierCell("", parse_price, show_decimal, columns=8)
        self.up_to.returnPressed.connect(self.price.take_caret)
        self.price.returnPressed.connect(self.next_wanted)
        for cell in (self.up_to, self.price):
            cell.textChanged.connect(self.changed)
            cell.emptied.connect(self.removal_wanted)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not (self.up_to.text().strip() or self.price.text().strip())

    def put(self, end: str, price: str) -> None:
        """Type these."""
        self.up_to.setText(end)
        self.price.setText(price)
        self.clear_problems()

    def end(self) -> Decimal | None:
        """Where it ends; None where it has no end."""
        return self.up_to.value()

    def settle(self, number: int, start: str, *, last: bool) -> None:
        """Say where it begins and which tier it is."""
        self.start.show_text(start or "?")
        self.up_to.setPlaceholderText(tr("no end") if last else "")
        self.up_to.setAccessibleName(tr("Tier {n} up to").format(n=number))
        self.price.setAccessibleName(tr("Price of tier {n}").format(n=number))

    def clear_problems(self) -> None:
        """Wear none."""
        self.up_to.show_problem("")
        self.price.show_problem("")

    def problem_above(self, above: Decimal, *, last: bool) -> tuple[TierCell, str] | None:
        """The bad cell and what is wrong with it, if the tier before ends at `above`."""
        end = self.end()
        if self.up_to.trouble():
            return self.up_to, self.up_to.trouble()
        if end is None and not last:
            return self.up_to, tr("Type where it ends, or remove the tier.")
        if end is not None and end <= above:
            return self.up_to, tr("It must end above {above}, where the tier before ends.").format(above=_plain(above))
        if self.price.value() is None:
            return self.price, self.price.trouble() or tr("Type its price.")
        return None

    def leave(self) -> None:
        """Take its cells off the screen."""
        for cell in (self.start, self.up_to, self.price):
            cell.hide()
            cell.deleteLater()
        self.deleteLater()


def _plain(number: Decimal) -> str:
    return show_decimal(number, 0)

"""Which units a billing run is for: the step in which they are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.core.errors import Refusal, Trouble
from app.core.ids import UnitId
from app.core.language import tr
from app.estate.unit_facts import UnitRow
from ui.fees.long_read import LongRead
from ui.fees.terms_words import units_words
from ui.fees.unit_book import UnitBook
from ui.fees.unit_choice import UnitChoice
from ui.shell.context import Context


class RunUnits(QObject):
    """Holds the choice; `keys` is the context of its actions."""

    def __init__(self, context: Context, book: UnitBook, keys: str) -> None:
        super().__init__()
        self._context = context
        self._book = book
        self._reading = LongRead(context, self)
        self.choice = UnitChoice(context, keys, "fees.run")

    def offer(
        self,
        chosen: frozenset[UnitId] | None,
        shown: Callable[[], object],
        failed: Callable[[Refusal | Trouble], object],
    ) -> None:
        """Read the units and offer them, those `chosen` before ticked; then `shown()`."""

        def offer(units: Sequence[UnitRow]) -> None:
            self.choice.offer(units, self._context.office.estate.tree(), chosen or frozenset())
            shown()

        long = self._book.is_large and not self._book.is_read
        self._reading.ask(tr("Units to choose"), self._book.units, offer, failed, long=long)

    def answer(self) -> frozenset[UnitId] | None:
        """The chosen units; None for all, which nothing chosen means too."""
        chosen = self.choice.chosen()
        return frozenset(chosen) if 0 < len(chosen) < self.choice.offered else None

    def words(self) -> str:
        """What comes next, for the button."""
        count = len(self.choice.chosen())
        return tr("Preview {units}").format(units=units_words(count)) if count else tr("Preview all units")

"""The counter's one search box: units by everything the estate knows, and receipts by their number or code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.clock import Clock
from app.core.ids import ReceiptId, UnitId
from app.core.money import NOTHING
from app.core.typed_text import searched
from app.estate.find_units import FindUnits, UnitHit
from app.fees.charges import Arrears, arrears_of
from app.store.store import Store

if TYPE_CHECKING:
    from app.counter.receipts.receipt_list import ReceiptRow

_LEAST_OF_A_LABEL = 3
_NO_ARREARS = Arrears(NOTHING, 0)


@dataclass(frozen=True, slots=True)
class Hit:
    """One row under the search box: a unit with what it owes, met by itself or through one of its receipts."""

    unit_id: UnitId
    code: str
    person: str
    found: UnitHit | None
    receipt: ReceiptRow | None
    arrears: Arrears

    @property
    def receipt_id(self) -> ReceiptId | None:
        """The receipt that was searched for, if the row is one."""
        return None if self.receipt is None else self.receipt.id


class Finder:
    """Searches estate and receipts together, and says what each unit owes."""

    def __init__(
        self, store: Store, clock: Clock, units: FindUnits, find_receipts: Callable[[str], Sequence[ReceiptRow]]
    ) -> None:
        self._store = store
        self._clock = clock
        self._units = units
        self._find_receipts = find_receipts

    def find(self, text: str) -> list[Hit]:
        """Units first, then receipts of that number or code (three characters at least)."""
        text = searched(text)
        with self._store.reading() as connection:
            units = self._units.find(text)
            receipts = self._find_receipts(text) if len(text.strip()) >= _LEAST_OF_A_LABEL else ()
            ids = {hit.unit_id for hit in units} | {row.unit_id for row in receipts}
            owed = arrears_of(connection, sorted(ids), self._clock.now().date())
        met = [Hit(hit.unit_id, hit.code, hit.person, hit, None, owed.get(hit.unit_id, _NO_ARREARS)) for hit in units]
        papers = [
            Hit(row.unit_id, row.unit, row.payer, None, row, owed.get(row.unit_id, _NO_ARREARS)) for row in receipts
        ]
        return [*met, *papers]

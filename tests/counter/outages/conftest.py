"""An office on the morning of a planned power cut: three homes that owe, a shift open, a block of blanks handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

import pytest

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import BookId, UnitId
from app.core.money_text import parse_money
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.counter.payments.asked import Taken
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder

CUT_BEGINS = datetime(2026, 11, 20, 10)
AT_ELEVEN = datetime(2026, 11, 20, 11)
BACK_AGAIN = datetime(2026, 11, 20, 14, 5)


@dataclass
class CutMorning:
    """What a story of a power cut holds."""

    builder: OfficeBuilder
    units: dict[str, UnitId]
    book: BookId
    cut: int

    def paper(
        self,
        number: int,
        room: str,
        amount: str,
        *,
        at: datetime = AT_ELEVEN,
        method: Method = Method.CASH,
        reference: str = "",
    ) -> Written:
        """A receipt that 李强 wrote by hand."""
        return Written(
            client_id=str(uuid4()),
            book_id=self.book,
            number=number,
            unit_id=self.units[room],
            amount=parse_money(amount),
            method=method,
            reference=reference,
            written_at=at,
            collector="李强",
        )

    def enter(self, paper: Written, by: Actor | None = None) -> Taken:
        """Back entry by the cashier, who lets papers stand in whatever order they lie."""
        accepted = replace(paper, order_accepted=True)
        return self.builder.office.back_entries.enter(by or self.builder.cashier, accepted)


def cut_morning(builder: OfficeBuilder, blanks: int = 6) -> CutMorning:
    """Homes 3-1-301, 3-1-702 and 10-1-201 owe August to October; the cashier has printed for the cut."""
    rooms = {"3-1-301": "苏晚", "3-1-702": "裴小山", "10-1-201": "白鹭"}
    units = {
        room: builder.unit(room, owner, "89.50", f"1380000{at}180") for at, (room, owner) in enumerate(rooms.items())
    }
    builder.property_fee(*units.values())
    builder.billed_through(2026, 10)
    builder.open_shift()
    papers = builder.office.power_cuts.prepare(builder.cashier, "李强", blanks)
    book = builder.office.back_entries.books()[0]
    return CutMorning(builder, units, book.id, papers.cut)


@pytest.fixture
def cut(office_folder: DataFolder, clock: SetClock) -> Iterator[CutMorning]:
    clock.set(datetime(2026, 11, 20, 8, 30))
    builder = OfficeBuilder(office_folder.path, clock)
    made = cut_morning(builder)
    clock.set(BACK_AGAIN)
    yield made
    builder.office.close()

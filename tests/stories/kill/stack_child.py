"""Somebody who enters a stack of hand-written receipts in a process of its own, there to be killed.

With a point it dies there of itself, at one of its first papers.
"""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

from app.core.clock import SetClock
from app.core.money import Money
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from tests.office_builder import OfficeBuilder
from tests.stories.kill.points import lay_trap
from tests.stories.kill.said import Telling
from tests.stories.kill.stack_form import FORM, kept

ROOMS = ("3-1-301", "3-1-702", "10-1-201")
AFTERNOON = datetime(2026, 11, 20, 14, 5)


def work(data: Path, seed: str, point: str) -> None:
    """Enter papers in their order until the block is used up, the process is killed, or the point is reached."""
    rng, told = random.Random(seed), Telling()
    builder = OfficeBuilder(data, SetClock(AFTERNOON))
    entries, drafts = builder.office.back_entries, builder.office.drafts
    (book,) = entries.books()
    dies_at = rng.randrange(1, 6) if point else 0
    told.begin("work")
    told.done("work")
    number = entries.next_number(book.id)
    while number is not None:
        paper = Written(
            client_id=f"{seed}-{number}",
            book_id=book.id,
            number=number,
            unit_id=builder.office.estate.unit_named(rng.choice(ROOMS)),
            amount=Money(rng.randrange(1, 300) * 10),
            method=rng.choice((Method.CASH, Method.TRANSFER)),
            reference=str(number),
            written_at=datetime(2026, 11, 20, 10 + number % 4, number % 60),
            collector="李强",
        )
        told.begin("draft", paper.client_id)
        drafts.save(builder.cashier, FORM, kept(paper))
        told.done("draft", paper.client_id)
        if number == dies_at:
            lay_trap(builder.office, point)
        told.begin("enter", paper.client_id)
        taken = entries.enter(builder.cashier, paper)
        told.done("enter", paper.client_id, taken.label)
        number = entries.next_number(book.id, number)

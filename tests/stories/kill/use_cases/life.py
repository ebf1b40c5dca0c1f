"""An office that is lived in: every act of it is a use case of real use, in whatever order chance wants."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Column, select

from app.core.clock import SetClock
from app.core.errors import Refusal
from app.core.ids import UnitId
from app.estate.tables import unit
from app.office import Office
from tests.conftest import MORNING
from tests.refunds.refund_office import RefundOffice

T = TypeVar("T")

HOMES, FREE_HOMES = 6, 3
"""Homes with bills, and homes that nothing was laid on yet."""


class NothingThere(Refusal):
    """There is nothing yet that this act could be done to."""


class Life(RefundOffice):
    """The office at work; `step` counts the acts, and makes names that no other act has."""

    def __init__(self, data: Path, seed: str, key: str | None = None) -> None:
        self.clock = SetClock(MORNING)
        self.office = Office.open(data, self.clock, key)
        self.supervisor, self.cashier = (self.office.people.named(name) for name in ("沈若兰", "王敏"))
        self.data = data
        self.rng = random.Random(seed)
        self.seed, self.step = seed, 0
        with self.office.store.reading() as connection:
            self.units = [
                UnitId(number) for number in connection.execute(select(unit.c.id).order_by(unit.c.id)).scalars()
            ]

    @property
    def today(self) -> date:
        return self.clock.now().date()

    def do(self, act: Act) -> bool:
        """Do it a little later than the one before; whether it was done, or refused."""
        self.step += 1
        self.clock.advance(seconds=20)
        try:
            act(self)
        except Refusal:
            return False
        return True

    def name(self, word: str) -> str:
        """A name of its own."""
        return f"{word}{self.step}"

    def one(self, there: Sequence[T]) -> T:
        """Any of them."""
        if not there:
            raise NothingThere
        return self.rng.choice(there)

    def any_row(self, column: Column[int]) -> int:
        """The id of any row of a table."""
        with self.office.store.reading() as connection:
            return self.one(connection.execute(select(column)).scalars().all())

    def any_home(self) -> UnitId:
        return self.one(self.units[:HOMES])


Act = Callable[[Life], object]

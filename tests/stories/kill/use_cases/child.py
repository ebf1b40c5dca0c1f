"""An office that is lived in, in a process of its own, there to be killed.

Acts of every kind are done in an order that follows from the seed, until it dies at a moment that follows from it as
well; with the point `lives` it goes on until it is killed.
"""

from __future__ import annotations

import random
import threading
from pathlib import Path

from sqlalchemy import event

from app.store.store import Store
from tests.stories.kill.points import die
from tests.stories.kill.use_cases.every_act import ALL_ACTS, SIDES
from tests.stories.kill.use_cases.life import Life
from tests.stories.kill.use_cases.told import ACT, DONE, WRITTEN, say, tell_of
from tests.stories.kill.use_cases.whole_books import digest_of

LIVES = "lives"
MOST_ACTS, MOST_TRANSACTIONS, MOST_STATEMENTS = 2_000, 40, 40
LONGEST_WAIT = 0.06  # seconds: as long as most acts take


class Fate:
    """When the process dies: at a statement, with all written and nothing durable, or a moment after so many steps."""

    def __init__(self, store: Store, rng: random.Random) -> None:
        self._left = rng.randrange(1, MOST_TRANSACTIONS)
        self._strikes = rng.choice((self._at_a_statement, self._at_a_moment, self._at_a_moment, die))
        self._store, self._rng = store, rng

    def hears(self, word: str) -> None:
        if self._strikes is die:
            self._left -= word == WRITTEN
        else:
            self._left -= word == DONE
        if self._left == 0:
            self._left = -1
            self._strikes()

    def _at_a_moment(self) -> None:
        threading.Timer(self._rng.uniform(0, LONGEST_WAIT), die).start()

    def _at_a_statement(self) -> None:
        left = self._rng.randrange(MOST_STATEMENTS)

        def count(*_: object) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                die()

        event.listen(self._store.engine, "before_cursor_execute", count)


def work(data: Path, seed: str, point: str) -> None:
    """Live until it dies."""
    life = Life(data, seed)
    say(DONE, digest_of(life.office.store))
    fate = None if point == LIVES else Fate(life.office.store, random.Random(f"{seed} dies"))
    tell_of(life.office.store, (lambda _: None) if fate is None else fate.hears)
    life.open_shift()
    for _ in range(MOST_ACTS):
        act = life.rng.choice(life.rng.choice((*SIDES, ALL_ACTS)))
        say(ACT, act.__name__)
        life.do(act)

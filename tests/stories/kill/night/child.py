"""The person of the night in a process of its own, there to be killed; with a point it dies there of itself."""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy import event

from app.incidents.running import head_of_logs
from tests.stories.kill.night.person import Person
from tests.stories.kill.points import die
from tests.stories.kill.said import Telling

MOST_ACTS, REHEARSED = 2_000, 20


def work(data: Path, seed: str, point: str) -> None:
    """Work until killed, or up to the point."""
    person = Person(data, seed, Telling())
    for _ in range(random.Random(seed).randrange(4, 12) if point else MOST_ACTS):
        person.act()
    if point == "before_commit":
        event.listen(person.builder.office.store.engine, "commit", die)
    else:
        vars(head_of_logs)["_write"] = lambda *_, **__: die()
    person.signed("note", person.builder.office.incidents.running()[0].id)


def rehearse(data: Path) -> None:
    """Some acts of every kind."""
    person = Person(data, "rehearsal", Telling())
    for _ in range(REHEARSED):
        person.act()
    person.builder.office.close()

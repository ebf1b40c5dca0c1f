"""The person of the night in a process of its own, there to be killed.

`python -m tests.stories.kill.night.child DATA SEED [POINT]` tells every act on standard output; with a POINT it dies
there of itself, at one of the first acts. `--wait` forks one for each order.
"""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy import event

from app.incidents.running import head_of_logs
from app.incidents.running.incidents import Incidents
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from tests.stories.kill.night.person import Person
from tests.stories.kill.points import die
from tests.stories.kill.said import Telling
from tests.stories.kill.waiting import begin

MOST_ACTS = 2_000
READ_AHEAD = (Incidents, UnsignedIncidents)
"""What the office reads when it is first asked for: here before any fork."""


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


if __name__ == "__main__":
    begin(work)

"""What a life said before it was killed: of each transaction what it is about to make of the books, and that it did."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.store.store import Store
from tests.stories.kill.use_cases.whole_books import digest_of

WRITTEN, DONE, ACT = "written", "done", "act"
Heard = Callable[[str], None]


def tell_of(store: Store, heard: Heard) -> None:
    """From now on every transaction is told twice: all of it written and nothing durable, and once it was confirmed."""
    seal = store.before_commit
    assert seal is not None

    def about_to_be(connection: Connection) -> None:
        seal(connection)
        digest = digest_of(store)
        say(WRITTEN, digest)
        heard(WRITTEN)

        def confirmed() -> None:
            say(DONE, digest)
            heard(DONE)

        store.after_commit("confirmed", confirmed)

    store.before_commit = about_to_be


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Last:
    """The act in which the kill fell, and which books may stand there: those confirmed, or those about to be."""

    act: str
    books: frozenset[str]
    transactions: int


def last_of(path: Path) -> Last:
    """Read what was said; half a line was not said."""
    act, confirmed, doubtful, transactions = "", "", "", 0
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        word, *rest = line.split()
        if not line.endswith("\n"):
            break
        if word == ACT:
            act = rest[0]
        elif word == WRITTEN:
            doubtful = rest[0]
        else:
            confirmed, doubtful, transactions = rest[0], "", transactions + 1
    return Last(act, frozenset({confirmed, doubtful} - {""}), transactions)

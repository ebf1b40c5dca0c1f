"""Book-keeping truths: what must always hold, checked by name; each room brings its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.core.language import tr
from app.store.faults import trouble_in


@dataclass(frozen=True)
class Truth:
    """A sentence that must hold; `check` yields what breaks it, in words for the maintainer."""

    name: str
    check: Callable[[Connection], Iterable[str]]


@dataclass(frozen=True)
class Finding:
    """The answer for one truth: no breaches means that it holds."""

    truth: str
    breaches: tuple[str, ...]


def check_truths(connection: Connection, truths: Sequence[Truth]) -> list[Finding]:
    """Check every truth; at most twenty breaches of each are named. What cannot be read or understood is a breach."""
    return [Finding(truth.name, tuple(islice(_breaches(connection, truth), 20))) for truth in truths]


def _breaches(connection: Connection, truth: Truth) -> Iterator[str]:
    try:
        yield from truth.check(connection)
    except DBAPIError as error:
        if trouble_in(error) is None:
            raise
        yield str(error.orig)
    except Exception as error:  # noqa: BLE001 - a row that was altered may say anything
        yield tr("cannot be understood: {error}").format(error=f"{type(error).__name__} {error}")

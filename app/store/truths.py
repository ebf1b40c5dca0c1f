"""Book-keeping truths: what must always hold, checked by name; each room brings its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection


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
    """Check every truth; at most twenty breaches of each are named."""
    findings = []
    for truth in truths:
        breaches: list[str] = []
        for breach in truth.check(connection):
            breaches.append(breach)
            if len(breaches) == 20:
                break
        findings.append(Finding(truth.name, tuple(breaches)))
    return findings

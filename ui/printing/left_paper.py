"""A paper of an earlier run of the program that never came out of a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.paper.documents import DocumentKind


@dataclass(frozen=True, slots=True)
class LeftPaper:
    """`send` queues it now, `came_out` says that it lies there whole, `let_go` that nobody wants it any more.

    `key` tells it from every other one; what these do may refuse as the paper's own keys do.
    """

    key: str
    title: str
    kind: DocumentKind
    send: Callable[[], None]
    came_out: Callable[[], None]
    let_go: Callable[[], None]

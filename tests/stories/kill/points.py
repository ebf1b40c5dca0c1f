"""Named points of a payment at which the process dies of itself, as if the power had gone just there."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from sqlalchemy import event

from app.ledger import head
from app.office import Office

POINTS = ("before_commit", "before_head", "head_half_written", "before_print")


def die(*_: object) -> NoReturn:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # Windows ends a process on SIGTERM at once
    os._exit(1)


def lay_trap(office: Office, point: str) -> None:
    """From now on the next payment dies at this point."""
    _TRAPS[point](office)


def _before_commit(office: Office) -> None:
    event.listen(office.store.engine, "commit", die)


def _before_head(_: Office) -> None:
    _replace_write(die)


def _head_half_written(_: Office) -> None:
    def half(path: Path, place: int, new: head.Head) -> None:
        with path.open("r+b", buffering=0) as file:
            file.seek(place * head._PLACE)
            file.write(head._as_bytes(new)[:60])  # into the hash: what follows is that of an older entry
        die()

    vars(head)["_overwrite"] = half


def _before_print(_: Office) -> None:
    write = head._write

    def written(path: Path, new: head.Head) -> None:
        write(path, new)
        die()

    _replace_write(written)


def _replace_write(write: Callable[[Path, head.Head], None]) -> None:
    vars(head)["_write"] = write


_TRAPS: dict[str, Callable[[Office], None]] = dict(
    zip(POINTS, (_before_commit, _before_head, _head_half_written, _before_print), strict=True)
)

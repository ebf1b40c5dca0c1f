"""Which printer each kind of document goes to, and how; kept for the office, with who changed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.paper.documents import PLAIN, DocumentKind, Offset, PrintSetup
from app.paper.refusals import OffsetOutOfBounds
from app.store.settings import read_setting, write_setting
from app.store.store import Store

_KEY = "printing.setups"
ACTION = "change_print_setup"


class PrintSetups:
    """Printers and offsets have a page of their own: what they can be is known to the computer only."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def read(self) -> dict[DocumentKind, PrintSetup]:
        """Every kind's set-up; the plain one where nothing was chosen or what is kept cannot be read."""
        with self._store.reading() as connection:
            kept = read_setting(connection, _KEY, {})
        return {kind: _read(kept.get(str(kind))) for kind in DocumentKind}

    def change(self, by: Actor, kind: DocumentKind, setup: PrintSetup) -> None:
        """Keep how one kind of document is printed. Raises NotPermitted, OffsetOutOfBounds."""
        by.require(Permission.CHANGE_SETTINGS)
        if not all(offset.in_bounds for offset in setup.offsets.values()):
            raise OffsetOutOfBounds
        with self._store.transaction() as connection:
            at, kept = self._clock.now(), read_setting(connection, _KEY, {})
            old, new = kept.get(str(kind)), _stored(setup)
            if old != new:
                write_setting(connection, _KEY, {**kept, str(kind): new}, at, by.id)
                audit.record(connection, ACTION, str(kind), {"old": old, "new": new}, at, by.id)


def _stored(setup: PrintSetup) -> dict[str, Any]:
    moved = {printer: [offset.x, offset.y] for printer, offset in setup.offsets.items()}
    flags = {name: getattr(setup, name) for name in _FLAGS}
    return {"printer": setup.printer, "offsets": moved, **flags}


def _read(kept: object) -> PrintSetup:
    if not isinstance(kept, Mapping):
        return PLAIN
    try:
        offsets = {str(name): Offset(int(x), int(y)) for name, (x, y) in dict(kept.get("offsets", {})).items()}
    except (TypeError, ValueError):
        offsets = {}
    flags = {name: kept.get(name) is True for name in _FLAGS}
    return PrintSetup(printer=str(kept.get("printer", "")), offsets=offsets, **flags)


_FLAGS = ("overlay", "own_letters", "drawer")

"""A driver that fails at one statement of a step, as a full or a failing disk makes it fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlcipher3 import dbapi2

from app.store.faults import DiskFailed, DiskFull, StoreReadOnly

FAULTS = {
    "database or disk is full": DiskFull,
    "disk I/O error": DiskFailed,
    "attempt to write a readonly database": StoreReadOnly,
}
"""What the driver says, and the trouble that it stands for."""


class FailingDriver:
    """Fails at the statement of this number (from 0; the commit counts as one), and at every later one `for_good`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._count = 0
        self._at, self._word, self._for_good = -1, "", False
        self.failed_at = ""
        """The statement that failed; empty if none did."""

    @contextmanager
    def failing(self, at: int, word: str, *, for_good: bool = False) -> Iterator[None]:
        """While this holds."""
        commit = self._engine.dialect.do_commit
        self._count, self._at, self._word, self._for_good, self.failed_at = 0, at, word, for_good, ""
        hooks = dict.fromkeys(("do_execute", "do_executemany"), self._on_statement) | {
            "do_execute_no_params": self._on_bare_statement
        }

        def do_commit(connection: Any) -> None:
            self._step("COMMIT")
            commit(connection)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self._engine.dialect, "do_commit", do_commit)
            for name, hook in hooks.items():
                event.listen(self._engine, name, hook)
            try:
                yield
            finally:
                for name, hook in hooks.items():
                    event.remove(self._engine, name, hook)

    def _on_statement(self, _cursor: object, statement: str, _parameters: object, _context: object) -> None:
        self._step(statement)

    def _on_bare_statement(self, _cursor: object, statement: str, _context: object) -> None:
        self._step(statement)

    def _step(self, statement: str) -> None:
        self._count += 1
        if self._count - 1 == self._at or (self._for_good and self._count > self._at):
            self.failed_at = statement
            raise dbapi2.OperationalError(self._word)

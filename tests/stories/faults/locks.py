"""Another program that holds the database, as a backup program or a second command would."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from app.store.store import Store

_HOLDER = """
import sys
from pathlib import Path
from app.store.engine import connect_raw
connection = connect_raw(Path(sys.argv[1]), sys.stdin.readline().strip())
if sys.argv[2] == "whole":
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by_another_program(store: Store, *, whole: bool = False) -> Iterator[None]:
    """A process of its own holds the file, the `whole` of it against readers too; nobody waits longer than a moment."""

    def hasty(connection: Any, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout = 100")

    event.listen(store.engine, "checkout", hasty)
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(store.folder.database), "whole" if whole else "writing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        holder.stdin.write(f"{store.key}\n")
        holder.stdin.flush()
        assert holder.stdout.readline().strip() == "held"
        yield
    finally:
        holder.communicate("\n")
        event.remove(store.engine, "checkout", hasty)

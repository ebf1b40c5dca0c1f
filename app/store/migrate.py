"""Schema versions: a new file is built, an old one backed up and brought up to date, a newer one refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from app.core.errors import Trouble
from app.store.folder import DataFolder

if TYPE_CHECKING:
    from datetime import datetime

    from alembic.config import Config

HEAD = "0007"
MIGRATIONS = Path(__file__).parent / "migrations"


class DatabaseIsNewer(Trouble):
    """The file was written by a newer program; this one does not touch it."""

    revision: str


class ReferencesBroken(Trouble):
    """Rows of these tables point to rows that are not there; the file stays as it was."""

    tables: tuple[str, ...]


def revision_of(connection: Connection) -> str | None:
    """The schema revision of the open file; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def bring_up_to_date(
    engine: Engine,
    folder: DataFolder,
    key: str,
    now: datetime,
    migrations: Path = MIGRATIONS,
    head: str = HEAD,
) -> Path | None:
    """Migrate to `head` in one transaction; returns the backup made before, or None if nothing had to move.

    Raises DatabaseIsNewer, and BackupFailed before anything is touched.
    """
    with engine.connect() as connection:
        revision = revision_of(connection)
    if revision == head:
        return None
    config = _config(migrations)
    if revision is not None and not _is_known(config, revision):
        raise DatabaseIsNewer(revision)
    backup = None
    if revision is not None:
        from app.store.backup import write_verified_backup  # noqa: PLC0415 - a current database needs none

        backup = write_verified_backup(folder, key, f"before-{head}-{now:%Y%m%d-%H%M%S}")
    _upgrade(engine, config, head)
    return backup


def _config(migrations: Path) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - 0.4 s, and needed only when the schema moves

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    return config


def _is_known(config: Config, revision: str) -> bool:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return any(script.revision == revision for script in ScriptDirectory.from_config(config).walk_revisions())


def _upgrade(engine: Engine, config: Config, head: str) -> None:
    from alembic import command  # noqa: PLC0415

    with engine.connect() as connection, _references_unwatched(connection), connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, head)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise ReferencesBroken(tuple(sorted({str(row[0]) for row in broken})))


@contextmanager
def _references_unwatched(connection: Connection) -> Iterator[None]:
    """A table that is made anew is gone for a moment; SQLite takes this switch only between transactions."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")

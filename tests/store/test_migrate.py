"""A schema moves only forward, only after a proven backup, and as a whole or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from app.store import backup
from app.store.all_tables import whole_schema
from app.store.backup import BackupFailed
from app.store.engine import make_engine
from app.store.folder import DataFolder
from app.store.key_file import database_key
from app.store.migrate import (
    HEAD,
    MIGRATIONS,
    DatabaseIsNewer,
    ReferencesBroken,
    bring_up_to_date,
    revision_of,
)
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from tests.conftest import MORNING

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("weather", sa.Column("day", sa.Date(), primary_key=True), sa.Column("word", sa.String()))
    op.add_column("setting", sa.Column("colour", sa.String()))
{more}
"""


@pytest.fixture
def next_migrations(tmp_path: Path) -> Path:
    """The program's migrations and one more, as a later version of the program would bring."""
    path = tmp_path / "migrations of next year"
    shutil.copytree(MIGRATIONS, path, ignore=shutil.ignore_patterns("__pycache__"))
    (path / "versions" / "next.py").write_text(NEXT.format(head=HEAD, more=""), encoding="utf-8")
    return path


@pytest.fixture
def engine(folder: DataFolder) -> Iterator[Engine]:
    engine = make_engine(folder.database, database_key(folder))
    yield engine
    engine.dispose()


def migrate(engine: Engine, folder: DataFolder, migrations: Path) -> Path | None:
    return bring_up_to_date(engine, folder, database_key(folder), MORNING, migrations, "next")


def tables(engine: Engine) -> list[str]:
    return inspect(engine).get_table_names()


def test_a_new_folder_is_built_at_the_newest_revision_and_needs_no_backup(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    store = open_store(folder, MORNING)
    with store.reading() as connection:
        assert revision_of(connection) == HEAD
    store.close()
    assert not folder.backups.exists()


def test_the_migrated_schema_is_the_schema_that_the_rooms_declare(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, whole_schema()) == []


def test_every_partial_index_of_the_rooms_is_in_the_file(store: Store) -> None:
    declared = {
        index.name: str(index.dialect_options["sqlite"]["where"])
        for table in whole_schema().tables.values()
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }
    with store.reading() as connection:
        rows = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
        )
        in_file = {name: sql.split(" WHERE ")[1] for name, sql in rows}
    assert in_file == declared


def test_an_up_to_date_file_is_opened_without_a_backup(folder: DataFolder) -> None:
    open_store(folder, MORNING).close()
    assert not folder.backups.exists()


def test_a_migration_is_preceded_by_a_backup_of_the_old_state(
    folder: DataFolder,
    store: Store,
    engine: Engine,
    next_migrations: Path,
) -> None:
    with store.transaction() as connection:
        write_setting(connection, "office", "阳光里", MORNING, None)
    made = migrate(engine, folder, next_migrations)
    assert made is not None
    assert made.parent == folder.backups
    old = make_engine(made, database_key(folder))
    with old.connect() as connection:
        assert revision_of(connection) == HEAD
        assert read_setting(connection, "office", None) == "阳光里"
    assert "weather" not in tables(old)
    old.dispose()


def test_a_migration_keeps_what_was_there_and_brings_the_new(
    folder: DataFolder,
    store: Store,
    engine: Engine,
    next_migrations: Path,
) -> None:
    with store.transaction() as connection:
        write_setting(connection, "office", "阳光里", MORNING, None)
    migrate(engine, folder, next_migrations)
    with engine.connect() as connection:
        assert revision_of(connection) == "next"
        assert connection.execute(text("SELECT value, colour FROM setting")).one() == ('"阳光里"', None)
    assert "weather" in tables(engine)


def test_migrating_again_does_nothing(folder: DataFolder, engine: Engine, next_migrations: Path) -> None:
    migrate(engine, folder, next_migrations)
    assert migrate(engine, folder, next_migrations) is None
    assert len(list(folder.backups.iterdir())) == 1


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    folder: DataFolder,
    engine: Engine,
    next_migrations: Path,
) -> None:
    failing = NEXT.format(head=HEAD, more="    op.execute('INSERT INTO tickets VALUES (1)')")
    (next_migrations / "versions" / "next.py").write_text(failing, encoding="utf-8")
    before = tables(engine)
    with pytest.raises(Exception, match="tickets"):
        migrate(engine, folder, next_migrations)
    with engine.connect() as connection:
        assert revision_of(connection) == HEAD
    assert tables(engine) == before


def test_without_a_sound_backup_nothing_is_migrated(
    folder: DataFolder,
    engine: Engine,
    next_migrations: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backup, "problem_in", lambda _path, _key: "row 7 missing from index")
    with pytest.raises(BackupFailed):
        migrate(engine, folder, next_migrations)
    with engine.connect() as connection:
        assert revision_of(connection) == HEAD


def test_a_file_of_a_newer_program_is_refused_and_left_untouched(
    folder: DataFolder,
    engine: Engine,
    next_migrations: Path,
) -> None:
    migrate(engine, folder, next_migrations)
    engine.dispose()
    before = folder.database.read_bytes()
    with pytest.raises(DatabaseIsNewer) as trouble:
        open_store(folder, MORNING)
    assert trouble.value.revision == "next"
    assert folder.database.read_bytes() == before


def test_a_folder_whose_path_has_a_percent_sign_migrates_too(
    folder: DataFolder, engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "100% ours"
    shutil.copytree(MIGRATIONS, path)
    assert bring_up_to_date(engine, folder, database_key(folder), MORNING, path) is None
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'unknown'"))
    with pytest.raises(DatabaseIsNewer):
        bring_up_to_date(engine, folder, database_key(folder), MORNING, path)


ORPHAN = """    op.create_table("room", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table("bed", sa.Column("room", sa.Integer(), sa.ForeignKey("room.id"), nullable=False))
    op.execute("INSERT INTO bed (room) VALUES (7)")
"""


def test_a_migration_that_leaves_a_row_pointing_nowhere_is_taken_back_and_the_watch_is_on_again(
    folder: DataFolder,
    store: Store,
    engine: Engine,
    next_migrations: Path,
) -> None:
    script = NEXT.format(head=HEAD, more=ORPHAN)
    (next_migrations / "versions" / "next.py").write_text(script, encoding="utf-8")
    with pytest.raises(ReferencesBroken) as refused:
        migrate(engine, folder, next_migrations)
    assert refused.value.tables == ("bed",)
    assert "bed" not in tables(engine)
    with engine.connect() as connection:
        assert revision_of(connection) == HEAD
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1

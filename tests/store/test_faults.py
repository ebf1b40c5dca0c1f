"""What happens to the disk happens to the file: damage, a foreign key, no room, no right to write."""

import secrets

import pytest
from sqlalchemy import text

from app.store.faults import DatabaseDamaged, DiskFailed, DiskFull, StoreIsBusy, StoreReadOnly, trouble_in
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from tests.conftest import MORNING


def write_much(store: Store) -> None:
    with store.transaction() as connection:
        for number in range(500):
            write_setting(connection, f"key {number}", "值" * 2_000, MORNING, None)


def test_a_foreign_key_file_does_not_open_the_database(folder: DataFolder) -> None:
    folder.key.write_text(secrets.token_hex(32), encoding="ascii")
    before = folder.database.read_bytes()
    with pytest.raises(DatabaseDamaged):
        open_store(folder, MORNING)
    assert folder.database.read_bytes() == before


def test_a_file_of_noise_is_called_damaged_and_left_as_it_is(folder: DataFolder) -> None:
    noise = secrets.token_bytes(65_536)
    folder.database.write_bytes(noise)
    with pytest.raises(DatabaseDamaged):
        open_store(folder, MORNING)
    assert folder.database.read_bytes() == noise


def test_a_cut_off_file_is_called_damaged(folder: DataFolder) -> None:
    folder.database.write_bytes(folder.database.read_bytes()[:5_000])
    with pytest.raises(DatabaseDamaged):
        open_store(folder, MORNING)


def test_a_flipped_byte_deep_inside_is_called_damaged_where_it_is_read(folder: DataFolder, store: Store) -> None:
    with store.transaction() as connection:
        for number in range(300):
            write_setting(connection, f"key {number}", "值" * 400, MORNING, None)
    store.close()
    content = bytearray(folder.database.read_bytes())
    content[len(content) * 7 // 8] ^= 1  # among the settings, which were written last
    folder.database.write_bytes(bytes(content))
    again = open_store(folder, MORNING)
    with pytest.raises(DatabaseDamaged), again.reading() as connection:
        connection.execute(text("SELECT sum(length(value)) FROM setting")).scalar()
    again.close()


def test_a_full_disk_keeps_nothing_of_the_step_and_everything_before_it(store: Store) -> None:
    with store.transaction() as connection:
        write_setting(connection, "before", "kept", MORNING, None)
    with store.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(DiskFull):
        write_much(store)
    with store.reading() as connection:
        assert read_setting(connection, "before", None) == "kept"
        assert read_setting(connection, "key 0", None) is None


def test_room_on_the_disk_again_lets_the_same_window_go_on(store: Store) -> None:
    with store.reading() as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))
    with pytest.raises(DiskFull):
        write_much(store)
    with store.reading() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    with store.transaction() as connection:
        write_setting(connection, "after", "kept", MORNING, None)


def test_a_file_set_to_read_only_meanwhile_says_so(store: Store) -> None:
    with store.reading() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(StoreReadOnly), store.transaction() as connection:
        write_setting(connection, "office", "new", MORNING, None)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("database is locked", StoreIsBusy),
        ("database table is locked: setting", StoreIsBusy),
        ("attempt to write a readonly database", StoreReadOnly),
        ("unable to open database file", StoreReadOnly),
        ("file is not a database", DatabaseDamaged),
        ("database disk image is malformed", DatabaseDamaged),
        ("disk I/O error", DiskFailed),
    ],
)
def test_the_drivers_words_are_told_apart(words: str, kind: type[Exception]) -> None:
    assert type(trouble_in(Exception(words))) is kind


def test_a_bug_is_not_taken_for_a_trouble(store: Store) -> None:
    assert trouble_in(Exception("no such column: charge.colour")) is None
    with pytest.raises(Exception, match="no such table"), store.transaction() as connection:
        connection.execute(text("SELECT * FROM tickets"))

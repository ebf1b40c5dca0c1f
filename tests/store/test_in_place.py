"""A store knows its own file: what lies in its place under the same name may be another."""

import shutil

import pytest

from app.store.engine import connect_raw
from app.store.folder import DataFolder
from app.store.in_place import DataGone, Place
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from tests.conftest import MORNING


def test_the_file_that_was_opened_stands(store: Store, folder: DataFolder) -> None:
    place = Place.of(folder)
    place.must_stand()
    place.must_keep()
    assert place.has_log
    store.must_stand()


def test_a_copy_of_the_same_content_is_another_file(store: Store, folder: DataFolder) -> None:
    shutil.copy(folder.database, folder.path / "copy")
    (folder.path / "copy").replace(folder.database)
    with pytest.raises(DataGone):
        store.must_stand()
    with pytest.raises(DataGone), store.transaction() as connection:
        write_setting(connection, "office", "nowhere", MORNING, None)


def test_no_place_is_made_for_a_file_that_is_not_there(folder: DataFolder) -> None:
    folder.database.unlink()
    with pytest.raises(DataGone):
        Place.of(folder)


def test_a_disk_that_keeps_no_log_is_written_all_the_same(folder: DataFolder, store: Store) -> None:
    key = store.key
    store.close()
    bare = connect_raw(folder.database, key)
    assert bare.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
    bare.close()
    assert not Place.of(folder).has_log
    Place.of(folder).must_keep()


def test_what_was_written_before_and_after_all_connections_were_given_back_is_there(folder: DataFolder) -> None:
    opened = open_store(folder, MORNING)
    for number in range(2):
        with opened.transaction() as connection:
            write_setting(connection, f"key {number}", "kept", MORNING, None)
        opened.engine.dispose()
    with opened.reading() as connection:
        assert [read_setting(connection, f"key {number}", None) for number in range(2)] == ["kept", "kept"]
    opened.close()

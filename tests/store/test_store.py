from typing import NoReturn

import pytest
from sqlalchemy import text

from app.store.faults import DiskFull
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from tests.conftest import MORNING


class PowerCutError(Exception):
    pass


def kept(store: Store, key: str) -> object:
    with store.reading() as connection:
        return read_setting(connection, key, None)


def keep(store: Store, key: str, value: object) -> None:
    with store.transaction() as connection:
        write_setting(connection, key, value, MORNING, None)


def test_what_a_transaction_wrote_is_there_at_the_next_start(folder: DataFolder) -> None:
    first = open_store(folder, MORNING)
    keep(first, "office", "阳光里物业服务中心")
    first.close()
    second = open_store(folder, MORNING)
    assert kept(second, "office") == "阳光里物业服务中心"
    second.close()


def test_an_error_inside_rolls_everything_back(store: Store) -> None:
    def half_a_step() -> None:
        with store.transaction() as connection:
            write_setting(connection, "office", "half", MORNING, None)
            raise PowerCutError

    with pytest.raises(PowerCutError):
        half_a_step()
    assert kept(store, "office") is None


def test_an_inner_use_case_joins_the_transaction_of_its_caller(store: Store) -> None:
    def caller() -> None:
        with store.transaction() as outer:
            with store.transaction() as inner:
                assert inner is outer
                write_setting(inner, "office", "joined", MORNING, None)
            raise PowerCutError

    with pytest.raises(PowerCutError):
        caller()
    assert kept(store, "office") is None


def test_a_read_inside_a_transaction_sees_what_it_has_written(store: Store) -> None:
    with store.transaction() as connection:
        write_setting(connection, "office", "new", MORNING, None)
        assert kept(store, "office") == "new"


def test_two_windows_on_one_folder_see_each_others_work(folder: DataFolder, store: Store) -> None:
    other = open_store(folder, MORNING)
    keep(store, "office", "first window")
    assert kept(other, "office") == "first window"
    other.close()


def test_a_reader_sees_one_moment_while_another_window_writes(folder: DataFolder, store: Store) -> None:
    keep(store, "office", "before")
    other = open_store(folder, MORNING)
    with store.reading() as connection:
        assert read_setting(connection, "office", None) == "before"
        keep(other, "office", "after")
        assert read_setting(connection, "office", None) == "before"
    assert kept(store, "office") == "after"
    other.close()


def test_a_reader_does_not_wait_for_a_writer(folder: DataFolder, store: Store) -> None:
    other = open_store(folder, MORNING)
    with other.transaction() as writing:
        write_setting(writing, "office", "not yet", MORNING, None)
        assert kept(store, "office") is None
    assert kept(store, "office") == "not yet"
    other.close()


def test_work_after_the_commit_is_done_in_order_and_once(store: Store) -> None:
    done: list[str] = []

    def print_receipt() -> None:
        done.append(f"printed {kept(store, 'receipt')}")

    def tell() -> None:
        done.append("told")

    with store.transaction() as connection:
        write_setting(connection, "receipt", 1, MORNING, None)
        for name, action in (("print", print_receipt), ("tell", tell), ("print", print_receipt)):
            store.after_commit(name, action)
        assert done == []
    assert done == ["printed 1", "told"]


def test_work_after_the_commit_is_forgotten_when_the_transaction_fails(store: Store) -> None:
    done: list[str] = []

    def pay() -> None:
        with store.transaction():
            store.after_commit("print", lambda: done.append("printed"))
            raise PowerCutError

    with pytest.raises(PowerCutError):
        pay()
    with store.transaction():
        pass
    assert done == []


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 15000)],
)
def test_every_connection_has_the_offices_pragmas(store: Store, pragma: str, value: object) -> None:
    with store.reading() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_nothing_in_the_file_can_be_read_without_the_key(folder: DataFolder, store: Store) -> None:
    keep(store, "office", "阳光里物业服务中心")
    store.close()
    on_disk = b"".join(path.read_bytes() for path in folder.path.glob("counter.db*"))
    assert b"SQLite format" not in on_disk
    assert "阳光里".encode() not in on_disk


def test_a_rehearsal_shows_what_would_be_written_and_keeps_nothing(store: Store) -> None:
    done: list[str] = []
    with store.rehearsal() as connection:
        write_setting(connection, "office", "tried", MORNING, None)
        store.after_commit("print", lambda: done.append("printed"))
        assert kept(store, "office") == "tried"
    assert kept(store, "office") is None
    keep(store, "office", "meant")
    assert done == []


def test_a_use_case_inside_a_rehearsal_is_taken_back_with_it(store: Store) -> None:
    with store.rehearsal():
        keep(store, "office", "tried")
    assert kept(store, "office") is None


def test_a_rehearsal_inside_a_transaction_is_a_bug(store: Store) -> None:
    with store.transaction(), pytest.raises(AssertionError), store.rehearsal():
        pass


def test_a_read_inside_a_read_sees_the_same_moment(folder: DataFolder, store: Store) -> None:
    keep(store, "office", "before")
    other = open_store(folder, MORNING)
    with store.reading() as connection:
        assert read_setting(connection, "office", None) == "before"
        keep(other, "office", "after")
        assert kept(store, "office") == "before"
    assert kept(store, "office") == "after"
    other.close()


def test_what_fails_behind_a_step_does_not_let_it_look_as_if_it_had_failed(store: Store) -> None:
    done: list[str] = []

    def fail() -> NoReturn:
        raise DiskFull

    with store.transaction() as connection:
        write_setting(connection, "office", "kept", MORNING, None)
        store.after_commit("first", fail)
        store.after_commit("second", lambda: done.append("second"))
    assert kept(store, "office") == "kept"
    assert done == ["second"]


def test_a_bug_behind_a_step_is_told_as_one(store: Store) -> None:
    def fail() -> NoReturn:
        raise PowerCutError

    with pytest.raises(PowerCutError), store.transaction():
        store.after_commit("bug", fail)

"""Two windows, or a window and a command, on one folder."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.store import engine
from app.store.faults import StoreIsBusy
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from tests.conftest import MORNING

NUMBERS_EACH = 40


def take_numbers(store: Store, start: Barrier) -> list[int]:
    taken = []
    start.wait()
    for _ in range(NUMBERS_EACH):
        with store.transaction() as connection:
            number = int(read_setting(connection, "next number", 1))
            write_setting(connection, "next number", number + 1, MORNING, None)
        taken.append(number)
    return taken


def race(first: Store, second: Store) -> list[int]:
    start = Barrier(2)
    with ThreadPoolExecutor(2) as threads:
        answers = [threads.submit(take_numbers, store, start) for store in (first, second)]
        return [number for answer in answers for number in answer.result()]


def test_two_windows_never_take_the_same_number(folder: DataFolder, store: Store) -> None:
    other = open_store(folder, MORNING)
    numbers = race(store, other)
    other.close()
    assert sorted(numbers) == list(range(1, 2 * NUMBERS_EACH + 1))


def test_the_window_and_its_worker_thread_never_take_the_same_number(store: Store) -> None:
    assert sorted(race(store, store)) == list(range(1, 2 * NUMBERS_EACH + 1))


def test_a_thread_does_not_join_the_transaction_of_another(store: Store) -> None:
    with store.transaction() as mine, ThreadPoolExecutor(1) as threads:
        write_setting(mine, "office", "unfinished", MORNING, None)

        def look() -> object:
            with store.reading() as theirs:
                return read_setting(theirs, "office", None)

        assert threads.submit(look).result() is None


def test_a_folder_held_longer_than_the_wait_says_that_it_is_busy(
    folder: DataFolder,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    hasty = open_store(folder, MORNING)
    with store.transaction() as connection:
        write_setting(connection, "office", "held", MORNING, None)
        with pytest.raises(StoreIsBusy), hasty.transaction():
            pass
    hasty.close()

from collections.abc import Iterator

from sqlalchemy import Connection

from app.store.engine import connect_raw
from app.store.file_truths import TRUTHS
from app.store.folder import DataFolder
from app.store.key_file import database_key
from app.store.store import Store
from app.store.truths import Finding, Truth, check_truths


def findings(store: Store) -> dict[str, tuple[str, ...]]:
    with store.reading() as connection:
        return {finding.truth: finding.breaches for finding in check_truths(connection, TRUTHS)}


def test_a_sound_file_breaks_no_truth(store: Store) -> None:
    found = findings(store)
    assert len(found) == len(TRUTHS)
    assert not any(found.values())


def test_a_row_that_points_nowhere_is_named_by_table_and_row(folder: DataFolder, store: Store) -> None:
    careless = connect_raw(folder.database, database_key(folder))
    careless.execute("PRAGMA foreign_keys = OFF")
    careless.execute("INSERT INTO phone (id, person_id, number, position, at) VALUES (7, 99, '1', 1, '2026-11-20')")
    careless.close()
    assert findings(store)["every row that is pointed at exists"] == ("phone 7 → person",)


def test_at_most_twenty_breaches_of_one_truth_are_named(store: Store) -> None:
    def endless(_connection: Connection) -> Iterator[str]:
        while True:
            yield "a gap"

    with store.reading() as connection:
        assert check_truths(connection, [Truth("no gaps", endless)]) == [Finding("no gaps", ("a gap",) * 20)]


def test_a_row_that_says_nonsense_breaks_its_truth_and_no_other(store: Store) -> None:
    def confused(_connection: Connection) -> Iterator[str]:
        yield f"method {int('cashx')}"

    with store.reading() as connection:
        first, second = check_truths(connection, [Truth("methods are known", confused), Truth("no gaps", lambda _: ())])
    assert "cashx" in first.breaches[0]
    assert second.breaches == ()

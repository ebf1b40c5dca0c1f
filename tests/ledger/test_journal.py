"""The journal balances, is numbered without a gap, and shows every alteration."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.core.ids import EntryNo
from app.core.money import Money
from app.ledger.entry import Entry, Posting, Unbalanced, reversal
from app.ledger.head import JournalBehindHead, compare_head, keep_head
from app.ledger.journal import entries, post
from app.ledger.truths import TRUTHS
from app.store.store import Store
from app.store.truths import check_truths

NOW = datetime(2026, 11, 20, 9)


def an_entry(fen: int = 100, subject: str = "R-000001") -> Entry:
    postings = (Posting("assets:cash", Money(fen)), Posting("revenue:property", Money(-fen)))
    return Entry(NOW.date(), "payment", subject, postings, NOW, None)


def breaches(store: Store) -> list[str]:
    with store.reading() as connection:
        return [finding.truth for finding in check_truths(connection, TRUTHS) if finding.breaches]


def written(store: Store, *posted: Entry) -> list[EntryNo]:
    with store.transaction() as connection:
        return post(connection, posted)


def test_entries_are_numbered_and_read_back_as_they_were_written(store: Store) -> None:
    assert written(store, an_entry(100), an_entry(250)) == [1, 2]
    assert written(store, an_entry(5)) == [3]
    with store.reading() as connection:
        assert [(number, entry.postings[0].amount.fen) for number, entry in entries(connection)] == [
            (1, 100),
            (2, 250),
            (3, 5),
        ]
    assert breaches(store) == []


def test_an_unbalanced_entry_is_a_bug_and_writes_nothing(store: Store) -> None:
    wrong = Entry(
        NOW.date(), "payment", "R-1", (Posting("assets:cash", Money(1)), Posting("revenue:x", Money(0))), NOW, None
    )
    with pytest.raises(Unbalanced):
        written(store, an_entry(), wrong)
    assert written(store, an_entry()) == [1]


def test_a_reversal_takes_back_every_fen_and_points_back(store: Store) -> None:
    original = an_entry(732)
    (number,) = written(store, original)
    back = reversal(original, number, "void", NOW.date(), NOW, None)
    assert [posting.amount.fen for posting in back.postings] == [-732, 732]
    assert back.reverses == number
    written(store, back)
    assert breaches(store) == []


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE posting SET amount = amount + 1 WHERE id = 1", "every journal entry balances"),
        ("UPDATE posting SET amount = amount * 2 WHERE entry_no = 2", "every journal entry is linked"),
        ("UPDATE posting SET account = 'assets:card' WHERE id = 3", "every journal entry is linked"),
        ("UPDATE journal_entry SET day = '2026-01-01' WHERE no = 2", "every journal entry is linked"),
        ('UPDATE journal_entry SET "by" = 7 WHERE no = 1', "every journal entry is linked"),
        ("DELETE FROM posting WHERE entry_no = 2", "every journal entry is linked"),
        (
            "DELETE FROM posting WHERE entry_no = 2; DELETE FROM journal_entry WHERE no = 2",
            "journal numbers have no gap",
        ),
        ("UPDATE posting SET account = 'cash' WHERE id = 1", "every posting names an account"),
    ],
)
def test_an_alteration_behind_the_programs_back_is_found(store: Store, tampering: str, found: str) -> None:
    written(store, an_entry(100), an_entry(250), an_entry(300))
    with store.transaction() as connection:
        for statement in tampering.split(";"):
            connection.execute(text(statement))
    assert any(truth.startswith(found) for truth in breaches(store))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_balanced_events_leave_every_truth_standing(store: Store, events: list[list[int]]) -> None:
    posted = [
        Entry(
            NOW.date(),
            "event",
            "any",
            [*(Posting("assets:cash", Money(fen)) for fen in amounts), Posting("revenue:any", Money(-sum(amounts)))],
            NOW,
            None,
        )
        for amounts in events
    ]
    written(store, *posted)
    assert breaches(store) == []


def test_a_database_behind_its_head_says_what_is_missing(store: Store) -> None:
    with store.transaction() as connection:
        post(connection, [an_entry(100, "R-000007")])
        keep_head(store, connection, "R-000007")
    with store.reading() as connection:
        compare_head(connection, store.folder.head)
    with store.transaction() as connection:
        connection.execute(text("DELETE FROM posting"))
        connection.execute(text("DELETE FROM journal_entry"))
    with store.reading() as connection, pytest.raises(JournalBehindHead) as refused:
        compare_head(connection, store.folder.head)
    assert (refused.value.found, refused.value.expected, refused.value.subject) == (0, 1, "R-000007")


def test_a_step_that_was_rolled_back_leaves_the_head_where_it_was(store: Store) -> None:
    with pytest.raises(RuntimeError), store.transaction() as connection:  # noqa: PT012 - the step that fails
        post(connection, [an_entry()])
        keep_head(store, connection, "R-000001")
        raise RuntimeError
    assert not store.folder.head.exists()


def test_a_head_file_that_was_damaged_is_passed_over_and_written_anew(store: Store) -> None:
    store.folder.head.write_bytes(b"\x00\xff")
    with store.transaction() as connection:
        post(connection, [an_entry()])
        keep_head(store, connection, "R-000001")
    assert '"no": 1' in store.folder.head.read_text(encoding="utf-8")

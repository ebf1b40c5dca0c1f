"""The head file: two places written in turn, so that a write that breaks off never takes the newest known entry away."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from sqlalchemy import text

from app.core.money import Money
from app.ledger.entry import Entry, Posting
from app.ledger.head import JournalBehindHead, compare_head, keep_head
from app.ledger.journal import post
from app.store.store import Store

NOW = datetime(2026, 11, 20, 9, 30)
PLACE = 4096


def paid(store: Store, *labels: str) -> None:
    """One entry each, as confirmed as a payment is."""
    for label in labels:
        postings = (Posting("assets:cash", Money(100)), Posting("revenue:any", Money(-100)))
        with store.transaction() as connection:
            post(connection, [Entry(NOW.date(), "event", label, postings, NOW, None)])
            keep_head(store, connection, label)


def kept(store: Store) -> list[str]:
    content = store.folder.head.read_bytes()
    places = (content[start : start + PLACE] for start in range(0, len(content), PLACE))
    return [json.loads(place)["subject"] if place.strip() else "" for place in places]


def missing(store: Store) -> str:
    """What the opening would name after the last entry was lost."""
    with store.transaction() as connection:
        last = "(SELECT max(no) FROM journal_entry)"
        connection.execute(text(f"DELETE FROM posting WHERE entry_no = {last}"))
        connection.execute(text(f"DELETE FROM journal_entry WHERE no = {last}"))
    with store.reading() as connection, pytest.raises(JournalBehindHead) as refused:
        compare_head(connection, store.folder.head)
    return refused.value.subject


def test_the_two_places_are_written_in_turn(store: Store) -> None:
    paid(store, "R-1")
    assert kept(store) == ["R-1", ""]
    paid(store, "R-2")
    assert kept(store) == ["R-1", "R-2"]
    paid(store, "R-3")
    assert kept(store) == ["R-3", "R-2"]
    assert missing(store) == "R-3"


@pytest.mark.parametrize("written", [1, 9, 60, 90, 112])
def test_a_write_that_broke_off_leaves_the_entry_before_known(store: Store, written: int) -> None:
    paid(store, "R-1", "R-2")
    before = store.folder.head.read_bytes()
    paid(store, "R-3")
    after = store.folder.head.read_bytes()
    store.folder.head.write_bytes(after[:written] + before[written:])
    with store.reading() as connection:
        compare_head(connection, store.folder.head)
    with store.transaction() as connection:
        connection.execute(text("DELETE FROM posting WHERE entry_no = 3"))
        connection.execute(text("DELETE FROM journal_entry WHERE no = 3"))
    assert missing(store) == "R-2"


def test_what_broke_off_is_written_over_next(store: Store) -> None:
    paid(store, "R-1", "R-2", "R-3")
    whole = store.folder.head.read_bytes()
    store.folder.head.write_bytes(b"\x00" * PLACE + whole[PLACE:])
    paid(store, "R-4")
    assert kept(store) == ["R-4", "R-2"]


def test_a_head_file_of_one_place_counts_and_is_laid_out_anew(store: Store) -> None:
    paid(store, "R-1", "R-2")
    newest = json.loads(store.folder.head.read_bytes()[PLACE:])
    del newest["seal"]
    store.folder.head.write_text(json.dumps(newest), encoding="utf-8")
    paid(store, "R-3")
    assert kept(store) == ["R-3", ""]
    store.folder.head.write_text(json.dumps(newest | {"no": 9}), encoding="utf-8")
    paid(store, "R-4")
    assert len(kept(store)) == 1


def test_a_long_subject_is_cut_to_fit_its_place(store: Store) -> None:
    paid(store, "车" * 5_000)
    assert kept(store) == ["车" * 200, ""]

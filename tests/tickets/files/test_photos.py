"""Photos of a ticket, in the database."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.access.tables import audit
from app.core.clock import SetClock
from app.store.store import Store
from app.store.truths import check_truths
from app.tickets.changes.undo import TicketUndo
from app.tickets.files import photo_rows
from app.tickets.files.photos import Photos
from app.tickets.files.picture import prepare_picture
from app.tickets.files.refusals import (
    PhotoNeedsReason,
    PhotoTakenOffBefore,
    PhotoTooLarge,
    PhotoUnreadable,
    TooManyPhotos,
)
from app.tickets.files.truths import TRUTHS
from app.tickets.kinds import State
from app.tickets.refusals import TicketMerged
from app.tickets.tables import ticket, ticket_entry, ticket_file
from tests.tickets.deadlines.small_tickets import CASHIER, Desk
from tests.tickets.files.pictures import photo, screenshot

LEAK = prepare_picture(photo(), "漏水.jpg")


@pytest.fixture
def photos(store: Store, clock: SetClock) -> Photos:
    return Photos(store, clock)


@pytest.fixture
def ticket_id(store: Store) -> int:
    return Desk(store).ticket("2026-11-20T08:00").id


def test_t24_a_photo_is_kept_after_the_stick_was_pulled(photos: Photos, ticket_id: int, tmp_path: Path) -> None:
    stick = tmp_path / "漏水.jpg"
    stick.write_bytes(photo())
    photos.add(CASHIER, ticket_id, photos.read_file(stick))
    stick.unlink()
    (listed,) = photos.of(ticket_id)
    assert photos.open(CASHIER, listed.id) == LEAK.content
    assert (listed.name, listed.size, listed.thumbnail) == ("漏水.jpg", len(LEAK.content), LEAK.thumbnail)


def test_in_a_backup_that_is_looked_at_a_photo_is_opened_without_a_row(
    photos: Photos, ticket_id: int, store: Store
) -> None:
    kept = photos.add(CASHIER, ticket_id, LEAK)
    store.is_looked_at = True
    assert photos.open(CASHIER, kept.id) == LEAK.content
    with store.reading() as connection:
        assert connection.execute(select(audit).where(audit.c.action == "look_at_photo")).first() is None


def test_a_stick_that_is_gone_and_a_folder_are_refused(photos: Photos, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.jpg"):
        with pytest.raises(PhotoUnreadable):
            photos.read_file(path)


def test_a_file_of_60_mb_is_refused_unread(photos: Photos, tmp_path: Path) -> None:
    film = tmp_path / "film.jpg"
    with film.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    film.chmod(0)
    with pytest.raises(PhotoTooLarge):
        photos.read_file(film)


def test_the_same_photo_is_kept_once_for_each_ticket(photos: Photos, ticket_id: int, store: Store) -> None:
    first, again = photos.add(CASHIER, ticket_id, LEAK), photos.add(CASHIER, ticket_id, LEAK)
    assert (again.id, again.known, first.known) == (first.id, True, False)
    assert len(photos.of(ticket_id)) == 1


def test_every_photo_is_an_entry_of_the_timeline(photos: Photos, ticket_id: int, store: Store) -> None:
    photos.add(CASHIER, ticket_id, LEAK)
    with store.reading() as connection:
        (entry,) = connection.execute(select(ticket_entry)).all()
    assert (entry.kind, entry.state, entry.text) == ("file", "reported", "漏水.jpg")
    assert entry.facts["hash"] == LEAK.hash


def test_a_photo_is_taken_off_once_with_a_reason_and_may_come_again(photos: Photos, ticket_id: int) -> None:
    kept = photos.add(CASHIER, ticket_id, LEAK)
    with pytest.raises(PhotoNeedsReason):
        photos.take_off(CASHIER, kept.id, " ")
    photos.take_off(CASHIER, kept.id, "别人家的照片")
    assert photos.of(ticket_id) == ()
    with pytest.raises(PhotoTakenOffBefore):
        photos.take_off(CASHIER, kept.id, "再来一次")
    assert not photos.add(CASHIER, ticket_id, LEAK).known


def test_a_photo_is_taken_back_as_any_other_step(photos: Photos, ticket_id: int, store: Store, clock: SetClock) -> None:
    step = photos.add(CASHIER, ticket_id, LEAK).step
    assert step is not None
    TicketUndo(store, clock).undo(CASHIER, step)
    assert photos.of(ticket_id) == ()
    assert photos.add(CASHIER, ticket_id, LEAK).step is not None
    assert photos.add(CASHIER, ticket_id, LEAK).step is None


def test_photos_of_a_merged_ticket_are_shown_with_their_origin(photos: Photos, store: Store) -> None:
    desk = Desk(store)
    target, source = desk.ticket("2026-11-20T08:00"), desk.ticket("2026-11-20T08:10")
    photos.add(CASHIER, source.id, LEAK)
    photos.add(CASHIER, target.id, prepare_picture(screenshot(), "屏幕.png"))
    merged = {"merged_into": target.id, "state": State.MERGED.value}
    with store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == source.id).values(merged))
    assert [(one.name, one.origin) for one in photos.of(target.id)] == [("漏水.jpg", "261120-002"), ("屏幕.png", "")]
    with pytest.raises(TicketMerged):
        photos.add(CASHIER, source.id, LEAK)


def test_a_ticket_keeps_so_many_photos_at_most(photos: Photos, ticket_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_rows, "MOST_PHOTOS", 1)
    photos.add(CASHIER, ticket_id, LEAK)
    with pytest.raises(TooManyPhotos):
        photos.add(CASHIER, ticket_id, prepare_picture(screenshot(), "屏幕.png"))


def test_a_damaged_photo_breaks_a_truth(photos: Photos, ticket_id: int, store: Store) -> None:
    photos.add(CASHIER, ticket_id, LEAK)
    with store.transaction() as connection:
        assert check_truths(connection, TRUTHS)[0].breaches == ()
        connection.execute(update(ticket_file).values(content=LEAK.content + b"!"))
        assert len(check_truths(connection, TRUTHS)[0].breaches) == 1

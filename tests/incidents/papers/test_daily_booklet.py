"""The copy that lies ready: once a day, at each change, whole or not at all, and never in anybody's way."""

import errno
from datetime import timedelta
from pathlib import Path

import pytest

from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.papers import daily_booklet
from app.incidents.papers.booklet_copy import FILE, CopyState, write_copy
from app.incidents.papers.daily_booklet import DailyBooklet
from app.incidents.papers.memory_sticks import sticks_among
from app.incidents.papers.settings import FOLDER, ON_STICK
from tests.incidents.papers.paper_office import PaperOffice


class Drawn:
    """Draws nothing and counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, _facts: object) -> bytes:
        self.times += 1
        return b"%PDF booklet " + str(self.times).encode()


class Ready:
    """An office that chose a folder, and a stick that may be in."""

    def __init__(self, house: PaperOffice, folder: Path) -> None:
        self.house, self.folder, self.stick = house, folder, folder.parent / "stick"
        self.drawn, self.sticks = Drawn(), list[Path]()
        self.folder.mkdir()
        self.booklet = DailyBooklet(house.office.store, house.set_clock, self.drawn, lambda: self.sticks)
        house.office.settings.change(house.supervisor, {FOLDER: str(folder), ON_STICK: True})

    def keep(self) -> list[CopyState]:
        return [one.state for one in self.booklet.keep()]


@pytest.fixture
def ready(house: PaperOffice, tmp_path: Path) -> Ready:
    return Ready(house, tmp_path / "应急")


def test_i21_the_booklet_is_written_once_a_day(ready: Ready) -> None:
    assert ready.keep() == [CopyState.WRITTEN]
    assert (ready.folder / FILE).read_bytes() == b"%PDF booklet 1"
    assert ready.keep() == [CopyState.STANDS]
    assert ready.drawn.times == 1
    ready.house.set_clock.set(ready.house.set_clock.now() + timedelta(days=1))
    assert ready.keep() == [CopyState.WRITTEN]
    assert ready.booklet.written_at() == ready.house.set_clock.now()


def test_i21_it_is_due_once_a_day_and_where_a_stick_has_none(ready: Ready) -> None:
    assert ready.booklet.is_due()
    ready.keep()
    assert not ready.booklet.is_due()
    ready.sticks.append(ready.stick)
    assert not ready.booklet.is_due()  # the stick is not there
    ready.stick.mkdir()
    assert ready.booklet.is_due()
    ready.keep()
    ready.house.set_clock.set(ready.house.set_clock.now() + timedelta(days=1))
    assert ready.booklet.is_due()


def test_i21_a_changed_number_is_in_the_booklet_the_same_day(ready: Ready) -> None:
    ready.keep()
    contacts = ready.house.office.contacts
    contacts.write(ready.house.supervisor, "electrician", ContactFacts("郭师傅", "0571-5550182"))
    assert ready.keep() == [CopyState.WRITTEN]


def test_i21_a_stick_that_is_put_in_gets_a_copy(ready: Ready) -> None:
    ready.keep()
    ready.stick.mkdir()
    ready.sticks.append(ready.stick)
    assert ready.keep() == [CopyState.STANDS, CopyState.WRITTEN]
    assert (ready.stick / FILE).is_file()
    (ready.stick / FILE).unlink()  # another stick in the same place
    assert ready.keep() == [CopyState.STANDS, CopyState.WRITTEN]


def test_a_stick_that_vanished_stops_nothing(ready: Ready) -> None:
    ready.sticks.append(ready.stick)
    assert ready.keep() == [CopyState.WRITTEN, CopyState.GONE]


def test_nothing_is_drawn_where_no_place_is_there(ready: Ready) -> None:
    ready.folder.rmdir()
    assert ready.keep() == [CopyState.GONE]
    assert ready.drawn.times == 0


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (errno.EROFS, CopyState.READ_ONLY),
        (errno.EACCES, CopyState.READ_ONLY),
        (errno.ENOSPC, CopyState.FULL),
        (errno.ENODEV, CopyState.GONE),
        (errno.EINVAL, CopyState.FAILED),
    ],
)
def test_the_copy_before_stays_when_a_new_one_cannot_be_written(
    ready: Ready, monkeypatch: pytest.MonkeyPatch, fault: int, state: CopyState
) -> None:
    ready.keep()

    def refuse(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(fault, "no")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert write_copy(ready.folder, b"new").state is state
    assert [path.name for path in ready.folder.iterdir()] == [FILE]
    assert (ready.folder / FILE).read_bytes() == b"%PDF booklet 1"


def test_an_office_that_chose_nothing_writes_nothing(house: PaperOffice) -> None:
    booklet = DailyBooklet(house.office.store, house.set_clock, Drawn(), lambda: [Path("/nowhere")])
    assert booklet.keep() == ()
    assert booklet.written_at() is None


def test_a_folder_named_without_its_root_is_not_there(ready: Ready) -> None:
    ready.house.office.settings.change(ready.house.supervisor, {FOLDER: "应急"})
    assert ready.keep() == [CopyState.GONE]


def test_sticks_are_what_a_desktop_shows_and_nothing_else() -> None:
    mounts = ["/", "/media", "/media/front/USB 1", "/media/usb0", "/run/media/front/KINGSTON", "/home", "/mnt/x"]
    found = [str(path) for path in sticks_among([*mounts, "/media/front/USB 1/inside", "/run/media/front"])]
    assert found == ["/media/front/USB 1", "/media/usb0", "/run/media/front/KINGSTON"]


def test_the_real_booklet_is_the_one_that_is_kept(house: PaperOffice, tmp_path: Path) -> None:
    house.office.settings.change(house.supervisor, {FOLDER: str(tmp_path)})
    assert [one.state for one in house.office.daily_booklet.keep()] == [CopyState.WRITTEN]
    assert (tmp_path / FILE).read_bytes().startswith(b"%PDF")
    assert daily_booklet.WROTE == "write_booklet"

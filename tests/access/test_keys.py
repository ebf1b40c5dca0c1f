"""The keyring follows the people: who signs in opens the data, who left does not, and a power cut locks nobody out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from sqlalchemy import select, update

from app.access.permissions import Role
from app.access.refusals import (
    NameMissing,
    NotPermitted,
    PasswordTooShort,
    WaitAfterWrongPasswords,
    WrongPassword,
)
from app.access.tables import audit, sign_in, user
from app.core.clock import SetClock
from app.office import Founded, Office, OfficeFactsMissing
from app.store.early_tries import note_try, waiting_tries
from app.store.folder import DataFolder, FolderNotWritable
from app.store.key_file import database_key
from app.store.key_refusals import (
    CodeMistyped,
    CodeOfAnotherSheet,
    CodeOfWrongLength,
    DatabaseMissing,
    KeyLocked,
    KeyNotOpened,
)
from app.store.keyring import Keyring
from app.store.keyring_file import copies
from app.store.settings import read_setting
from tests.conftest import MORNING
from tests.office_builder import ANSWERS


@pytest.fixture
def founded(locked: DataFolder, founded_once: tuple[Path, Founded]) -> tuple[DataFolder, Founded]:
    return locked, founded_once[1]


@pytest.fixture
def office(founded: tuple[DataFolder, Founded], clock: SetClock) -> Iterator[Office]:
    folder, _ = founded
    opened = Office.open(folder.path, clock, Keyring.read(folder).unlock("沈若兰", "smooth-river"))
    yield opened
    opened.close()


def opens(office: Office, name: str, password: str) -> bool:
    try:
        return Keyring.read(office.store.folder).unlock(name, password) == office.store.key
    except KeyNotOpened:
        return False


def test_a_new_office_opens_by_its_first_person_or_its_sheet_and_by_nothing_else(
    founded: tuple[DataFolder, Founded], clock: SetClock
) -> None:
    folder, made = founded
    with pytest.raises(KeyLocked):
        Office.open(folder.path, clock)
    ring = Keyring.read(folder)
    key = ring.unlock("沈若兰", "smooth-river")
    assert ring.unlock_by_code(made.recovery_code) == key
    with pytest.raises(KeyNotOpened):
        ring.unlock("沈若兰", "smooth-rivers")
    with closing(Office.open(folder.path, clock, key)) as office, office.store.reading() as connection:
        assert office.is_set_up
        assert read_setting(connection, "backup.folders", "") == "/media/stick"
    assert [key.encode() in path.read_bytes() for path in copies(folder)] == [False, False]


def test_answers_that_cannot_be_taken_leave_the_folder_to_be_answered_anew(folder: DataFolder, clock: SetClock) -> None:
    for wrong, refusal in (
        (replace(ANSWERS, estate=" "), OfficeFactsMissing),
        (replace(ANSWERS, person=""), NameMissing),
        (replace(ANSWERS, password="short"), PasswordTooShort),
    ):
        with pytest.raises(refusal):
            Office.found(folder.path, clock, wrong)
    office, made = Office.found(folder.path, clock, ANSWERS)
    office.close()
    assert Keyring.read(folder).unlock_by_code(made.recovery_code)


@pytest.mark.parametrize("step", ["ring", "facts", "close"])
def test_a_set_up_that_breaks_off_can_go_on(
    folder: DataFolder, clock: SetClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if step == "ring":
            patch.setattr(Office, "set_up", cut)
        elif step == "facts":
            patch.setattr(Office, "_write_facts", cut)
        else:
            patch.setattr("app.access.keys.Keys.close", cut)
        with pytest.raises(KeyboardInterrupt):
            Office.found(folder.path, clock, ANSWERS)
    with closing(Office.open(folder.path, clock)) as office:
        assert office.is_set_up == (step == "close")
        if step != "close":
            office.begin_work(ANSWERS)
        actor = office.people.sign_in("沈若兰", "smooth-river")
        office.keys.sheet_is_proven(actor)
    assert not Keyring.read(folder).is_open
    assert Keyring.read(folder).unlock("沈若兰", "smooth-river")


def test_who_is_registered_opens_the_data_with_their_own_password(office: Office) -> None:
    keeper = office.people.named("沈若兰")
    office.people.add(keeper, "王敏", "green-lantern", Role.CASHIER)
    assert opens(office, "王敏", "green-lantern")
    assert not opens(office, "王敏", "smooth-river")


def test_a_change_that_is_taken_back_leaves_the_old_password_good(office: Office) -> None:
    def half() -> None:
        with office.store.transaction():
            office.keys.put("沈若兰", "another-river")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert opens(office, "沈若兰", "smooth-river")
    office.keys.welcome(office.people.named("沈若兰"), "smooth-river")
    assert not opens(office, "沈若兰", "another-river")
    assert opens(office, "沈若兰", "smooth-river")


def test_a_new_password_takes_the_place_of_the_old_one(office: Office) -> None:
    office.keys.put("沈若兰", "another-river")
    assert opens(office, "沈若兰", "another-river")
    assert not opens(office, "沈若兰", "smooth-river")


def test_another_name_and_a_leaving_are_followed(office: Office) -> None:
    office.keys.put("王敏", "green-lantern")
    office.keys.rename("王敏", "王小敏")
    assert opens(office, "王小敏", "green-lantern")
    assert not opens(office, "王敏", "green-lantern")
    office.keys.drop("王小敏")
    assert not opens(office, "王小敏", "green-lantern")
    assert opens(office, "沈若兰", "smooth-river")


def test_what_a_full_disk_left_of_a_leaving_goes_at_the_next_sign_in(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(ring: Keyring, folder: DataFolder) -> None:
        raise FolderNotWritable(folder.path, "full")

    keeper = office.people.named("沈若兰")
    office.people.add(keeper, "王敏", "green-lantern", Role.CASHIER)
    with monkeypatch.context() as patch:
        patch.setattr(Keyring, "write", full)
        with office.store.transaction() as connection:
            connection.execute(update(user).where(user.c.name == "王敏").values(active=False))
            office.keys.drop("王敏")
    assert opens(office, "王敏", "green-lantern")
    office.keys.welcome(keeper, "smooth-river")
    assert not opens(office, "王敏", "green-lantern")


def test_the_sheet_gives_somebody_a_new_password_and_the_trail_says_so(
    office: Office, founded: tuple[DataFolder, Founded]
) -> None:
    code = founded[1].recovery_code
    groups = code.split()
    groups[2] = groups[2][:-1] + str((int(groups[2][-1]) + 1) % 10)
    with pytest.raises(CodeMistyped) as refusal:
        office.keys.reset_by_code(" ".join(groups), "沈若兰", "another-river")
    assert refusal.value.group == 3
    with pytest.raises(PasswordTooShort):
        office.keys.reset_by_code(code, "沈若兰", "river")
    office.keys.reset_by_code(code, "沈若兰", "another-river")
    assert opens(office, "沈若兰", "another-river")
    assert office.people.sign_in("沈若兰", "another-river").name == "沈若兰"
    with office.store.reading() as connection:
        assert "password_by_recovery_sheet" in connection.execute(select(audit.c.action)).scalars().all()


def test_a_new_sheet_ends_the_old_one_and_only_a_keeper_of_people_makes_it(
    office: Office, founded: tuple[DataFolder, Founded]
) -> None:
    keeper = office.people.named("沈若兰")
    cashier = office.people.add(keeper, "王敏", "green-lantern", Role.CASHIER)
    with pytest.raises(NotPermitted):
        office.keys.new_sheet(cashier)
    code = office.keys.new_sheet(keeper)
    assert Keyring.read(office.store.folder).unlock_by_code(code) == office.store.key
    with pytest.raises(CodeOfAnotherSheet):
        Keyring.read(office.store.folder).unlock_by_code(founded[1].recovery_code)


def test_tries_from_before_the_data_was_open_join_the_list_of_sign_ins(office: Office) -> None:
    folder = office.store.folder
    ring = Keyring.read(folder)
    note_try(folder, ring.id_of("沈若兰"), MORNING)
    note_try(folder, ring.id_of("nobody here"), MORNING)
    office.keys.join_tries()
    with office.store.reading() as connection:
        rows = connection.execute(select(sign_in.c.name, sign_in.c.succeeded, sign_in.c.at)).all()
    assert [(row.name, row.succeeded, row.at) for row in rows] == [("沈若兰", False, MORNING), ("?", False, MORNING)]
    assert waiting_tries(folder) == []


def test_the_door_before_the_data_is_open_keeps_wrong_tries_and_makes_them_wait(
    founded: tuple[DataFolder, Founded], clock: SetClock
) -> None:
    folder, _ = founded
    for password in ("wrong", "Smooth-River", ""):
        with pytest.raises(WrongPassword):
            Office.enter(folder.path, clock, "沈若兰", password)
    with pytest.raises(WaitAfterWrongPasswords):
        Office.enter(folder.path, clock, "沈若兰", "smooth-river")
    clock.advance(minutes=10)
    office, actor = Office.enter(folder.path, clock, " 沈若兰", "smooth-river")
    with closing(office), office.store.reading() as connection:
        assert actor.name == "沈若兰"
        assert list(connection.execute(select(sign_in.c.succeeded)).scalars()) == [False, False, False, True]
    assert waiting_tries(folder) == []


def test_who_left_while_the_keyring_could_not_be_written_stays_out(office: Office) -> None:
    keeper = office.people.named("沈若兰")
    office.people.add(keeper, "王敏", "green-lantern", Role.CASHIER)
    with office.store.transaction() as connection:
        connection.execute(update(user).where(user.c.name == "王敏").values(active=False))
    with pytest.raises(WrongPassword):
        Office.enter(office.store.folder.path, office.clock, "王敏", "green-lantern")


def test_the_recovery_sheet_opens_the_data_of_an_office_whose_passwords_are_lost(
    founded: tuple[DataFolder, Founded], clock: SetClock
) -> None:
    folder, made = founded
    with pytest.raises(CodeOfWrongLength):
        Office.open_by_code(folder.path, clock, made.recovery_code[:20])
    with closing(Office.open_by_code(folder.path, clock, made.recovery_code.replace(" ", ""))) as office:
        assert office.keys.people() == ["沈若兰"]
        office.keys.reset_by_code(made.recovery_code, "沈若兰", "quiet-harbour")
    office, _ = Office.enter(folder.path, clock, "沈若兰", "quiet-harbour")
    office.close()
    with pytest.raises(WrongPassword):
        Office.enter(folder.path, clock, "沈若兰", "smooth-river")


def test_a_key_without_its_database_makes_no_new_one(founded: tuple[DataFolder, Founded], clock: SetClock) -> None:
    folder, made = founded
    folder.database.unlink()
    with pytest.raises(DatabaseMissing):
        Office.enter(folder.path, clock, "沈若兰", "smooth-river")
    with pytest.raises(DatabaseMissing):
        Office.open_by_code(folder.path, clock, made.recovery_code)
    assert not folder.database.exists()


def test_the_sheet_names_the_office_and_holds_every_group(office: Office, founded: tuple[DataFolder, Founded]) -> None:
    pdf = office.recovery_sheet(founded[1].recovery_code, office.people.named("沈若兰"))
    text = PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert "禾木里物业服务有限公司" in text
    assert [group for group in founded[1].recovery_code.split() if f"{group[:3]} {group[3:]}" not in text] == []


def test_an_office_of_an_older_version_is_carried_over_person_by_person(
    office_folder: DataFolder, clock: SetClock
) -> None:
    key = database_key(office_folder)
    first, second = copies(office_folder)
    second.unlink()
    first.write_text(key, encoding="ascii")
    with closing(Office.open(office_folder.path, clock)) as office:
        keeper = office.people.sign_in("沈若兰", "smooth-river")
        office.keys.welcome(keeper, "smooth-river")
        assert office.keys.state().missing == ("王敏",)
        office.keys.new_sheet(keeper)
        office.keys.sheet_is_proven(keeper)
        assert office.keys.state().lies_open
        cashier = office.people.sign_in("王敏", "green-lantern")
        office.keys.welcome(cashier, "green-lantern")
        state = office.keys.state()
        assert (state.lies_open, state.sheet_is_proven, state.missing) == (False, True, ())
        assert [key.encode() in path.read_bytes() for path in copies(office_folder)] == [False, False]
        assert opens(office, "沈若兰", "smooth-river")
        assert opens(office, "王敏", "green-lantern")


def test_an_office_that_lies_open_asks_nobody_for_a_key(office_folder: DataFolder, clock: SetClock) -> None:
    before = [path.read_bytes() for path in copies(office_folder)]
    with closing(Office.open(office_folder.path, clock)) as office:
        keeper = office.people.named("沈若兰")
        office.people.add(keeper, "周可", "green-lantern", Role.CASHIER)
    assert [path.read_bytes() for path in copies(office_folder)] == before

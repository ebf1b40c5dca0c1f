"""What happens to people of the office after they were registered."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from app.access.actor import Actor
from app.access.held import Held
from app.access.people import People
from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import (
    LastKeeperOfPeople,
    NameTaken,
    NotPermitted,
    PasswordNotChosenYet,
    PasswordTooShort,
    PersonAtWork,
    PersonTakenOut,
    PersonUnknown,
    SamePassword,
    WaitAfterWrongPasswords,
    WrongPassword,
)
from app.access.role_grants import roles_with
from app.access.roles import Roles
from app.access.staff import Staff
from app.access.tables import audit, role_grant, sign_in
from app.core.clock import SetClock
from app.core.ids import UserId
from app.store.rows import insert_row
from app.store.store import Store

WORD, OTHER = "secret-word", "another-word"


class Keyring:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, ...]] = []
        self.is_broken = False

    def put(self, name: str, password: str) -> None:
        self._tell("put", name, password)

    def rename(self, old: str, new: str) -> None:
        self._tell("rename", old, new)

    def drop(self, name: str) -> None:
        self._tell("drop", name)

    def _tell(self, *what: str) -> None:
        if self.is_broken:
            raise OSError
        self.told.append(what)


@pytest.fixture
def people(store: Store, clock: SetClock) -> People:
    return People(store, clock)


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def staff(store: Store, clock: SetClock, keyring: Keyring) -> Staff:
    return Staff(store, clock, lambda: keyring)


@pytest.fixture
def roles(store: Store, clock: SetClock) -> Roles:
    return Roles(store, clock)


@pytest.fixture
def boss(people: People) -> Actor:
    return people.add_first("沈若兰", "平安是福2026")


@pytest.fixture
def cashier(people: People, boss: Actor) -> Actor:
    return people.add(boss, "王敏", WORD, Role.CASHIER)


def test_a_person_gets_another_role_from_the_next_sign_in_on(
    staff: Staff, people: People, boss: Actor, cashier: Actor
) -> None:
    assert staff.change_role(boss, cashier.id, Role.FINANCE)
    assert people.sign_in("王敏", WORD).may(Permission.MANAGE_TARIFFS)
    assert not cashier.may(Permission.MANAGE_TARIFFS)
    assert not staff.change_role(boss, cashier.id, Role.FINANCE)


def test_the_last_who_may_register_people_stays(staff: Staff, people: People, boss: Actor, cashier: Actor) -> None:
    for act in (lambda: staff.take_out(boss, boss.id), lambda: staff.change_role(boss, boss.id, Role.MANAGER)):
        with pytest.raises(LastKeeperOfPeople):
            act()
    staff.change_role(boss, cashier.id, Role.ADMINISTRATOR)
    staff.take_out(boss, boss.id)
    assert [one.name for one in people.listed() if one.active] == ["王敏"]


def test_a_role_cannot_lose_the_last_right_to_register_people(roles: Roles, boss: Actor, people: People) -> None:
    without = ROLES[Role.SUPERVISOR] - {Permission.MANAGE_PEOPLE}
    with pytest.raises(LastKeeperOfPeople):
        roles.change(boss, Role.SUPERVISOR, without)
    people.add(boss, "林岚", WORD, Role.ADMINISTRATOR)
    assert roles.change(boss, Role.SUPERVISOR, without)


def test_who_was_taken_out_signs_in_no_longer_and_comes_back_with_a_new_password(
    staff: Staff, people: People, boss: Actor, cashier: Actor, keyring: Keyring
) -> None:
    staff.take_out(boss, cashier.id)
    with pytest.raises(WrongPassword):
        people.sign_in("王敏", WORD)
    with pytest.raises(PersonTakenOut):
        staff.take_out(boss, cashier.id)
    with pytest.raises(PersonTakenOut):
        staff.reset_password(boss, cashier.id, OTHER)
    staff.let_in(boss, cashier.id, OTHER)
    assert people.must_choose_password(people.sign_in("王敏", OTHER))
    assert keyring.told == [("drop", "王敏"), ("put", "王敏", OTHER)]


def test_after_a_reset_the_person_chooses_a_password_of_their_own(
    staff: Staff, people: People, boss: Actor, cashier: Actor, keyring: Keyring
) -> None:
    staff.reset_password(boss, cashier.id, OTHER)
    back = people.sign_in("王敏", OTHER)
    assert people.must_choose_password(back)
    with pytest.raises(SamePassword):
        staff.choose_password(back, OTHER)
    with pytest.raises(PasswordTooShort):
        staff.choose_password(back, "short")
    staff.choose_password(back, "my-own-word")
    assert not people.must_choose_password(people.sign_in("王敏", "my-own-word"))
    with pytest.raises(WrongPassword):
        staff.choose_password(back, "once-more")
    assert [told[2] for told in keyring.told] == [OTHER, "my-own-word"]


def test_a_password_set_by_somebody_else_lends_no_approval(
    staff: Staff, people: People, boss: Actor, cashier: Actor
) -> None:
    second = people.add(boss, "林岚", WORD, Role.SUPERVISOR)
    staff.reset_password(boss, second.id, OTHER)
    with pytest.raises(PasswordNotChosenYet):
        people.approve(Permission.WAIVE, "林岚", OTHER, cashier, "", {})
    assert people.approvers(Permission.WAIVE) == ("沈若兰",)


def test_one_changes_ones_own_password_knowing_the_old_one(
    staff: Staff, people: People, cashier: Actor, keyring: Keyring
) -> None:
    with pytest.raises(WrongPassword):
        staff.change_password(cashier, "guessed-word", OTHER)
    staff.change_password(cashier, WORD, OTHER)
    assert people.sign_in("王敏", OTHER).id == cashier.id
    assert keyring.told == [("put", "王敏", OTHER)]


def test_a_name_is_corrected_and_stays_the_only_one(
    staff: Staff, people: People, boss: Actor, cashier: Actor, keyring: Keyring
) -> None:
    with pytest.raises(NameTaken):
        staff.rename(boss, cashier.id, "沈若兰")
    assert staff.rename(boss, cashier.id, " 王敏敏 ")
    assert people.sign_in("王敏敏", WORD).id == cashier.id
    assert keyring.told == [("rename", "王敏", "王敏敏")]
    assert not staff.rename(boss, cashier.id, "王敏敏")


def test_where_the_keyring_cannot_be_written_nothing_is_changed(
    staff: Staff, people: People, boss: Actor, cashier: Actor, keyring: Keyring
) -> None:
    keyring.is_broken = True
    with pytest.raises(OSError, match=r"^$"):
        staff.reset_password(boss, cashier.id, OTHER)
    assert people.sign_in("王敏", WORD).id == cashier.id


def test_nobody_but_who_registers_people_does_any_of_it(staff: Staff, roles: Roles, cashier: Actor) -> None:
    for act in (
        lambda: staff.change_role(cashier, cashier.id, Role.SUPERVISOR),
        lambda: staff.rename(cashier, cashier.id, "x"),
        lambda: staff.take_out(cashier, cashier.id),
        lambda: staff.let_in(cashier, cashier.id, OTHER),
        lambda: staff.reset_password(cashier, cashier.id, OTHER),
        lambda: roles.change(cashier, Role.CASHIER, frozenset(Permission)),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_nobody_is_let_in_who_was_not_taken_out(staff: Staff, people: People, boss: Actor, cashier: Actor) -> None:
    with pytest.raises(PersonAtWork):
        staff.let_in(boss, cashier.id, "another word")
    assert people.sign_in("王敏", WORD).id == cashier.id


def test_two_who_edit_a_role_at_the_same_time_both_have_their_way(roles: Roles, boss: Actor) -> None:
    roles.give_and_take(boss, Role.CASHIER, {Permission.REFUND}, {Permission.IMPORT})
    roles.give_and_take(boss, Role.CASHIER, {Permission.WAIVE}, {Permission.REPRINT})
    held = next(one.permissions for one in roles.listed() if one.role is Role.CASHIER)
    wanted = ROLES[Role.CASHIER] | {Permission.REFUND, Permission.WAIVE}
    assert held == wanted - {Permission.IMPORT, Permission.REPRINT}


def test_where_nobody_may_back_up_any_more_whoever_keeps_people_gives_it_back(
    roles: Roles, people: People, boss: Actor
) -> None:
    for role in Role:
        roles.give_and_take(boss, role, (), {Permission.MANAGE_BACKUPS})
    assert people.approvers(Permission.MANAGE_BACKUPS) == ()
    again = people.named(boss.name)
    assert not again.may(Permission.MANAGE_BACKUPS)
    roles.give_and_take(again, Role.ADMINISTRATOR, {Permission.MANAGE_BACKUPS}, ())
    roles.give_and_take(again, Role.SUPERVISOR, {Permission.MANAGE_BACKUPS}, ())
    assert people.named(boss.name).may(Permission.MANAGE_BACKUPS)


def test_a_number_of_nobody_is_refused(staff: Staff, boss: Actor) -> None:
    with pytest.raises(PersonUnknown):
        staff.take_out(boss, UserId(77))


def test_an_edited_role_counts_at_the_next_sign_in_and_lends_its_yes(
    roles: Roles, people: People, boss: Actor, cashier: Actor, store: Store
) -> None:
    assert roles.change(boss, Role.CASHIER, ROLES[Role.CASHIER] | {Permission.WAIVE})
    assert not roles.change(boss, Role.CASHIER, ROLES[Role.CASHIER] | {Permission.WAIVE})
    assert people.sign_in("王敏", WORD).may(Permission.WAIVE)
    assert people.named("王敏").may(Permission.WAIVE)
    assert people.approvers(Permission.WAIVE) == ("沈若兰", "王敏")
    with store.reading() as connection:
        assert Role.CASHIER in roles_with(connection, Permission.WAIVE)
    line = next(one for one in roles.listed() if one.role is Role.CASHIER)
    assert (line.is_edited, line.people) == (True, 1)


def test_every_act_stands_in_the_audit_trail_with_before_and_after(
    staff: Staff, roles: Roles, boss: Actor, cashier: Actor, store: Store
) -> None:
    staff.change_role(boss, cashier.id, Role.DUTY)
    roles.change(boss, Role.DUTY, ROLES[Role.DUTY] | {Permission.REPRINT})
    with store.reading() as connection:
        rows = connection.execute(select(audit.c.action, audit.c.facts).order_by(audit.c.id)).all()
    assert [row.action for row in rows] == ["add_person", "change_role", "change_role_permissions"]
    assert rows[1].facts == {"id": cashier.id, "old": "cashier", "new": "duty"}
    assert set(rows[2].facts["new"]) - set(rows[2].facts["old"]) == {"reprint"}


def test_wrong_passwords_slow_down_and_say_for_how_long(people: People, cashier: Actor, clock: SetClock) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassword):
            people.sign_in("王敏", "guess")
    with pytest.raises(WaitAfterWrongPasswords) as told:
        people.sign_in("王敏", WORD)
    assert told.value.seconds == 5
    clock.advance(seconds=5)
    with pytest.raises(WrongPassword):
        people.sign_in("王敏", "guess")
    clock.advance(seconds=9)
    with pytest.raises(WaitAfterWrongPasswords) as told:
        people.sign_in("王敏", WORD)
    assert told.value.seconds == 1
    clock.advance(seconds=1)
    assert people.sign_in("王敏", WORD).id == cashier.id
    with pytest.raises(WrongPassword):
        people.sign_in("王敏", "guess")  # the right one took the slowness away


def test_one_password_tried_on_every_name_slows_down_as_well(
    people: People, boss: Actor, clock: SetClock, store: Store
) -> None:
    for number in range(10):
        with pytest.raises(WrongPassword):
            people.sign_in(f"person {number}", "123456")
    with pytest.raises(WaitAfterWrongPasswords):
        people.sign_in("沈若兰", "平安是福2026")
    clock.advance(seconds=5)
    people.sign_in("沈若兰", "平安是福2026")
    with store.reading() as connection:
        assert len(connection.execute(select(sign_in.c.id)).all()) == 11


def test_a_slowed_name_stands_in_the_audit_trail(people: People, cashier: Actor, store: Store) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassword):
            people.sign_in("王敏", "guess")
    with store.reading() as connection:
        facts = connection.execute(select(audit.c.facts).where(audit.c.action == "wrong_passwords")).scalar_one()
    assert facts == {"tries": 3, "seconds": 5}


def test_what_was_done_in_an_older_role_stays_right(
    staff: Staff, roles: Roles, people: People, boss: Actor, cashier: Actor, store: Store, clock: SetClock
) -> None:
    before = clock.now()
    clock.advance(hours=1)
    staff.change_role(boss, cashier.id, Role.FINANCE)
    clock.advance(hours=1)
    people.sign_in("王敏", WORD)
    as_finance = clock.now()
    clock.advance(hours=1)
    roles.change(boss, Role.FINANCE, ROLES[Role.FINANCE] - {Permission.REFUND})
    with store.reading() as connection:
        held = Held(connection)
        assert not held.may(cashier.id, Permission.REFUND, before)
        assert held.may(cashier.id, Permission.REFUND, as_finance)
        assert held.may(cashier.id, Permission.REFUND, clock.now())  # signed in before the role was edited
    people.sign_in("王敏", WORD)
    with store.reading() as connection:
        assert not Held(connection).may(cashier.id, Permission.REFUND, clock.now() + timedelta(seconds=1))


def test_what_a_later_version_knows_is_held_as_shipped(people: People, boss: Actor, store: Store) -> None:
    known = sorted(one.value for one in Permission if one is not Permission.CHANGE_SETTINGS)
    held = [one for one in known if one not in ("waive", "manage_people")]
    with store.transaction() as connection:
        insert_row(
            connection,
            role_grant,
            role=Role.MANAGER,
            permissions={"held": [*held, "of_a_newer_version"], "known": known},
            at=datetime(2026, 11, 20, 8),
            by=boss.id,
        )
    manager = people.add(boss, "林岚", WORD, Role.MANAGER)
    assert manager.may(Permission.CHANGE_SETTINGS)
    assert not manager.may(Permission.WAIVE)

"""Who may sign in, and whose yes a cashier can ask for."""

from __future__ import annotations

import pytest

from app.access.actor import Actor, Approval
from app.access.people import People
from app.access.permissions import Permission, Role
from app.access.refusals import (
    ApprovalForSomethingElse,
    NameMissing,
    NameTaken,
    NotPermitted,
    PasswordTooShort,
    WrongPassword,
)
from app.core.clock import SetClock
from app.store.store import Store


@pytest.fixture
def people(store: Store, clock: SetClock) -> People:
    return People(store, clock)


@pytest.fixture
def supervisor(people: People) -> Actor:
    return people.add_first("沈若兰", "平安是福2026")


@pytest.fixture
def cashier(people: People, supervisor: Actor) -> Actor:
    return people.add(supervisor, "王敏", "secret-word", Role.CASHIER)


def test_the_first_person_is_a_supervisor_and_there_is_only_one_first(people: People, supervisor: Actor) -> None:
    assert supervisor.role is Role.SUPERVISOR
    with pytest.raises(NotPermitted):
        people.add_first("somebody else", "another-word")


def test_a_person_signs_in_with_name_and_password(people: People, cashier: Actor) -> None:
    assert people.sign_in(" 王敏 ", "secret-word") == cashier


@pytest.mark.parametrize(("name", "password"), [("王敏", "secret-Word"), ("nobody", "secret-word"), ("王敏", "")])
def test_a_wrong_name_and_a_wrong_password_are_refused_alike(
    people: People, cashier: Actor, name: str, password: str
) -> None:
    with pytest.raises(WrongPassword):
        people.sign_in(name, password)


def test_the_password_itself_is_nowhere_in_the_database(people: People, cashier: Actor, store: Store) -> None:
    with store.reading() as connection:
        rows = connection.exec_driver_sql('SELECT * FROM "user"').all()
    assert "secret-word" not in repr(rows)
    assert len({row.password_hash for row in rows}) == len(rows)


def test_a_cashier_may_take_money_but_not_manage_people(people: People, cashier: Actor) -> None:
    cashier.require(Permission.TAKE_PAYMENT)
    with pytest.raises(NotPermitted):
        people.add(cashier, "刘洋", "secret-word", Role.CASHIER)


def test_a_name_is_registered_once_and_not_empty(people: People, supervisor: Actor, cashier: Actor) -> None:
    with pytest.raises(NameTaken):
        people.add(supervisor, "王敏", "secret-word", Role.CASHIER)
    with pytest.raises(NameMissing):
        people.add(supervisor, "  ", "secret-word", Role.CASHIER)
    with pytest.raises(PasswordTooShort):
        people.add(supervisor, "刘洋", "short", Role.CASHIER)


def test_a_supervisor_lends_a_permission_on_the_cashiers_screen(
    people: People, supervisor: Actor, cashier: Actor
) -> None:
    with pytest.raises(NotPermitted):
        cashier.require(Permission.UNDO_BILLING)
    approval = _approved(people, cashier)
    assert cashier.require(Permission.UNDO_BILLING, approval) == approval.id
    assert supervisor.require(Permission.UNDO_BILLING, approval) is None


def test_an_approval_serves_only_the_step_it_was_given_for(people: People, supervisor: Actor, cashier: Actor) -> None:
    with pytest.raises(ApprovalForSomethingElse):
        cashier.require(Permission.WAIVE, _approved(people, cashier))


def test_a_cashier_cannot_approve(people: People, cashier: Actor) -> None:
    with pytest.raises(NotPermitted):
        people.approve(Permission.UNDO_BILLING, "王敏", "secret-word", cashier, "run for the wrong month", {})


def _approved(people: People, asked_by: Actor) -> Approval:
    return people.approve(
        Permission.UNDO_BILLING, "沈若兰", "平安是福2026", asked_by, "run for the wrong month", {"run": 1}
    )

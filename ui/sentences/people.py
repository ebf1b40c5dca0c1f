"""Sentences about people who come, go, change their role or their password."""

from __future__ import annotations

from app.access.refusals import (
    LastKeeperOfPeople,
    PasswordNotChosenYet,
    PersonAtWork,
    PersonTakenOut,
    PersonUnknown,
    SamePassword,
    WaitAfterWrongCodes,
    WaitAfterWrongPasswords,
)
from app.core.language import tr, tr_n
from ui.sentences import sentence


@sentence(WaitAfterWrongPasswords)
def _wait_after_wrong_passwords(refusal: WaitAfterWrongPasswords) -> str:
    return tr_n(
        "Too many wrong passwords. Wait {n} second, then type name and password again.",
        "Too many wrong passwords. Wait {n} seconds, then type name and password again.",
        refusal.seconds,
    ).format(n=refusal.seconds)


@sentence(WaitAfterWrongCodes)
def _wait_after_wrong_codes(refusal: WaitAfterWrongCodes) -> str:
    return tr_n(
        "Too many wrong codes. Wait {n} second, then type the code of the recovery sheet again.",
        "Too many wrong codes. Wait {n} seconds, then type the code of the recovery sheet again.",
        refusal.seconds,
    ).format(n=refusal.seconds)


@sentence(LastKeeperOfPeople)
def _last_keeper_of_people(_: LastKeeperOfPeople) -> str:
    return tr(
        "Nobody would be left who may register people. "
        "First give somebody else a role that may, for example administrator."
    )


@sentence(PersonUnknown)
def _person_unknown(refusal: PersonUnknown) -> str:
    return tr("Nobody of the office has the number {id}. Read the list again.").format(id=refusal.id)


@sentence(PersonTakenOut)
def _person_taken_out(refusal: PersonTakenOut) -> str:
    return tr("{name} was taken out and cannot sign in. Let {name} in again first.").format(name=refusal.name)


@sentence(PersonAtWork)
def _person_at_work(refusal: PersonAtWork) -> str:
    return tr("{name} may sign in already. Read the list again; to set another password, reset it.").format(
        name=refusal.name
    )


@sentence(SamePassword)
def _same_password(_: SamePassword) -> str:
    return tr("This is the password that was used until now. Choose another one.")


@sentence(PasswordNotChosenYet)
def _password_not_chosen_yet(refusal: PasswordNotChosenYet) -> str:
    return tr(
        "The password of {name} was set by somebody else. {name} signs in once and chooses an own one, "
        "then the approval can be given."
    ).format(name=refusal.name)

"""What access refuses."""

from __future__ import annotations

from app.access.permissions import Permission
from app.core.errors import Refusal


class NotPermitted(Refusal):
    """The person's role does not hold this permission; a supervisor's approval may."""

    person: str
    permission: Permission


class WrongPassword(Refusal):
    """Name or password does not fit; which of the two is not said."""

    name: str


class NameTaken(Refusal):
    """Somebody of that name is already registered."""

    name: str


class NameMissing(Refusal):
    """A person of the office needs a name."""


class PasswordTooShort(Refusal):
    """A password has at least `least` characters."""

    least: int


class ApprovalForSomethingElse(Refusal):
    """The approval shown was given for another step."""

    wanted: Permission
    given: Permission


class PersonAtWork(Refusal):
    """Nobody is let in again who was not taken out: it would set another password for them."""

    name: str


class WorkUnderWay(Refusal):
    """Long work runs under the name of the person who began it; nobody takes the window over meanwhile."""

    person: str


class WaitAfterWrongPasswords(Refusal):
    """Too many wrong passwords in a row; the next one is looked at after so many `seconds`."""

    seconds: int


class WaitAfterWrongCodes(WaitAfterWrongPasswords):
    """The same for the code of the recovery sheet: `seconds` until one is looked at again."""


class LastKeeperOfPeople(Refusal):
    """Nobody would be left who may register people."""


class PersonUnknown(Refusal):
    """Nobody of the office has this number."""

    id: int


class PersonTakenOut(Refusal):
    """Somebody who was taken out has to be let in again first."""

    name: str


class SamePassword(Refusal):
    """A new password is another one than before."""


class PasswordNotChosenYet(Refusal):
    """The password was set by somebody else; its owner first chooses one at a sign-in."""

    name: str

"""What access refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.permissions import Permission
from app.core.errors import Refusal


@dataclass(eq=False)
class NotPermitted(Refusal):
    """The person's role does not hold this permission; a supervisor's approval may."""

    person: str
    permission: Permission


@dataclass(eq=False)
class WrongPassword(Refusal):
    """Name or password does not fit; which of the two is not said."""

    name: str


@dataclass(eq=False)
class NameTaken(Refusal):
    """Somebody of that name is already registered."""

    name: str


@dataclass(eq=False)
class NameMissing(Refusal):
    """A person of the office needs a name."""


@dataclass(eq=False)
class PasswordTooShort(Refusal):
    """A password has at least `least` characters."""

    least: int


@dataclass(eq=False)
class ApprovalForSomethingElse(Refusal):
    """The approval shown was given for another step."""

    wanted: Permission
    given: Permission


@dataclass(eq=False)
class WorkUnderWay(Refusal):
    """Long work runs under the name of the person who began it; nobody takes the window over meanwhile."""

    person: str

"""Who acts: the signed-in person, and a supervisor's approval on the cashier's screen."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import ApprovalForSomethingElse, NotPermitted
from app.core.ids import ApprovalId, UserId


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's yes to one step, stored with its reason before the step is taken."""

    id: ApprovalId
    permission: Permission
    approver: str


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the keyboard, with what the role held at the sign-in; None: what it holds unless it is edited."""

    id: UserId
    name: str
    role: Role
    permissions: frozenset[Permission] | None = None

    def may(self, permission: Permission) -> bool:
        """Whether the role holds the permission."""
        return permission in (ROLES[self.role] if self.permissions is None else self.permissions)

    def require(self, permission: Permission, approval: Approval | None = None) -> ApprovalId | None:
        """Insist on the permission, held by the role or lent by an approval for just that.

        Returns the approval's id if one was needed. Raises NotPermitted, ApprovalForSomethingElse.
        """
        if self.may(permission):
            return None
        if approval is None:
            raise NotPermitted(self.name, permission)
        if approval.permission is not permission:
            raise ApprovalForSomethingElse(permission, approval.permission)
        return approval.id

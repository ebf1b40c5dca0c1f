"""Roles in words: alone, and with the name of who holds them."""

from __future__ import annotations

from app.access.permissions import Role
from app.core.language import mark, tr

ROLES: dict[Role, str] = {
    Role.CASHIER: mark("cashier"),
    Role.SUPERVISOR: mark("supervisor"),
}
_WITH_NAME: dict[Role, str] = {
    Role.CASHIER: mark("Cashier {name}"),
    Role.SUPERVISOR: mark("Supervisor {name}"),
}


def role_words(role: Role) -> str:
    """The role alone: “cashier”."""
    return tr(ROLES[role])


def in_role(role: Role, name: str) -> str:
    """The person with the role: “Cashier Li Fang”."""
    return tr(_WITH_NAME[role]).format(name=name)

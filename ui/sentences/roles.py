"""Roles in words: alone, and with the name of who holds them."""

from __future__ import annotations

from app.access.permissions import Role
from app.core.language import mark, tr

ROLES: dict[Role, str] = {
    Role.CASHIER: mark("cashier"),
    Role.SERVICE_DESK: mark("service desk"),
    Role.DUTY: mark("duty"),
    Role.SUPERVISOR: mark("supervisor"),
    Role.FINANCE: mark("finance"),
    Role.MANAGER: mark("manager"),
    Role.ADMINISTRATOR: mark("administrator"),
}
_WITH_NAME: dict[Role, str] = {
    Role.CASHIER: mark("Cashier {name}"),
    Role.SERVICE_DESK: mark("Service desk {name}"),
    Role.DUTY: mark("Duty {name}"),
    Role.SUPERVISOR: mark("Supervisor {name}"),
    Role.FINANCE: mark("Finance {name}"),
    Role.MANAGER: mark("Manager {name}"),
    Role.ADMINISTRATOR: mark("Administrator {name}"),
}


def role_words(role: Role) -> str:
    """The role alone: “cashier”."""
    return tr(ROLES[role])


def in_role(role: Role, name: str) -> str:
    """The person with the role: “Cashier Li Fang”."""
    return tr(_WITH_NAME[role]).format(name=name)

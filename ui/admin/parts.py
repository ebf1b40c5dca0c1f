"""The parts of the page beside the tabs: what each is called, who may open it, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.language import mark
from ui.shell.context import Context
from ui.widgets.sub_page import SubPage

TAB = "admin"
"""Acts everywhere on the page."""


@dataclass(frozen=True, slots=True)
class AdminPart:
    """One part; without a permission it is open to everybody of the office.

    `make` gives its page when it is first shown; its keys are `admin.<name>`. A page may have `begin`, which is called
    whenever it is shown, and `keep_draft`.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Context], SubPage]
    permission: Permission | None = None

    @property
    def keys(self) -> str:
        """The context of the part's own keys."""
        return f"{TAB}.{self.name}"

    def is_open_to(self, actor: Actor) -> bool:
        """Whether this person finds the part on the page."""
        return self.permission is None or actor.may(self.permission)


def page_in(module: str, name: str) -> Callable[[Context], SubPage]:
    """A page whose file is read when it is first shown."""
    return lambda context: cast("SubPage", getattr(import_module(module), name)(context))


PARTS: tuple[AdminPart, ...] = (
    AdminPart("people", mark("People"), "users-round", page_in("ui.admin.people.people_page", "PeoplePart")),
    AdminPart(
        "roles",
        mark("Roles of the office"),
        "user-check",
        page_in("ui.admin.roles.roles_page", "RolesPart"),
        Permission.MANAGE_PEOPLE,
    ),
    AdminPart(
        "privacy",
        mark("Personal data"),
        "user-search",
        page_in("ui.admin.privacy.privacy_page", "PrivacyPart"),
        Permission.HANDLE_PERSONAL_DATA,
    ),
    AdminPart(
        "keys",
        mark("Recovery sheet"),
        "lock",
        page_in("ui.admin.keys.keys_page", "KeysPart"),
        Permission.MANAGE_PEOPLE,
    ),
    AdminPart(
        "audit", mark("Audit"), "shield-check", page_in("ui.admin.audit.audit_page", "AuditPart"), Permission.SEE_AUDIT
    ),
    AdminPart(
        "backups",
        mark("Backups"),
        "database",
        page_in("ui.admin.backups.backups_page", "BackupsPart"),
        Permission.MANAGE_BACKUPS,
    ),
)
"""In the order of their keys, Alt+1 first."""

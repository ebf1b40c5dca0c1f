"""What is done with people and their rights, keys, settings, drafts and backups."""

from __future__ import annotations

from app.access.permissions import Permission, Role
from app.access.tables import user
from app.core.ids import UserId
from app.counter.methods import Method
from app.counter.settings import REFERENCE_REQUIRED
from app.store.backup_file import Why
from app.tickets.lists.filters import TicketFilter
from tests.office_builder import CASHIER_PASSWORD
from tests.stories.kill.use_cases.life import Act, Life, NothingThere

PASSWORD = "autumn-leaves"
FIRST_OF_OTHERS = 3
"""The supervisor and the cashier stay as they are: others come and go."""


def add_somebody(life: Life) -> None:
    life.office.people.add(
        life.supervisor, life.name("李娜"), PASSWORD, life.rng.choice((Role.CASHIER, Role.SUPERVISOR))
    )


def rename_somebody(life: Life) -> None:
    life.office.staff.rename(life.supervisor, _other(life), life.name("何静"))


def give_another_role(life: Life) -> None:
    life.office.staff.change_role(life.supervisor, _other(life), life.rng.choice(list(Role)))


def take_somebody_out(life: Life) -> None:
    life.office.staff.take_out(life.supervisor, _other(life))


def let_somebody_in(life: Life) -> None:
    life.office.staff.let_in(life.supervisor, _other(life), PASSWORD)


def reset_password(life: Life) -> None:
    life.office.staff.reset_password(life.supervisor, _other(life), life.name("winter-river"))


def change_own_password(life: Life) -> None:
    life.office.staff.change_password(life.cashier, CASHIER_PASSWORD, CASHIER_PASSWORD + "s")
    life.office.staff.change_password(life.cashier, CASHIER_PASSWORD + "s", CASHIER_PASSWORD)


def sign_in(life: Life) -> None:
    life.office.sign_in("王敏", life.rng.choice((CASHIER_PASSWORD, CASHIER_PASSWORD, "wrong")))


def change_role(life: Life) -> None:
    (now,) = (one for one in life.office.roles.listed() if one.role is Role.CASHIER)
    life.office.roles.change(life.supervisor, Role.CASHIER, {*now.permissions} ^ {Permission.WAIVE_SMALL})


def new_sheet(life: Life) -> None:
    life.office.keys.new_sheet(life.supervisor)
    life.office.keys.sheet_is_proven(life.supervisor)


def change_setting(life: Life) -> None:
    wanted = frozenset(life.rng.sample([Method.CARD, Method.TRANSFER, Method.CHEQUE], life.rng.randrange(4)))
    life.office.settings.change(life.supervisor, {REFERENCE_REQUIRED: wanted})


def keep_draft(life: Life) -> None:
    life.office.drafts.save(life.cashier, "collect", {"received": str(life.step)})


def drop_draft(life: Life) -> None:
    life.office.drafts.drop(life.cashier, "collect")


def make_backup(life: Life) -> None:
    life.office.backups.make(life.rng.choice(list(Why)))


def drill_backup(life: Life) -> None:
    newest = life.office.backups.newest()
    if newest is None:
        raise NothingThere
    life.office.backup_looks.drill(life.supervisor, newest, ())


def look_at_trail(life: Life) -> None:
    life.office.trail.search(life.supervisor, "王敏")


def keep_view(life: Life) -> None:
    life.office.ticket_views.save(life.cashier, life.name("我的 "), TicketFilter())


def _other(life: Life) -> UserId:
    found = UserId(life.any_row(user.c.id))
    if found < FIRST_OF_OTHERS:
        raise NothingThere
    return found


ACTS: tuple[Act, ...] = (
    *(add_somebody, rename_somebody, give_another_role, take_somebody_out, let_somebody_in, reset_password),
    *(change_own_password, sign_in, change_role, new_sheet, change_setting, keep_draft, drop_draft),
    *(make_backup, drill_backup, look_at_trail, keep_view),
)

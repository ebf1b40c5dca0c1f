"""Who and what a ticket may be given: teams that work, people who are here."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.access.tables import user
from app.tickets.fields import Field
from app.tickets.refusals import AssigneeGone, TeamGone, ValueUnusable
from app.tickets.tables import team


def check_team(connection: Connection, team_id: int | None) -> None:
    """Raises TeamGone, ValueUnusable."""
    if team_id is None:
        return
    row = connection.execute(select(team.c.name, team.c.retired_at).where(team.c.id == team_id)).first()
    if row is None:
        raise ValueUnusable(Field.TEAM)
    if row.retired_at is not None:
        raise TeamGone(row.name)


def check_assignee(connection: Connection, user_id: int | None) -> None:
    """Raises AssigneeGone, ValueUnusable."""
    if user_id is None:
        return
    row = connection.execute(select(user.c.name, user.c.active).where(user.c.id == user_id)).first()
    if row is None:
        raise ValueUnusable(Field.ASSIGNEE)
    if not row.active:
        raise AssigneeGone(row.name)

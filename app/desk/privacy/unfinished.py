"""Drafts that hold somebody: their number is typed there, or their name together with their unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Text, or_, select, type_coerce

from app.desk.privacy.linked import Linked
from app.desk.tables import draft
from app.estate.tables import unit


def drafts_of(connection: Connection, who: Linked) -> Sequence[Row[Any]]:
    """The drafts of whomever, with this person in them."""
    text = type_coerce(draft.c.content, Text())
    says = [text.contains(one, autoescape=True) for one in (*who.phones, who.name)]
    codes = connection.execute(select(unit.c.code).where(unit.c.id.in_(who.units))).scalars()
    signs = [*who.phones, *codes, *(f'"unit_id":{place}' for place in who.units), f'"person_id":{who.id}']
    placed = [text.contains(sign, autoescape=True) for sign in signs]
    return connection.execute(select(draft).where(or_(*says), or_(*placed)).order_by(draft.c.id)).all()

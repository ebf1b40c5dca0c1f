"""Finding whose data is asked for: everybody of the register, those who moved out as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, or_, select

from app.core.ids import PersonId
from app.core.show import mask_phone
from app.desk.privacy.person_facts import PersonLine
from app.estate.search_terms import LEAST_PHONE_TAIL, HitField, reversed_digits, squash
from app.estate.tables import occupancy, person, search_term, unit
from app.estate.unit_pages import read_phones

MOST = 100
_OF_PEOPLE = tuple(field.value for field in (HitField.NAME, HitField.INITIALS, HitField.PINYIN))


def find_people(connection: Connection, text: str, today: date) -> tuple[PersonLine, ...]:
    """Those whose name, initials, pinyin, telephone's end or unit is typed; nobody for an empty text."""
    typed = squash(text)
    if not typed:
        return ()
    term = search_term.c.term.startswith(typed, autoescape=True)
    kinds = [search_term.c.kind.in_(_OF_PEOPLE) & term]
    if typed.isdecimal() and len(typed) >= LEAST_PHONE_TAIL:
        tail = search_term.c.term.startswith(reversed_digits(typed), autoescape=True)
        kinds.append((search_term.c.kind == HitField.PHONE.value) & tail)
    at_home = select(search_term.c.unit_id).where(search_term.c.kind == HitField.CODE.value, term)
    on_units = select(occupancy.c.person_id).where(occupancy.c.unit_id.in_(at_home))
    found = select(search_term.c.person_id).where(or_(*kinds), search_term.c.person_id.is_not(None))
    wanted = or_(person.c.id.in_(found), person.c.id.in_(on_units), person.c.name == " ".join(text.split()))
    asked = select(person.c.id, person.c.name).where(wanted, person.c.forgotten_at.is_(None))
    rows = connection.execute(asked.order_by(person.c.name, person.c.id).limit(MOST)).tuples().all()
    return person_lines(connection, rows, today)


def person_lines(connection: Connection, people: Sequence[tuple[int, str]], today: date) -> tuple[PersonLine, ...]:
    """These people as lines, in their order."""
    ids = [key for key, _ in people]
    phones = read_phones(connection, ids)
    codes: dict[int, dict[str, bool]] = defaultdict(dict)
    there = select(occupancy.c.person_id, occupancy.c.until, unit.c.code).join(unit, unit.c.id == occupancy.c.unit_id)
    for row in connection.execute(there.where(occupancy.c.person_id.in_(ids)).order_by(unit.c.sort_key)):
        stands = row.until is None or row.until > today
        codes[row.person_id][row.code] = codes[row.person_id].get(row.code, False) or stands
    return tuple(
        PersonLine(
            PersonId(key),
            name,
            tuple(mask_phone(number) for number in phones[key]),
            tuple(codes[key]),
            former=not any(codes[key].values()),
        )
        for key, name in people
    )

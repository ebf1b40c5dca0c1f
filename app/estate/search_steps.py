"""The questions that a typed text asks of the index, best first; each answers in building order.

The statements are made once: while somebody types, only their values change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
)

from app.estate.refusals import NotAUnitCode
from app.estate.search_terms import LEAST_PHONE_TAIL, LEAST_PLATE_TAIL, HitField, squash
from app.estate.tables import search_term, unit
from app.estate.unit_code import code_parts, parse_unit_code, typed_code_prefix

_LAST = "\U0010ffff"
_ROOMS = (HitField.CODE, HitField.ROOM)
_WORDS = (HitField.NAME, HitField.INITIALS, HitField.PINYIN, HitField.PLATE)

Step = tuple[Select[Any], dict[str, str]]


def _terms(condition: ColumnElement[bool], kinds: tuple[HitField, ...]) -> Select[Any]:
    columns = (search_term.c.unit_id, search_term.c.person_id, search_term.c.kind, search_term.c.term)
    of_kinds = or_(*(search_term.c.kind == kind.value for kind in kinds))
    order = (search_term.c.sort_key, search_term.c.unit_id, search_term.c.kind)
    return select(*columns).where(condition, of_kinds).order_by(*order).limit(bindparam("most", type_=Integer))


def _codes(condition: ColumnElement[bool]) -> Select[Any]:
    nobody = type_coerce(null(), Integer).label("person_id")
    kind = literal(HitField.CODE.value, String).label("kind")
    columns = (unit.c.id.label("unit_id"), nobody, kind, unit.c.code.label("term"))
    return select(*columns).where(condition).order_by(unit.c.sort_key).limit(bindparam("most", type_=Integer))


_ROOM_OF_BUILDING = _codes(
    and_(
        unit.c.code >= bindparam("word"),
        unit.c.code < bindparam("beyond"),
        func.upper(unit.c.room) == bindparam("room"),
    )
)
_EXACT = search_term.c.term == bindparam("word")
_BEGINS = and_(search_term.c.term >= bindparam("word"), search_term.c.term < bindparam("beyond"))
_WHOLE_CODE = _codes(unit.c.sort_key == bindparam("word"))
_CODE_BEGINS = _codes(and_(unit.c.code >= bindparam("word"), unit.c.code < bindparam("beyond")))
_EXACT_ROOM, _ROOM_BEGINS = _terms(_EXACT, _ROOMS), _terms(_BEGINS, _ROOMS)
_EXACT_WORD, _WORD_BEGINS = _terms(_EXACT, _WORDS), _terms(_BEGINS, _WORDS)
_PHONE_TAIL, _PLATE_TAIL = _terms(_BEGINS, (HitField.PHONE,)), _terms(_BEGINS, (HitField.PLATE_TAIL,))


def search_steps(typed: str) -> Iterator[Step]:
    """Exact room, room without its entrance, beginning of a room, exact word, beginning of a word, tail of a number.

    Numbers are telephones and plates. Each step is a statement with its values; `most` is the caller's.
    """
    word = squash(typed)
    yield from _whole_code(typed)
    yield from _room_of_building(typed)
    prefix = typed_code_prefix(typed)
    if prefix:  # who types `3-2` means an entrance, not parking space 032
        yield _CODE_BEGINS, _from(prefix)
    yield _EXACT_ROOM, {"word": word}
    yield _ROOM_BEGINS, _from(word)
    if not word.isdecimal():
        yield _EXACT_WORD, {"word": word}
        yield _WORD_BEGINS, _from(word)
    if word.isdecimal() and len(word) >= LEAST_PHONE_TAIL:
        yield _PHONE_TAIL, _from(word[::-1])
    if len(word) >= LEAST_PLATE_TAIL and any(sign.isdecimal() for sign in word):
        yield _PLATE_TAIL, _from(word[::-1])


def _whole_code(typed: str) -> Iterator[Step]:
    try:
        yield _WHOLE_CODE, {"word": parse_unit_code(typed).sort_key}
    except NotAUnitCode:
        return


def _room_of_building(typed: str) -> Iterator[Step]:
    """`3-1802` and `3栋1802` leave the entrance out: room 1802 of building 3, whatever its entrance."""
    parts = code_parts(typed)
    if len(parts) == 2:
        yield _ROOM_OF_BUILDING, _from(f"{parts[0].lstrip('0') or '0'}-") | {"room": parts[1]}


def _from(word: str) -> dict[str, str]:
    return {"word": word, "beyond": word + _LAST}

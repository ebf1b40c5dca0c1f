"""The questions that a typed text asks of the index, best first; each answers in building order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, String, and_, literal, null, or_, select, type_coerce

from app.estate.refusals import NotAUnitCode
from app.estate.search_terms import LEAST_PHONE_TAIL, LEAST_PLATE_TAIL, HitField, squash
from app.estate.tables import search_term, unit
from app.estate.unit_code import parse_unit_code, typed_code_prefix

_LAST = "\U0010ffff"
_ROOMS = (HitField.CODE, HitField.ROOM)
_WORDS = (HitField.NAME, HitField.INITIALS, HitField.PINYIN, HitField.PLATE)


def search_steps(typed: str) -> Iterator[Select[Any]]:
    """Exact room, exact word, beginning of a room, beginning of a word, tail of a telephone or plate."""
    word = squash(typed)
    yield from _whole_code(typed)
    yield _terms(search_term.c.term == word, _ROOMS)
    prefix = typed_code_prefix(typed)
    if prefix:
        yield _codes(and_(unit.c.code >= prefix, unit.c.code < prefix + _LAST))
    yield _terms(_begins(word), _ROOMS)
    if not word.isdecimal():
        yield _terms(search_term.c.term == word, _WORDS)
        yield _terms(_begins(word), _WORDS)
    tails = list(_tails(word))
    if tails:
        yield _question(or_(*tails))


def _whole_code(typed: str) -> Iterator[Select[Any]]:
    try:
        yield _codes(unit.c.sort_key == parse_unit_code(typed).sort_key)
    except NotAUnitCode:
        return


def _tails(word: str) -> Iterator[ColumnElement[bool]]:
    if word.isdecimal() and len(word) >= LEAST_PHONE_TAIL:
        yield and_(_begins(word[::-1]), search_term.c.kind == HitField.PHONE)
    if len(word) >= LEAST_PLATE_TAIL and any(sign.isdecimal() for sign in word):
        yield and_(_begins(word[::-1]), search_term.c.kind == HitField.PLATE_TAIL)


def _begins(word: str) -> ColumnElement[bool]:
    return and_(search_term.c.term >= word, search_term.c.term < word + _LAST)


def _terms(condition: ColumnElement[bool], kinds: tuple[HitField, ...]) -> Select[Any]:
    return _question(and_(condition, search_term.c.kind.in_(kinds)))


def _question(condition: ColumnElement[bool]) -> Select[Any]:
    columns = (search_term.c.unit_id, search_term.c.person_id, search_term.c.kind, search_term.c.term)
    return select(*columns).where(condition).order_by(search_term.c.sort_key, search_term.c.unit_id, search_term.c.kind)


def _codes(condition: ColumnElement[bool]) -> Select[Any]:
    nobody = type_coerce(null(), Integer).label("person_id")
    columns = (
        unit.c.id.label("unit_id"),
        nobody,
        literal(HitField.CODE, String).label("kind"),
        unit.c.code.label("term"),
    )
    return select(*columns).where(condition).order_by(unit.c.sort_key)

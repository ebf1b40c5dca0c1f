"""Which field of a unit a search fitted, in words."""

from __future__ import annotations

from app.core.language import mark
from app.estate.search_terms import HitField

FOUND_BY: dict[HitField, str] = {
    HitField.CODE: mark("room"),
    HitField.ROOM: mark("room"),
    HitField.NAME: mark("name"),
    HitField.INITIALS: mark("initials"),
    HitField.PINYIN: mark("pinyin"),
    HitField.PHONE: mark("phone"),
    HitField.PLATE: mark("plate"),
    HitField.PLATE_TAIL: mark("plate"),
}

"""Public places: a lobby, a gate, a plant room, of a building or of the whole estate, found by name or by pinyin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BuildingId, UserId
from app.estate.kinds import UnitKind
from app.estate.refusals import NotInitials, PlaceExists, PlaceNameNeeded
from app.estate.tables import building, place, unit
from app.estate.unit_code import natural
from app.estate.words_pinyin import are_initials, begins_with, word_initials
from app.store.rows import insert_row, insertion
from app.store.store import Store

OF_THE_ESTATE = (
    *("大门", "北门", "车行出入口", "门岗", "中心花园", "儿童游乐区", "健身区", "小区道路", "路灯", "围墙", "快递柜"),
    *("垃圾房", "非机动车棚", "充电桩", "地下车库", "配电房", "水泵房", "消防控制室", "监控室", "物业服务中心"),
)
OF_A_BUILDING = ("大堂", "电梯", "楼道", "楼梯间", "天台", "外墙", "管道井", "单元门")
"""What nearly every estate and every building of homes has."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A public place; `building` is empty for one of the whole estate. `label` is how it is said: 3 栋 大堂."""

    id: int
    building_id: BuildingId | None
    building: str
    name: str
    initials: str
    retired: bool

    @property
    def label(self) -> str:
        """Building and name."""
        return f"{self.building} {self.name}" if self.building else self.name


class Places:
    """Keeps the office's public places; one that is no longer offered stays on what was reported of it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self, *, retired: bool = False) -> tuple[PlaceRow, ...]:
        """The places of the estate first, then those of each building in building order."""
        with self._store.reading() as connection:
            return read_places(connection, retired=retired)

    def find(self, text: str, limit: int = 12) -> tuple[PlaceRow, ...]:
        """Places by building and name or initials, in any order: `3 dt` and `大堂3` mean the lobby of building 3."""
        words = _squashed(text)
        if not words:
            return ()
        ranked = ((_rank(one, words), one) for one in self.all())
        met = sorted(((rank, one) for rank, one in ranked if rank is not None), key=lambda pair: pair[0])
        return tuple(one for _, one in met[:limit])

    def add(self, by: Actor, name: str, building_id: BuildingId | None = None, initials: str = "") -> int:
        """Enter a place. Raises NotPermitted, PlaceNameNeeded, PlaceExists, NotInitials."""
        by.require(Permission.MANAGE_ESTATE)
        written, letters = _checked(name, initials)
        with self._store.transaction() as connection:
            _must_be_new(connection, written, building_id)
            stamp = {"at": self._clock.now(), "by": by.id}
            return insert_row(
                connection, place, building_id=building_id, name=written, initials=letters, retired_at=None, **stamp
            )

    def rename(self, by: Actor, place_id: int, name: str, initials: str = "") -> None:
        """Call a place otherwise. Raises NotPermitted, PlaceNameNeeded, PlaceExists, NotInitials."""
        by.require(Permission.MANAGE_ESTATE)
        written, letters = _checked(name, initials)
        with self._store.transaction() as connection:
            row = connection.execute(select(place).where(place.c.id == place_id)).one()
            if written != row.name:
                _must_be_new(connection, written, row.building_id)
            self._change(connection, by, row, name=written, initials=letters)

    def retire(self, by: Actor, place_id: int) -> None:
        """Offer a place no longer. Raises NotPermitted."""
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            row = connection.execute(select(place).where(place.c.id == place_id)).one()
            self._change(connection, by, row, retired_at=self._clock.now())

    def offer_again(self, by: Actor, place_id: int) -> None:
        """Offer a place again. Raises NotPermitted."""
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            row = connection.execute(select(place).where(place.c.id == place_id)).one()
            self._change(connection, by, row, retired_at=None)

    def plant(self) -> None:
        """Enter the usual places of the estate and of every building of homes that has none yet."""
        with self._store.reading() as connection:
            wanted = connection.execute(_without_places()).first() or not _any_of_estate(connection)
        if wanted:
            with self._store.transaction() as connection:
                plant_places(connection, self._clock.now(), None)

    def _change(self, connection: Connection, by: Actor, row: Row[Any], **values: object) -> None:
        now = self._clock.now()
        stamp = {"at": now, "by": by.id}
        connection.execute(update(place).where(place.c.id == row.id).values(**values, **stamp))
        audit.record(connection, "change_place", row.name, {"id": row.id, "name": row.name}, now, by.id)


_ROWS = select(place, building.c.name.label("building"), building.c.code).outerjoin(
    building, building.c.id == place.c.building_id
)


def read_places(connection: Connection, *, retired: bool = False) -> tuple[PlaceRow, ...]:
    """The places that are offered, and with `retired` those that no longer are."""
    asked = _ROWS if retired else _ROWS.where(place.c.retired_at.is_(None))
    rows = sorted(connection.execute(asked), key=lambda row: (natural(row.code or ""), row.id))
    return tuple(
        PlaceRow(row.id, row.building_id, row.building or "", row.name, row.initials, row.retired_at is not None)
        for row in rows
    )


def plant_places(connection: Connection, at: datetime, by: UserId | None) -> None:
    """The usual places where there are none: of the estate, and of each building of homes."""
    stamp = {"retired_at": None, "at": at, "by": by}
    rows = [] if _any_of_estate(connection) else [_row(name, None) for name in OF_THE_ESTATE]
    for building_id in connection.execute(_without_places()).scalars():
        rows += [_row(name, building_id) for name in OF_A_BUILDING]
    if rows:
        connection.execute(insertion(place), [row | stamp for row in rows])


def _row(name: str, building_id: int | None) -> dict[str, object]:
    return {"name": name, "initials": word_initials(name), "building_id": building_id}


def _without_places() -> Select[Any]:
    homes = exists().where(unit.c.building_id == building.c.id, unit.c.kind == UnitKind.HOME.value)
    known = exists().where(place.c.building_id == building.c.id)
    return select(building.c.id).where(homes, ~known).order_by(building.c.id)


def _any_of_estate(connection: Connection) -> bool:
    of_estate = select(func.count()).select_from(place).where(place.c.building_id.is_(None))
    return bool(connection.execute(of_estate).scalar_one())


def _checked(name: str, initials: str) -> tuple[str, str]:
    written, letters = " ".join(name.split()), initials.strip().lower()
    if not written:
        raise PlaceNameNeeded
    if letters and not are_initials(letters):
        raise NotInitials(initials.strip())
    return written, letters or word_initials(written)


def _must_be_new(connection: Connection, name: str, building_id: int | None) -> None:
    same = select(place.c.id).where(place.c.name == name, place.c.building_id.is_not_distinct_from(building_id))
    if connection.execute(same).first():
        raise PlaceExists(name)


def _squashed(text: str) -> list[str]:
    """Words of one kind of sign each: `3栋大堂` is 3, 栋大堂; blanks part them too."""
    words: list[str] = []
    before = ""
    for sign in unicodedata.normalize("NFKC", text).lower():
        kind = "" if not sign.isalnum() else "figure" if sign.isdecimal() else "letter" if sign.isascii() else "sign"
        if kind and kind == before:
            words[-1] += sign
        elif kind:
            words.append(sign)
        before = kind
    return words


def _rank(one: PlaceRow, words: Iterable[str]) -> int | None:
    """The lower the better; None where a word is not met. What begins the name comes before what is inside it."""
    rank = 0
    for word in words:
        met = _met(one, word)
        if met is None:
            return None
        rank += met
    return rank


def _met(one: PlaceRow, word: str) -> int | None:
    if word.isdecimal():
        return 0 if word in _squashed(one.building) or word in one.name else None
    if word.isascii():
        return 1 if begins_with(one.initials, word) else None
    if one.name.startswith(word):
        return 0
    whole = "".join(_squashed(one.label))
    return 2 if word in whole else None

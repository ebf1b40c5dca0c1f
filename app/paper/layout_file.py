"""Layouts of papers are data: a TOML file read into the frozen classes that draw from it, each value checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from app.paper.lettering import Style
from app.paper.refusals import LayoutFault, LayoutTextTooSmall, LayoutUnreadable, LayoutWrong
from app.paper.sheet import Side
from app.paper.text_fitting import SMALLEST

L = TypeVar("L")

_FARTHEST = 10_000  # millimetres
_SIDES = {"left": Side.LEFT, "middle": Side.MIDDLE, "right": Side.RIGHT}
_STYLE = ("size", "bold")
_SPOT = ("x", "y", *_STYLE, "side")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for one text."""

    x: float
    y: float
    style: Style
    side: Side = Side.LEFT


def read_layout(kind: type[L], text: str, file: str) -> L:
    """The layout that a file describes; `file` is named in refusals.

    Raises LayoutUnreadable, LayoutWrong, LayoutTextTooSmall.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LayoutUnreadable(file, str(error)) from error
    return cast("L", _Reader(file).whole(kind, table, ""))


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file

    def whole(self, kind: type, table: object, place: str) -> object:
        hints = get_type_hints(kind)
        known = [field.name for field in fields(kind)]
        values = self._table(table, place, known)
        return kind(**{name: self._value(hints[name], values.get(name), _within(place, name)) for name in known})

    def _value(self, kind: Any, value: object, place: str) -> object:
        if get_origin(kind) is UnionType:
            return None if value is None else self._value(get_args(kind)[0], value, place)
        if value is None:
            raise LayoutWrong(self._file, place, LayoutFault.MISSING)
        if kind is Style:
            return self._style(self._table(value, place, _STYLE), place)
        if kind is Spot:
            return self._spot(self._table(value, place, _SPOT), place)
        if get_origin(kind) is tuple:
            return self._several(get_args(kind), value, place)
        if is_dataclass(kind):
            return self.whole(cast("type", kind), value, place)
        return self._number(value, place)

    def _table(self, value: object, place: str, known: list[str] | tuple[str, ...]) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise LayoutWrong(self._file, place, LayoutFault.MISSING)
        for name in value:
            if name not in known:
                raise LayoutWrong(self._file, _within(place, name), LayoutFault.UNKNOWN)
        return value

    def _spot(self, table: Mapping[str, object], place: str) -> Spot:
        x, y = (self._number(table.get(name), _within(place, name)) for name in ("x", "y"))
        side = _SIDES.get(str(table.get("side", "left")))
        if side is None:
            raise LayoutWrong(self._file, _within(place, "side"), LayoutFault.NOT_A_TEXT)
        return Spot(x, y, self._style(table, place), side)

    def _style(self, table: Mapping[str, object], place: str) -> Style:
        size = self._number(table.get("size"), _within(place, "size"))
        if size < SMALLEST:
            raise LayoutTextTooSmall(self._file, _within(place, "size"), f"{size:g}")
        bold = table.get("bold", False)
        if not isinstance(bold, bool):
            raise LayoutWrong(self._file, _within(place, "bold"), LayoutFault.NOT_A_TEXT)
        return Style(size, bold)

    def _several(self, kinds: tuple[Any, ...], value: object, place: str) -> tuple[object, ...]:
        if not isinstance(value, list) or not value or (kinds[-1] is not ... and len(value) != len(kinds)):
            raise LayoutWrong(self._file, place, LayoutFault.NOT_THESE_NUMBERS)
        each = [kinds[0]] * len(value) if kinds[-1] is ... else kinds
        return tuple(self._value(kind, one, place) for kind, one in zip(each, value, strict=True))

    def _number(self, value: object, place: str) -> float:
        if value is None:
            raise LayoutWrong(self._file, place, LayoutFault.MISSING)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise LayoutWrong(self._file, place, LayoutFault.NOT_A_NUMBER)
        if not -_FARTHEST < value < _FARTHEST:  # neither is `nan`, which no comparison holds of
            raise LayoutWrong(self._file, place, LayoutFault.NOT_A_NUMBER)
        return value


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name

"""Finding the row that heads the columns: by the names that offices give them, over one or two rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.sheets.cells import cell_text

SEARCHED_ROWS = 20
_LONGEST_TITLE = 200
_IN_BRACKETS = re.compile(r"[(\[【<].*?[)\]】>]")
_SIGNS = re.compile(r"[\s*:：·/、_-]+")


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """A column that an import understands: its key and the heads it may bear.

    With `pattern` the head is understood by what its groups hold (`物业费已缴至`), and many such columns may stand.
    """

    key: str
    titles: tuple[str, ...]
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column of the sheet: its place from 0, its head as written, what it is (None: not understood)."""

    place: int
    title: str
    kind: ColumnKind | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a sheet and the number of rows up to and including their heads."""

    columns: tuple[HeadedColumn, ...]
    rows: int

    def places(self, key: str) -> tuple[int, ...]:
        """Where the columns of a kind stand; several for telephones in two columns."""
        return tuple(column.place for column in self.columns if column.kind and column.kind.key == key)


@lru_cache(maxsize=1024)
def plain_title(title: str) -> str:
    """A head without brackets, stars and blanks: `*建筑面积（㎡）` → `建筑面积`."""
    plain = unicodedata.normalize("NFKC", title).strip().lower()
    return _SIGNS.sub("", _IN_BRACKETS.sub("", plain)) or _SIGNS.sub("", plain)


class HeaderFinder:
    """Knows the columns of one kind of import."""

    def __init__(self, kinds: Sequence[ColumnKind]) -> None:
        self._by_title = {plain_title(title): kind for kind in kinds for title in kind.titles}
        self._patterns = [(kind, kind.pattern) for kind in kinds if kind.pattern]

    def find(self, rows: Sequence[Sequence[object]]) -> Header | None:
        """The best heads among the first rows; None if no row has two columns that are understood."""
        best, most = None, 1
        for start in range(min(len(rows), SEARCHED_ROWS)):
            for lower in (None, rows[start + 1]) if start + 1 < len(rows) else (None,):
                header = self._read(rows[start], lower, start)
                score = len({(column.kind.key, column.detail) for column in header.columns if column.kind})
                if score > most or (best is not None and score == most and _adds_units(lower, header, best)):
                    best, most = header, score
        return best

    def _read(self, row: Sequence[object], row_below: Sequence[object] | None, start: int) -> Header:
        upper, lower = _texts(row), _texts(row_below or ())
        group, columns = "", []
        for place in range(max(len(upper), len(lower))):
            one, two = _at(upper, place), _at(lower, place)
            group = (one or group) if two else ""
            titles = _spellings(group, one, two)
            if titles:
                columns.append(HeadedColumn(place, *self._best(titles)))
        return Header(tuple(columns), start + (1 if row_below is None else 2))

    def _best(self, titles: Sequence[str]) -> tuple[str, ColumnKind | None, str]:
        """The fullest spelling that is a head as written, else the first that a pattern understands."""
        for title in reversed(titles):
            if plain_title(title) in self._by_title:
                return title, self._by_title[plain_title(title)], ""
        for title in titles:
            for kind, pattern in self._patterns:
                found = pattern.fullmatch(plain_title(title))
                if found:
                    return title, kind, found["detail"] or ""
        return titles[0], None, ""


def _adds_units(lower: Sequence[object] | None, header: Header, best: Header) -> bool:
    """Whether the row below only says in what its columns are counted: `建筑面积` over `(㎡)`."""
    return lower is not None and header.rows > best.rows and any(_texts(lower))


def _texts(row: Sequence[object]) -> tuple[str, ...]:
    return tuple(cell_text(value)[:_LONGEST_TITLE] for value in row)


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _spellings(group: str, upper: str, lower: str) -> list[str]:
    """What a column over two rows may be called: its name, with its group before or after, or the upper cell alone."""
    if not lower:
        return [upper] if upper else []
    return [lower, group + lower, lower + group] if group else [lower]

"""Which rows were altered, added or removed behind the program's back: the trail's fingerprints against the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from app.access.tables import audit
from app.access.written_rows import BEGUN, WRITTEN
from app.core.language import tr
from app.core.show import show_date, show_time
from app.store.written_rows import (
    MODULUS,
    ROWS_OF_A_BLOCK,
    Key,
    WatchedTable,
    block_of,
    in_blocks,
    standing,
    watched_tables,
)

_ACTS = (
    select(audit.c.id, audit.c.action, audit.c.facts, audit.c.at)
    .where(audit.c.action.in_((WRITTEN, BEGUN)))
    .order_by(audit.c.id)
    .execution_options(yield_per=500)
)
_Pairs = Mapping[str, list[tuple[Key, int]]]


@dataclass(slots=True)
class _Sums:
    """By table: its columns when it was begun, and by block the sum of the fingerprints."""

    shapes: dict[str, str] = field(default_factory=dict)
    blocks: defaultdict[str, defaultdict[Key, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    begun_twice: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """What is known of the rows of one block: each one's fingerprint, unless many were written at once."""

    rows: defaultdict[Key, int] = field(default_factory=lambda: defaultdict(int))
    written: dict[Key, datetime] = field(default_factory=dict)
    last: datetime | None = None
    is_coarse: bool = False


def altered_rows(connection: Connection) -> Iterator[str]:
    """A sentence for each row, or block of rows, that is not as the program wrote it."""
    sums = _summed_up(connection)
    for no, name in sums.begun_twice:
        yield tr("{table}: summed up anew without need in row {no} of the audit trail").format(table=name, no=no)
    tables = watched_tables(connection)
    for table in tables:
        if sums.shapes.get(table.name) == table.shape:
            off = _blocks_off(connection, table, sums.blocks[table.name])
            if off:
                yield from _named(connection, table, off)
        elif sums.shapes:
            yield tr("{table}: its columns are not those that the program made").format(table=table.name)
    for name in sorted(sums.shapes.keys() - {table.name for table in tables}):
        yield tr("{table}: the whole table is gone").format(table=name)


def _summed_up(connection: Connection) -> _Sums:
    sums = _Sums()
    for act in _acts(connection):
        for name, shape in act.facts.get("tables", {}).items():
            if sums.shapes.get(name) == shape:
                sums.begun_twice.append((act.id, name))
            sums.shapes[name] = shape
            sums.blocks.pop(name, None)
        for name, own in _pairs(act, "blocks").items():
            for block, change in own:
                sums.blocks[name][block] += change
        for name, own in _pairs(act, "written").items():
            for key, change in own:
                sums.blocks[name][block_of(key)] += change
    return sums


def _blocks_off(connection: Connection, table: WatchedTable, known: Mapping[Key, int]) -> set[Key]:
    found = in_blocks(dict(standing(connection, table)))
    return {block for block in found.keys() | known.keys() if (found.get(block, 0) - known.get(block, 0)) % MODULUS}


def _named(connection: Connection, table: WatchedTable, off: Collection[Key]) -> Iterator[str]:
    known = _rows_known(connection, table, off)
    found: defaultdict[Key, dict[Key, int]] = defaultdict(dict)
    for key, print_ in standing(connection, table):
        if block_of(key) in off:
            found[block_of(key)][key] = print_
    for block in sorted(off, key=str):
        if known[block].is_coarse:
            yield _of_block(table.name, block, known[block])
        else:
            yield from _of_rows(table.name, known[block], found[block])


def _rows_known(connection: Connection, table: WatchedTable, off: Collection[Key]) -> dict[Key, _Block]:
    known = {block: _Block() for block in off}
    for act in _acts(connection):
        if table.name in act.facts.get("tables", {}):
            known = {block: _Block() for block in off}
        many = [pair for pair in _pairs(act, "blocks").get(table.name, ()) if pair[0] in off]
        for block, _ in many:
            known[block].is_coarse, known[block].last = isinstance(block, int), act.at
        for key, change in (*_pairs(act, "written").get(table.name, ()), *many):
            if block_of(key) in off and not known[block_of(key)].is_coarse:
                known[block_of(key)].rows[key] += change
                known[block_of(key)].written[key] = act.at
    return known


def _of_block(name: str, block: Key, known: _Block) -> str:
    assert isinstance(block, int)
    first = block * ROWS_OF_A_BLOCK
    said = tr("{table}: among rows {first} to {last}, one was altered, added or removed; last written {when}")
    when = "" if known.last is None else _moment(known.last)
    return said.format(table=name, first=first, last=first + ROWS_OF_A_BLOCK - 1, when=when)


def _of_rows(name: str, known: _Block, found: Mapping[Key, int]) -> Iterator[str]:
    for key in sorted(known.rows.keys() | found.keys(), key=str):
        wrote, says = known.rows.get(key, 0) % MODULUS, found.get(key, 0)
        when = _moment(known.written[key]) if key in known.written else ""
        if wrote and not says:
            yield tr("{table} {row}: removed; last written {when}").format(table=name, row=key, when=when)
        elif says and not wrote:
            yield tr("{table} {row}: added").format(table=name, row=key)
        elif wrote != says:
            yield tr("{table} {row}: altered; last written {when}").format(table=name, row=key, when=when)


def _moment(at: datetime) -> str:
    return f"{show_date(at.date())} {show_time(at)}"


def _acts(connection: Connection) -> Iterator[Any]:
    return iter(connection.execute(_ACTS))


def _pairs(act: Any, kind: str) -> _Pairs:
    pairs: _Pairs = act.facts.get(kind, {})
    return pairs

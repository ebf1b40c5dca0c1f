"""Files of the program and of an office as bytes: whole ones, ones with another value inside, and broken ones."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.store.sealed_places import seal_of
from tests.fuzz.spellings import MISCHIEF, slipped
from tests.fuzz.workbooks import broken_bytes, mostly

Facts = Mapping[str, Any]

_plain_values = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), slipped().map(lambda text: text[:200]))
json_values: SearchStrategy[Any] = st.recursive(
    _plain_values,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(slipped().map(lambda t: t[:20]), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Anything that such a file may hold."""

DEEP = tuple(sign * depth for sign in ("[", '{"a":') for depth in (3_000, 100_000))
"""Brackets in brackets: who reads them by calling itself runs out of room."""


def _another_inside(facts: Facts, way: list[int], value: object, *, gone: bool) -> dict[str, Any]:
    changed: Any = copy.deepcopy(dict(facts))
    inside = changed
    for turn in way:
        places = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not places:
            break
        place = places[turn % len(places)]
        if turn is way[-1] or not isinstance(inside[place], dict | list) or not inside[place]:
            if gone:
                del inside[place]
            else:
                inside[place] = value
            break
        inside = inside[place]
    return changed if isinstance(changed, dict) else {}


def spoilt(facts: Facts) -> SearchStrategy[dict[str, Any]]:
    """The same with one value gone or another in its place, somewhere inside."""
    way = st.lists(st.integers(0, 60), min_size=1, max_size=5)
    return st.builds(
        lambda *given, gone: _another_inside(facts, *given, gone=gone), way, json_values, gone=st.booleans()
    )


def json_bytes(facts: object) -> bytes:
    return json.dumps(facts, ensure_ascii=False).encode("utf-8", "surrogatepass")


def sealed_again(facts: Mapping[str, Any]) -> bytes:
    """With a seal that fits, as whoever knows how it is made would write it."""
    plain = json.loads(json.dumps({name: value for name, value in facts.items() if name != "seal"}))
    return json_bytes(plain | {"seal": seal_of(plain)})


def documents(
    whole: bytes, *inside: SearchStrategy[Any], write: Callable[[Any], bytes] = json_bytes
) -> SearchStrategy[bytes]:
    """A file whole, broken, with something else inside, or nothing like it at all."""
    deep = st.sampled_from([text.encode() for text in DEEP])
    others = [one.map(write) for one in inside]
    return mostly(broken_bytes(st.just(whole)), 3, *others, *others, deep, st.binary(max_size=300), st.just(whole))


def toml_documents(whole: str) -> SearchStrategy[bytes]:
    """A file of settings with a line gone, doubled, or with another value."""
    lines = whole.splitlines()
    values = st.sampled_from(
        [
            *(
                "nan",
                "inf",
                "-inf",
                "-1",
                "1e308",
                "0",
                "true",
                '""',
                "[]",
                "{}",
                "[[]]",
                "9999-12-31",
                '"\\u0000"',
                "''",
            ),
            *MISCHIEF[:20],
        ]
    )

    def changed(turns: list[tuple[int, int, str]]) -> bytes:
        kept = list(lines)
        for turn, what, value in turns:
            at = turn % max(1, len(kept))
            line = kept[at] if kept else ""
            match what:
                case 0:
                    del kept[at : at + 1]
                case 1:
                    kept.insert(at, line)
                case 2:
                    kept[at : at + 1] = [f"{line.split('=')[0]}= {value}"]
                case _:
                    kept[at : at + 1] = [line[: turn % (len(line) + 1)] + value + line[turn % (len(line) + 1) :]]
        return "\n".join(kept).encode("utf-8", "surrogatepass")

    turn = st.tuples(st.integers(0, 4_000), st.integers(0, 3), values)
    deep = st.sampled_from([b"a = " + text.encode() for text in DEEP[:2]])
    some = st.lists(turn, min_size=1, max_size=3).map(changed)
    return mostly(
        some, 6, broken_bytes(st.just(whole.encode())), deep, st.binary(max_size=200), st.just(whole.encode())
    )

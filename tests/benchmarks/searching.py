"""Search from the text to the rows on a large estate: every kind of term that residents give."""

from __future__ import annotations

import random

from pypinyin import Style, lazy_pinyin

from app.office import Office
from tests.benchmarks.big_estate import code_of, name_of, phone_of
from tests.benchmarks.figures import Figure, median, percentile, seconds_of

SEARCHES = 600
SEED = 20261120


def measure(office: Office, units: int) -> list[Figure]:
    """The search box's own service on an estate with a month unpaid, so that every row says what is owed."""
    times = [seconds_of(lambda text=text: office.finder.find(text)) for text in _texts(units)]  # type: ignore[misc]
    assert _all_found(office, units), "a search that finds nothing is fast for nothing"
    return [
        Figure(f"search among {units:,} units (p99)", percentile(times, 99), at_most_seconds=0.016),
        Figure(f"search among {units:,} units (median)", median(times)),
    ]


def _texts(units: int) -> list[str]:
    chance = random.Random(SEED)
    texts = []
    for _ in range(SEARCHES // 6):
        number = chance.randrange(units)
        name, code = name_of(number), code_of(number)
        initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
        texts += [code, code.replace("-", " "), name, initials, "".join(lazy_pinyin(name)), phone_of(number)[-4:]]
    return texts


def _all_found(office: Office, units: int) -> bool:
    last = units - 1
    return all(office.finder.find(text) for text in (code_of(last), name_of(last), phone_of(last)[-4:]))

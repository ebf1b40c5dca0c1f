"""How long the words of a plan are, and how many seconds a page takes to read at night and in haste."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from app.incidents.plans.plan import Page, Step

SIGNS_A_SECOND = 4
SECONDS_TO_FIND_A_STEP = 3


def length_in_hanzi(text: str) -> int:
    """Wide signs count one, narrow ones (digits, Latin letters) a half, spaces nothing; rounded up."""
    signs = [sign for sign in text if not sign.isspace()]
    wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in signs)
    return wide + (len(signs) - wide + 1) // 2


def seconds_to_read(page: Page) -> int:
    """Whole seconds for title, steps and what they ask; details are read on demand and do not count."""
    signs = length_in_hanzi(page.title.zh) + sum(sum(map(length_in_hanzi, _words(step))) for step in page.steps)
    return -(-signs // SIGNS_A_SECOND) + SECONDS_TO_FIND_A_STEP * len(page.steps)


def _words(step: Step) -> Iterator[str]:
    yield step.text.zh
    for ask in step.asks:
        yield ask.text.zh
        yield from (option.text.zh for option in ask.options)

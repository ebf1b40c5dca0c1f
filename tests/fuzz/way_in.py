"""One way from outside into the program, and the law for all: an answer, or a refusal with its sentence, in time."""

from __future__ import annotations

import faulthandler
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from app.core.errors import Refusal, Trouble
from ui.sentences import say

LONGEST = 5
"""Seconds that any one input may take."""

_HANGS_HARD = 3 * 60 * 60


class TakesTooLong(AssertionError):  # noqa: N818 - named as a fact, like all errors here
    """A person would think that the program had died."""


class SaysNothing(AssertionError):  # noqa: N818 - likewise
    """A refusal that leaves a person without a word."""


@dataclass(frozen=True)
class Way:
    """A name for reports, what may come, and what takes it; `told` are further errors that its callers expect."""

    name: str
    comes: SearchStrategy[Any]
    takes: Callable[[Any], object]
    told: tuple[type[Exception], ...] = ()


@contextmanager
def in_time() -> Iterator[None]:
    """Stop what takes longer than anybody waits."""
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def goes_in(way: Way, case: object) -> None:
    """Let the case in: whatever is refused is refused with a sentence, and all of it in time."""
    try:
        with in_time():
            way.takes(case)
    except (Refusal, Trouble) as told:
        if not say(told).strip():
            raise SaysNothing(type(told).__name__) from told
    except way.told:
        pass
    except Exception as error:
        error.add_note(f"{way.name} was given {case!r:.300}")
        raise


def let_in(ways: Sequence[Way], cases: int) -> int:
    """Let so many cases into each of these ways, which all take the same; how many that were."""
    came = 0

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(ways[0].comes)
    def one(case: object) -> None:
        nonlocal came
        for way in ways:
            came += 1
            goes_in(way, case)

    faulthandler.dump_traceback_later(
        _HANGS_HARD, exit=True, file=sys.__stderr__ or sys.stderr
    )  # a loop inside the machine's own code hears no alarm
    try:
        one()
    finally:
        faulthandler.cancel_dump_traceback_later()
    return came


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TakesTooLong(f"after {LONGEST} seconds, at {time.ctime()}")

"""A figure of speed: ours against a bare baseline of the same run, on the same disk, minutes apart at most."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table; times in seconds, the goal as a ratio to the baseline or as seconds of its own."""

    name: str
    ours: float
    bare: float | None = None
    at_most_times: float | None = None
    at_most_seconds: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.bare is None else self.ours / self.bare

    @property
    def met(self) -> bool:
        in_time = self.at_most_seconds is None or self.ours <= self.at_most_seconds
        in_ratio = self.at_most_times is None or self.ratio is None or self.ratio <= self.at_most_times
        return in_time and in_ratio

    def line(self) -> str:
        bare = "" if self.bare is None else f"{shown(self.bare):>10}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        goals = [f"≤ {self.at_most_times:g} ×"] if self.at_most_times is not None else []
        goals += [f"≤ {shown(self.at_most_seconds)}"] if self.at_most_seconds is not None else []
        verdict = ("met" if self.met else "MISSED") if goals else ""
        return f"{self.name:<58}{shown(self.ours):>10}{bare:>11}{ratio:>10}  {', '.join(goals):<20}{verdict}".rstrip()


@dataclass(frozen=True)
class Megabytes:
    """Memory of a process in MiB: at its most, and what the work added to what was there before."""

    name: str
    most: float
    added: float

    def line(self) -> str:
        return f"{self.name:<58}{self.most:>6.0f} MiB   {self.added:+.0f} MiB by the work"


def shown(seconds: float) -> str:
    """Seconds as people say them: `3.52 s`, `16.1 ms`, `420 µs`."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


def seconds_of(work: Callable[[], object]) -> float:
    """How long one go takes, rubbish collected before it."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(times: Sequence[float], share: int) -> float:
    """The time within which `share` percent of the goes were done."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def median(times: Sequence[float]) -> float:
    return percentile(times, 50)

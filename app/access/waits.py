"""How long a name has to wait after wrong passwords: twice as long with every further one."""

from __future__ import annotations

from datetime import datetime, timedelta

FREE_OF_ONE = 3
"""So many wrong tries in a row under one name cost nothing: fingers slip."""
FREE_OF_ALL = 10
"""So many under whatever names, so that nobody tries one password on everybody."""
_FIRST, _LONGEST = 5, 300


def wait_after(tries: int, free: int = FREE_OF_ONE) -> int:
    """Seconds from the last of so many wrong tries in a row until the next one is looked at; five minutes at most."""
    if tries < free:
        return 0
    return min(_LONGEST, _FIRST << min(tries - free, 10))


def seconds_left(tries: int, last: datetime | None, now: datetime, free: int = FREE_OF_ONE) -> int:
    """Whole seconds still to wait; a clock that was put back makes nobody wait longer than the wait itself."""
    wait = wait_after(tries, free)
    if last is None or not wait:
        return 0
    left = timedelta(seconds=wait) - max(now - last, timedelta(0))
    return max(0, -(-left // timedelta(seconds=1)))

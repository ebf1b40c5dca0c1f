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


def seconds_left(tries: int, gone: int, free: int = FREE_OF_ONE) -> int:
    """Whole seconds still to wait, where so many have gone since the last wrong try."""
    return max(0, wait_after(tries, free) - gone)


def seconds_gone(last_ran: int, ran: int) -> int:
    """Since a try, by the seconds that nobody can set; a computer started since then has run at least so long."""
    return ran - last_ran if ran >= last_ran else ran


def seconds_by_clock(last: datetime, now: datetime) -> int:
    """Since a try of which only the time is kept; a clock that was put back makes nobody wait longer than the wait."""
    return max(0, (now - last) // timedelta(seconds=1))

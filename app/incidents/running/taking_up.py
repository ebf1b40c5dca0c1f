"""After a restart: what was lost, how long the program was off, and whether the clock was moved; told in each log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from app.incidents.running.acts import Acts
from app.incidents.running.entry import EntryKind
from app.incidents.running.head_of_logs import LostLines, lost_lines
from app.incidents.running.log_rows import Line, Standing
from app.incidents.running.sign_of_life import read_sign, write_sign
from app.incidents.tables import incident
from app.incidents.unsigned.files import log_file
from app.incidents.unsigned.unsigned_log import on_the_clock_before, read_acts

_OFF = timedelta(minutes=1)
BEAT_SECONDS = 20
"""How often `beat` is to be called while an incident runs."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What a start of the program found: the incidents that run, when it was off, and lines that were lost."""

    running: tuple[int, ...]
    off: tuple[datetime, datetime] | None
    lost: tuple[LostLines, ...]


class TakingUp(Acts):
    """Called when the program starts, and then every `BEAT_SECONDS` seconds; nobody has to be signed in."""

    def take_up(self) -> TakenUp:
        """Write into the log of each running incident what happened while nobody watched.

        A second window beside a running one finds a fresh sign of life, and writes nothing.
        """
        with self._store.reading() as connection:
            lost = tuple(lost_lines(connection, self._store.folder.head))
            running = self._running_ids(connection)
        if not (running or lost):
            return TakenUp((), None, ())
        with self._store.transaction() as connection:
            standings = [self._logs.standing(connection, one) for one in running]
            outside, now = on_the_clock_before(read_acts(log_file(self._store.folder)), self._clock.now())
            off = _off(standings, read_sign(self._sign), outside, now)
            self._tell_lost(connection, lost)
            for one in running:
                self._tell(connection, one, _lines(off, now))
        self.beat()
        return TakenUp(running, off if off and off[1] > off[0] else None, lost)

    def beat(self) -> None:
        """Leave a sign of life while something runs, and tell the logs if somebody moved the clock."""
        with self._store.reading() as connection:
            running = self._running_ids(connection)
        if running:
            self._look_at_clock()
            write_sign(self._sign, self._clock.now())

    def _tell_lost(self, connection: Connection, lost: tuple[LostLines, ...]) -> None:
        ids = select(incident.c.id).where(incident.c.id.in_([one.incident_id for one in lost]))
        there = set(connection.execute(ids).scalars())
        for one in lost:
            if one.incident_id in there:
                line = Line(EntryKind.LOST, facts={"expected": one.expected, "found": one.found})
                self._tell(connection, one.incident_id, [line], even_if_shorter=True)


def _off(
    standings: list[Standing], sign: datetime | None, outside: list[datetime], now: datetime
) -> tuple[datetime, datetime] | None:
    """From the last sign of life until now, or until somebody did something before sign-in, if that is long.

    A sign later than now means a clock that was set back.
    """
    signs = [standing.entries[-1].at for standing in standings if standing.entries]
    last = max([*signs, *([sign] if sign else [])], default=None)
    if last is None:
        return None
    until = min([now, *(at for at in outside if last < at < now)])
    return None if abs(until - last) < _OFF else (last, until)


def _lines(off: tuple[datetime, datetime] | None, now: datetime) -> list[Line]:
    if off is None:
        return []
    last, until = off
    if last > now:
        return [Line(EntryKind.CLOCK_MOVED, facts={"from": last.isoformat(), "to": now.isoformat()})]
    facts = {"from": last.isoformat(), "until": until.isoformat()}
    return [Line(EntryKind.GAP, facts=facts, happened_at=until)]

"""The duty log: lines with their time, and hand-overs that giver and taker both sign. Nothing is edited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from app.access import audit
from app.access.actor import Actor
from app.access.people import People
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.show import mask_personal
from app.duty.log.entry_rows import LogLine, read_lines, write_line
from app.duty.log.handover_facts import Handover, HandoverPage
from app.duty.log.handover_rows import H, add_handover, last_given, people, read_handovers, read_open
from app.duty.log.kinds import EntryKind
from app.duty.log.leftovers import Running, read_leftovers
from app.duty.refusals import HandoverSigned, HandoverWithdrawn, TakerIsGiver, TakerOther, TakerUnknown
from app.duty.roster.roster import Roster
from app.duty.tables import duty_entry, duty_handover
from app.duty.texts import moment, required, tidy
from app.store.store import Store

_DAY = timedelta(days=1)
_FIRST_LOOK = timedelta(hours=12)


class DutyLog:
    """Writing needs KEEP_DUTY; `running` gives the incidents of the moment."""

    def __init__(self, store: Store, clock: Clock, people_of_office: People, roster: Roster, running: Running) -> None:
        self._store = store
        self._clock = clock
        self._people = people_of_office
        self._roster = roster
        self._running = running

    def write(self, by: Actor, text: str, happened_at: datetime | None = None) -> int:
        """A line; its id. Raises NotPermitted, DutyTextMissing, DutyTextTooLong, DutyInFuture, DutyTooLongAgo."""
        by.require(Permission.KEEP_DUTY)
        now = self._clock.now()
        with self._store.transaction() as connection:
            happened = moment(happened_at, now)
            return write_line(connection, by, now, EntryKind.WRITTEN, required(text), happened_at=happened)

    def correct(self, by: Actor, line_id: int, text: str) -> int:
        """What is right, as a further line; the first one stays. Raises as `write` does."""
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            (line,) = read_lines(connection, duty_entry.c.id == line_id)
            return write_line(
                connection,
                by,
                self._clock.now(),
                EntryKind.CORRECTED,
                required(text),
                {"corrects": line.id, "written": f"{line.happened_at:%Y-%m-%d %H:%M}"},
            )

    def whole(self, by: Actor, line_id: int) -> str:
        """What a line says with the numbers of people that lists hide; such a look is kept in the audit trail.

        Raises NotPermitted.
        """
        by.require(Permission.UNMASK_PHONE)
        with self._store.reading() as connection:
            (line,) = read_lines(connection, duty_entry.c.id == line_id)
        if mask_personal(line.text) != line.text:
            with self._store.transaction() as connection:
                when = f"{line.happened_at:%Y-%m-%d %H:%M}"
                audit.record(connection, "unmask_phone", when, {"duty_log": line_id}, self._clock.now(), by.id)
        return line.text

    def of_day(self, day: date) -> tuple[LogLine, ...]:
        """The lines of a day, the oldest first."""
        first = datetime.combine(day, time())
        return self.between(first, first + _DAY)

    def between(self, first: datetime, until: datetime) -> tuple[LogLine, ...]:
        """The lines of `[first, until)` by when they happened."""
        with self._store.reading() as connection:
            return read_lines(connection, duty_entry.c.happened_at >= first, duty_entry.c.happened_at < until)

    def recent(self) -> tuple[LogLine, ...]:
        """The lines since yesterday morning: whoever comes reads what the one before wrote."""
        today = datetime.combine(self._clock.now().date(), time())
        return self.between(today - _DAY, today + 2 * _DAY)

    def page(self, by: Actor) -> HandoverPage:
        """What is to be handed over now. Raises NotPermitted."""
        by.require(Permission.KEEP_DUTY)
        now, running, on_duty = self._clock.now(), self._running(), self._roster.on_duty()
        with self._store.reading() as connection:
            last = last_given(connection)
            since = now - _FIRST_LOOK if last is None else last.at
            lines = read_lines(connection, duty_entry.c.at > since, duty_entry.c.kind.not_in(_OF_HANDOVERS))
            takers = tuple(name for name in people(connection) if name != by.name)
            expected = [turn.person for turn in (*on_duty.next, *on_duty.now) if turn.person in takers]
            return HandoverPage(
                giver=by.name,
                takers=takers,
                expected=expected[0] if expected else "",
                leftovers=read_leftovers(connection, running, now),
                things=() if last is None else last.things,
                lines=lines,
                at=now,
            )

    def give(self, by: Actor, taker: str, words: str = "", things: Sequence[str] = ()) -> int:
        """Hand over: the giver signs by this, the leftovers of the moment are kept with it; its id.

        Raises NotPermitted, TakerIsGiver, TakerUnknown, DutyTextMissing, DutyTextTooLong.
        """
        by.require(Permission.KEEP_DUTY)
        name, now, running = required(taker), self._clock.now(), self._running()
        if name == by.name:
            raise TakerIsGiver(name)
        with self._store.transaction() as connection:
            if name not in people(connection):
                raise TakerUnknown(name)
            left = read_leftovers(connection, running, now)
            kept = [thing for thing in map(tidy, things) if thing]
            made = add_handover(connection, (by.name, name), left, kept, tidy(words), at=now, by=by.id)
            write_line(connection, by, now, EntryKind.HANDED_OVER, facts={"handover": made, "taker": name})
            return made

    def sign(self, handover_id: int, name: str, password: str) -> Actor:
        """Whoever takes over signs by name and password; who that is.

        Raises WrongPassword, TakerOther, HandoverSigned, HandoverWithdrawn.
        """
        standing = self.handover(handover_id)
        _must_be_open(standing)
        signer = self._people.sign_in(name, password)
        if signer.name != standing.taker:
            raise TakerOther(standing.taker, signer.name)
        with self._store.transaction() as connection:
            _must_be_open(self.handover(handover_id))
            now = self._clock.now()
            connection.execute(
                duty_handover.update().where(H.id == handover_id).values(signed_at=now, signed_by=signer.id)
            )
            facts = {"handover": handover_id, "giver": standing.giver}
            write_line(connection, signer, now, EntryKind.SIGNED, facts=facts)
        return signer

    def withdraw(self, by: Actor, handover_id: int, reason: str) -> None:
        """A hand-over that nobody will sign is taken back; it stays, with why.

        Raises NotPermitted, DutyTextMissing, HandoverSigned, HandoverWithdrawn.
        """
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            standing = self.handover(handover_id)
            _must_be_open(standing)
            facts = {"handover": handover_id, "taker": standing.taker}
            write_line(connection, by, self._clock.now(), EntryKind.WITHDRAWN, required(reason), facts)

    def handover(self, handover_id: int) -> Handover:
        """One hand-over."""
        with self._store.reading() as connection:
            (found,) = read_handovers(connection, H.id == handover_id)
            return found

    def handovers(self, limit: int = 200) -> tuple[Handover, ...]:
        """The newest hand-overs."""
        with self._store.reading() as connection:
            return read_handovers(connection, limit=limit)

    def unsigned(self) -> tuple[Handover, ...]:
        """Those that wait for a signature, the newest first."""
        with self._store.reading() as connection:
            return read_open(connection)


_OF_HANDOVERS = (EntryKind.HANDED_OVER.value, EntryKind.SIGNED.value, EntryKind.WITHDRAWN.value)


def _must_be_open(one: Handover) -> None:
    if one.signed_at is not None:
        raise HandoverSigned(one.taker, one.signed_at)
    if one.withdrawn:
        raise HandoverWithdrawn(one.taker)

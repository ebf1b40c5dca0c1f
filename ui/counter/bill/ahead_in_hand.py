"""The months that an open bill pays ahead: how far by each tariff, and what that comes to at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.core.ids import AssignmentId
from app.counter.payments.asked import Ahead
from app.fees.ahead.ahead_quote import AheadLine, AheadQuote, AheadReader
from app.fees.charges import OpenCharge

_FURTHEST = 60


class AheadInHand:
    """`until` is how far each tariff is paid ahead; `by_amount`: the rest of the money goes as far as it reaches.

    `reader` knows the tariffs of all units on the bill; None until somebody first asks. `reached` is what the rest of
    the money pays for, and `stopped` the last line that went less far than was asked.
    """

    def __init__(self) -> None:
        self.reader: AheadReader | None = None
        self.until: dict[AssignmentId, date] = {}
        self.by_amount = False
        self.reached: AheadQuote | None = None
        self.stopped: AheadLine | None = None
        self._lines: tuple[AheadLine, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Whether anything is to be paid ahead."""
        return self.by_amount or bool(self.until)

    @property
    def lines(self) -> tuple[AheadLine, ...]:
        """What is paid ahead, a line for each tariff."""
        if self.by_amount:
            return self.reached.lines if self.reached is not None else ()
        return self._lines

    def charges(self) -> list[OpenCharge]:
        """The charges that were asked for, under negative ids; those by amount are not among them."""
        return [one.open for line in self._lines for one in line.charges]

    def asked(self) -> tuple[Ahead, ...]:
        """What the payment asks for."""
        return () if self.by_amount else tuple(Ahead(line.assignment_id, line.until) for line in self._lines)

    def take(self, reader: AheadReader) -> None:
        """Take over a newer reading of the tariffs; what is no longer there falls away."""
        self.reader = reader
        self._quote()

    def restore(self, until: Mapping[AssignmentId, date], *, by_amount: bool) -> None:
        """As a draft kept it; the reader comes next."""
        self.until, self.by_amount = dict(until), by_amount

    def forget(self) -> None:
        """Nothing is paid ahead."""
        self.until, self.by_amount, self.reached, self.stopped, self._lines = {}, False, None, None, ()

    def go_on(self, assignment_id: AssignmentId) -> bool:
        """One month more; whether there was one to be had (`stopped` says why not)."""
        here = self._reached_by(assignment_id)
        for months in range(self._months(assignment_id) + 1, _FURTHEST):
            line = self._by_months(assignment_id, months)
            if line is None:
                return False
            self.stopped = line if line.stopped is not None else None
            if here is None or line.until > here:
                return bool(line.charges) and self._set(assignment_id, line.until)
            if line.stopped is not None:
                return False
        return False

    def go_back(self, assignment_id: AssignmentId) -> bool:
        """One month less; whether there was one."""
        here = self._reached_by(assignment_id)
        if here is None:
            return False
        for months in range(self._months(assignment_id) - 1, 0, -1):
            line = self._by_months(assignment_id, months)
            if line is not None and line.charges and line.until < here:
                return self._set(assignment_id, line.until)
        del self.until[assignment_id]
        self.stopped = None
        self._quote()
        return True

    def go_to(self, days: Iterable[tuple[AssignmentId, date]]) -> None:
        """Each of these tariffs up to its day, whatever was asked before."""
        self.by_amount = False
        for assignment_id, until in days:
            self.until[assignment_id] = until
        self._quote()

    def _quote(self) -> None:
        if self.reader is None or not self.until:
            self._lines = ()
            return
        latest = self.reader.latest
        quote = self.reader.by_days([(key, min(day, latest)) for key, day in self.until.items()])
        self._lines = tuple(line for line in quote.lines if line.charges)
        self.until = {line.assignment_id: line.until for line in self._lines}
        self.stopped = next((line for line in quote.lines if line.stopped is not None), self.stopped)

    def _set(self, assignment_id: AssignmentId, until: date) -> bool:
        self.by_amount = False
        self.until[assignment_id] = until
        self._quote()
        return True

    def _reached_by(self, assignment_id: AssignmentId) -> date | None:
        return next((line.until for line in self._lines if line.assignment_id == assignment_id), None)

    def _months(self, assignment_id: AssignmentId) -> int:
        line = next((line for line in self._lines if line.assignment_id == assignment_id), None)
        return 0 if line is None else months_of(line)

    def _by_months(self, assignment_id: AssignmentId, months: int) -> AheadLine | None:
        assert self.reader is not None
        quote = self.reader.by_months([assignment_id], months)
        return next(iter(quote.lines), None)


def months_of(line: AheadLine) -> int:
    """How many months a line pays ahead, a begun one counted whole."""
    whole = (line.until.year - line.first.year) * 12 + line.until.month - line.first.month
    return whole + (line.until.day > line.first.day)

"""What tickets are: their kinds, classes, priorities, sources, states and clocks."""

from __future__ import annotations

from enum import StrEnum


class TicketKind(StrEnum):
    """What a resident or the staff want."""

    REPAIR = "repair"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    ENQUIRY = "enquiry"
    TASK = "task"
    FEE_DISPUTE = "fee_dispute"


class ServiceClass(StrEnum):
    """What was promised: how fast, and who pays."""

    NORMAL = "normal"
    PAID = "paid"
    EMERGENCY = "emergency"
    WARRANTY = "warranty"
    MAJOR = "major"


class Priority(StrEnum):
    """What comes first among tickets of one class."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class Source(StrEnum):
    """How it reached the office."""

    COUNTER = "counter"
    PHONE = "phone"
    WECHAT = "wechat"
    PATROL = "patrol"
    LETTER = "letter"
    OTHER = "other"


class State(StrEnum):
    """Where a ticket stands."""

    REPORTED = "reported"
    REVIEWED = "reviewed"
    ASSIGNED = "assigned"
    CONTACTED = "contacted"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    IN_WORK = "in_work"
    WAITING_RESIDENT = "waiting_resident"
    WAITING_PARTS = "waiting_parts"
    WAITING_THIRD = "waiting_third"
    DONE = "done"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"


class ClockName(StrEnum):
    """A promise that is timed."""

    REVIEW = "review"
    CONTACT = "contact"
    ANSWER = "answer"
    CLOSE = "close"


WAITING = frozenset({State.WAITING_RESIDENT, State.WAITING_PARTS, State.WAITING_THIRD})
"""States in which nobody of the office is awaited: the clock of the close stands still."""

GONE = frozenset({State.CANCELLED, State.MERGED})
"""States in which nothing is promised any more."""

OVER = GONE | {State.CLOSED}
"""States in which nothing is left to do, unless it is reopened or parted again."""

OPEN = frozenset(State) - OVER
"""States in which somebody still has something to do; named one by one they are found by their index."""


class EntryKind(StrEnum):
    """What an entry of the timeline tells."""

    REPORTED = "reported"
    MOVED = "moved"
    ASSIGNED = "assigned"
    APPOINTED = "appointed"
    NOTE = "note"
    CONTACT = "contact"
    CHANGED = "changed"
    REPORTER = "reporter"
    REVIEW = "review"
    PLAN = "plan"
    PROGRESS = "progress"
    ANSWER = "answer"
    SATISFACTION = "satisfaction"
    IMPROVEMENT = "improvement"
    MEDIATION = "mediation"
    CLOSED = "closed"
    REOPENED = "reopened"
    MERGED = "merged"
    TOOK_IN = "took_in"
    PARTED = "parted"
    JOINED_EVENT = "joined_event"
    LEFT_EVENT = "left_event"
    SAY = "say"
    UNDONE = "undone"
    DEADLINE = "deadline"  # an edit of rules or calendars moved a due time
    FILE = "file"
    LINE = "line"
    CHARGED = "charged"
    PRINTED = "printed"
    RATING = "rating"


class ContactWay(StrEnum):
    """How somebody was spoken to or written to."""

    PHONE = "phone"
    WECHAT = "wechat"
    MESSAGE = "message"
    VISIT = "visit"
    COUNTER = "counter"
    LETTER = "letter"


class Confirmation(StrEnum):
    """How the resident said that it is in order."""

    SIGNED = "signed"
    PHONE = "phone"
    NONE = "none"


class MediationStep(StrEnum):
    """Where a fee dispute stands between the resident and the office."""

    HEARD = "heard"
    PROPOSED = "proposed"
    AGREED = "agreed"
    FAILED = "failed"
    COMMITTEE = "committee"
    AUTHORITY = "authority"
    COURT = "court"

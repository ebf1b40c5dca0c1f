"""What the outage desk refuses, with the facts that a person needs to act."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.core.errors import Refusal, Trouble


class OnlineDownAlready(Refusal):
    """Somebody has said before that online payment is down."""

    since: datetime


class OnlineNotDown(Refusal):
    """Online payment was not said to be down, or has come back meanwhile."""


class NobodyOwes(Refusal):
    """No household owes anything on that day, so that a roster would be empty."""

    day: date


class CutSettled(Refusal):
    """The papers of this power cut were settled before."""

    label: str


class NotWritten(Refusal):
    """A text is no time of day, nor a day with its time."""

    text: str


class NotANumber(Refusal):
    """A text is no number of a receipt."""

    text: str


class WrittenBeforeBook(Refusal):
    """A receipt was written before its book was handed out."""

    label: str
    handed_out: date
    written: date


class WrittenOutOfOrder(Refusal):
    """For its unit something of a later day is in already: that late fee was reckoned without this paper."""

    label: str
    written: date
    later: str
    later_day: date


class OutageFolderNotWritable(Trouble):
    """The papers cannot be kept as files in this folder; `reason` is the system's own word."""

    folder: Path
    reason: str

"""One paper on its way to a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import Refusal, Trouble

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile

Draw = Callable[[], bytes]
"""Draws the PDF, on the queue's thread; may refuse with TextDoesNotFit."""


class JobState(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What the window knows of a job; `tag` is whatever the asker wants to find it by, `error` why it failed."""

    number: int
    title: str
    paper: PaperProfile
    tag: object = None
    state: JobState = JobState.WAITING
    error: Refusal | Trouble | None = None

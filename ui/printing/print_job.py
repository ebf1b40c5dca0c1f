"""One paper on its way to a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import Refusal, Trouble
from app.paper.documents import DocumentKind

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile

Draw = Callable[[], bytes]
"""Draws the PDF (or makes the printer's own bytes), on the queue's thread; may refuse with TextDoesNotFit."""


class JobState(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What the window knows of a job.

    `tag` is whatever the asker wants to find it by, `error` why it failed, `printer` where it was last sent (empty for
    the default one).
    """

    number: int
    title: str
    paper: PaperProfile
    tag: object = None
    state: JobState = JobState.WAITING
    error: Refusal | Trouble | None = None
    kind: DocumentKind = DocumentKind.NOTICE
    printer: str = ""

    @property
    def is_moving(self) -> bool:
        """Whether it waits for the printer or is being printed."""
        return self.state in (JobState.WAITING, JobState.PRINTING)

"""What the notice prints that is posted while online payment is down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OnlineNotice:
    """What is posted: the office's own words, the ways that are open, since when, and whom to ask."""

    service_centre: str
    telephone: str
    words: str
    methods: tuple[str, ...]
    since: datetime

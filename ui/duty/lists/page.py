"""Roster and lists of duty on one page, each with a key of its own."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import Signal

from app.core.language import mark, tr
from ui.duty.lists.day_tasks import DayTasks
from ui.duty.lists.handovers import Handovers
from ui.duty.lists.hazards import HazardList
from ui.duty.lists.inspections import InspectionLists
from ui.duty.lists.posts import Posts
from ui.duty.lists.roster import RosterList
from ui.duty.lists.rounds import Rounds
from ui.shell.context import Context
from ui.widgets.section import Section
from ui.widgets.section_pages import Frame, SectionPages

KEYS = "duty.lists"


class Part(Enum):
    """The lists, in the order of their keys."""

    ROSTER = (mark("Roster"), RosterList)
    HAZARDS = (mark("Hazards"), HazardList)
    INSPECTIONS = (mark("Inspection lists"), InspectionLists)
    ROUNDS = (mark("Rounds walked"), Rounds)
    HANDOVERS = (mark("Hand-overs"), Handovers)
    DAY = (mark("Day list"), DayTasks)
    POSTS = (mark("Duty posts"), Posts)


class DutyLists(SectionPages[Part]):
    """`round_wanted` walks a list of inspection."""

    round_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        title, side = tr("Roster and lists of duty"), tr("Roster and lists")
        super().__init__(context, Frame(KEYS, title, side, tr("Back to duty"), "duty"), Part.ROSTER)

    def made(self, section: Section[Any]) -> None:
        """A list is walked on a page of its own."""
        if isinstance(section, InspectionLists):
            section.round_wanted.connect(self.round_wanted)

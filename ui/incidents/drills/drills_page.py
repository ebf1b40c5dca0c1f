"""The drills of the office on one page: what is due, planned, played, and who was trained."""

from __future__ import annotations

from enum import Enum

from app.core.language import mark, tr
from ui.incidents.drills.due_plans import DuePlans
from ui.incidents.drills.people import People
from ui.incidents.drills.planned import Planned
from ui.incidents.drills.played import Played
from ui.shell.context import Context
from ui.widgets.section_pages import Frame, SectionPages

KEYS = "incidents.drills"


class DrillPart(Enum):
    """The lists, in the order of their keys."""

    DUE = (mark("What is due"), DuePlans)
    PLANNED = (mark("Planned drills"), Planned)
    PLAYED = (mark("Drills that were played"), Played)
    PEOPLE = (mark("Training record"), People)


class DrillsPage(SectionPages[DrillPart]):
    """What is due, planned and played, and who was trained."""

    def __init__(self, context: Context) -> None:
        title = tr("Drills")
        super().__init__(context, Frame(KEYS, title, title, tr("Back to the incidents"), "incidents"), DrillPart.DUE)

"""Plans as papers: one list, blank or as filled so far."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.core.clock import Clock
from app.incidents.kept_plans.plan_rows import newest_plan
from app.incidents.papers.booklet import booklet_pdf, missing_in_booklet
from app.incidents.papers.booklet_front import TITLE
from app.incidents.papers.list_facts import ListFacts
from app.incidents.papers.plan_list import list_title, missing_glyphs, plan_list_pdf
from app.incidents.papers.read_booklet import read_booklet
from app.incidents.papers.read_list import blank_list, filled_list
from app.incidents.papers.settings import PRIVATE_NUMBERS
from app.paper.lettering import MissingGlyph
from app.store.settings import read_choice
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A paper of A4 sheets, and the characters that it prints as boxes."""

    title: str
    pdf: bytes
    missing: tuple[MissingGlyph, ...] = ()


class IncidentPapers:
    """Anybody may print a plan: it holds nothing about residents."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def list_paper(self, of: int | str) -> DrawnPaper:
        """The list of an incident as far as it was worked (by its id), or the blank list of a plan (by its code).

        Raises IncidentUnknown, PlanUnknown, TextDoesNotFit.
        """
        with self._store.reading() as connection:
            facts = self._facts(connection, of)
        return DrawnPaper(list_title(facts), plan_list_pdf(facts), missing_glyphs(facts))

    def booklet(self) -> DrawnPaper:
        """Every plan in use, the call list and the organisation as one PDF. Raises TextDoesNotFit."""
        with self._store.reading() as connection:
            facts = read_booklet(connection, self._clock.now())
        return DrawnPaper(TITLE, booklet_pdf(facts), missing_in_booklet(facts))

    def _facts(self, connection: Connection, of: int | str) -> ListFacts:
        private = read_choice(connection, PRIVATE_NUMBERS)
        if isinstance(of, int):
            return filled_list(connection, of, self._clock.now(), private=private)
        return blank_list(connection, newest_plan(connection, of)[1], private=private)

"""Rows of the categories that letters find, and what a chosen one proposes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.language import tr
from app.tickets.words import CLASSES, KINDS, PRIORITIES
from ui.widgets.two_line_list import Line, TwoLine

if TYPE_CHECKING:
    from app.office import Office
    from app.tickets.catalogue.category_facts import CategoryRow


class CategoryRows:
    """Finds by letters or by a part of the name."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, text: str) -> list[Line]:
        """Those that fit, best first; the tops of the tree while nothing is typed."""
        return [_line(one) for one in self._office.ticket_categories.find(text, limit=40 if not text.strip() else 12)]

    def of(self, category_id: int | None) -> CategoryRow | None:
        """The category of a draft, unless it is no longer offered."""
        if category_id is None:
            return None
        return next((one for one in self._office.ticket_categories.tree() if one.id == category_id), None)


def proposal_words(one: CategoryRow) -> str:
    """What follows from a category, and what has to be done."""
    parts = [one.path, _follows(one)]
    if one.facts.checklist:
        parts.append(tr("To do: {steps}").format(steps=tr(", ").join(one.facts.checklist)))
    return "·".join(parts)


def _line(one: CategoryRow) -> TwoLine:
    letters = one.facts.initials.split()
    return TwoLine(one.name, one.path if one.depth else "", letters[0] if letters else "", _follows(one), what=one)


def _follows(one: CategoryRow) -> str:
    facts = one.facts
    words = [tr(KINDS[facts.kind]), tr(CLASSES[facts.service_class]), tr(PRIORITIES[facts.priority])]
    return "·".join([*words, one.team] if one.team else words)

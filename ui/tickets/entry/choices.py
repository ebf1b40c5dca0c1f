"""What the category proposes: kind, class, priority and team; what was chosen by hand stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.catalogue.crew import TeamRow
from app.tickets.kinds import Priority, ServiceClass, Source, TicketKind
from app.tickets.words import CLASSES, KINDS, PRIORITIES, SOURCES
from ui.tickets.entry.asked import Chosen
from ui.widgets.choice_field import ChoiceField

W = TypeVar("W", bound=StrEnum)
_PLAIN = CategoryFacts("")


class EntryChoices(QObject):
    """The five fields; `changed` when anything in them is another."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind = ChoiceField[TicketKind](tr("Kind"), _offered(KINDS))
        self.service_class = ChoiceField[ServiceClass](tr("Class"), _offered(CLASSES))
        self.priority = ChoiceField[Priority](tr("Priority"), _offered(PRIORITIES))
        self.team = ChoiceField[int | None](tr("Team"), [("—", None)])
        self.source = ChoiceField[Source](tr("Reached us"), _offered(SOURCES))
        self._own: set[str] = set()
        self._meant = _PLAIN
        self._filling = False
        for name, field in self._proposed().items():
            field.chosen.connect(lambda _value, name=name: self._on_chosen(name))
        self.source.chosen.connect(lambda _value: self.changed.emit())
        self.propose(None)

    @property
    def own(self) -> tuple[str, ...]:
        """The names of those that were chosen by hand."""
        return tuple(sorted(self._own))

    @property
    def meant(self) -> CategoryFacts:
        """What the category proposes."""
        return self._meant

    def offer_teams(self, teams: Iterable[TeamRow]) -> None:
        """The teams that may be given it."""
        self._filling = True
        self.team.offer([("—", None), *((one.name, one.id) for one in teams)])
        self._filling = False

    def propose(self, facts: CategoryFacts | None) -> None:
        """Fill what nobody chose by hand."""
        self._meant = facts or _PLAIN
        values = Chosen(self._meant.kind, self._meant.service_class, self._meant.priority, self._meant.team_id)
        self._fill(values, [name for name in self._proposed() if name not in self._own])

    def show_chosen(self, chosen: Chosen, own: Sequence[str], source: Source, facts: CategoryFacts | None) -> None:
        """Show what a draft held."""
        self._own = set(own)
        self.propose(facts)
        self._fill(chosen, list(own))
        self._filling = True
        self.source.set_value(source)
        self._filling = False

    def chosen(self) -> Chosen:
        """What the report will say."""
        return Chosen(self.kind.value(), self.service_class.value(), self.priority.value(), self.team.value())

    def _proposed(self) -> Mapping[str, ChoiceField[Any]]:
        return {
            "kind": self.kind,
            "service_class": self.service_class,
            "priority": self.priority,
            "team_id": self.team,
        }

    def _fill(self, chosen: Chosen, names: Sequence[str]) -> None:
        self._filling = True
        for name in names:
            field, value = self._proposed()[name], getattr(chosen, name)
            if value is not None or name == "team_id":
                _set_if_offered(field, value)
        self._filling = False

    def _on_chosen(self, name: str) -> None:
        if not self._filling:
            self._own.add(name)
            self.changed.emit()


def _offered(words: Mapping[W, str]) -> list[tuple[str, W]]:
    return [(tr(word), value) for value, word in words.items()]


def _set_if_offered(field: ChoiceField[Any], value: Any) -> None:
    """A team that was dissolved since is no longer offered; then nobody is proposed."""
    try:
        field.set_value(value)
    except ValueError:
        field.setCurrentIndex(0)

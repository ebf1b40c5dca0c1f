"""What the form holds, as a report and as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.core.typed_text import storable
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.entry.similar import Where
from app.tickets.kinds import Priority, ServiceClass, Source, TicketKind
from ui.tickets.entry.where import WherePicked, where_kept


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the category proposes and the person may change; None where nobody chose."""

    kind: TicketKind | None = None
    service_class: ServiceClass | None = None
    priority: Priority | None = None
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class EntryState:
    """All that is typed and chosen; `own` are the names of the choices that were made by hand."""

    client_id: str = field(default_factory=new_client_id)
    where: WherePicked | None = None
    where_text: str = ""
    category_id: int | None = None
    category_text: str = ""
    text: str = ""
    person_id: Any = None
    name: str = ""
    phone: str = ""
    source: Source = Source.PHONE
    chosen: Chosen = field(default_factory=Chosen)
    own: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost."""
        typed = (self.where_text, self.category_text, self.text, self.name, self.phone)
        return self.where is None and self.category_id is None and not any(one.strip() for one in typed)

    def caller(self) -> Caller:
        """Who reports."""
        unit_id = None if self.where is None else self.where.unit_id
        return Caller(self.name.strip(), self.phone.strip(), self.person_id, unit_id, self.text)

    def around(self) -> Where:
        """Where to look for tickets that are like it."""
        at = self.where or WherePicked("")
        return Where(at.unit_id, at.place_id, at.building_id, at.place, self.category_id)

    def asked(self) -> NewTicket:
        """The report."""
        at = self.where or WherePicked("", place=self.where_text.strip())
        caller = self.caller()
        return NewTicket(
            client_id=self.client_id,
            text=self.text,
            kind=self.chosen.kind,
            category_id=self.category_id,
            unit_id=at.unit_id,
            building_id=at.building_id,
            place_id=at.place_id,
            place=at.place,
            caller=Caller(caller.name, caller.phone, caller.person_id, caller.unit_id),
            source=self.source,
            service_class=self.chosen.service_class,
            priority=self.chosen.priority,
            team_id=self.chosen.team_id,
        )

    def kept(self) -> dict[str, object]:
        """As a draft keeps it."""
        chosen = self.chosen
        return {
            "client_id": self.client_id,
            "where": None if self.where is None else self.where.kept(),
            "where_text": self.where_text,
            "category_id": self.category_id,
            "category_text": self.category_text,
            "text": storable(self.text),
            "person_id": self.person_id,
            "name": storable(self.name),
            "phone": self.phone,
            "source": self.source.value,
            "kind": chosen.kind and chosen.kind.value,
            "service_class": chosen.service_class and chosen.service_class.value,
            "priority": chosen.priority and chosen.priority.value,
            "team_id": chosen.team_id,
            "own": list(self.own),
        }


def state_kept(kept: Mapping[str, Any]) -> EntryState:
    """As a draft kept it."""
    kind, service_class, priority = kept.get("kind"), kept.get("service_class"), kept.get("priority")
    chosen = Chosen(
        TicketKind(kind) if kind else None,
        ServiceClass(service_class) if service_class else None,
        Priority(priority) if priority else None,
        kept.get("team_id"),
    )
    where = kept.get("where")
    return EntryState(
        client_id=kept["client_id"],
        where=where_kept(where) if where else None,
        where_text=kept.get("where_text", ""),
        category_id=kept.get("category_id"),
        category_text=kept.get("category_text", ""),
        text=kept.get("text", ""),
        person_id=kept.get("person_id"),
        name=kept.get("name", ""),
        phone=kept.get("phone", ""),
        source=Source(kept.get("source", Source.PHONE.value)),
        chosen=chosen,
        own=tuple(kept.get("own", ())),
    )

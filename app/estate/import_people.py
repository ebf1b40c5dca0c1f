"""Who the people of a sheet are: somebody in the book, somebody met in an earlier row, or somebody new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from app.core.ids import PersonId
from app.estate.tables import person, phone
from app.estate.unit_line import LinePerson


@dataclass(slots=True)
class NewPerson:
    """A person whom this import brings, with all telephones that its rows give."""

    id: PersonId
    name: str
    phones: dict[str, None] = field(default_factory=dict)


class PeopleOfSheet:
    """Knows people by name and telephone: the same name with the same number is the same person."""

    def __init__(self, connection: Connection) -> None:
        self._next = (connection.execute(select(func.max(person.c.id))).scalar() or 0) + 1
        self._by_phone: dict[tuple[str, str], PersonId] = {}
        self.new: dict[PersonId, NewPerson] = {}
        self.added_phones: dict[PersonId, list[str]] = defaultdict(list)
        columns = (person.c.id, person.c.name, phone.c.number)
        for row in connection.execute(select(*columns).join(phone, phone.c.person_id == person.c.id)):
            self._by_phone.setdefault((row.name, row.number), row.id)

    def id_of(self, named: LinePerson) -> PersonId:
        """The person whom a row names, made if nobody fits."""
        for number in named.phones:
            found = self._by_phone.get((named.name, number))
            if found is not None:
                self.add_phones(found, named)
                return found
        new = NewPerson(PersonId(self._next), named.name)
        self._next += 1
        self.new[new.id] = new
        self.add_phones(new.id, named)
        return new.id

    def add_phones(self, person_id: PersonId, named: LinePerson) -> None:
        """Note the numbers of a row that are not known yet."""
        for number in named.phones:
            if (named.name, number) in self._by_phone:
                continue
            self._by_phone[named.name, number] = person_id
            if person_id in self.new:
                self.new[person_id].phones[number] = None
            else:
                self.added_phones[person_id].append(number)

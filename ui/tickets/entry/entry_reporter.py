"""Who reports: somebody of the unit, whose telephone stays masked, or a name and number as they are told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.estate.unit_facts import OccupantRow
from ui.tickets.entry.people_rows import PeopleRows
from ui.widgets.letter_pick import LetterPick
from ui.widgets.line_field import LineField


class EntryReporter(QObject):
    """Fills name and telephone together; `changed` when somebody else was taken."""

    changed = Signal()

    def __init__(self, people: PeopleRows, name: LetterPick, phone: LineField, parent: QObject) -> None:
        super().__init__(parent)
        self._people, self._name, self._phone = people, name, phone
        self.person_id: int | None = None
        name.picked.connect(lambda who: self.take(getattr(who, "person_id", None)))
        name.taken.connect(phone.take_caret)

    def typed_phone(self) -> str:
        """The number as it was told; empty where it is the masked one of somebody known."""
        return "" if self._is_known() else self._phone.text()

    def offer(self, people: Sequence[OccupantRow]) -> None:
        """Whom the letters find from now on; who was taken of another unit is forgotten."""
        if self.person_id is not None:
            self._name.set_value(None, "")
            self._phone.clear()
        self.person_id = None
        self._people.show(people)

    def take(self, person_id: int | None) -> None:
        """This person, or nobody known: then the number of the one before goes too."""
        person = self._people.who(person_id)
        if person is None:
            if self._is_known():
                self._phone.clear()
            self.person_id = None
            return
        self.person_id = person.person_id
        self._name.set_value(person, person.name)
        self._phone.setText(next(iter(person.phones), ""))
        self.changed.emit()

    def show_kept(self, person_id: int | None, name: str, phone: str) -> None:
        """What a draft held."""
        who = self._people.who(person_id)
        self.person_id = None if who is None else who.person_id
        self._name.set_value(who, name)
        self._phone.setText(phone or next(iter(who.phones if who else ()), ""))

    def clear(self) -> None:
        """Nobody yet."""
        self.person_id = None
        self._people.show(())
        self._name.set_value(None, "")
        self._phone.clear()

    def _is_known(self) -> bool:
        who = self._people.who(self.person_id)
        return who is not None and self._phone.text() in who.phones

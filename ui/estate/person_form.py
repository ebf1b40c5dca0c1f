"""Enters a person on a unit, or changes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.ids import UnitId
from app.core.language import tr
from app.estate import refusals as estate
from app.estate.kinds import OccupancyRole
from app.estate.names_pinyin import spellings
from app.estate.phones import parse_phones
from app.estate.unit_facts import OccupantRow, PersonFacts, UnitPage
from ui.estate.entry_form import EntryForm
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.typed_field import TypedField
from ui.widgets.unit_words import ROLES

KEYS = "estate.person_form"
_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class PersonAsked:
    """A person to change on a unit, or None for a new one there."""

    page: UnitPage
    row: OccupantRow | None


class PersonForm(EntryForm):
    """Role and first day are asked for a new person only; later they end and begin on the unit's page."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, name="estate.person_form")
        self.name = LineField(tr("Full name"), columns=20)
        self.phones: TypedField[tuple[str, ...]] = TypedField(tr("Telephone"), parse_phones, _BETWEEN.join, columns=28)
        self.role: ChoiceField[OccupancyRole] = ChoiceField(
            tr("Relation"), [(tr(text), role) for role, text in ROLES.items()]
        )
        self.since = DateField(tr("From"), lambda: context.clock.now().date())
        self.initials = LineField(tr("Initials"), columns=16)
        self.note = LineField(tr("Note"), columns=36)
        hints = {"phones": tr("Several with a comma between"), "since": tr("Empty: since always")}
        self._lines = {
            name: self.form.add(field.accessibleName(), field, hint=hints.get(name, ""))
            for name, field in self.fields().items()
        }
        self.name.left.connect(self._show_initials)
        self.lay_out()

    def fields(self) -> Mapping[str, QWidget]:
        return {
            "name": self.name,
            "phones": self.phones,
            "role": self.role,
            "since": self.since,
            "initials": self.initials,
            "note": self.note,
        }

    def fill(self, about: object) -> None:
        assert isinstance(about, PersonAsked)
        is_new = about.row is None
        if about.row is None:
            who = PersonFacts("")
            self.title.show_text(tr("Somebody new on {unit}").format(unit=about.page.code))
        else:
            who = self.context.office.estate.person(self.context.actor, about.row.person_id)
            self.title.show_text(tr("Change {person}").format(person=about.row.name))
        self.name.setText(who.name)
        self.phones.set_value(who.phones or None)
        self.initials.setText(who.initials)
        self.note.setText(who.note)
        self.since.set_value(self.context.clock.now().date() if is_new and about.page.people else None)
        for field in (self.role, self.since):
            self.form.show_row(field, shown=is_new)
        self._show_initials()

    def write(self) -> UnitId:
        about = self.about
        assert isinstance(about, PersonAsked)
        book, by, who = self.context.office.estate, self.context.actor, self._facts()
        if about.row is None:
            role = self.role.value() or OccupancyRole.OWNER
            book.add_person(by, about.page.id, who, role, (self.since.value(), None))
            self.context.messages.done(
                tr("{person} is entered on {unit}").format(person=who.name, unit=about.page.code)
            )
        else:
            book.change_person(by, about.row.person_id, who)
            self.context.messages.done(tr("{person} is changed").format(person=who.name))
        return about.page.id

    def places(self) -> Sequence[tuple[type[Refusal], QWidget]]:
        return (
            (estate.NameNeeded, self.name),
            (estate.NotInitials, self.initials),
            (estate.NotAPhone, self.phones),
            (estate.EndsBeforeItBegins, self.since),
        )

    def _facts(self) -> PersonFacts:
        return PersonFacts(self.name.text().strip(), self.phones.value() or (), self.note.text(), self.initials.text())

    def _show_initials(self) -> None:
        found = " ".join(spellings(self.name.text()).initials)
        hint = (
            tr("Empty: found by {initials}").format(initials=found)
            if found
            else tr("Only where the name is read otherwise")
        )
        self._lines["initials"].show_hint(hint)

"""Somebody who was trapped, hurt or missing: name, telephone, room, how they are, and whether they agree to be kept."""

from __future__ import annotations

from functools import partial

from app.core.language import tr
from app.incidents.attached.people import PersonRow, PersonTold
from app.incidents.attached.refusals import NobodyTold
from app.incidents.running.view import IncidentView
from ui.incidents.asked.mistake_panel import ask_mistake
from ui.incidents.asked.room_field import RoomField
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body

_MOST = 60


class PersonPanel(EditPanel[str]):
    """Those who were taken down before stand above the fields, hidden; F3 shows them, F8 takes one off again."""

    def __init__(self, context: Context, view: IncidentView) -> None:
        words = tr(
            "Giving a name is free. Names and telephones are hidden at once and stand on nothing that hangs out."
        )
        super().__init__(tr("A person of this incident"), self._on_person, words=words)
        self._context, self._view = context, view
        self.wrote = False
        self.known = body("", Tone.INK2).wrap()
        self.name, self.phone = LineField(tr("Their name")), LineField(tr("Telephone"))
        self.room = RoomField(tr("Room"), context.office)
        self.condition = LineField(tr("How they are"))
        self.agrees = CheckBox(tr("Agrees that this is kept for insurance and enquiries"))
        for field in (self.name, self.phone, self.condition):
            field.setMaxLength(_MOST)
        self.form.add(tr("Their name"), self.name)
        self.form.add(tr("Telephone"), self.phone)
        self.form.add(tr("Room"), self.room, hint=tr("Empty for somebody from outside"))
        self.form.add(tr("How they are"), self.condition, hint=tr("unhurt, dizzy, hand bleeds, taken by 120"))
        self.form.add("", self.agrees)
        self.body.insertWidget(1, self.known)
        self._tell(context.office.incident_people.of(view.id))
        self.place(self.name, NobodyTold)
        self.step_through(self.name, self.phone, self.room, self.condition, self.agrees)

    def add_more(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "show", tr("Show names"), "F3", self._on_show)
        self.add_button(actions, "mistake", tr("By mistake"), "F8", self._on_mistake)

    def _on_show(self) -> None:
        self._tell(self._context.office.incident_people.unmasked(self._context.actor, self._view.id))

    def _on_mistake(self) -> None:
        people = self._context.office.incident_people
        known = [(person_words(one), one.id) for one in people.of(self._view.id)]
        if ask_mistake(self._context, known, partial(people.take_off, self._context.actor)):
            self.wrote = True
            self._tell(people.of(self._view.id))

    def _tell(self, people: tuple[PersonRow, ...]) -> None:
        self.known.show_text("\n".join(map(person_words, people)))
        self.known.setVisible(bool(people))

    def _on_person(self) -> str:
        room = self.room.value()
        told = PersonTold(
            self.name.text(),
            self.phone.text(),
            None if room is None else room.id,
            self.condition.text(),
            self.agrees.isChecked(),
        )
        self._context.office.incident_people.add(self._context.actor, self._view.id, told)
        return tr("The person is taken down, name and telephone hidden")


def person_words(person: PersonRow) -> str:
    """One person in a line."""
    agrees = tr("agrees to be kept") if person.consents else tr("has not agreed to be kept")
    parts = (f"{person.at:%H:%M}", person.name, person.phone, person.unit, person.condition, agrees)
    return "  ".join(part for part in parts if part)

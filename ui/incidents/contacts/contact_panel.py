"""The form of a number: who it reaches, and whom to call when nobody answers there."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.contacts.contact import Contact
from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.contacts.refusals import CallNumberUnreadable, ContactNeedsName, ContactNeedsNumber
from ui.sentences.incidents import said
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class ContactPanel(EditPanel[str]):
    """Answers what the party is called once its number is written; without a contact it adds one of the office's."""

    def __init__(self, context: Context, contact: Contact | None) -> None:
        title = tr("New number") if contact is None else said(contact.title)
        super().__init__(title, self._keep)
        self._context = context
        self._contact = contact
        self.name, self.number, self.deputy, self.second = LineField(), LineField(), LineField(), LineField()
        self.private = CheckBox(tr("A person's own number: on paper only where the office chose so"))
        self.form.add(tr("Who it reaches"), self.name, hint=tr("A firm or a person."))
        self.form.add(tr("Telephone"), self.number)
        self.form.add(tr("If nobody answers"), self.deputy)
        self.form.add(tr("Second telephone"), self.second)
        self.form.add(tr("Private"), self.private)
        self.place(self.name, ContactNeedsName)
        self.place(self.number, ContactNeedsNumber, CallNumberUnreadable)
        if contact is not None:
            self._show(contact)
        self.step_through(self.name, self.number, self.deputy, self.second)

    def _show(self, contact: Contact) -> None:
        self.name.setText(contact.name)
        self.number.setText(contact.to_call)
        self.deputy.setText(contact.deputy)
        self.second.setText(contact.deputy_number)
        self.private.setChecked(contact.private)

    def _keep(self) -> str:
        contacts, by = self._context.office.contacts, self._context.actor
        facts = ContactFacts(
            self.name.text(),
            self.number.text(),
            self.deputy.text(),
            self.second.text(),
            private=self.private.isChecked(),
        )
        if self._contact is None:
            contacts.add(by, facts)
            return facts.name.strip()
        contacts.write(by, self._contact.key, facts, seen=self._contact.id)
        return said(self._contact.title)

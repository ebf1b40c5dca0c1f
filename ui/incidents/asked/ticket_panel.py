"""Work that follows from an incident becomes a ticket, prefilled from plan and place; its number and owner are said."""

from __future__ import annotations

from app.core.ids import UserId
from app.core.language import tr
from app.incidents.running.view import IncidentView
from app.tickets.entry.new_ticket import NewTicket, new_client_id
from app.tickets.kinds import Priority, Source, TicketKind
from app.tickets.refusals import NothingReported, WhereMissing
from app.tickets.words import KINDS, PRIORITIES
from ui.sentences.incidents import said
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField

_KINDS = (TicketKind.REPAIR, TicketKind.TASK, TicketKind.COMPLAINT)


class RaiseTicketPanel(EditPanel[str]):
    """Saving twice makes one ticket."""

    def __init__(self, context: Context, view: IncidentView) -> None:
        super().__init__(tr("Raise a ticket"), self._on_ticket, words=_about(view))
        self._context, self._view = context, view
        self._client_id = new_client_id()
        self.what, self.where = LineField(tr("What")), LineField(tr("Where"))
        self.what.setText(tr("{incident}: ").format(incident=said(view.plan.name)))
        self.where.setText(view.place)
        self.kind: ChoiceField[TicketKind] = ChoiceField(tr("Kind"), [(tr(KINDS[kind]), kind) for kind in _KINDS])
        words = [(tr(PRIORITIES[one]), one) for one in (Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)]
        self.priority: ChoiceField[Priority] = ChoiceField(tr("Priority"), words)
        self.priority.set_value(Priority.HIGH)
        people = [(one.name, one.id) for one in context.office.people.listed() if one.active]
        self.owner: ChoiceField[UserId] = ChoiceField(tr("Answers for it"), people)
        self.owner.set_value(context.actor.id)
        for field in (self.what, self.where, self.kind, self.priority, self.owner):
            self.form.add(field.accessibleName(), field)
        self.place(self.what, NothingReported)
        self.place(self.where, WhereMissing)
        self.step_through(self.what, self.where, self.kind, self.priority, self.owner)

    def _on_ticket(self) -> str:
        view, moved = self._view, self.where.text().strip() != self._view.place
        asked = NewTicket(
            self._client_id,
            self.what.text().strip(" :\uff1a"),
            kind=self.kind.value(),
            unit_id=None if moved else view.unit_id,
            building_id=None if moved else view.building_id,
            place=self.where.text().strip() if moved or view.unit_id is None else "",
            source=Source.OTHER,
            priority=self.priority.value(),
            assignee_id=self.owner.value(),
        )
        made = self._context.office.incidents.raise_ticket(self._context.actor, view.id, asked)
        return tr("Ticket {number} is raised; {name} answers for it").format(
            number=made.number, name=self.owner.currentText()
        )


def _about(view: IncidentView) -> str:
    return "  ".join(part for part in (view.number, said(view.plan.name), view.place) if part)

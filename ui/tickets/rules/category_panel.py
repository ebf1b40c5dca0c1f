"""The form of a category: its name, and what a ticket of it begins with."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.catalogue.category_facts import CategoryFacts, CategoryRow
from app.tickets.catalogue.refusals import CategoryExists, CategoryNeedsName, LettersUnreadable
from app.tickets.kinds import Priority, ServiceClass, TicketKind
from app.tickets.words import CLASSES, KINDS, PRIORITIES
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea


class CategoryPanel(EditPanel[int]):
    """Answers the category's id once it is saved; a new one comes at the end of what it is `under`."""

    def __init__(self, context: Context, row: CategoryRow | None, under: CategoryRow | None = None) -> None:
        super().__init__(_title(row), self._keep, words=_where(row, under))
        self._context = context
        self._row = row
        self._under = under
        facts = row.facts if row else CategoryFacts("") if under is None else _like(under.facts)
        self.name = LineField(tr("Name"))
        self.name.setText(facts.name)
        self.letters = LineField(tr("Letters"))
        self.letters.setText(facts.initials)
        self.kind = ChoiceField(tr("Kind"), [(tr(KINDS[one]), one) for one in TicketKind])
        self.service_class = ChoiceField(tr("Class"), [(tr(CLASSES[one]), one) for one in ServiceClass])
        self.priority = ChoiceField(tr("Priority"), [(tr(PRIORITIES[one]), one) for one in Priority])
        self.team: ChoiceField[int | None] = ChoiceField(tr("Team"), self._teams(facts.team_id))
        self.checklist = TextArea(tr("Checklist"), lines=4)
        self.checklist.set_text("\n".join(facts.checklist))
        self._choose(facts)
        self._lay_out()

    def _lay_out(self) -> None:
        form = self.form
        form.add(tr("Name"), self.name)
        form.add(tr("Letters"), self.letters, hint=tr("Empty: made from the name."))
        form.add(tr("Kind"), self.kind)
        form.add(tr("Class"), self.service_class)
        form.add(tr("Priority"), self.priority)
        form.add(tr("Team"), self.team)
        form.add(tr("Checklist"), self.checklist, hint=tr("One step a line."))
        self.place(self.name, CategoryNeedsName, CategoryExists)
        self.place(self.letters, LettersUnreadable)
        self.step_through(self.name, self.letters)

    def _choose(self, facts: CategoryFacts) -> None:
        self.kind.set_value(facts.kind)
        self.service_class.set_value(facts.service_class)
        self.priority.set_value(facts.priority)
        self.team.set_value(facts.team_id)

    def _teams(self, chosen: int | None) -> list[tuple[str, int | None]]:
        teams = self._context.office.teams.teams(retired=True)
        offered = [(one.name, one.id) for one in teams if not one.retired or one.id == chosen]
        return [(tr("no team"), None), *offered]

    def _facts(self) -> CategoryFacts:
        kind, priority, service_class = self.kind.value(), self.priority.value(), self.service_class.value()
        assert kind is not None
        assert priority is not None
        assert service_class is not None
        steps = tuple(self.checklist.text().splitlines())
        letters = self.letters.text()
        if self._row is not None and self.name.text().strip() != self._row.name and letters == self._row.facts.initials:
            letters = ""  # those of the former name
        return CategoryFacts(self.name.text(), kind, priority, service_class, self.team.value(), steps, letters)

    def _keep(self) -> int:
        categories, by = self._context.office.ticket_categories, self._context.actor
        if self._row is None:
            return categories.add(by, self._facts(), None if self._under is None else self._under.id)
        categories.change(by, self._row.id, self._facts())
        return self._row.id


def _title(row: CategoryRow | None) -> str:
    return tr("New category") if row is None else tr("Category “{name}”").format(name=row.name)


def _where(row: CategoryRow | None, under: CategoryRow | None) -> str:
    if row is not None:
        return row.path
    return tr("At the top of the tree") if under is None else tr("Under {path}").format(path=under.path)


def _like(facts: CategoryFacts) -> CategoryFacts:
    return CategoryFacts("", facts.kind, facts.priority, facts.service_class, facts.team_id)

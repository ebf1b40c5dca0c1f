"""The forms of a worker: who it is, and the last day."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.estate.refusals import NotAPhone
from app.tickets.catalogue.crew import WorkerRow
from app.tickets.catalogue.refusals import LettersUnreadable, WorkerExists, WorkerHasTickets, WorkerNeedsName
from app.tickets.catalogue.teams import WorkerFacts
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class WorkerPanel(EditPanel[str]):
    """Answers the name once the worker is saved."""

    def __init__(self, context: Context, row: WorkerRow | None) -> None:
        title = tr("New worker") if row is None else tr("Worker {name}").format(name=row.name)
        super().__init__(title, self._keep)
        self._context = context
        self._row = row
        chosen = None if row is None else row.team_id
        teams = [one for one in context.office.teams.teams(retired=True) if not one.retired or one.id == chosen]
        offered: list[tuple[str, int | None]] = [(tr("no team"), None), *((one.name, one.id) for one in teams)]
        self.name, self.letters, self.phone = LineField(), LineField(), LineField()
        self.team: ChoiceField[int | None] = ChoiceField(tr("Team"), offered)
        self.form.add(tr("Name"), self.name)
        self.form.add(tr("Telephone"), self.phone)
        self.form.add(tr("Team"), self.team)
        self.form.add(tr("Letters"), self.letters, hint=tr("Empty: made from the name."))
        self.place(self.name, WorkerNeedsName, WorkerExists)
        self.place(self.phone, NotAPhone)
        self.place(self.letters, LettersUnreadable)
        if row is not None:
            self._show(row)
        self.step_through(self.name, self.phone, self.team, self.letters)

    def _show(self, row: WorkerRow) -> None:
        self.name.setText(row.name)
        self.phone.setText(row.phone)
        self.letters.setText(row.initials)
        self.team.set_value(row.team_id)

    def _keep(self) -> str:
        teams, by = self._context.office.teams, self._context.actor
        letters = self.letters.text()
        if self._row is not None and self.name.text().strip() != self._row.name and letters == self._row.initials:
            letters = ""  # those of the former name
        facts = WorkerFacts(self.name.text(), self.phone.text(), self.team.value(), letters)
        if self._row is None:
            teams.add_worker(by, facts)
        else:
            teams.change_worker(by, self._row.id, facts)
        return self.name.text().strip()


class LastDayPanel(EditPanel[date]):
    """Answers the last day once it is noted."""

    def __init__(self, context: Context, row: WorkerRow) -> None:
        title = tr("{name}'s last day").format(name=row.name)
        words = tr("After this day no work can be given to {name}.").format(name=row.name)
        super().__init__(title, self._keep, words=words, width=640)
        self._context = context
        self._row = row

        def today() -> date:
            return context.clock.now().date()

        self.day = DateField(tr("Last day"), today, required=True)
        self.day.set_value(today())
        self.form.add(tr("Last day"), self.day)
        self.place(self.day, WorkerHasTickets)
        self.step_through(self.day)

    def _keep(self) -> date | None:
        day = self.day.value()
        if day is not None:
            self._context.office.teams.let_go(self._context.actor, self._row.id, day)
        return day

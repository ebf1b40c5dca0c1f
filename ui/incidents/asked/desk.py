"""What the running screen asks and tells beside its steps: each act goes to the office, and what was typed is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.incidents.plans.plan import Step
from app.incidents.running.asked import Where
from app.incidents.running.view import IncidentView
from app.incidents.words.names import SEVERITIES
from ui.incidents.asked.close_panel import ClosePanel
from ui.incidents.asked.hand_over_panel import HandOverPanel
from ui.incidents.asked.loss_panel import LossPanel
from ui.incidents.asked.moment_panel import MomentPanel
from ui.incidents.asked.person_panel import PersonPanel
from ui.incidents.asked.photo_panel import PhotoPanel
from ui.incidents.asked.print_panel import Paper, PrintPanel
from ui.incidents.asked.roles_panel import RolesPanel
from ui.incidents.asked.severity_panel import SeverityPanel
from ui.incidents.asked.ticket_panel import RaiseTicketPanel
from ui.incidents.asked.ways import Way, WaysPanel
from ui.incidents.asked.words_panel import WordsPanel
from ui.incidents.contexts import RUNNING, STEPS
from ui.sentences import say
from ui.sentences.incidents import said
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.photo_source import pasted_photos

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.incidents.running.incidents import Incidents

Shown = Callable[[], IncidentView | None]


class IncidentDesk(QObject):
    """`shown` gives the incident that the screen shows; every act is announced, so that the screen reads it anew.

    `earlier_wanted` when the current step was done before: the screen knows its answers, and calls `tick_earlier`.
    """

    earlier_wanted = Signal()

    def __init__(self, context: Context, parent: QObject, shown: Shown) -> None:
        super().__init__(parent)
        self._context, self._shown = context, shown

    def add_keys(self) -> None:
        """Alt+R for the roles, Alt+B for what was done before; Ctrl+V for a photo where no field takes it for words."""
        add = self._context.actions.add
        add("incidents.roles", tr("Roles"), "Alt+R", self.roles, context=RUNNING)
        add("incidents.earlier", tr("Done earlier"), "Alt+B", self.earlier_wanted.emit, context=RUNNING)
        add("incidents.earlier_here", tr("Done earlier"), "B", self.earlier_wanted.emit, context=STEPS)
        add("incidents.paste_photo", tr("Paste a photo"), "Ctrl+V", self._paste, context=STEPS)

    def tick_earlier(self, step: Step, answers: Mapping[str, str]) -> bool:
        """The step was done before it is ticked."""
        view = self._shown()
        if view is None:
            return False

        def take(moment: datetime) -> str:
            self._office.tick(self._actor, view.id, step.id, answers, moment)
            return tr("The step is done, at {time}").format(time=f"{moment:%H:%M}")

        return self.ask(view.id, MomentPanel(self._context, said(step.text), take), about=step.id)

    def roles(self) -> None:
        """Who does what."""
        self._with(lambda view: RolesPanel(self._context, view))

    def hand_over(self) -> None:
        """Alt+H."""
        self._with(lambda view: HandOverPanel(self._context, view))

    def close(self) -> None:
        """Alt+E."""
        self._with(lambda view: ClosePanel(self._context, view))

    def person(self) -> None:
        """Somebody who was trapped, hurt or missing."""
        self._with(lambda view: PersonPanel(self._context, view))

    def loss(self) -> None:
        """What was damaged."""
        self._with(lambda view: LossPanel(self._context, view))

    def photos(self, mime: QMimeData | None = None) -> None:
        """Photos, perhaps with those that were pasted or dropped."""

        def make(view: IncidentView) -> PhotoPanel:
            panel = PhotoPanel(self._context, view)
            if mime is not None:
                panel.take(mime)
            return panel

        self._with(make)

    def ticket(self) -> None:
        """Work that follows."""
        self._with(lambda view: RaiseTicketPanel(self._context, view))

    def severity(self) -> None:
        """How grave it is."""
        view = self._shown()
        graver = None if view is None else self._context.questions.ask(SeverityPanel(view))
        if view is None or graver is None or graver is view.severity:
            return
        if self._act(lambda view: self._office.change_severity(self._actor, view.id, graver)):
            self._context.messages.done(tr("Now: {severity}").format(severity=said(SEVERITIES[graver])))

    def reporter(self) -> None:
        """Who reported it."""

        def take(view: IncidentView, words: str) -> str:
            self._office.name_reporter(self._actor, view.id, words)
            return tr("The reporter stands in the log")

        self._one_line(tr("Who reported it"), tr("Name, room, telephone"), lambda view: view.reporter, take)

    def place(self) -> None:
        """Where it is, known better now."""

        def take(view: IncidentView, words: str) -> str:
            self._office.name_place(self._actor, view.id, Where(words, view.building_id, view.unit_id))
            return tr("The place stands in the log")

        self._one_line(tr("Where it is"), tr("Where"), lambda view: view.place, take)

    def notice(self) -> None:
        """Alt+A: the notices go on with this incident."""
        view = self._shown()
        if view is not None:
            self._context.ways.lead("notices", view.id)

    def print(self) -> None:
        """Ctrl+P."""
        view = self._shown()
        paper = None if view is None else self._context.questions.ask(PrintPanel())
        if view is not None and paper is not None:
            from ui.incidents.papers.list_printing import show_list  # noqa: PLC0415 - the drawing library

            show_list(self._context, view.id if paper is Paper.FILLED else view.plan.code)

    def more(self) -> None:
        """Alt+O."""
        way = self._context.questions.ask(WaysPanel(self.ways()))
        if way is not None:
            way.run()

    def _paste(self) -> None:
        self.photos(pasted_photos())

    def ways(self) -> tuple[Way, ...]:
        """What can be put to the incident, each by the digit of its place."""
        return (
            Way("roles", tr("Roles"), self.roles),
            Way("person", tr("A person"), self.person),
            Way("loss", tr("Damage or loss"), self.loss),
            Way("photos", tr("Photos"), self.photos),
            Way("ticket", tr("Raise a ticket"), self.ticket),
            Way("severity", tr("How grave it is"), self.severity),
            Way("reporter", tr("Who reported it"), self.reporter),
            Way("place", tr("Where it is"), self.place),
            Way("callers", tr("What callers are told"), self.callers),
            Way("earlier", tr("The step was done earlier"), self.earlier_wanted.emit),
        )

    def callers(self) -> None:
        """What whoever answers the telephone says of it."""
        from app.incidents.callers.callers import tell_callers, words_of  # noqa: PLC0415 - read when it is wanted

        def take(view: IncidentView, words: str) -> str:
            tell_callers(self._context.office.incidents, self._context.actor, view.id, words)
            return tr("Those who call are told this")

        title, label = tr("What callers are told"), tr("Without names and rooms")
        self._one_line(title, label, lambda view: words_of(view.entries), take)

    def _one_line(
        self,
        title: str,
        label: str,
        before: Callable[[IncidentView], str],
        take: Callable[[IncidentView, str], str],
    ) -> None:
        view = self._shown()
        if view is not None:
            done = lambda words, _at: take(view, words)  # noqa: E731 - one argument less
            panel = WordsPanel(self._context, title, "", label, done, initial=before(view), timed=False)
            self.ask(view.id, panel, about=title)

    def _with(self, make: Callable[[IncidentView], QuestionPanel[str]]) -> bool:
        view = self._shown()
        return view is not None and self.ask(view.id, make(view))

    def ask(self, incident_id: int, panel: QuestionPanel[str], about: str = "") -> bool:
        """Ask; what was typed before Esc stands there again the next time. Whether it was taken.

        `about` tells questions of one kind apart, such as notes on two steps.
        """
        done = self._context.questions.ask(panel.concerning(incident_id, about))
        if done is None:
            if getattr(panel, "wrote", False):  # what was taken off stays so, though the form was left
                self._announce()
            return False
        self._done(done)
        return True

    def _act(self, act: Callable[[IncidentView], object]) -> bool:
        view = self._shown()
        if view is None:
            return False
        try:
            act(view)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return False
        self._announce()
        return True

    def _done(self, words: str) -> None:
        self._context.messages.done(words)
        self._announce()

    def _announce(self) -> None:
        self._context.changes.announce("incidents", by=self)

    @property
    def _office(self) -> Incidents:
        return self._context.office.incidents

    @property
    def _actor(self) -> Actor:
        return self._context.actor

"""The head of a running incident: what and where it is, real or drill, who leads, its clocks, the time since start."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QSizePolicy

from app.core.language import tr
from app.core.periods import add_months
from app.core.show import show_date
from app.incidents.plans.plan import Plan, PlanRole
from app.incidents.running.view import IncidentView
from app.incidents.words.names import ROLES
from ui.incidents.running.clock_words import since
from ui.incidents.running.clocks import Clocks, SinceStart
from ui.incidents.running.real_or_drill import RealOrDrill
from ui.sentences.incidents import said
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.elided import Elided
from ui.widgets.icon_label import IconLabel
from ui.widgets.sizes import Pt
from ui.widgets.surface import Pane, Rule, column, row

_SHOWN_ROLES = (PlanRole.LEAD, PlanRole.SITE, PlanRole.RECORDER, PlanRole.RESIDENTS)


class RunningHead(Pane):
    """Nothing in it moves while the seconds go by."""

    def __init__(self, more_clocks: Action) -> None:
        super().__init__("panel")
        self._icon = IconLabel("siren", Tone.DANGER, 24)
        self.name = Elided(Pt.PAGE, bold=True)
        self.place = Elided(Pt.SECTION)
        self.chip = RealOrDrill()
        self.facts = Elided(Pt.CAPTION, Tone.INK2)
        self.clocks = Clocks(more_clocks)
        self.since = SinceStart()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._began: datetime | None = None
        self._lay_out()

    def show_view(self, view: IncidentView, now: datetime) -> None:
        """Show this incident."""
        self._began = view.running_since
        self._icon.show_icon("siren", Tone.ACCENT if view.is_drill else Tone.DANGER)
        self.name.show_text(said(view.plan.name))
        self.place.show_text(view.place)
        self.chip.show_kind(drill=view.is_drill)
        self.facts.show_text("    ".join(head_facts(view, now)))
        self.clocks.show_view(view, now)
        self.since.show_time(since(self._began, now))

    def look(self, now: datetime) -> None:
        """A second went by."""
        if self._began is not None:
            self.clocks.look(now)
            self.since.show_time(since(self._began, now))

    def fold(self, *, low: bool, tight: bool) -> None:
        """Two lines where the window is low or narrow: what it is above, the clocks below."""
        self.facts.setVisible(not low)
        self.clocks.fold(low=low, tight=tight)
        self.since.fold(low=low)
        target = self._below if low else self._beside
        target.addWidget(self.clocks)

    def _lay_out(self) -> None:
        title = row(self._icon, self.name, self.place, self.chip, None)
        title.setStretchFactor(self.place, 0)
        left = column(title, self.facts, space=2)
        self._beside = row(self.clocks, space=0)
        upper = row(left, self._beside, 8, self.since, space=4)
        upper.setStretch(0, 1)
        self._below = row(space=0)
        inner = column(upper, self._below, space=0, margins=(24, 8, 20, 8))
        self.setLayout(column(inner, Rule(), space=0))


def head_facts(view: IncidentView, now: datetime) -> list[str]:
    """Since when, who holds which role, and on which version of the plan."""
    started = f"{view.started_at:%H:%M:%S}"
    if view.started_at.date() != now.date():
        started = f"{show_date(view.started_at.date())} {started}"
    facts = [tr("Started {time}").format(time=started)]
    facts += [f"{said(ROLES[role])} {view.roles[role]}" for role in _SHOWN_ROLES if view.roles.get(role)]
    return [*facts, plan_words(view.plan, now.date())]


def review_due(plan: Plan) -> date:
    """By when the plan is to be gone over again."""
    return add_months(plan.dated, plan.review_months)


def plan_words(plan: Plan, today: date) -> str:
    """The version and its review date; a review that is overdue is said."""
    due = review_due(plan)
    words = tr("Plan v{n}, review overdue since {day}") if due < today else tr("Plan v{n}, review {day}")
    return words.format(n=plan.version, day=show_date(due))

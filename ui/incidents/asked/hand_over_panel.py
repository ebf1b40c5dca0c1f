"""The shift changes while an incident runs: what is open, which clocks run, what was last, and both say yes to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr, tr_n
from app.incidents.plans.plan import Plan
from app.incidents.running.hand_over import HandOverPage, hand_over_page
from app.incidents.running.progress import StepState
from app.incidents.running.timers import RunningTimer, TimerState
from app.incidents.running.view import IncidentView
from app.incidents.words.names import ROLES, STATES
from ui.sentences.incident_lines import kind_said, line_said
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.edit_panel import EditPanel
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.line_field import LineField
from ui.widgets.painting import box
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, section

_MOST_STEPS, _LEAST = 20, 120


class HandOverPanel(EditPanel[str]):
    """Every role of the one at the keyboard goes to the one who comes; the name and both ticks are needed."""

    most = (960, 720)

    def __init__(self, context: Context, view: IncidentView) -> None:
        super().__init__(tr("Hand over the shift"), self._on_both, words=_about(context, view), width=900)
        self._context, self._view = context, view
        self.reading = _Reading(hand_over_page(view, context.clock.now()), view.plan)
        self.comes, self.words = LineField(tr("Takes over")), LineField(tr("What to mind"))
        self.read_over = CheckBox(tr("Whoever leaves has gone through it with the one who comes"))
        self.taken_over = CheckBox(tr("Whoever comes has read it and takes over"))
        self.form.add(tr("Takes over"), self.comes)
        self.form.add(tr("What to mind"), self.words)
        self.form.add("", self.read_over)
        self.form.add("", self.taken_over)
        self.body.insertWidget(1, self.reading, 1)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.step_through(self.comes, self.words)
        EnterSteps([self.reading], lambda: self.comes.setFocus(Qt.FocusReason.TabFocusReason), self)
        self.setFocusProxy(self.reading)

    def add_more(self, actions: ActionRegistry) -> None:
        for key, by in (("PgDown", 1), ("PgUp", -1)):
            run = partial(self.reading.turn, by)
            words = tr("Read on") if by > 0 else tr("Read back")
            actions.add(f"{self.context}.{key}", words, key, run, context=self.context)

    def check(self) -> bool:
        if not _tidy(self.comes):
            return self._wrong(tr("Write the name: the log keeps from whom and to whom."))
        if _tidy(self.comes) == self._context.actor.name:
            return self._wrong(tr("This is the one who leaves. Who takes over?"))
        for tick in (self.read_over, self.taken_over):
            if not tick.isChecked():
                self.form.show_problem(tick, tr("Both say yes: Space ticks it."))
                tick.setFocus()
                return False
            self.form.show_problem(tick, "")
        return True

    def _wrong(self, words: str) -> bool:
        self.comes.show_problem(words)
        self.comes.take_caret()
        return False

    def _on_both(self) -> str:
        comes = _tidy(self.comes)
        self._context.office.incidents.hand_over_shift(self._context.actor, [self._view.id], comes, self.words.text())
        return tr("{name} has taken over").format(name=comes)


def open_lines(page: HandOverPage) -> Iterator[str]:
    """What waits for somebody, in the order of action; critical steps say so."""
    for one in page.open_steps[:_MOST_STEPS]:
        marks = [said(STATES[one.state])] if one.state is StepState.LATER else []
        marks += [tr("critical")] if one.step.critical else []
        yield said(one.step.text) + (f" ({', '.join(marks)})" if marks else "")
    more = len(page.open_steps) - _MOST_STEPS
    if more > 0:
        yield tr_n("and {count} further step", "and {count} further steps", more).format(count=more)
    if not page.open_steps:
        yield tr("Nothing is open.")


def clock_lines(page: HandOverPage) -> Iterator[str]:
    """Every clock that runs, with when it is due."""
    yield from (_clock(timer) for timer in page.timers)
    if not page.timers:
        yield tr("No clock runs.")


def last_lines(page: HandOverPage, plan: Plan) -> Iterator[str]:
    """The newest lines of the log, newest first."""
    for entry in reversed(page.last_lines):
        yield f"{entry.happened_at:%H:%M} {kind_said(entry)} {line_said(entry, plan)}"


def _clock(timer: RunningTimer) -> str:
    words = tr("{clock}: is due since {time}") if timer.state is TimerState.DUE else tr("{clock}: due at {time}")
    return words.format(clock=said(timer.timer.text), time=f"{timer.due_at:%H:%M}")


def _about(context: Context, view: IncidentView) -> str:
    roles = tr(", ").join(f"{said(ROLES[role])} {name}" for role, name in view.roles.items())
    leaves = tr("Leaves: {name}").format(name=context.actor.name)
    return "  ".join(part for part in (view.number, said(view.plan.name), view.place, roles, leaves) if part)


class _Reading(Scrolling):
    """What both read; it scrolls by itself, so that name and ticks stay in view."""

    def __init__(self, page: HandOverPage, plan: Plan) -> None:
        clocks = (section(tr("Clocks")), _lines(clock_lines(page)))
        left = column(section(tr("Not done yet")), _lines(open_lines(page)), 8, *clocks, None, space=4)
        right = column(section(tr("The last lines")), _lines(last_lines(page, plan)), None, space=4)
        both = row(space=24, margins=(8, 8, 8, 8))
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        super().__init__(both)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What the next shift has to know"))

    def turn(self, by: int) -> None:
        """Scroll by a page."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.widget().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.viewport().rect().toRectF()
            box(QPainter(self.viewport()), place, inside=None, edge=Tone.ACCENT, width=2)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_LEAST))


def _lines(texts: Iterator[str]) -> QWidget:
    held = QWidget()
    inside = column(space=2)
    for text in texts:
        inside.addWidget(body(text).wrap())
    held.setLayout(inside)
    return held


def _tidy(field: LineField) -> str:
    return " ".join(field.text().split())

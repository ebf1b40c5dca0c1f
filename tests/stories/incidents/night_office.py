"""What the one person on duty does by keys and reads with the eyes, from Ctrl+E to the printed report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtTest import QTest

from app.core.clock import SetClock
from app.incidents.plans.plan import Ask, AskKind, Step
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.progress import StepNow
from app.incidents.running.view import IncidentView
from tests.stories.charging.steps import fill_in
from tests.stories.first_day_window import Program
from tests.stories.tickets.service_desk import ServiceDesk
from ui.incidents.running.main_column import MainColumn

Answers = Mapping[str, Sequence[str]]
"""By the step's id what is typed into its fields, in their order: the number of a choice, or words."""

MOST_STEPS = 60


class NightOffice(ServiceDesk):
    """One run of the program with an incident in hand."""

    def __init__(self, program: Program, clock: SetClock) -> None:
        super().__init__(program, clock)
        self.incident_id = 0

    def show(self) -> None:
        """Stay where the program begins: what runs comes up by itself."""
        running = self.program.office.running_incidents()
        if running:
            self.incident_id = running[0].id

    def start(self, *keys: str) -> None:
        """Ctrl+E, the plan, the place, Enter; what begins is in hand."""
        before = {line.id for line in self.program.office.running_incidents()}
        with self.keys.when_asked(*keys):
            self.keys.press("Ctrl+E")
        (begun,) = {line.id for line in self.program.office.running_incidents()} - before
        self.incident_id = begun
        self.settle()

    def at(self, when: str) -> None:
        """It is later now."""
        self.clock.set(datetime.fromisoformat(when))
        self.settle()

    def settle(self) -> None:
        self.program.finish_work()
        QTest.qWait(30)

    @property
    def main(self) -> MainColumn:
        """The column with the steps."""
        (found,) = (one for one in self.program.window.findChildren(MainColumn) if one.isVisible())
        return found

    @property
    def view(self) -> IncidentView:
        """The incident in hand, as the office keeps it."""
        return self.program.office.incidents.view(self.incident_id)

    def step(self, step_id: str) -> StepNow:
        """A step as the office keeps it."""
        return self.view.progress.step(step_id)

    def log(self, kind: EntryKind) -> list[Entry]:
        """The lines of one kind."""
        return [entry for entry in self.view.entries if entry.kind is kind]

    def work(self, answers: Answers, until: str = "") -> list[str]:
        """Do step after step as they come up, until this one comes up; which they were.

        A step that has no fields and is not named here is done with Space.
        """
        done: list[str] = []
        for _ in range(MOST_STEPS):
            now = self.main.chosen
            if now == until or self.view.progress.current is None:
                return done
            assert not self.step(now).state.is_settled, f"{now} comes up though it is settled"
            self.do(answers)
            assert self.step(now).state.is_settled, f"{now} is not done:\n{self.screen()}"
            done.append(now)
        raise AssertionError(f"{until} does not come up after {done}")

    def do(self, answers: Answers) -> None:
        """The step that has come up."""
        step = self.view.plan.step(self.main.chosen)
        if not step.asks:
            self.keys.press("Space")
            return
        self._type(step, answers.get(step.id) or tuple(self._usual(ask) for ask in step.asks))

    def _usual(self, ask: Ask) -> str:
        """What is typed where the story does not tell; a choice it always tells."""
        assert ask.kind is not AskKind.CHOICE, f"{ask.id} offers {[option.id for option in ask.options]}"
        if ask.kind is AskKind.TIME:
            return f"{self.clock.now():%H:%M}"
        return "1" if ask.kind is AskKind.NUMBER else "王敏"

    def _type(self, step: Step, typed: Sequence[str]) -> None:
        for ask, words in zip(step.asks, typed, strict=True):
            if ask.kind is AskKind.CHOICE:
                self.keys.press(words, "Return")
            else:
                self.program.write(words)
                self.keys.press("Return")

    def call(self, key: str, result: str) -> None:
        """The key of a telephone, and by its own key what became of the call."""
        before = len(self.log(EntryKind.CALLED))
        self.keys.press(key, result)
        assert len(self.log(EntryKind.CALLED)) == before + 1, self.screen()

    def write(self, words: str) -> None:
        """A line of the record."""
        before = len(self.log(EntryKind.WRITTEN))
        self.keys.press("Alt+T")
        self.program.write(words)
        self.keys.press("Return", "Esc")
        assert len(self.log(EntryKind.WRITTEN)) == before + 1, self.screen()

    def close(self, told: Mapping[str, str], why: str = "") -> None:
        """Alt+E: how it ended; `why` is the one reason for whatever critical was left."""

        def fill() -> None:
            if why:
                self.program.write(why)
                self.keys.press("Alt+S")
            fill_in(self.program, told)
            self.keys.press("F9")

        with self.answering(fill):
            self.keys.press("Alt+E")
        assert self.view.closed_at is not None, self.screen()

    def print_report(self) -> bytes:
        """From the journal: the report, and the printer has it."""
        papers, asked = len(self.program.papers), len(self.keys.asked)
        with self.keys.when_asked("Return"):
            self.keys.press("Ctrl+P")
            self.program.wait_until(lambda: len(self.keys.asked) > asked)
        self.program.wait_until(lambda: len(self.program.papers) > papers)
        return self.program.papers[-1][1]

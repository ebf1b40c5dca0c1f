"""Somebody alone at night with several incidents, who ticks, corrects, notes, calls and closes until killed."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.core.clock import SetClock
from app.core.errors import Refusal
from app.incidents.closing.closing import Closing
from app.incidents.plans.plan import AskKind, Step
from app.incidents.running.asked import Call, NewIncident, Written
from app.incidents.running.entry import NOTHING_MORE
from app.incidents.running.progress import StepState
from app.incidents.running.view import CallResult
from tests.office_builder import OfficeBuilder
from tests.stories.kill.said import Telling

EVENING = datetime(2026, 11, 20, 19, 41)
CODES = ("lift-entrapment", "fire", "power-cut", "flooding")
DOINGS = {"tick": 60, "undo": 8, "later": 4, "differently": 5, "note": 8, "call": 8, "before sign-in": 12, "close": 1}
_ANSWERS = {AskKind.NUMBER: "2", AskKind.TIME: "19:45", AskKind.PERSON: "陈队长", AskKind.TEXT: "东梯"}


class Person:
    """Works one folder; `told` hears every act before it, and after it what the log then says."""

    def __init__(self, data: Path, seed: str, told: Telling) -> None:
        self._rng, self._told, self._seed = random.Random(seed), told, seed
        self._clock = SetClock(EVENING)
        told.begin("open")
        self.builder = OfficeBuilder(data, self._clock)
        self._office, self._by = self.builder.office, self.builder.cashier
        self._office.incidents.take_up()
        self._count = 0
        told.done("open")

    def start(self) -> None:
        self._count += 1
        key = f"{self._seed}-{self._count}"
        self._told.begin("start", key)
        number = self._office.incidents.start(self._by, NewIncident(key, self._rng.choice(CODES), "3 栋"))
        self._told.done("start", key, str(number))

    def act(self) -> None:
        self._clock.advance(seconds=7)
        running = self._office.incidents.running()
        if len(running) < 3:
            self.start()
            return
        number = self._rng.choice(running).id
        doing = self._rng.choices(list(DOINGS), list(DOINGS.values()))[0]
        try:
            self._unsigned(number) if doing == "before sign-in" else self.signed(doing, number)
        except Refusal:
            self._told.done("refused")

    def signed(self, doing: str, number: int) -> None:
        """One act; what it wrote is told by the number of its last line."""
        self._told.begin("act", str(number))
        written = self._do(doing, number)
        self._told.done("act", str(number), *_lines(written))

    def _do(self, doing: str, number: int) -> Written:
        work, by = self._office.incidents, self._by
        step = self._step(number, settled=doing == "undo")
        acts: dict[str, Callable[[], Written]] = {
            "tick": lambda: work.tick(by, number, step.id, self._answers(step)),
            "undo": lambda: work.undo(by, number, step.id),
            "later": lambda: work.put_off(by, number, step.id),
            "differently": lambda: work.deviate(by, number, step.id, "另有安排"),
            "note": lambda: work.note(by, number, "已转告", step.id if self._rng.random() < 0.5 else ""),
            "call": lambda: work.call(by, number, Call("119", self._rng.choice(list(CallResult)))),
            "close": lambda: self._close(number),
        }
        return acts[doing]()

    def _close(self, number: int) -> Written:
        left = self._office.incidents.standing(number).progress.unsettled_critical
        reasons = {one.step.id: "原因" for one in left}
        return self._office.incidents.close(self._by, number, Closing("结束", self._clock.now()), reasons)

    def _unsigned(self, number: int) -> None:
        """Locked, then signed in again now and then."""
        outside = self._office.unsigned_incidents
        step = self._step(number, settled=False)
        self._told.begin("outside", str(number))
        outside.tick(number, step.id, self._answers(step))
        self._told.done("outside", str(number), step.id)
        if self._rng.random() < 0.3:
            self._told.begin("join")
            self._office.incidents.join_unsigned(self._by)
            self._told.done("join")

    def _step(self, number: int, *, settled: bool) -> Step:
        shown = [
            one for one in self._office.incidents.standing(number).progress.steps if one.state is not StepState.HIDDEN
        ]
        fitting = [one.step for one in shown if one.state.is_settled is settled]
        return self._rng.choice(fitting or [one.step for one in shown])

    def _answers(self, step: Step) -> dict[str, str]:
        if not step.asks:
            return dict(NOTHING_MORE)
        choices = {ask.id: self._rng.choice(ask.options).id for ask in step.asks if ask.options}
        return {ask.id: choices.get(ask.id) or _ANSWERS[ask.kind] for ask in step.asks}


def _lines(written: Written) -> list[str]:
    """Each line by its number, kind and step."""
    return [f"{entry.no}:{entry.kind}:{entry.step}" for entry in written.entries]

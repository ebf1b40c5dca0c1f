"""A plan worked by hand: each line goes through the rules, as the program takes it, minute by minute."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib import resources

from app.incidents.plans.plan import AskKind, Plan, Step
from app.incidents.plans.read_plan import read_plan
from app.incidents.running.allowed import check_close, check_runs, check_settle, check_tick, check_undo, check_words
from app.incidents.running.entry import NOTHING_MORE, Entry, EntryKind
from app.incidents.running.progress import Progress, progress
from app.incidents.running.rule_lines import rule_lines
from app.incidents.running.timers import RunningTimer, running_timers

BEGAN = datetime(2026, 11, 20, 19, 41)
FILES = resources.files("resources") / "incidents"


@cache
def plan_of(code: str) -> Plan:
    """A shipped plan by itself."""
    return read_plan(f"{code}.toml", (FILES / f"{code}.toml").read_text(encoding="utf-8"))


class Worked:
    """`now` goes on by a minute with each line, or by `wait`."""

    def __init__(self, code: str | Plan = "lift-entrapment") -> None:
        self.plan = plan_of(code) if isinstance(code, str) else code
        self.now = BEGAN
        self.entries: list[Entry] = []
        self._write(EntryKind.STARTED)

    @property
    def progress(self) -> Progress:
        return progress(self.plan, self.entries)

    @property
    def timers(self) -> dict[str, RunningTimer]:
        return {one.timer.id: one for one in running_timers(self.progress, self.entries, self.now)}

    def tick(self, step_id: str, **answers: str) -> Worked:
        tidy = check_tick(self.progress, step_id, answers)
        return self._with_rules(EntryKind.TICKED, step_id, {"answers": tidy} if tidy else NOTHING_MORE)

    def tick_somehow(self, step_id: str) -> Worked:
        """Tick with the first answer that each field takes."""
        return self.tick(step_id, **some_answers(self.plan.step(step_id)))

    def undo(self, step_id: str) -> Worked:
        check_undo(self.progress, step_id)
        return self._with_rules(EntryKind.UNDONE, step_id)

    def settle(self, kind: EntryKind, step_id: str, words: str) -> Worked:
        check_settle(self.progress, step_id)
        return self._with_rules(kind, step_id, text=check_words(words))

    def put_off(self, step_id: str) -> Worked:
        check_settle(self.progress, step_id)
        return self._with_rules(EntryKind.LATER, step_id)

    def note(self, step_id: str, words: str) -> Worked:
        check_runs(self.progress)
        return self._with_rules(EntryKind.NOTED, step_id, text=check_words(words))

    def answer_timer(self, timer: str) -> Worked:
        check_runs(self.progress)
        self._write(EntryKind.TIMER_ANSWERED, facts={"timer": timer})
        return self

    def close(self, **reasons: str) -> Worked:
        told = check_close(self.progress, {name.replace("_", "-"): words for name, words in reasons.items()})
        self._write(EntryKind.CLOSED, facts={"reasons": told})
        return self

    def wait(self, minutes: int) -> Worked:
        self.now += timedelta(minutes=minutes)
        return self

    def _with_rules(
        self, kind: EntryKind, step_id: str, facts: Mapping[str, object] = NOTHING_MORE, text: str = ""
    ) -> Worked:
        before = self.progress
        self._write(kind, step_id, facts, text)
        for rule, told in rule_lines(before, self.progress, step_id):
            self._write(rule, facts=told, minutes=0)
        return self

    def _write(
        self,
        kind: EntryKind,
        step_id: str = "",
        facts: Mapping[str, object] = NOTHING_MORE,
        text: str = "",
        minutes: int = 1,
    ) -> None:
        self.now += timedelta(minutes=minutes if self.entries else 0)
        self.entries.append(Entry(len(self.entries) + 1, kind, self.now, self.now, "王敏", step_id, text, facts))


def some_answers(step: Step) -> dict[str, str]:
    """An answer for every field of a step: the first choice, a two, a clock time, a name."""
    kinds = {AskKind.NUMBER: "2", AskKind.TIME: "19:45", AskKind.PERSON: "陈队长", AskKind.TEXT: "东梯"}
    return {ask.id: ask.options[0].id if ask.kind is AskKind.CHOICE else kinds[ask.kind] for ask in step.asks}

"""Where the answers of a question lead, one turn a line: a page that they open, a plan, or a step that they hide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import dropwhile, islice
from typing import TypeVar

from app.incidents.kept_plans.edits import with_step
from app.incidents.plans.plan import Ask, Both, Branch, Hiding, Link, Plan
from ui.sentences.incidents import said

T = TypeVar("T", bound=Branch | Link | Hiding)
_TURN = re.compile(r"\s*([0-9０-９][0-9０-９,，、\s]*)(→|->|[×xX])\s*(.+?)\s*")
_HIDES = frozenset("×xX")


@dataclass(frozen=True)
class AnswerTurns:
    """The turns of one question of a plan; `plans` are the names of all plans, by their codes."""

    plan: Plan
    ask: Ask
    plans: Mapping[str, Both]

    def lines(self) -> Iterator[str]:
        """Each turn by the numbers of its answers: “2, 3 → page or plan”, “1 × step”; “?” where they are gone."""
        for step in self.plan.steps():
            for branch in self._own(step.opens):
                yield f"{self._numbers(branch.answers)} → {self._titles.get(branch.page, branch.page)}"
            for link in self._own(step.starts):
                name = said(self.plans[link.plan]) if link.plan in self.plans else link.plan
                yield f"{self._numbers(link.answers)} → {name}"
            for hiding in self._own(step.hidden_by):
                yield f"{self._numbers(hiding.answers)} × {self._names[step.id]}"

    def taken(self, text: str) -> tuple[Plan, tuple[str, ...]]:
        """The plan with the turns as they are written, and the lines that lead nowhere."""
        opens, starts, hides, unread = list[Branch](), list[Link](), dict[str, list[Hiding]](), list[str]()
        for line in filter(str.strip, text.splitlines()):
            turn = self._turn(line)
            if isinstance(turn, Branch):
                opens.append(turn)
            elif isinstance(turn, Link):
                starts.append(turn)
            elif turn is not None:
                hides.setdefault(turn[1], []).append(turn[0])
            else:
                unread.append(line.strip())
        return self._with(opens, starts, hides), tuple(unread)

    def example(self) -> str:
        """The name of something to which an answer may lead; "" where there is nothing."""
        return next(iter((*self._pages, *self._plans)), "")

    def _turn(self, line: str) -> Branch | Link | tuple[Hiding, str] | None:
        found = _TURN.fullmatch(line)
        numbers = [] if found is None else [int(number) for number in re.findall(r"[0-9０-９]+", found[1])]
        if found is None or not all(1 <= number <= len(self.ask.options) for number in numbers):
            return None
        answers, name = tuple(self.ask.options[number - 1].id for number in numbers), found[3]
        if found[2] in _HIDES:
            step = self._step_named(name)
            return None if step is None else (Hiding(self.ask.id, answers), step)
        if name in self._pages:
            return Branch(self.ask.id, answers, self._pages[name])
        return Link(self.ask.id, answers, self._plans[name]) if name in self._plans else None

    def _with(self, opens: Sequence[Branch], starts: Sequence[Link], hides: Mapping[str, Sequence[Hiding]]) -> Plan:
        plan = self.plan
        for step in self.plan.steps():
            changed = replace(step, hidden_by=_in_place(step.hidden_by, self.ask.id, hides.get(step.id, ())))
            if self.ask.id in {ask.id for ask in step.asks}:
                changed = replace(
                    changed,
                    opens=_in_place(step.opens, self.ask.id, opens),
                    starts=_in_place(step.starts, self.ask.id, starts),
                )
            if changed != step:
                plan = with_step(plan, changed)
        return plan

    def _own(self, turns: Iterable[T]) -> Iterator[T]:
        return (turn for turn in turns if turn.ask == self.ask.id)

    def _numbers(self, answers: Iterable[str]) -> str:
        places = [option.id for option in self.ask.options]
        return ", ".join(str(places.index(answer) + 1) for answer in answers if answer in places) or "?"

    def _step_named(self, name: str) -> str | None:
        """The step with these words, else the only one after the question that has them among its own."""
        if name in self._steps:
            return self._steps[name]
        asking = dropwhile(lambda step: self.ask.id not in {ask.id for ask in step.asks}, self.plan.steps())
        found = [step.id for step in islice(asking, 1, None) if name in said(step.text)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _steps(self) -> dict[str, str]:
        return {name: step for step, name in self._names.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Each step's words; with the page where they stand twice, and with a number where they do on one page."""
        words, names = Counter(said(step.text) for step in self.plan.steps()), dict[str, str]()
        for page in self.plan.pages:
            on_page = Counter[str]()
            for step in page.steps:
                name = said(step.text)
                on_page[name] += 1
                if words[name] > 1:
                    again = f" {on_page[name]}" if on_page[name] > 1 else ""
                    name = f"{name} ({said(page.title)}{again})"
                names[step.id] = name
        return names

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {self._titles[page.id]: page.id for page in self.plan.pages if page.opened_by_answer}

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Each page's title, with a number where others before it have the same."""
        seen, titles = Counter[str](), dict[str, str]()
        for page in self.plan.pages:
            title = said(page.title)
            seen[title] += 1
            titles[page.id] = title if seen[title] == 1 else f"{title} {seen[title]}"
        return titles

    @cached_property
    def _plans(self) -> dict[str, str]:
        return {said(name): code for code, name in self.plans.items() if code != self.plan.code}


def _in_place(before: Sequence[T], ask_id: str, turns: Sequence[T]) -> tuple[T, ...]:
    """The turns of one question where its former ones stood, those of the others as they were."""
    at = next((place for place, one in enumerate(before) if one.ask == ask_id), len(before))
    others = [one for one in before if one.ask != ask_id]
    return (*others[:at], *turns, *others[at:])

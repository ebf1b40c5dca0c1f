"""The form of a question that a step asks: its kind, its answers, and where each answer leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from app.core.language import mark, tr
from app.incidents.plans.plan import Ask, AskKind, Both, Branch, Link, Option, Plan, Step
from ui.incidents.plans.part_form import PartForm, both_of, maybe_both_of, put
from ui.sentences.incidents import said
from ui.widgets.choice_field import ChoiceField

KINDS = {
    AskKind.TEXT: mark("words"),
    AskKind.NUMBER: mark("a number"),
    AskKind.CHOICE: mark("one of some answers"),
    AskKind.PERSON: mark("a person"),
    AskKind.TIME: mark("a time"),
}
T = TypeVar("T", bound=Branch | Link)
_TURN = re.compile(r"\s*([0-9０-９][0-9０-９,，、\s]*)(?:→|->)\s*(.+?)\s*")


@dataclass(frozen=True, slots=True)
class AskPart:
    """A question within its step."""

    step: Step
    ask_id: str

    @property
    def ask(self) -> Ask:
        """The question itself."""
        return next(ask for ask in self.step.asks if ask.id == self.ask_id)


class AskForm(PartForm[AskPart]):
    """Answers stand one a line, Chinese | English; below them “2, 3 → page or plan”, by the numbers of the answers."""

    def __init__(self) -> None:
        super().__init__(tr("Question"))
        self._pages: dict[str, str] = {}
        self._plans: dict[str, str] = {}
        self._of = ""
        self.text = self.line(tr("What is asked"))
        kinds = [(tr(words), kind) for kind, words in KINDS.items()]
        self.kind: ChoiceField[AskKind] = self.choice(tr("Kind of answer"), ChoiceField(tr("Kind of answer"), kinds))
        self.answers = self.area(tr("Answers, one a line"), 5)
        self.turns = self.area(tr("Where they lead"), 4)
        self.unit = self.line(tr("Unit of measure"))
        self.text_en = self.line(tr("In English"))
        self.unit_en = self.line(tr("Unit of measure in English"))
        self.ready()

    def offer(self, plan: Plan, plans: Mapping[str, Both]) -> None:
        """The pages behind answers and the other plans to which an answer may lead."""
        self._pages = {said(page.title): page.id for page in plan.pages if page.opened_by_answer}
        self._plans = {said(name): code for code, name in plans.items() if code != plan.code}

    def fill(self, part: AskPart) -> None:
        ask = part.ask
        put(self.text, ask.text.zh)
        put(self.text_en, ask.text.en)
        put(self.unit, ask.unit.zh if ask.unit else "")
        put(self.unit_en, ask.unit.en if ask.unit else "")
        self.kind.set_value(ask.kind)
        another, self._of = self._of != ask.id, ask.id
        if another or _options(ask, self.answers.text()) != ask.options:
            put(self.answers, "\n".join(f"{one.text.zh} | {one.text.en}" for one in ask.options))
        if another or self._led(part.step, ask) != part.step:
            put(self.turns, "\n".join(self._lines(part.step, ask)))
            self._led(part.step, ask)

    def read(self, part: AskPart) -> AskPart:
        options = _options(part.ask, self.answers.text())
        ask = replace(
            part.ask,
            text=both_of(self.text, self.text_en, part.ask.text),
            kind=self.kind.value() or part.ask.kind,
            unit=maybe_both_of(self.unit, self.unit_en),
            options=options,
        )
        step = replace(part.step, asks=tuple(ask if one.id == ask.id else one for one in part.step.asks))
        return AskPart(self._led(step, ask), part.ask_id)

    def _led(self, step: Step, ask: Ask) -> Step:
        """The step with the turns that are written; a line that leads nowhere is said and left out."""
        opens, starts, unread = list[Branch](), list[Link](), list[str]()
        for line in filter(str.strip, self.turns.text().splitlines()):
            turn = self._turn(ask, line)
            if isinstance(turn, Branch):
                opens.append(turn)
            elif isinstance(turn, Link):
                starts.append(turn)
            else:
                unread.append(line.strip())
        words = tr("“{line}” leads nowhere. Write it like “2, 3 → {page}”.")
        example = next(iter((*self._pages, *self._plans)), tr("the title of a page"))
        self.turns.show_problem(words.format(line=unread[0], page=example) if unread else "")
        self.form.show_problem(self.turns, self.turns.problem)
        return replace(
            step,
            opens=_in_place(step.opens, ask.id, opens),
            starts=_in_place(step.starts, ask.id, starts),
        )

    def _turn(self, ask: Ask, line: str) -> Branch | Link | None:
        found = _TURN.fullmatch(line)
        if found is None:
            return None
        numbers = [int(number) for number in re.findall(r"[0-9０-９]+", found[1])]
        if not all(1 <= number <= len(ask.options) for number in numbers):
            return None
        answers = tuple(ask.options[number - 1].id for number in numbers)
        if found[2] in self._pages:
            return Branch(ask.id, answers, self._pages[found[2]])
        return Link(ask.id, answers, self._plans[found[2]]) if found[2] in self._plans else None

    def _lines(self, step: Step, ask: Ask) -> Iterator[str]:
        pages = {page: title for title, page in self._pages.items()}
        plans = {code: name for name, code in self._plans.items()}
        for branch in step.opens:
            if branch.ask == ask.id:
                yield f"{_numbers(ask, branch.answers)} → {pages.get(branch.page, branch.page)}"
        for link in step.starts:
            if link.ask == ask.id:
                yield f"{_numbers(ask, link.answers)} → {plans.get(link.plan, link.plan)}"


def _in_place(before: Sequence[T], ask_id: str, turns: Sequence[T]) -> tuple[T, ...]:
    """The turns of one question where its former ones stood, those of the others as they were."""
    at = next((place for place, one in enumerate(before) if one.ask == ask_id), len(before))
    others = [one for one in before if one.ask != ask_id]
    return (*others[:at], *turns, *others[at:])


def _numbers(ask: Ask, answers: Iterable[str]) -> str:
    places = [option.id for option in ask.options]
    return ", ".join(str(places.index(answer) + 1) if answer in places else "?" for answer in answers)


def _options(ask: Ask, text: str) -> tuple[Option, ...]:
    """The answers of the lines: those with the same words, or on the same line of as many, keep their names."""
    lines = [line for line in text.splitlines() if line.strip(" |")]
    texts = [_both(line) for line in lines]
    taken, options = set[str](), list[Option]()
    for place, both in enumerate(texts):
        name = _known(ask.options, both, place, as_many=len(texts) == len(ask.options)) or ""
        if not name or name in taken:
            name = next(
                one
                for one in (f"{ask.id}-{number}" for number in range(1, 1_000))
                if one not in taken and one not in {option.id for option in ask.options}
            )
        taken.add(name)
        options.append(Option(name, both))
    return tuple(options)


def _known(options: Sequence[Option], both: Both, place: int, *, as_many: bool) -> str | None:
    same = next((option.id for option in options if option.text.zh == both.zh), None)
    return same or (options[place].id if as_many else None)


def _both(line: str) -> Both:
    zh, _, en = (part.strip() for part in line.partition("|"))
    return Both(zh or en, en or zh)

"""The form of a question that a step asks: its kind, its answers, and where each answer leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.language import mark, tr
from app.incidents.kept_plans.edits import with_ask
from app.incidents.plans.plan import Ask, AskKind, Both, Option, Plan
from ui.incidents.plans.answer_turns import AnswerTurns
from ui.incidents.plans.part_form import PartForm, both_of, maybe_both_of, put
from ui.widgets.choice_field import ChoiceField

KINDS = {
    AskKind.TEXT: mark("words"),
    AskKind.NUMBER: mark("a number"),
    AskKind.CHOICE: mark("one of some answers"),
    AskKind.PERSON: mark("a person"),
    AskKind.TIME: mark("a time"),
}


@dataclass(frozen=True, slots=True)
class AskPart:
    """A question within its plan, for its answers open pages and hide steps of it."""

    plan: Plan
    ask_id: str

    @property
    def ask(self) -> Ask:
        """The question itself."""
        return next(ask for step in self.plan.steps() for ask in step.asks if ask.id == self.ask_id)


class AskForm(PartForm[AskPart]):
    """Answers stand one a line, Chinese | English; below them where they lead, by their numbers."""

    def __init__(self) -> None:
        super().__init__(tr("Question"))
        self._plans: Mapping[str, Both] = {}
        self._of = ""
        self.text = self.line(tr("What is asked"))
        kinds = [(tr(words), kind) for kind, words in KINDS.items()]
        self.kind: ChoiceField[AskKind] = self.choice(tr("Kind of answer"), ChoiceField(tr("Kind of answer"), kinds))
        self.answers = self.area(tr("Answers, one a line"), 5)
        self.turns = self.area(tr("Where they lead"), 4, hint=tr("“2, 3 → page or plan”; “1 × step” hides the step"))
        self.unit = self.line(tr("Unit of measure"))
        self.text_en = self.line(tr("In English"))
        self.unit_en = self.line(tr("Unit of measure in English"))
        self.ready()

    def offer(self, plans: Mapping[str, Both]) -> None:
        """The names of all plans, for an answer may start another one."""
        self._plans = plans

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
        turns = AnswerTurns(part.plan, ask, self._plans)
        if another or turns.taken(self.turns.text())[0] != part.plan:
            put(self.turns, "\n".join(turns.lines()))
            self._say_unread(turns)

    def read(self, part: AskPart) -> AskPart:
        options = _options(part.ask, self.answers.text())
        ask = replace(
            part.ask,
            text=both_of(self.text, self.text_en, part.ask.text),
            kind=self.kind.value() or part.ask.kind,
            unit=maybe_both_of(self.unit, self.unit_en),
            options=options,
        )
        turns = AnswerTurns(with_ask(part.plan, ask), ask, self._plans)
        if [one.id for one in options] != [one.id for one in part.ask.options]:  # the numbers follow their answers
            unread = AnswerTurns(part.plan, part.ask, self._plans).taken(self.turns.text())[1]
            put(self.turns, "\n".join((*AnswerTurns(part.plan, ask, self._plans).lines(), *unread)))
        self._say_unread(turns)
        return AskPart(turns.taken(self.turns.text())[0], part.ask_id)

    def _say_unread(self, turns: AnswerTurns) -> None:
        """A line that leads nowhere is said and left out."""
        unread = turns.taken(self.turns.text())[1]
        words = tr("“{line}” leads nowhere. Write it like “2, 3 → {page}”.")
        example = turns.example() or tr("the title of a page")
        self.turns.show_problem(words.format(line=unread[0], page=example) if unread else "")
        self.form.show_problem(self.turns, self.turns.problem)


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

"""An incident plan: a versioned list of what to do, in the order of action, for one kind of incident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CHECK_LOCALLY = "按本地规定核对"
"""In a detail: the office has to confirm this fact for its own town."""


class PlanKind(StrEnum):
    """How a list is worked: step by step, or from memory and then gone over at the pause point."""

    READ_DO = "read-do"
    DO_CONFIRM = "do-confirm"


class Severity(StrEnum):
    """What an incident of this kind counts as until somebody says otherwise."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Place(StrEnum):
    """What the place of such an incident names."""

    LIFT = "lift"
    FLOOR = "floor"
    BUILDING = "building"
    UNIT = "unit"
    GROUND = "ground"
    ESTATE = "estate"
    COUNTER = "counter"


class PlanRole(StrEnum):
    """Who does a step; at night one person holds them all."""

    LEAD = "lead"
    RECORDER = "recorder"
    SITE = "site"
    RESIDENTS = "residents"


class AskKind(StrEnum):
    """The form of a value that was seen."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    PERSON = "person"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Both:
    """One text in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    id: str
    text: Both


@dataclass(frozen=True, slots=True)
class Ask:
    """A value that a step wants to have seen; options only with a choice."""

    id: str
    kind: AskKind
    text: Both
    unit: Both | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """These answers open a page, which comes at once, before the rest of the page that asked."""

    ask: str
    answers: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Link:
    """These answers offer to start another plan beside this one."""

    ask: str
    answers: tuple[str, ...]
    plan: str


@dataclass(frozen=True, slots=True)
class Hiding:
    """These answers, given earlier, make a step wrong or senseless: it is not shown, and not owed."""

    ask: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do or to look at; without an ask it is ticked as done; minutes count from its coming up."""

    id: str
    text: Both
    role: PlanRole
    detail: Both | None = None
    critical: bool = False
    target_minutes: int | None = None
    contact: str | None = None
    notice: str | None = None
    asks: tuple[Ask, ...] = ()
    opens: tuple[Branch, ...] = ()
    starts: tuple[Link, ...] = ()
    hidden_by: tuple[Hiding, ...] = ()
    outage: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One pause point; a page opened by an answer is hidden until then."""

    id: str
    title: Both
    steps: tuple[Step, ...]
    opened_by_answer: bool = False


@dataclass(frozen=True, slots=True)
class Timer:
    """A durable clock of so many minutes, once or again and again.

    It starts with the tick of a step, with the opening of a page, or ("") with the incident;
    it ends with the tick of a step, or (None) with the incident.
    """

    id: str
    minutes: int
    repeats: bool
    starts: str
    ends: str | None
    text: Both
    when_due: Both


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of the list for one kind of incident; its review is due so many months after its date."""

    code: str
    version: int
    dated: date
    review_months: int
    digit: int | None
    letters: str
    kind: PlanKind
    severity: Severity
    name: Both
    use_when: Both
    place: Place
    roles: tuple[PlanRole, ...]
    contacts: tuple[str, ...]
    never: tuple[Both, ...]
    basis: tuple[str, ...]
    timers: tuple[Timer, ...]
    pages: tuple[Page, ...]
    after: tuple[Both, ...]

    def page(self, page_id: str) -> Page:
        """The page of that name; KeyError when there is none."""
        return {page.id: page for page in self.pages}[page_id]

    def steps(self) -> Iterator[Step]:
        """Every step, page by page, in the order of action."""
        for page in self.pages:
            yield from page.steps

    def step(self, step_id: str) -> Step:
        """The step of that name; KeyError when there is none."""
        return {step.id: step for step in self.steps()}[step_id]

    def to_confirm(self) -> tuple[Step, ...]:
        """The steps that hold a fact of the town, which the office has to confirm."""
        return tuple(step for step in self.steps() if step.detail is not None and CHECK_LOCALLY in step.detail.zh)

"""What a repair report says, copied when it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from app.core.money import Money
from app.tickets.papers.work_order_facts import PaperLine


@dataclass(frozen=True, slots=True)
class Findings:
    """What whoever did the work says: what was found, what was done, how it was tested, what is advised."""

    found: str
    done: str
    tested: str = ""
    advice: str = ""


NO_FINDINGS = Findings("", "")


@dataclass(frozen=True, slots=True)
class RepairReportFacts:
    """Texts as printed; `steps` are time and words of what happened, amounts in fen."""

    company: str
    service_centre: str
    telephone: str
    number: str
    kind: str
    where: str
    name: str
    phone: str
    reported: str
    given_to: str
    problem: str
    steps: tuple[tuple[str, str], ...]
    found: str
    done: str
    tested: str
    advice: str
    lines: tuple[PaperLine, ...]
    to_pay: Money
    free: Money
    payment: str
    photos: int
    issued: str
    code: str

    def to_facts(self) -> dict[str, Any]:
        """A document for the database."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        lists = {"lines": [line.to_facts() for line in self.lines], "steps": [list(step) for step in self.steps]}
        return plain | lists | {"to_pay": self.to_pay.fen, "free": self.free.fen}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        lines = tuple(PaperLine.from_facts(line) for line in facts["lines"])
        steps = tuple((when, words) for when, words in facts["steps"])
        money = {"to_pay": Money(facts["to_pay"]), "free": Money(facts["free"])}
        return cls(**dict(facts) | money | {"lines": lines, "steps": steps})

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that people typed."""
        typed = (self.company, self.service_centre, self.where, self.name, self.problem, self.given_to)
        return (*typed, self.found, self.done, self.tested, self.advice, *(line.name for line in self.lines))

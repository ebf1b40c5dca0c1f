"""What stands on the papers of a notice, copied when it is issued: every print draws these words again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.notices.templates.template import RowStyle


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row as it is printed; a line that begins with ! stands in bold."""

    label: str
    style: RowStyle
    lines: tuple[str, ...]
    aside: str = ""
    below: tuple[str, ...] = ()

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> PaperRow:
        """A row as it was kept."""
        style, lines = RowStyle(facts["style"]), tuple(facts["lines"])
        return cls(facts["label"], style, lines, facts["aside"], tuple(facts["below"]))


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """`issued` is the day and hour of issue as text; `kind` the word in the frame, empty for none."""

    number: str
    name: str
    kind: str
    title: str
    slip_title: str
    poster: tuple[PaperRow, ...]
    slip: tuple[PaperRow, ...]
    message: str
    foot: str
    company: str
    centre: str
    issued: str
    follows: str = ""

    def to_facts(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> NoticePaper:
        """The same paper again."""
        rows = {part: tuple(map(PaperRow.from_facts, facts[part])) for part in ("poster", "slip")}
        return cls(**{**facts, **rows})

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text on it, with what a message says."""
        rows = (*self.poster, *self.slip)
        inside = (text for row in rows for text in (row.label, *row.lines, row.aside, *row.below))
        return (self.title, self.slip_title, self.kind, *inside, self.message, self.foot)

"""A template of a notice; its texts hold nothing but words and named fields in braces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice tells of its matter; the word stands in a frame beside the title."""

    PLANNED = "planned"
    SUDDEN = "sudden"
    POSTPONED = "postponed"
    RESTORED = "restored"
    PLAIN = "plain"


KIND_WORDS = {
    NoticeKind.PLANNED: "计划检修",
    NoticeKind.SUDDEN: "突发",
    NoticeKind.POSTPONED: "推迟",
    NoticeKind.RESTORED: "恢复",
    NoticeKind.PLAIN: "",
}
FIRST_KINDS = (NoticeKind.PLANNED, NoticeKind.SUDDEN, NoticeKind.PLAIN)
"""A notice begins as one of these; the others follow an earlier notice."""


class FieldKind(StrEnum):
    """The form of what is filled in; lines that begin with ! are printed bold."""

    TEXT = "text"
    LINES = "lines"
    MOMENT = "moment"
    PHONE = "phone"


class RowStyle(StrEnum):
    """How large a row stands on the paper."""

    WHEN = "when"
    PLACE = "place"
    TEXT = "text"
    STEPS = "steps"
    PHONE = "phone"


class Source(StrEnum):
    """What the office or the incident knows already, so that nobody types it."""

    TELEPHONE = "telephone"
    PLACE = "place"
    BEGAN = "began"


@dataclass(frozen=True, slots=True)
class Both:
    """One text in Chinese and in English; the English is for the screen only."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Field:
    """What is filled in; `kinds` empty means every kind.

    `usual` is what stands there at first, by kind. `from_hours`: needed only where `from` to `to` is so long, in hours.
    """

    id: str
    kind: FieldKind
    label: Both
    required: bool = False
    kinds: tuple[NoticeKind, ...] = ()
    usual: Mapping[NoticeKind, str] | None = None
    source: Source | None = None
    from_hours: int | None = None

    def serves(self, kind: NoticeKind) -> bool:
        """Whether notices of this kind have the field."""
        return not self.kinds or kind in self.kinds

    def usual_for(self, kind: NoticeKind) -> str:
        """What stands there at first."""
        return (self.usual or {}).get(kind, "")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a paper: its label, its text with fields, what stands at the right, and a smaller line below.

    A row in the style `when` is made of the moments `begins` and `ends`.
    """

    label: str
    style: RowStyle
    text: str = ""
    aside: str = ""
    below: str = ""
    begins: str = ""
    ends: str = ""
    kinds: tuple[NoticeKind, ...] = ()

    def serves(self, kind: NoticeKind) -> bool:
        """Whether notices of this kind have the row."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class DueRule:
    """By when a notice of this kind has to hang: so many minutes before it begins, or after.

    `from_hours`: only where it lasts so long, or nobody knows how long.
    """

    kind: NoticeKind
    before_minutes: int | None = None
    after_minutes: int | None = None
    from_hours: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One template; `key` is the digit or letter by which it is chosen, titles and messages go by kind.

    Notices of the kinds in `ends` come down when their time is over.
    """

    code: str
    key: str
    name: Both
    kinds: tuple[NoticeKind, ...]
    titles: Mapping[NoticeKind, str]
    slip_titles: Mapping[NoticeKind, str]
    fields: tuple[Field, ...]
    poster: tuple[Row, ...]
    slip: tuple[Row, ...]
    messages: Mapping[NoticeKind, str]
    foot: str
    due: tuple[DueRule, ...] = ()
    ends: tuple[NoticeKind, ...] = ()

    def fields_of(self, kind: NoticeKind) -> tuple[Field, ...]:
        """The fields of a kind, in the order in which they are filled in."""
        return tuple(field for field in self.fields if field.serves(kind))

    def field(self, name: str) -> Field | None:
        """The field of this name."""
        return next((field for field in self.fields if field.id == name), None)

    @property
    def first_kinds(self) -> tuple[NoticeKind, ...]:
        """The kinds that follow no other notice."""
        return tuple(kind for kind in self.kinds if kind in FIRST_KINDS)

    @property
    def later_kinds(self) -> tuple[NoticeKind, ...]:
        """The kinds that follow an earlier notice of this template."""
        return tuple(kind for kind in self.kinds if kind not in FIRST_KINDS)

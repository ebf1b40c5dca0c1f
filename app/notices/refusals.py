"""What notices and their templates refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.errors import Refusal


class TemplateFault(StrEnum):
    """What is wrong with a template; `what` of the refusal names it."""

    NOT_TOML = "not-toml"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown-key"
    WRONG_FORM = "wrong-form"
    EMPTY_TEXT = "empty-text"
    UNKNOWN_WORD = "unknown-word"
    UNKNOWN_FIELD = "unknown-field"
    CODE = "code"
    SAME_FIELD = "same-field"
    NO_KIND = "no-kind"
    NO_TITLE = "no-title"
    FIELD_NOWHERE = "field-nowhere"


class PrivateFact(StrEnum):
    """What of a person stands in a notice."""

    NAME = "name"
    ROOM = "room"
    PHONE = "phone"


@dataclass(eq=False)
class TemplateBroken(Refusal):
    """A template cannot be used as it is written; `place` is the part of it."""

    code: str
    place: str
    fault: TemplateFault
    what: str


@dataclass(eq=False)
class TemplateUnknown(Refusal):
    """The office has no template of this code."""

    code: str


@dataclass(eq=False)
class KindUnknown(Refusal):
    """The template knows no such kind of notice."""

    name: str
    kind: str


@dataclass(eq=False)
class FieldsMissing(Refusal):
    """What has to be filled in; `labels` name the fields."""

    labels: tuple[str, ...]


@dataclass(eq=False)
class FieldUnknown(Refusal):
    """Something is filled in that the template does not ask for."""

    field: str


@dataclass(eq=False)
class FieldUnreadable(Refusal):
    """What stands in a field has not its form: a time, or a telephone number."""

    label: str
    text: str


@dataclass(eq=False)
class EndsBeforeItBegins(Refusal):
    """The end lies before the beginning."""

    begins: datetime
    ends: datetime


@dataclass(eq=False)
class PressesForFees(Refusal):
    """The text speaks of arrears and of a supply, door, lift or vehicle in one."""

    arrears: tuple[str, ...]
    supplies: tuple[str, ...]


@dataclass(eq=False)
class NamesAPerson(Refusal):
    """The text names a resident, a room or a private telephone."""

    fact: PrivateFact
    words: tuple[str, ...]


@dataclass(eq=False)
class NoticeUnknown(Refusal):
    """No notice of this number."""

    notice_id: int


@dataclass(eq=False)
class NoticeCalledOff(Refusal):
    """The notice was called off; nothing of it is posted any more."""

    number: str
    at: datetime


@dataclass(eq=False)
class CallingOffNeedsReason(Refusal):
    """Why a notice is called off stands with it."""

    number: str


@dataclass(eq=False)
class FollowsAnother(Refusal):
    """A notice of this kind follows an earlier one of the same template."""

    kind: str


@dataclass(eq=False)
class NoPlaceNamed(Refusal):
    """Nobody said at which door."""


@dataclass(eq=False)
class NotPosted(Refusal):
    """What does not hang cannot be taken down."""

    place: str


@dataclass(eq=False)
class DownAlready(Refusal):
    """It was taken down before; what hangs again is a new line."""

    place: str
    at: datetime


@dataclass(eq=False)
class PostedInFuture(Refusal):
    """Nothing was posted later than now."""

    at: datetime


@dataclass(eq=False)
class TemplateUnchanged(Refusal):
    """The words are those of the version in use."""

    name: str

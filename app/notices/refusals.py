"""What notices and their templates refuse."""

from __future__ import annotations

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


class TemplateBroken(Refusal):
    """A template cannot be used as it is written; `place` is the part of it."""

    code: str
    place: str
    fault: TemplateFault
    what: str


class TemplateUnknown(Refusal):
    """The office has no template of this code."""

    code: str


class KindUnknown(Refusal):
    """The template knows no such kind of notice."""

    name: str
    kind: str


class FieldsMissing(Refusal):
    """What has to be filled in; `labels` name the fields."""

    labels: tuple[str, ...]


class FieldUnknown(Refusal):
    """Something is filled in that the template does not ask for."""

    field: str


class FieldUnreadable(Refusal):
    """What stands in a field has not its form: a time, or a telephone number."""

    label: str
    text: str


class EndsBeforeItBegins(Refusal):
    """The end lies before the beginning."""

    begins: datetime
    ends: datetime


class PressesForFees(Refusal):
    """The text speaks of arrears and of a supply, door, lift or vehicle in one."""

    arrears: tuple[str, ...]
    supplies: tuple[str, ...]


class NamesAPerson(Refusal):
    """The text names a resident, a room or a private telephone."""

    fact: PrivateFact
    words: tuple[str, ...]


class NoticeUnknown(Refusal):
    """No notice of this number."""

    notice_id: int


class NoticeCalledOff(Refusal):
    """The notice was called off; nothing of it is posted any more."""

    number: str
    at: datetime


class CallingOffNeedsReason(Refusal):
    """Why a notice is called off stands with it."""

    number: str


class FollowsAnother(Refusal):
    """A notice of this kind follows an earlier one of the same template."""

    kind: str


class NoPlaceNamed(Refusal):
    """Nobody said at which door."""


class NotPosted(Refusal):
    """What does not hang cannot be taken down."""

    place: str


class DownAlready(Refusal):
    """It was taken down before; what hangs again is a new line."""

    place: str
    at: datetime


class PostedInFuture(Refusal):
    """Nothing was posted later than now."""

    at: datetime


class TemplateUnchanged(Refusal):
    """The words are those of the version in use."""

    name: str

"""What was filled in has to be whole and in its form before a notice is issued."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta

from app.notices.refusals import EndsBeforeItBegins, FieldsMissing, FieldUnknown, FieldUnreadable, KindUnknown
from app.notices.templates.moments import read_moment
from app.notices.templates.template import Field, FieldKind, NoticeKind, Template

_PHONE = re.compile(r"[0-9+(][0-9 ()\-–转,，、/]{2,39}")


def check_values(template: Template, kind: NoticeKind, values: Mapping[str, str]) -> None:
    """Raises KindUnknown, FieldUnknown, FieldUnreadable, EndsBeforeItBegins, FieldsMissing."""
    if kind not in template.kinds:
        raise KindUnknown(template.name.zh, kind)
    for name in values:
        if template.field(name) is None:
            raise FieldUnknown(name)
    fields = template.fields_of(kind)
    for field in fields:
        _check_form(field, values.get(field.id, ""))
    begins, ends = span_of(values)
    if begins is not None and ends is not None and ends <= begins:
        raise EndsBeforeItBegins(begins, ends)
    missing = missing_fields(template, kind, values)
    if missing:
        raise FieldsMissing(tuple(field.label.zh for field in missing))


def missing_fields(template: Template, kind: NoticeKind, values: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields that still have to be filled in; those of long cuts only where it is long."""
    return tuple(
        field for field in template.fields_of(kind) if is_needed(field, values) and not values.get(field.id, "").strip()
    )


def is_needed(field: Field, values: Mapping[str, str]) -> bool:
    """Whether a field has to be filled in, with the others as they are."""
    return field.required or (field.from_hours is not None and lasts(values, field.from_hours))


def lasts(values: Mapping[str, str], hours: int) -> bool:
    """Whether it lasts so many hours or more; False where nobody knows yet."""
    try:
        begins, ends = span_of(values)
    except ValueError:
        return False
    return begins is not None and ends is not None and ends - begins >= timedelta(hours=hours)


def span_of(values: Mapping[str, str]) -> tuple[datetime | None, datetime | None]:
    """When it begins and ends, as far as it is filled in. Raises ValueError for what is no moment."""
    return read_moment(values, "from"), read_moment(values, "to")


def _check_form(field: Field, text: str) -> None:
    if field.kind is FieldKind.MOMENT:
        try:
            read_moment({field.id: text}, field.id)
        except ValueError:
            raise FieldUnreadable(field.label.zh, text) from None
    if field.kind is FieldKind.PHONE and text.strip() and not _PHONE.fullmatch(_plain(text)):
        raise FieldUnreadable(field.label.zh, text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()

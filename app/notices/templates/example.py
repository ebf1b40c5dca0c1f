"""What stands in the fields of a template that is tried before it is used."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.notices.templates.moments import kept_moment
from app.notices.templates.template import Field, FieldKind, NoticeKind, Template

_HOURS = {"from": 48, "to": 57, "next_news": 2, "back": 0}


def example_values(template: Template, kind: NoticeKind, now: datetime, telephone: str) -> dict[str, str]:
    """Every field filled in: the usual words, else the field's own name; a plausible time."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    return {field.id: _example(field, kind, hour, telephone) for field in template.fields_of(kind)}


def _example(field: Field, kind: NoticeKind, hour: datetime, telephone: str) -> str:
    if field.kind is FieldKind.MOMENT:
        return kept_moment(hour + timedelta(hours=_HOURS.get(field.id, 3)))
    if field.kind is FieldKind.PHONE:
        return telephone or "0000-0000 0000"
    return field.usual_for(kind) or f"（{field.label.zh}）"

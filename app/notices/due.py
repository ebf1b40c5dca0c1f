"""By when a notice has to hang, and when it comes down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from app.notices.checks.field_checks import lasts, span_of
from app.notices.templates.template import DueRule, NoticeKind, Template

_GOOD_NEWS = timedelta(days=1)
"""So long it hangs that all is well again."""


def due_by(template: Template, kind: NoticeKind, values: Mapping[str, str]) -> datetime | None:
    """The latest moment by the template's own rule; None where nothing has to hang by a time.

    How long it will last may be unknown: that counts as long.
    """
    rule = next((rule for rule in template.due if rule.kind is kind), None)
    begins, ends = span_of(values)
    if rule is None or begins is None or not _applies(rule, values, ends):
        return None
    if rule.before_minutes is not None:
        return begins - timedelta(minutes=rule.before_minutes)
    return begins + timedelta(minutes=rule.after_minutes or 0)


def ends_at(template: Template, kind: NoticeKind, values: Mapping[str, str], issued_at: datetime) -> datetime | None:
    """When a notice comes down by itself; None where it hangs until a later one says that it is over."""
    if kind is NoticeKind.RESTORED:
        return issued_at + _GOOD_NEWS
    return span_of(values)[1] if kind in template.ends else None


def _applies(rule: DueRule, values: Mapping[str, str], ends: datetime | None) -> bool:
    return rule.from_hours is None or ends is None or lasts(values, rule.from_hours)

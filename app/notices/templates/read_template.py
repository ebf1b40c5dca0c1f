"""A template's document, from a file or from the database → the template; what does not fit is refused by place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from app.notices.refusals import TemplateBroken, TemplateFault
from app.notices.templates.document import Document
from app.notices.templates.template import (
    Both,
    DueRule,
    Field,
    FieldKind,
    NoticeKind,
    Row,
    RowStyle,
    Source,
    Template,
)


def read_document(code: str, text: str) -> Mapping[str, Any]:
    """The document that a file writes. Raises TemplateBroken."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise TemplateBroken(code, "", TemplateFault.NOT_TOML, str(fault)) from fault


def read_template(code: str, values: Mapping[str, Any]) -> Template:
    """The template of a document. Raises TemplateBroken; what its texts may say is checked apart."""
    document = Document(code, values)
    template = Template(
        code=document.text("code"),
        key=document.text("key"),
        name=_both(document, "name"),
        kinds=document.words("kinds", NoticeKind),
        titles=_by_kind(document, "title"),
        slip_titles=_by_kind(document, "slip_title"),
        fields=document.each("field", _field),
        poster=document.each("poster", _row),
        slip=document.each("slip", _row),
        messages=_by_kind(document, "message"),
        foot=document.maybe("foot", str, ""),
        due=document.each("due", _due),
        ends=document.words("ends", NoticeKind),
    )
    document.nothing_else()
    return template


def _both(document: Document, key: str) -> Both:
    table = document.inside(key)
    both = Both(table.text("zh"), table.text("en"))
    table.nothing_else()
    return both


def _by_kind(document: Document, key: str) -> Mapping[NoticeKind, str]:
    table = document.inside(key)
    found = {kind: table.text(kind) for kind in NoticeKind if table.has(kind)}
    table.nothing_else()
    return found


def _field(table: Document) -> Field:
    field = Field(
        id=table.text("id"),
        kind=table.word("kind", FieldKind),
        label=_both(table, "label"),
        required=table.maybe("required", bool, otherwise=False),
        kinds=table.words("kinds", NoticeKind),
        usual=_usual(table),
        source=table.word("source", Source) if table.has("source") else None,
        from_hours=_number(table, "from_hours"),
    )
    table.nothing_else()
    return field


def _usual(table: Document) -> Mapping[NoticeKind, str]:
    """One text for every kind, or one for each."""
    if not table.has("usual"):
        return {}
    if isinstance(table.values["usual"], str):
        return dict.fromkeys(NoticeKind, table.text("usual"))
    return _by_kind(table, "usual")


def _row(table: Document) -> Row:
    row = Row(
        label=table.maybe("label", str, ""),
        style=table.word("style", RowStyle),
        text=table.maybe("text", str, ""),
        aside=table.maybe("aside", str, ""),
        below=table.maybe("below", str, ""),
        begins=table.maybe("begins", str, ""),
        ends=table.maybe("ends", str, ""),
        kinds=table.words("kinds", NoticeKind),
    )
    table.nothing_else()
    return row


def _due(table: Document) -> DueRule:
    rule = DueRule(
        kind=table.word("kind", NoticeKind),
        before_minutes=_number(table, "before_minutes"),
        after_minutes=_number(table, "after_minutes"),
        from_hours=_number(table, "from_hours"),
    )
    table.nothing_else()
    return rule


def _number(table: Document, key: str) -> int | None:
    return table.take(key, int) if table.has(key) else None

"""The texts of a template that an office words itself, one by one, and the document with one of them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.notices.templates.template import NoticeKind

Path = tuple[str | int, ...]


class Worded(StrEnum):
    """Which text of a template it is."""

    TITLE = "title"
    SLIP_TITLE = "slip_title"
    MESSAGE = "message"
    USUAL = "usual"
    POSTER = "poster"
    SLIP = "slip"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class TextPart:
    """One text with its path in the document; `about` names the row or the field in both languages."""

    what: Worded
    path: Path
    text: str
    zh: str = ""
    en: str = ""


def text_parts(document: Mapping[str, Any], kind: NoticeKind) -> Iterator[TextPart]:
    """The texts of a notice of this kind, in the order in which they are worded."""
    yield from _of_kind(document, Worded.TITLE, kind)
    yield from _usual(document, kind)
    for what in (Worded.POSTER, Worded.SLIP):
        if what is Worded.SLIP:
            yield from _of_kind(document, Worded.SLIP_TITLE, kind)
        yield from _rows(document, what, kind)
    yield from _of_kind(document, Worded.MESSAGE, kind)
    if "foot" in document:
        yield TextPart(Worded.FOOT, ("foot",), document["foot"])


def with_text(document: Mapping[str, Any], path: Path, text: str) -> dict[str, Any]:
    """The same document with another text at this path."""
    changed: dict[str, Any] = deepcopy(dict(document))
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = text
    return changed


def _of_kind(document: Mapping[str, Any], what: Worded, kind: NoticeKind) -> Iterator[TextPart]:
    texts = document.get(what.value, {})
    if kind in texts:
        yield TextPart(what, (what.value, kind.value), texts[kind])


def _usual(document: Mapping[str, Any], kind: NoticeKind) -> Iterator[TextPart]:
    for at, field in enumerate(document.get("field", ())):
        usual = field.get("usual")
        named = {"zh": field["label"]["zh"], "en": field["label"]["en"]}
        if isinstance(usual, str) and kind in (field.get("kinds") or [kind]):
            yield TextPart(Worded.USUAL, ("field", at, "usual"), usual, **named)
        elif isinstance(usual, dict) and kind in usual:
            yield TextPart(Worded.USUAL, ("field", at, "usual", kind.value), usual[kind], **named)


def _rows(document: Mapping[str, Any], what: Worded, kind: NoticeKind) -> Iterator[TextPart]:
    for at, row in enumerate(document.get(what.value, ())):
        if kind not in (row.get("kinds") or [kind]):
            continue
        label = row.get("label", "")
        for key in ("label", "text", "aside", "below"):
            if key in row:
                yield TextPart(what, (what.value, at, key), row[key], label, label)

"""Named fields in braces, and nothing else: a text of a template is filled in by putting words in place of names."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_CODE = re.compile(r"[{}]|<[%?]|%>|\?>|<\s*/?\s*script", re.IGNORECASE)
_SIGNED = re.compile(r"[$%#@]\{")

ASIDE = "_aside"
"""Behind the name of a field: its words in brackets, nothing where it is empty; it never takes its line along."""


def names_in(text: str) -> tuple[str, ...]:
    """The fields that a text names, each once, in their order."""
    return tuple(dict.fromkeys(_FIELD.findall(text)))


def code_in(text: str) -> str:
    """What in a text is neither words nor a named field; empty where there is nothing."""
    rest = _FIELD.sub("", text)
    found = _CODE.search(rest)
    if found is None and _SIGNED.search(text):
        return text.strip()
    if found is None:
        return ""
    around = rest[max(0, found.start() - 10) : found.end() + 10]
    return " ".join(around.split())


def fill(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The lines of a text with its fields filled in; a line that names an empty field is left out whole.

    What is filled in is never looked through again: braces in it are printed as they are.
    """
    return tuple(
        part.rstrip()
        for line in text.split("\n")
        if all(values.get(name, "").strip() for name in _FIELD.findall(line) if not name.endswith(ASIDE))
        for part in _FIELD.sub(lambda found: values.get(found[1], "").strip("\n"), line).split("\n")
    )

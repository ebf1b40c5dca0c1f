"""Texts in the person's language: gettext catalogues under `resources/locale`, English as the source."""

from __future__ import annotations

import gettext
import io
from functools import cache
from importlib import resources

DOMAIN = "property-counter"
LANGUAGES = ("zh_CN", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_chosen = "en"


def choose_language(language: str) -> None:
    """Speak `language` (zh_CN or en) from now on; English is the source and needs no catalogue."""
    global _catalogue, _chosen  # noqa: PLW0603 - one person, one language at a time
    _chosen = language
    _catalogue = gettext.NullTranslations() if language == "en" else _read(language)


@cache
def _read(language: str) -> gettext.NullTranslations:
    """Thousands of sentences, read once however often the language changes."""
    compiled = resources.files("resources") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))


def language() -> str:
    """The language being spoken."""
    return _chosen


def tr(message: str) -> str:
    """The message in the person's language."""
    return _catalogue.gettext(message)


def tr_n(one: str, many: str, count: int) -> str:
    """The message for a count, in the person's language."""
    return _catalogue.ngettext(one, many, count)


def mark(message: str) -> str:
    """A message to be translated later, where a table is built before the language is known."""
    return message

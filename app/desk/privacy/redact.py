"""Taking a name and telephones out of what was written down, in every spelling of the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from app.estate.forgotten import FORGOTTEN

LEAST_NAME = 2
_BETWEEN = r"[\s.·()（）\u2010-\u2015-]*"


class Redactor:
    """Knows one person; a name of one character is too short to be told from other words."""

    def __init__(self, name: str, phones: Sequence[str]) -> None:
        patterns = [_number(phone) for phone in phones]
        if len(name) >= LEAST_NAME:
            patterns.append(re.escape(name))
        self._found = re.compile("|".join(patterns)) if patterns else None

    def text(self, written: str) -> str:
        """The text with a sign in every place."""
        return written if self._found is None else self._found.sub(FORGOTTEN, written)

    def facts(self, document: Any) -> Any:
        """The same in every text of a document."""
        if isinstance(document, str):
            return self.text(document)
        if isinstance(document, dict):
            return {key: self.facts(value) for key, value in document.items()}
        return [self.facts(value) for value in document] if isinstance(document, list) else document


def _number(phone: str) -> str:
    digits = [re.escape(sign) for sign in phone if sign.isdecimal()]
    return rf"(?<![0-9]){_BETWEEN.join(digits)}(?![0-9])"

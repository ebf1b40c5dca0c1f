"""What keeps a person from the key of the database."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import Refusal, Trouble


class KeyMissing(Trouble):
    """There is a database but no usable key file beside it."""

    key_file: Path


class DatabaseMissing(Trouble):
    """The key of an office lies here, and its database does not."""

    database: Path


class KeyLocked(Refusal):
    """The key is wrapped: a name with its password, or the recovery code, is needed first."""

    folder: Path


class KeyNotOpened(Refusal):
    """Name or password does not open the key; which of the two is not said."""

    name: str


class CodeOfWrongLength(Refusal):
    """A recovery code has `groups` groups of digits; `found` digits were typed."""

    groups: int
    digits: int
    found: int


class CodeMistyped(Refusal):
    """A group of the recovery code does not fit its own check digit; the first group is 1."""

    group: int
    typed: str


class CodeOfAnotherSheet(Refusal):
    """The recovery code is typed right and opens nothing here: it stands on an older sheet or another office's."""

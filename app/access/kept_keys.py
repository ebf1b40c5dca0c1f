"""What the list of people tells the keyring of the database: whose password opens it, and whose no longer."""

from __future__ import annotations

from typing import Protocol


class KeptKeys(Protocol):
    """Called inside the transaction of the act, last: what it raises takes the act back."""

    def put(self, name: str, password: str) -> None:
        """From now on this person's password opens the database."""
        ...

    def rename(self, old: str, new: str) -> None:
        """The person has another name and the same password."""
        ...

    def drop(self, name: str) -> None:
        """The person's password opens it no longer."""
        ...


class NoKeys:
    """Where there is no keyring."""

    def put(self, name: str, password: str) -> None:
        """Nothing to tell."""

    def rename(self, old: str, new: str) -> None:
        """Nothing to tell."""

    def drop(self, name: str) -> None:
        """Nothing to tell."""

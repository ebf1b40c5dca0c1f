"""Marks by which the log knows again who was taken down, though no name ever stands in it."""

from __future__ import annotations

from hashlib import sha256

from app.store.columns import canonical

_SHORT = 4  # signs: an altered name shows, and no list of telephones can be tried until one fits


def person_mark(unit_id: int | None, condition: str, consents: bool) -> str:  # noqa: FBT001 - as the row has it
    """Of what stays when a person is taken off."""
    return _hash([unit_id, condition, consents])


def name_mark(person_id: int, name: str, phone: str) -> str:
    """Of name and telephone, so short that many people have the same."""
    return _hash([person_id, name, phone])[:_SHORT]


def _hash(told: list[object]) -> str:
    return sha256(canonical(told).encode()).hexdigest()

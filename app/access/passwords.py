"""Passwords: stretched with a salt of their own, compared in constant time."""

from __future__ import annotations

import hmac
import secrets

from app.core.stretching import stretched


def new_salt() -> bytes:
    """Sixteen random bytes."""
    return secrets.token_bytes(16)


def password_hash(password: str, salt: bytes) -> bytes:
    """Thirty-two bytes that only the password and its salt give."""
    return stretched(password, salt)


def fits(password: str, salt: bytes, expected: bytes) -> bool:
    """Whether the password is the one whose hash was kept."""
    return hmac.compare_digest(password_hash(password, salt), expected)

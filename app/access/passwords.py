"""Passwords: scrypt (n = 2^15, r = 8), compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import secrets

_MEMORY = 64 * 1024 * 1024


def new_salt() -> bytes:
    """Sixteen random bytes."""
    return secrets.token_bytes(16)


def password_hash(password: str, salt: bytes) -> bytes:
    """Thirty-two bytes that only the password and its salt give."""
    return hashlib.scrypt(password.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=_MEMORY, dklen=32)


def fits(password: str, salt: bytes, expected: bytes) -> bool:
    """Whether the password is the one whose hash was kept."""
    return hmac.compare_digest(password_hash(password, salt), expected)

"""The work that makes guessing a password slow: scrypt (n = 2^15, r = 8), a tenth of a second for each guess."""

from __future__ import annotations

import hashlib

COST = 2**15
_BLOCKS = 8
_MEMORY = 64 * 1024 * 1024


def stretched(secret: str, salt: bytes) -> bytes:
    """Thirty-two bytes that only the secret and its salt give, at the cost of a moment's work."""
    return hashlib.scrypt(secret.encode(), salt=salt, n=COST, r=_BLOCKS, p=1, maxmem=_MEMORY, dklen=32)

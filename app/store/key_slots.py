"""One wrapping of the database key: AES-GCM by a key that is stretched from a secret."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

from app.core.stretching import stretched

_PURPOSE = b"property counter: database key"


@dataclass(frozen=True, slots=True)
class Slot:
    """The key as one secret opens it; `id` says whose it is without naming anybody."""

    id: str
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def opened_by(self, secret: str) -> str | None:
        """The key (64 hex digits), or None for another secret."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - only where a key is asked for
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        try:
            return AESGCM(stretched(secret, self.salt)).decrypt(self.nonce, self.wrapped, _PURPOSE).hex()
        except InvalidTag:
            return None

    def of(self, id_: str) -> Slot:
        """The same wrapping under another id."""
        return replace(self, id=id_)

    def stored(self) -> dict[str, str]:
        """As it stands in the file."""
        return {"id": self.id, "salt": self.salt.hex(), "nonce": self.nonce.hex(), "wrapped": self.wrapped.hex()}


def wrap(id_: str, secret: str, key: str) -> Slot:
    """Wrap the key (64 hex digits) anew, with a salt of its own."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    return Slot(id_, salt, nonce, AESGCM(stretched(secret, salt)).encrypt(nonce, bytes.fromhex(key), _PURPOSE))


def slot_from(stored: Any) -> Slot:
    """As it was stored. Raises ValueError, TypeError, KeyError for what is none."""
    return Slot(str(stored["id"]), *(bytes.fromhex(stored[part]) for part in ("salt", "nonce", "wrapped")))

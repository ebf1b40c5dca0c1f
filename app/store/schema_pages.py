"""The pages that say which tables there are: without them nothing of a damaged file is read, and a backup has them.

They hardly ever change, so those of the last backup fit, once they carry the seal of the damaged file. Format of
SQLCipher 4: AES-256-CBC, the IV and an HMAC-SHA512 at the end of each page, the salt in front of the first.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Iterator
from pathlib import Path

PAGE = 4096
_SALT, _IV, _SEAL = 16, 16, 64
_TEXT = PAGE - _IV - _SEAL
_INTERIOR = 5
_FILE_HEAD, _SIZE_VALID_FOR = 100, 95


def with_schema_of(damaged: bytes, sound: Path, key: str) -> tuple[bytes, frozenset[int]]:
    """The damaged file with the schema of a sound one of the same key, and the numbers of those pages.

    The damaged file's salt, its first sixteen bytes, must be whole.
    """
    source = sound.read_bytes()
    pages = dict(_schema(source, key))
    size = max(-(-len(damaged) // PAGE), *pages) * PAGE
    content = bytearray(damaged.ljust(size, b"\0"))
    for number, plain in pages.items():
        if number == 1:
            plain[_SIZE_VALID_FOR] ^= 1  # of another change: SQLite counts the pages itself
        content[(number - 1) * PAGE : number * PAGE] = _sealed(bytes(plain), number, key, damaged[:_SALT])
    return bytes(content), frozenset(pages)


def _schema(content: bytes, key: str) -> Iterator[tuple[int, bytearray]]:
    """From the first page down the tree of tables; each page as it is in the clear, in memory only."""
    waiting = [1]
    while waiting:
        number = waiting.pop()
        plain = _plain(content, number, key)
        yield number, plain
        head = _FILE_HEAD if number == 1 else 0
        if plain[head] == _INTERIOR:
            (cells,) = struct.unpack(">H", plain[head + 3 : head + 5])
            waiting += struct.unpack(">I", plain[head + 8 : head + 12])
            for at in struct.unpack(f">{cells}H", plain[head + 12 : head + 12 + 2 * cells]):
                waiting += struct.unpack(">I", plain[at : at + 4])


def _plain(content: bytes, number: int, key: str) -> bytearray:
    from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415 - only where a file is damaged
    from cryptography.hazmat.primitives.ciphers.algorithms import AES256  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.modes import CBC  # noqa: PLC0415

    page, salt = content[(number - 1) * PAGE : number * PAGE], _salt_in(number)
    opened = Cipher(AES256(bytes.fromhex(key)), CBC(page[_TEXT : _TEXT + _IV])).decryptor()
    return bytearray(bytes(salt) + opened.update(page[salt:_TEXT]) + opened.finalize())


def _sealed(plain: bytes, number: int, key: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.algorithms import AES256  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.modes import CBC  # noqa: PLC0415

    iv = os.urandom(_IV)
    closing = Cipher(AES256(bytes.fromhex(key)), CBC(iv)).encryptor()
    body = closing.update(plain[_salt_in(number) :]) + closing.finalize() + iv
    seal_key = hashlib.pbkdf2_hmac("sha512", bytes.fromhex(key), bytes(one ^ 0x3A for one in salt), 2, 32)
    seal = hmac.new(seal_key, body + struct.pack("<I", number), hashlib.sha512).digest()
    return (salt if number == 1 else b"") + body + seal


def _salt_in(number: int) -> int:
    return _SALT if number == 1 else 0

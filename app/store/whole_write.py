"""Writing to a file without a buffer: on a disk that is nearly full a bare write takes a part and says nothing."""

from __future__ import annotations

from io import FileIO


def write_all(file: FileIO, content: bytes) -> None:
    """Write every byte, or raise OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]

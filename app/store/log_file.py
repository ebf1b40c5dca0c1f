"""The write-ahead log, read as bytes before SQLite reads it: SQLite stops at the first broken frame without a word."""

from __future__ import annotations

import struct
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.core.errors import Trouble
from app.store.folder import DataFolder

_HEADER, _FRAME, _PAGE = 32, 24, 4096
_MAGIC = (0x377F0682, 0x377F0683)
_VERSION = 3_007_000
_ANOTHER_LOOK = timedelta(milliseconds=50)  # somebody who writes at this moment has gone on by then


class LogDamaged(Trouble):
    """Steps that were saved stand in the log behind a damaged place and cannot be read; `steps` is how many."""

    file: Path
    steps: int


@dataclass(frozen=True, slots=True)
class _Frame:
    salts: tuple[int, int]
    ends_step: bool
    content: bytes
    seal: tuple[int, int]


def check_log(path: Path) -> None:
    """Raise LogDamaged where whole steps stand behind a damaged place; a last step that broke off is none of these."""
    steps = _steps_lost(_content(path))
    if steps:
        time.sleep(_ANOTHER_LOOK.total_seconds())
        again = _steps_lost(_content(path))
        if again:
            raise LogDamaged(path, again)


@contextmanager
def log_kept(folder: DataFolder) -> Iterator[None]:
    """Whoever closes a database last clears its log away, as far as it holds: put back all that stood in it.

    What is behind a damaged place can then still be read, and what was moved into the file is moved once more.
    """
    content = _content(folder.log)
    try:
        yield
    finally:
        if content and not folder.log.exists():
            with suppress(OSError):
                folder.log.write_bytes(content)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _steps_lost(content: bytes) -> int:
    """How many steps SQLite would pass over: those that end in or behind the first frame that does not hold."""
    if len(content) < _HEADER + _FRAME:
        return 0
    magic, _, page, _, first, second, *said = struct.unpack(">8I", content[:_HEADER])
    order = ">" if magic == _MAGIC[1] else "<"
    seal = _seal(content[:24], (0, 0), order)
    if magic not in _MAGIC or seal != tuple(said):
        return int(any(frame.ends_step for frame in _frames(content, _PAGE)))
    behind = list(_not_holding(_frames(content, page), (first, second), seal, order))
    if not behind:
        return 0
    ends = [number for number, frame in enumerate(behind) if frame.ends_step]
    broke_off = not ends or ends == [len(behind) - 1]  # a cut in power mixes the writes of one step, never of two
    return 0 if broke_off else len(ends)


def _frames(content: bytes, page: int) -> Iterator[_Frame]:
    for start in range(_HEADER, len(content) - _FRAME - page + 1, _FRAME + page):
        _, size, *rest = struct.unpack(">6I", content[start : start + _FRAME])
        plain = content[start : start + 8] + content[start + _FRAME : start + _FRAME + page]
        yield _Frame((rest[0], rest[1]), size > 0, plain, (rest[2], rest[3]))


def chained_anew(content: bytes, without: Collection[int] = ()) -> bytes:
    """The same log with its frames chained again, over any damaged place: each page still carries the cipher's seal.

    Pages with the numbers `without` are left out. So SQLite reads the steps behind that place too. For reading a copy
    only: what stood at the place is missing in it.
    """
    if len(content) < _HEADER + _FRAME:
        return content
    _, version, page, turn, *salts = struct.unpack(">6I", content[:24])
    if page != _PAGE or version != _VERSION:
        turn, salts = 0, list(next(_frames(content, _PAGE)).salts)
    head = struct.pack(">6I", _MAGIC[1], _VERSION, _PAGE, turn, *salts)
    seal = _seal(head, (0, 0), ">")
    parts = [head, struct.pack(">2I", *seal)]
    for frame in _frames(content, _PAGE):
        if not any(one == other for one, other in zip(frame.salts, salts, strict=True)):
            break  # an older log in the same file
        number = int.from_bytes(frame.content[:4], "big")
        if number and number not in without:
            seal = _seal(frame.content, seal, ">")
            parts += [frame.content[:8], struct.pack(">4I", *salts, *seal), frame.content[8:]]
    return b"".join(parts)


def _not_holding(
    frames: Iterator[_Frame], salts: tuple[int, int], seal: tuple[int, int], order: str
) -> Iterator[_Frame]:
    """The first frame that does not hold and all of the same log behind it; older logs in the same file are done."""
    held = True
    for frame in frames:
        if held and frame.salts == salts:
            seal = _seal(frame.content, seal, order)
            held = seal == frame.seal
        else:
            held = False
        if not held and any(one == other for one, other in zip(frame.salts, salts, strict=True)):
            yield frame


def _seal(content: bytes, seal: tuple[int, int], order: str) -> tuple[int, int]:
    """SQLite's running sum over pairs of 32-bit words."""
    first, second = seal
    words = iter(struct.unpack(f"{order}{len(content) // 4}I", content))
    for one, other in zip(words, words, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second

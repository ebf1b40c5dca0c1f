"""What a disk does to a file: bits that flip, sectors that vanish, pieces that land elsewhere, ends that are cut off."""

from __future__ import annotations

import random
from collections.abc import Callable

SECTOR, PAGE = 512, 4096

Blow = Callable[[random.Random, bytearray, bytes], None]


def flip(rng: random.Random, content: bytearray, _: bytes) -> None:
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)


def flip_many(rng: random.Random, content: bytearray, _: bytes) -> None:
    for _number in range(rng.randrange(2, 12)):
        flip(rng, content, b"")


def blank_sector(rng: random.Random, content: bytearray, _: bytes) -> None:
    start = _a_sector(rng, content)
    content[start : start + SECTOR] = bytes(len(content[start : start + SECTOR]))


def noise_in_sector(rng: random.Random, content: bytearray, _: bytes) -> None:
    start = _a_sector(rng, content)
    content[start : start + SECTOR] = rng.randbytes(len(content[start : start + SECTOR]))


def cut(rng: random.Random, content: bytearray, _: bytes) -> None:
    del content[rng.randrange(len(content)) :]


def cut_at_sector(rng: random.Random, content: bytearray, _: bytes) -> None:
    del content[_a_sector(rng, content) :]


def empty(_rng: random.Random, content: bytearray, _: bytes) -> None:
    content.clear()


def swap(rng: random.Random, content: bytearray, _: bytes) -> None:
    """Two sectors were written to each other's place."""
    one, other = _a_sector(rng, content), _a_sector(rng, content)
    if max(one, other) + SECTOR <= len(content):
        content[one : one + SECTOR], content[other : other + SECTOR] = (
            content[other : other + SECTOR],
            content[one : one + SECTOR],
        )


def tear(rng: random.Random, content: bytearray, before: bytes) -> None:
    """A write that broke off inside a page: in front what is new, behind what was there before."""
    changed = [
        start
        for start in range(0, min(len(content), len(before)), PAGE)
        if content[start : start + PAGE] != before[start : start + PAGE]
    ]
    if not changed:
        return flip(rng, content, before)
    start = rng.choice(changed)
    middle = start + SECTOR * rng.randrange(1, PAGE // SECTOR)
    content[middle : start + PAGE] = before[middle : start + PAGE]
    return None


BLOWS: tuple[Blow, ...] = (
    *(flip, flip, flip, flip_many, blank_sector, noise_in_sector),
    *(cut, cut_at_sector, empty, swap, tear, tear),
)


def _a_sector(rng: random.Random, content: bytearray) -> int:
    return SECTOR * rng.randrange((len(content) + SECTOR - 1) // SECTOR)

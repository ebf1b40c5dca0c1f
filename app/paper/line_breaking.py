"""Where a Chinese line may break: not inside a word or figure, before a closing mark or after an opening one."""

from __future__ import annotations

from collections.abc import Callable

NEVER_FIRST = frozenset("，。；：、！？）》」』】〕〉”’…—・·％‰℃,.;:!?)]}%")
NEVER_LAST = frozenset("（《「『【〔〈“‘([{¥￥")


def break_lines(text: str, room: float, advance: Callable[[str], float]) -> list[str]:
    """The text in lines no wider than `room`; nothing is lost but blanks at a break.

    A word wider than the whole line is broken where the line ends.
    """
    lines: list[str] = []
    rest = text.strip()
    while rest:
        end = _break_at(rest, _fitting(rest, room, advance))
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return lines or [""]


def _fitting(text: str, room: float, advance: Callable[[str], float]) -> int:
    used = 0.0
    for place, character in enumerate(text):
        used += advance(character)
        if used > room + 1e-9:
            return max(place, 1)
    return len(text)


def _break_at(text: str, fitting: int) -> int:
    if fitting == len(text):
        return fitting
    return next((end for end in range(fitting, 0, -1) if _may_break(text[:end], text[end:])), fitting)


def _may_break(before: str, after: str) -> bool:
    if after.lstrip()[0] in NEVER_FIRST or before.rstrip()[-1:] in NEVER_LAST:
        return False
    return before[-1].isspace() or after[0].isspace() or not (_in_word(before[-1]) and _in_word(after[0]))


def _in_word(character: str) -> bool:
    return character.isascii() or character in "–−×³㎡→"

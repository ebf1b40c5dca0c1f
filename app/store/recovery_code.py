"""The recovery code: eight groups of six digits, each ending in its own check digit, so that a slip is found at once.

The check is Damm's (H. M. Damm, 2004): it finds every single wrong digit and every two neighbours that were swapped. It
begins with the number of the group, so that two groups in each other's place are found as well.
"""

from __future__ import annotations

import secrets
import unicodedata

from app.store.key_refusals import CodeMistyped, CodeOfWrongLength

GROUPS = 8
GROUP_DIGITS = 6
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def new_code() -> str:
    """Forty random digits (132 bits) with their eight check digits, in groups."""
    return " ".join(_with_check(group, f"{secrets.randbelow(10**5):05}") for group in range(GROUPS))


def groups_of(code: str) -> list[str]:
    """The groups of a code as it was typed: blanks, dashes and full-width digits do not matter.

    Raises CodeOfWrongLength, CodeMistyped with the first group that cannot be right.
    """
    typed = _typed_groups(code)
    for number, group in enumerate(typed):
        check_group(number, group)
    return typed


def check_group(number: int, typed: str) -> None:
    """Refuse one group (counted from 0) that does not fit its check digit. Raises CodeMistyped."""
    plain = digits_of(typed)
    fits = len(plain) == GROUP_DIGITS == len(_letters_of(typed)) and _with_check(number, plain[:-1]) == plain
    if not fits:
        raise CodeMistyped(number + 1, typed.strip())


def digits_of(text: str) -> str:
    """The plain digits in what was typed."""
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdecimal())


def _typed_groups(code: str) -> list[str]:
    parts = code.replace("-", " ").replace("－", " ").split()
    if len(parts) == GROUPS:
        return [digits_of(part) if len(part) == len(digits_of(part)) else part for part in parts]
    letters = _letters_of(code)
    if len(letters) != GROUPS * GROUP_DIGITS:
        raise CodeOfWrongLength(GROUPS, GROUP_DIGITS, len(letters))
    return [letters[at : at + GROUP_DIGITS] for at in range(0, len(letters), GROUP_DIGITS)]


def _letters_of(text: str) -> str:
    return "".join(digits_of(letter) or letter for letter in text if letter.isalnum())


def _with_check(group: int, digits: str) -> str:
    check = group
    for digit in digits:
        check = _DAMM[check][int(digit)]
    return f"{digits}{check}"

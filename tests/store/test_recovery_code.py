"""A recovery code as people type it: what does not matter is let pass, every slip is found in its group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.key_refusals import CodeMistyped, CodeOfWrongLength
from app.store.recovery_code import GROUP_DIGITS, GROUPS, check_group, groups_of, new_code

CODES = st.builds(new_code)
PLACES = st.tuples(st.integers(0, GROUPS - 1), st.integers(0, GROUP_DIGITS - 1))


@given(CODES)
def test_blanks_dashes_and_full_width_digits_do_not_matter(code: str) -> None:
    groups = code.split()
    wide = code.translate({ord(digit): chr(ord("０") + int(digit)) for digit in "0123456789"})
    for typed in (code, code.replace(" ", ""), code.replace(" ", "-"), f"  {code} ", wide, "\n".join(groups)):
        assert groups_of(typed) == groups


@given(CODES, PLACES, st.integers(1, 9))
def test_one_wrong_digit_names_its_group(code: str, place: tuple[int, int], shift: int) -> None:
    groups = code.split()
    group, digit = place
    other = str((int(groups[group][digit]) + shift) % 10)
    groups[group] = groups[group][:digit] + other + groups[group][digit + 1 :]
    for typed in (" ".join(groups), "".join(groups)):
        with pytest.raises(CodeMistyped) as refusal:
            groups_of(typed)
        assert refusal.value.group == group + 1


@given(CODES, st.integers(0, GROUPS - 1), st.integers(0, GROUP_DIGITS - 2))
def test_two_neighbours_swapped_name_their_group(code: str, group: int, digit: int) -> None:
    groups = code.split()
    was = groups[group]
    groups[group] = was[:digit] + was[digit + 1] + was[digit] + was[digit + 2 :]
    if groups[group] != was:
        with pytest.raises(CodeMistyped) as refusal:
            groups_of(" ".join(groups))
        assert refusal.value.group == group + 1


@given(CODES, st.integers(0, GROUPS - 2))
def test_two_groups_in_each_others_place_are_found(code: str, at: int) -> None:
    groups = code.split()
    if groups[at][:-1] != groups[at + 1][:-1]:
        groups[at], groups[at + 1] = groups[at + 1], groups[at]
        with pytest.raises(CodeMistyped):
            groups_of(" ".join(groups))


@pytest.mark.parametrize("letter", ["O", "l", "字"])
def test_a_letter_for_a_digit_names_its_group(letter: str) -> None:
    groups = new_code().split()
    groups[4] = letter + groups[4][1:]
    with pytest.raises(CodeMistyped) as refusal:
        groups_of(" ".join(groups))
    assert refusal.value.group == 5
    with pytest.raises(CodeMistyped):
        check_group(4, groups[4])


@pytest.mark.parametrize("change", [lambda code: code[:-1], lambda code: code[7:], lambda code: f"{code} 123456"])
def test_a_code_too_short_or_too_long_says_so_or_names_its_group(change: object) -> None:
    assert callable(change)
    with pytest.raises((CodeOfWrongLength, CodeMistyped)):
        groups_of(change(new_code()))


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(100)}) == 100

"""Numbers of people stay hidden wherever they stand in a text; amounts, days and codes stay."""

from __future__ import annotations

import pytest

from app.core.show import mask_numbers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13800005678", "138****5678"),
        ("13800005678转", "138****5678转"),
        ("330106199001011234", "330****1234"),
        ("057188880000 或 13800005678", "057****0000 或 138****5678"),
        ("2026-11-20 09:00 1,862.40 261120-001", "2026-11-20 09:00 1,862.40 261120-001"),
        ("", ""),
    ],
)
def test_the_middle_of_a_long_number_is_hidden(text: str, shown: str) -> None:
    assert mask_numbers(text) == shown

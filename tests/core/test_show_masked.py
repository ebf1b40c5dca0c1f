"""Numbers of people stay hidden wherever they stand in a text; amounts, days and codes stay."""

from __future__ import annotations

import pytest

from app.core.show import mask_numbers, mask_personal


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


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("请打13800005678，找张", "请打138****5678，找张"),
        ("138 0000 5678 或 139-0000-1111", "138****5678 或 139****1111"),
        ("+8613800005678，0086 138 0000 5678，8613900001111", "+86138****5678，0086 138****5678，86139****1111"),
        ("１３８００００５６７８", "１３８****５６７８"),
        ("身份证110101199001011234。", "身份证110101********1234。"),
        ("110101 19900101 123X", "110101********123X"),
        ("11010119900101123x", "110101********123x"),
        ("水表 202311050017，收据 R-000123", "水表 202311050017，收据 R-000123"),
        ("2026-11-20 13:45 1,862.40 元 0571-55550100", "2026-11-20 13:45 1,862.40 元 0571-55550100"),
        ("4200001234202611201380000567812", "4200001234202611201380000567812"),
        ("860000123456789 8620260101", "860000123456789 8620260101"),
        ("", ""),
    ],
)
def test_in_what_was_written_only_mobile_telephones_and_identity_cards_are_hidden(written: str, shown: str) -> None:
    assert mask_personal(written) == shown

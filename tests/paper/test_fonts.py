"""The shipped face: read quickly, embedded in part, searchable for every name."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFace

from app.paper.fonts import BOLD, REGULAR, face, to_unicode_map
from app.paper.lettering import MM, Style, code_of, has_glyph, missing_in, width
from app.paper.profiles import A5_LANDSCAPE
from app.paper.sheet import Sheet
from tests.paper.judges import PaperOnTable

FILES = {REGULAR: "NotoSansSC_400Regular.ttf", BOLD: "NotoSansSC_700Bold.ttf"}


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_the_quick_reading_of_a_face_equals_the_careful_one(name: str) -> None:
    with (resources.files("resources") / "fonts" / FILES[name]).open("rb") as file:
        careful = TTFontFace(file)
    quick = face(name)
    for table in ("charToGlyph", "charWidths", "hmetrics", "glyphPos", "defaultWidth", "numGlyphs", "ascent", "bbox"):
        assert getattr(quick, table) == getattr(careful, table), table


def test_both_weights_draw_the_same_characters() -> None:
    assert face(REGULAR).charToGlyph.keys() == face(BOLD).charToGlyph.keys()


def test_figures_stand_in_columns() -> None:
    for bold, em in ((False, 0.555), (True, 0.590)):
        style = Style(10, bold)
        assert {round(width(digit, style) * MM, 3) for digit in "0123456789−"} == {round(em * 10, 3)}


def test_common_and_rare_name_characters_are_there() -> None:
    assert all(map(has_glyph, "何知远㛃䶮㐂鿍𫍯𬱖𰻝㎡³×→¥"))


def test_a_missing_character_is_named_with_its_text() -> None:
    missing = missing_in("王𠮷𠮷", "李明", "𠮷")
    assert [(each.character, each.text, each.code) for each in missing] == [
        ("𠮷", "王𠮷𠮷", "U+20BB7"),
        ("𠮷", "𠮷", "U+20BB7"),
    ]


@given(st.lists(st.integers(1, 0xD7FF) | st.integers(0xE000, 0x10FFFF), min_size=1, max_size=255))
def test_the_character_map_writes_utf_16_in_blocks_of_a_hundred(subset: list[int]) -> None:
    lines = to_unicode_map("F", [0, *subset]).splitlines()
    entries = [line for line in lines if line.startswith("<") and "> <" in line and line != "<00> <FF>"]
    assert [bytes.fromhex(line[6:-1]).decode("utf-16-be") for line in entries] == [chr(char) for char in subset]
    assert all(int(line.split()[0]) <= 100 for line in lines if line.endswith("beginbfchar"))


def test_a_name_beyond_four_hex_digits_is_found_by_search_and_all_fonts_are_embedded(tmp_path: Path) -> None:
    with Sheet(A5_LANDSCAPE, title="t", author="a") as sheet:
        sheet.text(20, 20, "欧阳𰻝", Style(12))
        sheet.text(20, 30, "司徒𫍯", Style(12, bold=True))
        paper = PaperOnTable(sheet.finish(), tmp_path)
    assert paper.text() == "欧阳𰻝司徒𫍯"
    fonts = paper.fonts()
    assert {name.partition("+")[2] for name, *_ in fonts} == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in fonts)  # embedded, a subset, mapped to characters
    assert "No syntax" in paper.sound()


def test_a_missing_character_is_a_box_with_its_code_never_a_blank(tmp_path: Path) -> None:
    with Sheet(A5_LANDSCAPE, title="t", author="a") as sheet:
        end = sheet.text(20, 20, "𠮷", Style(14))
        sheet.text(end, 20, "明", Style(14))
        paper = PaperOnTable(sheet.finish(), tmp_path)
    assert paper.text() == f"{code_of('𠮷')}明"
    assert paper.ink(20, 15, end, 20.2) > 50


def test_more_characters_than_one_subset_holds_are_all_there(tmp_path: Path) -> None:
    many = "".join(chr(0x4E00 + place) for place in range(600))
    with Sheet(A5_LANDSCAPE, title="t", author="a") as sheet:
        for line in range(20):
            sheet.text(10, 10 + 6 * line, many[30 * line : 30 * line + 30], Style(9))
        assert PaperOnTable(sheet.finish(), tmp_path).text() == many

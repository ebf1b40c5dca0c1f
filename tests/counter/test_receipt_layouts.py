"""Layouts of receipts are data: an office may change its own copy, and what would not print is refused by name."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from app.counter.papers.layouts import SHIPPED, Layouts
from app.counter.papers.receipt_layouts import ReceiptLayout, RollLayout
from app.counter.papers.receipt_paper import receipt_pdf
from app.paper.profiles import A5_LANDSCAPE, PROFILES, ROLL_80, THIRD_FORM, PaperProfile
from app.paper.refusals import LayoutFault, LayoutTextTooSmall, LayoutUnreadable, LayoutWrong
from tests.counter.test_receipt_facts import DRAWN
from tests.paper.judges import PaperOnTable
from ui.sentences import say


def shipped(profile: PaperProfile) -> str:
    return (resources.files("resources") / "papers" / f"{profile.name}.toml").read_text(encoding="utf-8")


def own(folder: Path, profile: PaperProfile, old: str, new: str) -> Layouts:
    """The office's own copy with one thing changed."""
    assert old in shipped(profile)
    (folder / f"{profile.name}.toml").write_text(shipped(profile).replace(old, new, 1), encoding="utf-8")
    return Layouts(folder)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_every_paper_is_shipped_with_a_layout_that_prints(profile: PaperProfile) -> None:
    layout = SHIPPED.roll(profile) if profile.roll else SHIPPED.sheet(profile)
    assert isinstance(layout, RollLayout if profile.roll else ReceiptLayout)


def test_an_office_moves_what_its_own_copy_moves(tmp_path: Path) -> None:
    layouts = own(tmp_path, A5_LANDSCAPE, "title = { x = 110", "title = { x = 112.5")
    assert layouts.sheet(A5_LANDSCAPE).head.title.x == 112.5
    assert layouts.sheet(THIRD_FORM) == SHIPPED.sheet(THIRD_FORM)
    moved = PaperOnTable(receipt_pdf(DRAWN, A5_LANDSCAPE, layouts=layouts), tmp_path)
    assert moved.says("收款收据")
    assert moved.pdf != receipt_pdf(DRAWN, A5_LANDSCAPE)


def test_a_roll_takes_the_sizes_of_the_offices_own_copy(tmp_path: Path) -> None:
    layouts = own(tmp_path, ROLL_80, "total = { size = 24", "total = { size = 28")
    assert layouts.roll(ROLL_80).total.size == 28


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert Layouts(tmp_path / "papers").sheet(THIRD_FORM) == SHIPPED.sheet(THIRD_FORM)


def test_a_copy_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / "A5.toml").write_text("\ufeff" + shipped(A5_LANDSCAPE).replace("\n", "\r\n"), encoding="utf-8")
    assert Layouts(tmp_path).sheet(A5_LANDSCAPE) == SHIPPED.sheet(A5_LANDSCAPE)


@pytest.mark.parametrize(
    ("old", "new", "place", "fault"),
    [
        ("number_room = 44", "nummer_room = 44", "head.nummer_room", LayoutFault.UNKNOWN),
        ("spacing = 9", "", "head.spacing", LayoutFault.MISSING),
        ("room = 80", 'room = "wide"', "head.room", LayoutFault.NOT_A_NUMBER),
        ("room = 80", "room = true", "head.room", LayoutFault.NOT_A_NUMBER),
        ("columns = [18, 58, 109, 159]", "columns = [18, 58, 109]", "table.columns", LayoutFault.NOT_THESE_NUMBERS),
        ("rows = [5.4]", "rows = []", "table.rows", LayoutFault.NOT_THESE_NUMBERS),
        ('side = "right"', 'side = "rechts"', "head.number.side", LayoutFault.NOT_A_TEXT),
        ("size = 11, bold = true", 'size = 11, bold = "yes"', "head.company.bold", LayoutFault.NOT_A_TEXT),
        ("company = { x = 18", "company = { z = 18", "head.company.z", LayoutFault.UNKNOWN),
        ("right = 223", "right = 230", "right", LayoutFault.OUTSIDE),
        ("left = 18", "left = 12", "left", LayoutFault.OUTSIDE),
        ("company = { x = 18, y = 9.9", "company = { x = 18, y = 4", "head.company", LayoutFault.OUTSIDE),
        ("note_room = 119.5", "note_room = 130", "foot.note", LayoutFault.ON_THE_STAMP),
        ("sign_line = [117.4, 159.9]", "sign_line = [117.4, 180]", "foot.sign_line", LayoutFault.ON_THE_STAMP),
        ("code = [18.2, 69.7]", "code = [170, 69.7]", "foot.code", LayoutFault.ON_THE_STAMP),
        ("note = { x = 44", "note = { x = 30", "foot.note", LayoutFault.ON_THE_CODE),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_its_name(
    old: str, new: str, place: str, fault: LayoutFault, tmp_path: Path
) -> None:
    with pytest.raises(LayoutWrong) as refused:
        own(tmp_path, THIRD_FORM, old, new).sheet(THIRD_FORM)
    assert (refused.value.place, refused.value.fault) == (place, fault)
    assert refused.value.file == str(tmp_path / "241x93.toml")
    assert place in say(refused.value)


@pytest.mark.parametrize(
    ("profile", "old", "new", "place"),
    [
        (THIRD_FORM, "cell = { size = 10.5 }", "cell = { size = 7.5 }", "table.cell.size"),
        (THIRD_FORM, "smallest_words = 9", "smallest_words = 6", "band.smallest_words"),
        (ROLL_80, "note = { size = 8.5 }", "note = { size = 7 }", "note.size"),
        (ROLL_80, "smallest_words = 8", "smallest_words = 7", "smallest_words"),
    ],
)
def test_p3_nothing_smaller_than_eight_points_is_accepted(
    profile: PaperProfile, old: str, new: str, place: str, tmp_path: Path
) -> None:
    layouts = own(tmp_path, profile, old, new)
    with pytest.raises(LayoutTextTooSmall) as refused:
        _ = layouts.roll(profile) if profile.roll else layouts.sheet(profile)
    assert refused.value.place == place
    assert "8" in say(refused.value)


@pytest.mark.parametrize(("old", "new"), [("right = 76", "right = 79"), ("left = 4", "left = 2")])
def test_a_roll_stays_within_the_width_of_its_head(old: str, new: str, tmp_path: Path) -> None:
    with pytest.raises(LayoutWrong) as refused:
        own(tmp_path, ROLL_80, old, new).roll(ROLL_80)
    assert refused.value.fault is LayoutFault.OUTSIDE


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "A5.toml").write_text("left = = 22\n", encoding="utf-8")
    with pytest.raises(LayoutUnreadable) as refused:
        Layouts(tmp_path).sheet(A5_LANDSCAPE)
    assert "line 1" in refused.value.reason
    assert str(tmp_path / "A5.toml") in say(refused.value)


def test_a_file_in_another_encoding_is_refused_and_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "A5.toml").write_bytes("# 收款收据\n".encode("gb18030"))
    with pytest.raises(LayoutUnreadable):
        Layouts(tmp_path).sheet(A5_LANDSCAPE)

"""Small files beside the data whose contents are whole by their seal and no such thing all the same."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from app.counter.papers.receipt_layouts import RollLayout
from app.incidents.running.head_of_logs import lost_lines
from app.ledger.head import compare_head, known_end
from app.paper.layout_file import read_layout
from app.paper.refusals import LayoutWrong
from app.store.folder import DataFolder
from app.store.sealed_places import PLACE, unsealed, write_place
from app.store.store import Store
from tests.fuzz.documents import DEEP
from ui.shell.window_settings import WindowSettings


@pytest.mark.parametrize(
    "said",
    [
        {"turn": None, "logs": []},
        {"turn": 3},
        {"turn": 3, "logs": None},
        {"turn": 3, "logs": [[1, "x", 2, 3]]},
        {"no": {}},
    ],
)
@pytest.mark.parametrize("place", range(6))
def test_a_head_that_says_nothing_is_as_none(
    folder: DataFolder, store: Store, said: dict[str, object], place: int
) -> None:
    folder.head.unlink(missing_ok=True)
    write_place(folder.head, place, said)
    with store.reading() as connection:
        compare_head(connection, folder.head)
        assert list(lost_lines(connection, folder.head)) == []
    assert known_end(folder.head) is None


@pytest.mark.parametrize("deep", DEEP)
def test_brackets_in_brackets_are_no_facts(deep: str) -> None:
    assert unsealed(deep.encode()[:PLACE]) is None


@pytest.mark.parametrize(
    "left", ['{"theme": "purple", "percent": 1000000, "language": "tlh"}', '{"percent": true}', DEEP[0], "[]"]
)
def test_a_window_that_nobody_could_have_left_opens_as_usual(tmp_path: Path, left: str) -> None:
    (tmp_path / "window.json").write_text(left, encoding="utf-8")
    assert WindowSettings.read(tmp_path) == WindowSettings()


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e300"])
def test_a_place_off_every_paper_is_refused(number: str) -> None:
    text = resources.files("resources").joinpath("papers", "80mm.toml").read_text(encoding="utf-8")
    with pytest.raises(LayoutWrong):
        read_layout(RollLayout, re.sub(r"= [0-9.]+$", f"= {number}", text, count=1, flags=re.MULTILINE), "80mm.toml")

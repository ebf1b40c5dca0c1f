from __future__ import annotations

import ast
from importlib import resources
from pathlib import Path

from pytestqt.qtbot import QtBot

import ui
from ui.widgets.colours import Tone
from ui.widgets.icons import icon


def _shipped() -> set[str]:
    return {
        entry.name.removesuffix(".svg")
        for entry in (resources.files("resources") / "icons").iterdir()
        if entry.name.endswith(".svg")
    }


def _texts_in_the_windows() -> set[str]:
    sources = Path(next(iter(ui.__path__))).rglob("*.py")
    nodes = (node for source in sources for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_only_icons_that_are_shown_are_shipped() -> None:
    assert _shipped() - _texts_in_the_windows() == set()


def test_every_shipped_icon_can_be_drawn(qtbot: QtBot) -> None:
    for name in _shipped():
        image = icon(name, Tone.INK, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() > 128 for x in range(image.width()) for y in range(image.height())), (
            name
        )


def test_the_licence_of_the_icons_is_shipped() -> None:
    assert "ISC" in (resources.files("resources") / "icons" / "LICENSE.txt").read_text(encoding="utf-8")

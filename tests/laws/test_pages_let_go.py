"""What lives as long as the window tells pages that go with their person: only a method of theirs is let go with them.

Qt takes a connection away with the object whose method it calls. A lambda has no object: it would be called for pages
that are gone, and hold them in memory for ever.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.laws.source_tree import SourceTree, a_house, the_house

LIVES_WITH_THE_WINDOW = {"theme", "layout", "room", "messages", "worker", "task", "application"}


def held_for_ever(house: SourceTree) -> Iterator[str]:
    """Where a signal of what lives as long as the window calls something that is no method."""
    for source in house.within("ui"):
        for call in source.walk(ast.Call):
            assert isinstance(call, ast.Call)
            match call:
                case ast.Call(func=ast.Attribute(value=ast.Attribute(value=sender), attr="connect"), args=[slot, *_]):
                    if _last_word(sender) in LIVES_WITH_THE_WINDOW and not isinstance(slot, ast.Attribute):
                        yield source.at(call)


def _last_word(sender: ast.expr) -> str:
    match sender:
        case ast.Attribute(attr=word) | ast.Name(id=word):
            return word.removeprefix("_")
        case _:
            return ""


def test_nothing_that_outlives_a_page_is_told_by_a_lambda() -> None:
    # The worker hears its own task, which it takes away itself; one work at a time is a child of the page it works for.
    own = {"ui/shell/worker.py", "ui/widgets/one_work.py"}
    assert [place for place in held_for_ever(the_house()) if place.split(":")[0] not in own] == []


def test_a_lambda_at_the_theme_is_found(tmp_path: Path) -> None:
    house = a_house(
        tmp_path,
        ui__page="self._context.theme.changed.connect(lambda: self.fold())\nself._context.theme.changed.connect(self.fold)",
        ui__list="self.rows.opened.connect(lambda _: self.entered.emit())",
    )
    assert list(held_for_ever(house)) == ["ui/page.py:1"]

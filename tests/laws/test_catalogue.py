"""The window speaks Chinese in full: every message translated, none left over, every placeholder kept."""

import ast
import importlib.util
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from app.core.language import choose_language, tr
from tests.laws.source_tree import PROJECT, SourceTree, a_house, the_house


def script(name: str) -> ModuleType:
    """A script of `packaging/`, loaded by its file: the folder is no package."""
    spec = importlib.util.spec_from_file_location(name, PROJECT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CATALOGUE = script("catalogue")


def computed_messages(house: SourceTree) -> Iterator[str]:
    """Calls whose message is not written out in the call, so that no translator ever sees it."""
    for source in house:
        for call in source.walk(ast.Call):
            assert isinstance(call, ast.Call)
            if not all(_is_written_out(text, call) for text in _messages(call)):
                yield source.at(call)


def _messages(call: ast.Call) -> list[ast.expr]:
    speaker = call.func.id if isinstance(call.func, ast.Name) else ""
    return call.args[: {"tr": 1, "mark": 1, "tr_n": 2}.get(speaker, 0)]


def _is_written_out(text: ast.expr, call: ast.Call) -> bool:
    """A text marked elsewhere may be looked up through a name by `tr`, never put together."""
    by_name = ast.unparse(call.func) == "tr" and not isinstance(text, ast.JoinedStr | ast.BinOp)
    return by_name or isinstance(text, ast.Constant)


def findings(po: str, **files: str) -> list[str]:
    catalogue = read_po(io.BytesIO(('msgid ""\nmsgstr "Language: zh_CN"\n' + po).encode()), locale="zh_CN")
    messages = {text: {name} for name, text in files.items()}
    return [line.split(":")[0] for line in CATALOGUE.compare(messages, catalogue).lines()]


def test_every_message_is_translated_and_no_translation_is_left_over() -> None:
    found = CATALOGUE.compare(CATALOGUE.source_messages(), CATALOGUE.read_catalogue(PROJECT / CATALOGUE.CATALOGUE))
    assert found.lines() == []


def test_no_message_is_put_together_before_it_is_translated() -> None:
    assert list(computed_messages(the_house())) == []


def test_the_compiled_catalogue_speaks_chinese() -> None:
    choose_language("zh_CN")
    assert tr("every page of the file is sound") == "文件的每一页都完好"


@pytest.mark.parametrize(
    ("po", "kind"),
    [
        ("", "missing"),
        ('msgid "{n} rows"\nmsgstr ""', "missing"),
        ('msgid "{n} rows"\nmsgstr "若干行"', "placeholders"),
        ('#, fuzzy\nmsgid "{n} rows"\nmsgstr "{n} 行"', "fuzzy"),
        ('msgid "{n} rows"\nmsgstr "{n} 行"\n\nmsgid "gone"\nmsgstr "没有了"', "unused"),
    ],
)
def test_each_flaw_of_a_catalogue_is_found(po: str, kind: str) -> None:
    assert kind in findings(po, page="{n} rows")


def test_a_complete_catalogue_has_no_findings() -> None:
    assert findings('msgid "{n} rows"\nmsgstr "{n} 行"', page="{n} rows") == []


@pytest.mark.parametrize("line", ['tr(f"{n} rows")', 'tr("rows " + n)', "mark(text)", 'tr_n("one row", many, n)'])
def test_a_message_put_together_too_early_is_found(tmp_path: Path, line: str) -> None:
    assert len(list(computed_messages(a_house(tmp_path, ui__fees__page=line)))) == 1


def test_a_fragment_fills_the_catalogue_and_what_is_unused_falls_out(tmp_path: Path) -> None:
    po, fragment = tmp_path / "whole.po", tmp_path / "fragment.po"
    head = 'msgid ""\nmsgstr "Language: zh_CN"\n\n'
    po.write_text(head + 'msgid "Pay"\nmsgstr "收款"\n\nmsgid "gone"\nmsgstr "没有了"\n', encoding="utf-8")
    fragment.write_text(head + 'msgid "one row"\nmsgid_plural "{n} rows"\nmsgstr[0] "{n} 行"\n', encoding="utf-8")
    messages = {"Pay": {"ui/page.py"}, ("one row", "{n} rows"): {"ui/page.py"}, "Close": {"ui/page.py"}}
    CATALOGUE.update(po, messages, [fragment])
    found = CATALOGUE.compare(messages, CATALOGUE.read_catalogue(po))
    assert found.lines() == ["missing: 'Close'"]

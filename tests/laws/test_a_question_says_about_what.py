"""What is typed into a question and not finished stands there again: so each says which thing it is about.

It is kept by the kind of question and its title. Where the title is the same for every unit, ticket or book, whoever
asks names the one with `concerning`, or what was typed about one would come up under another.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.source_tree import SourceTree, a_house, the_house
from tests.laws.test_what_is_typed_is_kept import (
    AREA,
    LINE,
    NOTHING_TO_KEEP,
    QUESTION,
    SECRETS,
    Made,
    derives,
    makers,
)

_PLAIN = "str|int|bool|float|date|datetime|Money|Context"
_MANY = "Callable|Sequence|Mapping|Collection|tuple|list|dict|frozenset"
ABOUT_NOTHING = re.compile(rf"({_PLAIN}|.*\b({_MANY})\b.*)( \| None)?")
"""What an argument may be that names no one thing: a plain value, a way to do something, a list to choose from."""

HANDED_ON = {"put", "ask", "with_one", "with_rows", "_with"}
"""The ways of tickets and incidents that name theirs themselves."""

ONE_AT_A_TIME = {
    "DiscountPanel": "a discount that is new",
    "FeeItemPanel": "a fee item that is new",
    "HazardPanel": "a hazard that is new; found on a round, it is named by its point",
    "PapersPanel": "papers to choose from",
    "PreparePanel": "the next power cut",
    "PrinterChoice": "printers to choose from",
    "QueuePanel": "papers to choose from",
    "ViewsPanel": "a name for the list as it is seen",
}


def same_for_all(house: SourceTree) -> set[str]:
    """The questions about one thing whose title does not tell which, by their class."""
    known = makers(house)
    found = set()
    for source in house.within("ui"):
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef) and derives(f"{source.module}.{node.name}", QUESTION, known):
                made = next((one for one in node.body if getattr(one, "name", "") == "__init__"), None)
                is_asked = isinstance(made, ast.FunctionDef) and _has_one_title(made) and _is_about_one(made)
                if is_asked and _is_typed_in(f"{source.module}.{node.name}", known, set()):
                    found.add(node.name)
    return found - set(SECRETS) - set(NOTHING_TO_KEEP) - set(ONE_AT_A_TIME)


def _is_typed_in(name: str, known: dict[str, Made], seen: set[str]) -> bool:
    """Whether it has a field somewhere within."""
    if name in seen or name not in known:
        return False
    seen.add(name)
    parts = known[name].makes | set(known[name].bases)
    fields = any(derives(part, LINE, known) or derives(part, AREA, known) for part in parts)
    return fields or any(_is_typed_in(part, known, seen) for part in parts - {QUESTION})


def _has_one_title(made: ast.FunctionDef) -> bool:
    text = ast.unparse(made)
    return re.search(r"super\(\).__init__\(tr\('[^']*'\)[,)]", text) is not None and "self.concerning(" not in text


def _is_about_one(made: ast.FunctionDef) -> bool:
    asked = [*made.args.args[1:], *made.args.kwonlyargs]
    return any(one.annotation is None or not ABOUT_NOTHING.fullmatch(ast.unparse(one.annotation)) for one in asked)


def unnamed(house: SourceTree) -> Iterator[str]:
    """Where such a question is made and nobody says which thing it is about."""
    questions = same_for_all(house)
    for source in house.within("ui"):
        for function in ast.walk(source.tree):
            if isinstance(function, ast.FunctionDef):
                named = set(_named(function))
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and ast.unparse(call.func) in questions and call not in named:
                        yield f"{source.path}: {ast.unparse(call.func)}"


def _named(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Every call within `….concerning(…)`, or handed on to who says it; of a variable that is named later, its making."""
    later = {
        ast.unparse(call.func.value)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "concerning"
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in later:
            yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "concerning":
                yield node.func.value
            elif node.func.attr in HANDED_ON and "questions" not in ast.unparse(node.func):
                yield from (one for argument in node.args for one in ast.walk(argument))


def test_a_question_about_one_of_many_says_which() -> None:
    assert sorted(set(unnamed(the_house()))) == []


FRAME = """
class QuestionPanel:
    def concerning(self): ...
"""
BOOKS = """
from ui.shell.question_panel import QuestionPanel
from ui.widgets.line_field import LineField
class Spoil(QuestionPanel):
    def __init__(self, book: BookRow):
        super().__init__(tr('Spoil a number'))
        self.number = LineField('number')
class Page:
    def on_spoil(self): self.context.questions.ask(ASKED)
"""


@pytest.mark.parametrize(
    ("asked", "found"), [("Spoil(book)", ["ui/counter/books.py: Spoil"]), ("Spoil(book).concerning(book.id)", [])]
)
def test_a_question_that_names_no_book_is_found(tmp_path: Path, asked: str, found: list[str]) -> None:
    stubs = {"ui__shell__question_panel": FRAME, "ui__widgets__line_field": "class LineField: ..."}
    house = a_house(tmp_path, **stubs, ui__counter__books=BOOKS.replace("ASKED", asked))
    assert [one.replace("\\", "/") for one in unnamed(house)] == found

"""No float comes near money, area, price, rate or usage."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.source_tree import Source, SourceTree, a_house, the_house

WITHOUT_MONEY = (
    "app.core.clock",  # seconds of a timedelta
    "app.paper",  # points on a page; the amount in words is checked by itself below
    "app.counter.papers",  # millimetres on a page
    *(f"app.fees.shared.{part}" for part in ("paper_parts", "posting_paper", "desk_paper")),  # millimetres as well
    "app.fees.disclosure.paper",  # millimetres as well
    *(
        f"app.tickets.papers.{part}"  # millimetres as well
        for part in (
            *("work_order_front", "work_order_more", "work_order_paper", "work_order_text"),
            *("repair_report_paper", "slip_paper", "office_list", "parts_paper"),
        )
    ),
    *(f"app.tickets.{part}" for part in ("deadlines.call_list_paper", "lists.list_paper", "statistics.figures_paper")),
    *("app.notices.papers", "app.duty.papers"),  # millimetres as well
    *("app.incidents.papers", "app.incidents.reports.report_head", "app.incidents.reports.report_paper"),  # the same
    *("app.incidents.drills.overview_paper", "app.access.recovery_paper", "app.desk.privacy.held_paper"),  # the same
    "app.desk.salvage.to_enter_paper",  # the same
    "app.demo",  # chances of an invented life
)
MONEY_ON_PAPER = ("app.paper.amount_in_words",)


def money_files(house: SourceTree) -> list[Source]:
    apart = {source.module for source in house.within(*WITHOUT_MONEY)}
    kept = {source.module for source in house.within(*MONEY_ON_PAPER)}
    return [source for source in house.within("app") if source.module not in apart - kept]


def floats(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"{source.at(node)} writes {node.value}"
        if isinstance(node, ast.Name) and node.id == "float" and not _is_a_guard(source, node):
            yield f"{source.at(node)} says float"
    exact = {id(inner) for function in _functions_of_fractions(source) for inner in ast.walk(function)}
    for node in ast.walk(source.tree):
        if _divides(node) and id(node) not in exact:
            yield f"{source.at(node)} divides with / outside a function of fractions"


def _functions_of_fractions(source: Source) -> Iterator[ast.AST]:
    """Functions that name Fraction or Decimal: there a division stays exact, and the type checker watches it."""
    for node in source.walk(ast.FunctionDef):
        names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
        if names & {"Fraction", "Decimal"}:
            yield node


def _is_a_guard(source: Source, name: ast.Name) -> bool:
    """`isinstance(value, float)` keeps floats out."""
    calls = (call for call in ast.walk(source.tree) if isinstance(call, ast.Call))
    return any(isinstance(call.func, ast.Name) and call.func.id == "isinstance" and name in call.args for call in calls)


def _divides(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div) and not _joins_a_path(node)


def _joins_a_path(node: ast.BinOp | ast.AugAssign) -> bool:
    right = node.right if isinstance(node, ast.BinOp) else node.value
    left = node.left if isinstance(node, ast.BinOp) else node.target
    text = isinstance(right, ast.JoinedStr) or (isinstance(right, ast.Constant) and isinstance(right.value, str))
    of_a_place = any(word in ast.unparse(left) for word in ("path", "folder", "resources"))
    return text or of_a_place or ast.unparse(right).endswith((".name", ".file_name"))


def test_no_file_that_handles_money_knows_a_float() -> None:
    assert [line for source in money_files(the_house()) for line in floats(source)] == []


@pytest.mark.parametrize(
    ("line", "blame"),
    [
        ("a = 0.1", "writes 0.1"),
        ("a = float('1')", "says float"),
        ("a: float", "says float"),
        ("a = total / 3", "divides with / outside a function of fractions"),
        ("a /= 2", "divides with / outside a function of fractions"),
        ("def f(a: Fraction) -> None: a / 2\nb = a / 2", "divides with / outside a function of fractions"),
    ],
)
def test_every_way_to_a_float_is_found(tmp_path: Path, line: str, blame: str) -> None:
    house = a_house(tmp_path, app__fees__formulas=line)
    found = [found for source in money_files(house) for found in floats(source)]
    assert [words.split(" ", 1)[1] for words in found] == [blame]


@pytest.mark.parametrize(
    "line",
    [
        "a = self.path / 'counter.db'",
        "a = folder / f'{name}.db'",
        "a = isinstance(value, float)",
        "a = whole // 3",
        "def f(a: Fraction) -> Fraction: return a / 3",
    ],
)
def test_paths_guards_and_fractions_are_without_blame(tmp_path: Path, line: str) -> None:
    house = a_house(tmp_path, app__store__folder=line)
    assert [found for source in money_files(house) for found in floats(source)] == []

"""Checked arithmetic over named facts of a unit: `area * price + 2 * (floor - 6)`; exact, and never Python's own eval.

Numbers, the names of VARIABLES, + − × ÷, brackets, min and max, comparisons, and a choice: `when(floor > 6, 0.5, 0.3)`
or `0.5 if floor > 6 else 0.3`. Chinese names and full-width signs mean the same.
"""

from __future__ import annotations

import ast
import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from app.fees.skip_reason import NotComputable, SkipReason

if TYPE_CHECKING:
    from simpleeval import SimpleEval

VARIABLES = ("area", "inner_area", "billing_area", "floor", "headcount", "coefficient", "price")
CHINESE = {
    "建筑面积": "area",
    "面积": "area",
    "套内面积": "inner_area",
    "计费面积": "billing_area",
    "楼层": "floor",
    "人数": "headcount",
    "系数": "coefficient",
    "单价": "price",
    "最小": "min",
    "最大": "max",
    "如果": "when",
}
_SPELLED = {name: chinese for chinese, name in reversed(CHINESE.items())}
_WORD = re.compile(r"[A-Za-z_]+")
LONGEST = 300
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "≥": ">=", "≤": "<=", "≠": "!=", "、": ","})
_LITERAL = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,8})?")
_CHOICE = "when"
_FUNCTIONS: dict[str, Callable[..., Fraction]] = {"min": min, "max": max}
_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div)
_COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
_OPERATORS: dict[type[ast.AST], Callable[..., object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Not: operator.not_,
}
_LOCK = Lock()


class Unsound(Exception):  # noqa: N818 - a fact that the tariff's check turns into a refusal
    """What is not understood in an expression: the piece as typed, and its place counted from 1 (0: the whole)."""

    def __init__(self, piece: str, place: int) -> None:
        super().__init__(piece, place)
        self.piece = piece
        self.place = place


@dataclass(frozen=True, slots=True)
class Parsed:
    """A checked expression, and the variables that it names."""

    tree: ast.expr
    names: frozenset[str]


@lru_cache(maxsize=256)
def parse(text: str) -> Parsed:
    """Check an expression piece by piece. Raises Unsound."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).strip()
    if not plain or len(plain) > LONGEST:
        raise Unsound(plain[:20], 0)
    try:
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        place = getattr(error, "offset", None) or 0
        raise Unsound(plain[place - 1 : place + 9] if place else plain[:20], place) from None
    reader = _Reader(plain)
    return Parsed(reader.number(tree), frozenset(reader.names))


class _Reader:
    """Walks a tree and lets through only what an expression may say; every number becomes exact."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.names: set[str] = set()

    def number(self, node: ast.expr) -> ast.expr:
        """A piece that gives a number."""
        match node:
            case ast.Constant():
                return ast.Constant(self._exact(node))  # type: ignore[arg-type]  # never compiled, only walked
            case ast.Name(id=name):
                return ast.Name(self._variable(node, name), ast.Load())
            case ast.BinOp(left, sign, right) if isinstance(sign, _ARITHMETIC):
                return ast.BinOp(self.number(left), sign, self.number(right))
            case ast.UnaryOp(ast.USub() | ast.UAdd() as sign, operand):
                return ast.UnaryOp(sign, self.number(operand))
            case ast.IfExp(test, body, orelse):
                return ast.IfExp(self._condition(test), self.number(body), self.number(orelse))
            case ast.Call(ast.Name(id=name), [_, *_] as arguments, []):
                return self._call(node, CHINESE.get(name, name), arguments)
        raise self._unsound(node)

    def _condition(self, node: ast.expr) -> ast.expr:
        """A piece that is true or not."""
        match node:
            case ast.Compare(left, signs, others) if all(isinstance(sign, _COMPARISONS) for sign in signs):
                return ast.Compare(self.number(left), signs, [self.number(other) for other in others])
            case ast.BoolOp(sign, values):
                return ast.BoolOp(sign, [self._condition(value) for value in values])
            case ast.UnaryOp(ast.Not() as sign, operand):
                return ast.UnaryOp(sign, self._condition(operand))
        raise self._unsound(node)

    def _call(self, node: ast.Call, name: str, arguments: list[ast.expr]) -> ast.expr:
        if name == _CHOICE and len(arguments) == 3:
            test, body, orelse = arguments
            return ast.IfExp(self._condition(test), self.number(body), self.number(orelse))
        if name not in _FUNCTIONS or len(arguments) < 2:
            raise self._unsound(node)
        return ast.Call(ast.Name(name, ast.Load()), [self.number(each) for each in arguments], [])

    def _exact(self, node: ast.Constant) -> Fraction:
        typed = ast.get_source_segment(self.plain, node) or ""
        if _LITERAL.fullmatch(typed):
            return Fraction(typed)
        raise self._unsound(node)

    def _variable(self, node: ast.expr, name: str) -> str:
        known = CHINESE.get(name, name)
        if known in VARIABLES:
            self.names.add(known)
            return known
        raise self._unsound(node)

    def _unsound(self, node: ast.expr) -> Unsound:
        piece = ast.get_source_segment(self.plain, node) or self.plain
        return Unsound(piece[:20], node.col_offset + 1)


def names_in(text: str) -> frozenset[str]:
    """The variables that an expression names. Raises Unsound."""
    return parse(text).names


def evaluate(text: str, values: Mapping[str, Fraction | Decimal | int | None]) -> Fraction:
    """The exact value of an expression.

    Raises NotComputable (FORMULA_FAILED) naming the variable without a value, a division by zero, or a result below
    zero; Unsound where the expression was never checked.
    """
    parsed = parse(text)
    exact = {name: Fraction(value) for name in parsed.names if (value := values.get(name)) is not None}
    if len(exact) < len(parsed.names):
        missing = next(name for name in VARIABLES if name in parsed.names and name not in exact)
        raise NotComputable(SkipReason.FORMULA_FAILED, missing)
    try:
        result = _result(text, parsed.tree, exact)
    except ZeroDivisionError:
        raise NotComputable(SkipReason.FORMULA_FAILED, "÷ 0") from None
    if result < 0:
        raise NotComputable(SkipReason.FORMULA_FAILED, "< 0")
    return result


def _result(text: str, tree: ast.expr, exact: Mapping[str, Fraction]) -> Fraction:
    with _LOCK:  # one evaluator for the screen and the run, whose names it holds while it works
        evaluator = _evaluator()
        evaluator.names = exact
        return Fraction(evaluator.eval(text, previously_parsed=tree))


@lru_cache(maxsize=1)
def _evaluator() -> SimpleEval:
    from simpleeval import SimpleEval  # noqa: PLC0415 - most offices have no expression, and none at the start

    return SimpleEval(operators=_OPERATORS, functions=dict(_FUNCTIONS), names={})


def in_chinese(text: str) -> str:
    """The expression as papers and the Chinese interface spell it; it means the same."""
    words = _WORD.sub(lambda found: _SPELLED.get(found[0], found[0]), text.strip())
    return words.replace("*", "×").replace("/", "÷")

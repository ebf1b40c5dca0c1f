"""What the code records in the audit trail, read from the code itself: every action, and every name of a fact."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.laws.source_tree import SourceTree

_RECORD = ("audit.record", "record")
_FACTS_AT = 3
"""`record(connection, action, subject, facts, at, by)`."""


@dataclass
class Recorded:
    """Actions and names of facts with where they are recorded; `loose` is what cannot be read from the code alone."""

    actions: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    loose: dict[str, str] = field(default_factory=dict)


def recorded(house: SourceTree) -> Recorded:
    """Of every room of the model layer."""
    found = Recorded()
    for source in house.within("app"):
        if "audit" in source.text:
            _Reading(source.tree, source.module, found).read()
    return found


class _Reading:
    """One file: its calls of `record`, and of its own functions that pass action or facts on to it."""

    def __init__(self, tree: ast.Module, module: str, found: Recorded) -> None:
        self._tree, self._module, self._found = tree, module, found
        self._consts = dict(_constants(tree))
        self._seen = set[tuple[str, str]]()
        self._functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    def read(self) -> None:
        for function in self._functions:
            for call in _calls(function):
                if ast.unparse(call.func) in _RECORD and len(call.args) > _FACTS_AT:
                    self._actions(function, call.args[1])
                    self._facts(function, call.args[_FACTS_AT])

    def _actions(self, function: ast.FunctionDef, said: ast.expr) -> None:
        match said:
            case ast.Constant(value=str(text)):
                self._found.actions.setdefault(text, self._module)
            case ast.Name(id=name) if name in self._consts:
                self._found.actions.setdefault(self._consts[name], self._module)
            case ast.IfExp(body=one, orelse=other):
                self._actions(function, one)
                self._actions(function, other)
            case ast.Name(id=name) if name in _parameters(function):
                for caller, given in self._given(function, name):
                    self._actions(caller, given)
            case ast.Name(id=name):
                for value in _assigned(function, name):
                    self._actions(function, value)
            case _:
                self._found.loose.setdefault(ast.unparse(said), self._module)

    def _facts(self, function: ast.FunctionDef, said: ast.expr) -> None:
        match said:
            case ast.Dict():
                self._pairs(function, said)
            case ast.BinOp(left=left, right=right):
                self._facts(function, left)
                self._facts(function, right)
            case ast.IfExp(body=one, orelse=other):
                self._facts(function, one)
                self._facts(function, other)
            case ast.Name(id=name) if function.args.kwarg is not None and function.args.kwarg.arg == name:
                self._keywords(function)
            case ast.Name(id=name):
                self._named(function, name)
            case _:
                self._found.loose.setdefault(ast.unparse(said), self._module)

    def _pairs(self, function: ast.FunctionDef, said: ast.Dict) -> None:
        for key, value in zip(said.keys, said.values, strict=True):
            if key is None:
                self._facts(function, value)
            elif isinstance(key, ast.Constant):
                self._found.facts.setdefault(str(key.value), self._module)
            else:
                self._found.loose.setdefault(ast.unparse(key), self._module)

    def _keywords(self, function: ast.FunctionDef) -> None:
        for _, call in self._callers(function):
            for keyword in call.keywords:
                if keyword.arg is not None:
                    self._found.facts.setdefault(keyword.arg, self._module)

    def _named(self, function: ast.FunctionDef, name: str) -> None:
        if (function.name, name) in self._seen:
            return
        self._seen.add((function.name, name))
        values = list(_assigned(function, name))
        for value in values:
            self._facts(function, value)
        if name in _parameters(function):
            for caller, given in self._given(function, name):
                self._facts(caller, given)
        elif not values:
            self._found.loose.setdefault(name, self._module)

    def _given(self, function: ast.FunctionDef, name: str) -> Iterator[tuple[ast.FunctionDef, ast.expr]]:
        """What the callers in this file give for a parameter."""
        place = [one for one in _parameters(function) if one != "self"].index(name)
        for caller, call in self._callers(function):
            yield from ((caller, keyword.value) for keyword in call.keywords if keyword.arg == name)
            if place < len(call.args):
                yield caller, call.args[place]

    def _callers(self, function: ast.FunctionDef) -> Iterator[tuple[ast.FunctionDef, ast.Call]]:
        for caller in self._functions:
            for call in _calls(caller):
                if caller is not function and ast.unparse(call.func).removeprefix("self.") == function.name:
                    yield caller, call


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    return (node for node in ast.walk(function) if isinstance(node, ast.Call))


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]


def _assigned(function: ast.FunctionDef, name: str) -> Iterator[ast.expr]:
    """What a local name is set to, added to, or given at a key."""
    for node in ast.walk(function):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        for target in targets:
            if not isinstance(value, ast.expr):
                continue
            if isinstance(target, ast.Name) and target.id == name:
                yield value
            elif isinstance(target, ast.Subscript) and ast.unparse(target.value) == name:
                yield ast.Dict(keys=[target.slice], values=[value])
            elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = zip(target.elts, value.elts, strict=True)
                yield from (own for one, own in pairs if isinstance(one, ast.Name) and one.id == name)


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign):
            (target,) = node.targets
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for name, value in zip(names, values, strict=False):
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield name.id, value.value

"""The project's files as the laws read them: parsed, never imported."""

from __future__ import annotations

import ast
import gc
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Source:
    """One Python file: its dotted name, its path from the project's root, and its text."""

    module: str
    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def room(self) -> str:
        """`app.core.money` lies in the room `app.core`, `app.office` is a room of its own."""
        return ".".join(self.module.split(".")[:2])

    def walk(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def at(self, node: ast.AST) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 0)}"

    def imported_names(self) -> Iterator[tuple[str, str]]:
        """Every import, lazy ones included, as (module, name); the name is empty for `import module`."""
        for node in self.walk(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.ImportFrom):
                yield from ((node.module or "", alias.name) for alias in node.names)
            elif isinstance(node, ast.Import):
                yield from ((alias.name, "") for alias in node.names)

    def imports(self, tree: SourceTree) -> set[str]:
        """The modules this one imports: those of the project by their files, others by the name written."""
        full = ((module, f"{module}.{name}") for module, name in self.imported_names())
        return {inner if inner in tree.modules else module for module, inner in full}


class SourceTree:
    """The Python files of some folders under one root."""

    def __init__(self, root: Path = PROJECT, folders: tuple[str, ...] = ("app", "ui")) -> None:
        paths = sorted(path for folder in folders for path in (root / folder).rglob("*.py"))
        self.modules = {source.module: source for source in (_read(root, path) for path in paths)}

    def __iter__(self) -> Iterator[Source]:
        return iter(self.modules.values())

    def within(self, *names: str) -> list[Source]:
        """The files of these rooms, or these files."""
        return [source for source in self if any(f"{source.module}.".startswith(f"{name}.") for name in names)]


def _read(root: Path, path: Path) -> Source:
    relative = path.relative_to(root)
    parts = relative.with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Source(module, relative.as_posix(), path.read_text(encoding="utf-8"))


@cache
def the_house() -> SourceTree:
    """`app` and `ui` as they stand; what is parsed is read by every law and is no garbage till the end."""
    house = SourceTree()
    assert all(source.tree for source in house)
    gc.freeze()
    return house


def a_house(root: Path, **files: str) -> SourceTree:
    """A small made-up house: `app__core__money="import x"` is the file `app/core/money.py`."""
    for name, text in files.items():
        path = root.joinpath(*name.split("__")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return SourceTree(root)


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that belongs to the project; outside a clone, every file that is not made by a tool."""
    if (PROJECT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
        paths = [PROJECT / name for name in listed.decode().split("\0") if name]
    else:
        paths = [path for path in PROJECT.rglob("*") if not any(part.startswith(".") for part in path.parts)]
    return tuple(path for path in paths if path.is_file() and path.suffix != ".pyc")

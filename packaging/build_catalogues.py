"""Compiles the language catalogues: when a wheel or an editable install is built, and before the tests run."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PROJECT = Path(__file__).resolve().parent.parent


def compile_catalogues(project: Path = PROJECT) -> list[Path]:
    """Write the .mo beside every .po under `resources/locale`; returns the files written, none if all are current."""
    written = []
    for source in sorted((project / "resources" / "locale").rglob("*.po")):
        compiled = _compiled(source)
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != compiled:
            _replace(target, compiled)
            written.append(target)
    return written


def _compiled(source: Path) -> bytes:
    with source.open("rb") as text:
        catalogue = read_po(text, abort_invalid=True)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _replace(target: Path, content: bytes) -> None:
    draft = target.with_suffix(f".{os.getpid()}.part")  # two test processes may compile at the same moment
    draft.write_bytes(content)
    draft.replace(target)


def get_build_hook() -> type[BuildHookInterface[Any]]:
    """The hook that the build backend asks this file for; defined here, since only a build has the backend."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface  # noqa: PLC0415 - only a build has it

    class CompileCatalogues(BuildHookInterface[Any]):
        """Compiles the catalogues before files are collected."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 - the hook's shape
            """Run for wheels and editable installs alike."""
            compile_catalogues(Path(self.root))

    return CompileCatalogues


if __name__ == "__main__":
    for path in compile_catalogues():
        print(path.relative_to(PROJECT))

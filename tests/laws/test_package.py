"""What the program needs to run is inside the package, wherever it is installed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.source_tree import PROJECT, SETTINGS, Source, SourceTree, a_house, the_house, tracked_files

WHEEL = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]
NEEDED = (
    "resources/__init__.py",
    "resources/fonts/NotoSansSC_400Regular.ttf",
    "resources/fonts/NotoSansSC_700Bold.ttf",
    "resources/holidays/2026.toml",
    "resources/incidents/lift-entrapment.toml",
    "resources/locale/zh_CN/LC_MESSAGES/property-counter.po",
    "resources/licences/README.md",
    "resources/papers/241x93.toml",
    "app/store/migrations/env.py",
    "app/store/migrations/versions/0001_first_schema.py",
)


def paths_beside_the_code(source: Source) -> Iterator[str]:
    """Files that are looked for beside the code and not through the package's resources."""
    if source.module.startswith("app.store.migr"):  # Alembic reads its scripts as files beside the code
        return
    for node in source.walk(ast.Name):
        assert isinstance(node, ast.Name)
        if node.id == "__file__":
            yield source.at(node)


def test_the_wheel_takes_the_program_its_window_and_its_resources() -> None:
    assert WHEEL["packages"] == ["app", "ui", "resources"]


def test_the_wheel_takes_the_compiled_catalogues_which_no_commit_holds() -> None:
    assert WHEEL["artifacts"] == ["resources/locale/**/*.mo"]
    assert SETTINGS["tool"]["hatch"]["build"]["hooks"]["custom"]["path"] == "packaging/build_catalogues.py"
    assert not [path for path in tracked_files() if path.suffix == ".mo"]


@pytest.mark.parametrize("name", NEEDED)
def test_what_the_program_reads_is_tracked(name: str) -> None:
    assert PROJECT / name in tracked_files()


def test_the_console_script_starts_the_window() -> None:
    module, function = SETTINGS["project"]["scripts"]["property-counter"].split(":")
    functions = the_house().modules[module].walk(ast.FunctionDef)
    assert function in [node.name for node in functions if isinstance(node, ast.FunctionDef)]


def test_resources_are_found_through_the_package_and_not_beside_the_code() -> None:
    assert [line for source in the_house() for line in paths_beside_the_code(source)] == []


def test_a_file_looked_for_beside_the_code_is_found(tmp_path: Path) -> None:
    house: SourceTree = a_house(tmp_path, ui__widgets__icons="icons = Path(__file__).parent / 'icons'")
    assert [line for source in house for line in paths_beside_the_code(source)] == ["ui/widgets/icons.py:1"]


def test_every_version_that_the_scripts_install_is_named_exactly() -> None:
    lines = (PROJECT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in named if "==" not in line or "/" in line] == []
    known = {line.split("==")[0].lower().replace("_", "-") for line in named}
    extras = SETTINGS["project"]["optional-dependencies"]["dev"]
    asked = {line.split(">")[0].split("=")[0].lower() for line in SETTINGS["project"]["dependencies"] + extras}
    assert asked - known == set()

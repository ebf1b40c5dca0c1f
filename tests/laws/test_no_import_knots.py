"""No file imports, however far around and however late, what imports it."""

from pathlib import Path

from tests.laws.source_tree import SourceTree, a_house, the_house


def knot(house: SourceTree) -> list[str]:
    """One circle of imports, or an empty list."""
    known = {module: sorted(source.imports(house) & house.modules.keys()) for module, source in house.modules.items()}
    done: set[str] = set()

    def follow(module: str, way: list[str]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        if module in done:
            return []
        for imported in known[module]:
            if circle := follow(imported, [*way, module]):
                return circle
        done.add(module)
        return []

    return next((circle for module in known if (circle := follow(module, []))), [])


def test_no_file_of_the_program_is_part_of_an_import_circle() -> None:
    assert knot(the_house()) == []


def test_a_circle_through_a_lazy_import_is_found(tmp_path: Path) -> None:
    house = a_house(
        tmp_path,
        app__fees__a="from app.fees import b",
        app__fees__b="import app.fees.c",
        app__fees__c="def later():\n    from app.fees.a import thing\n",
    )
    assert knot(house) == ["app.fees.a", "app.fees.b", "app.fees.c", "app.fees.a"]

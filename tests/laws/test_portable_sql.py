"""Only the store knows that the database is SQLite, and what happened is never edited or deleted."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.source_tree import Source, SourceTree, a_house, the_house

NEVER_CHANGED = {
    *("journal_entry", "posting", "payment", "allocation", "credit", "adjustment", "recognition"),
    *("receipt", "approval", "audit", "sign_in"),
}


def outside_the_store(house: SourceTree) -> list[Source]:
    inside = {source.module for source in house.within("app.store")}
    return [source for source in house.within("app") if source.module not in inside]


def words_of_sqlite(house: SourceTree) -> Iterator[str]:
    for source in outside_the_store(house):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and node.attr in ("exec_driver_sql", "driver_connection"):
                yield f"{source.at(node)} uses {node.attr}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "PRAGMA" in node.value:
                yield f"{source.at(node)} says PRAGMA"
        for module, _name in source.imported_names():
            if module.startswith(("sqlcipher3", "sqlite3", "sqlalchemy.dialects")):
                yield f"{source.path} imports {module}"


def one_sided_indexes(house: SourceTree) -> Iterator[str]:
    for source in house.within("app.store.migrations"):
        for call in source.walk(ast.Call):
            assert isinstance(call, ast.Call)
            words = {keyword.arg for keyword in call.keywords}
            if ("sqlite_where" in words) != ("postgresql_where" in words):
                yield f"{source.at(call)} is partial on one database only"


def indexes_partial_by_themselves(house: SourceTree) -> Iterator[str]:
    for source in outside_the_store(house):
        for call in source.walk(ast.Call):
            assert isinstance(call, ast.Call)
            if any((keyword.arg or "").endswith("_where") for keyword in call.keywords):
                yield f"{source.at(call)} names the databases of a partial index"


def edits_of_what_happened(house: SourceTree) -> Iterator[str]:
    for source in house.within("app"):
        for call in source.walk(ast.Call):
            assert isinstance(call, ast.Call)
            if table := _changed_table(call):
                yield f"{source.at(call)} changes {table}"


def _changed_table(call: ast.Call) -> str:
    function, table = call.func, ""
    if isinstance(function, ast.Name) and function.id in ("update", "delete") and call.args:
        table = ast.unparse(call.args[0])
    elif isinstance(function, ast.Attribute) and function.attr in ("update", "delete"):
        table = ast.unparse(function.value)
    name = table.split(".")[-1]
    return name if name in NEVER_CHANGED else ""


def test_sql_outside_the_store_is_portable() -> None:
    assert list(words_of_sqlite(the_house())) == []


def test_a_partial_index_is_partial_on_every_database() -> None:
    assert list(one_sided_indexes(the_house())) == []
    assert list(indexes_partial_by_themselves(the_house())) == []


def test_nothing_that_happened_is_edited_or_deleted() -> None:
    assert list(edits_of_what_happened(the_house())) == []


@pytest.mark.parametrize(
    "line",
    ["connection.exec_driver_sql('x')", "text('PRAGMA page_count')", "from sqlalchemy.dialects import sqlite"],
)
def test_a_word_of_sqlite_is_found(tmp_path: Path, line: str) -> None:
    assert len(list(words_of_sqlite(a_house(tmp_path, app__fees__runs=line)))) == 1


def test_a_partial_index_for_one_database_is_found(tmp_path: Path) -> None:
    line = "op.create_index('x', 'charge', sqlite_where=text('a'))"
    house = a_house(tmp_path, app__store__migrations__versions__0001=line, app__fees__tables=line)
    assert len(list(one_sided_indexes(house))) == 1
    assert len(list(indexes_partial_by_themselves(house))) == 1


@pytest.mark.parametrize("line", ["update(posting).values(amount=1)", "tables.receipt.delete()", "delete(payment)"])
def test_an_edit_of_what_happened_is_found(tmp_path: Path, line: str) -> None:
    assert len(list(edits_of_what_happened(a_house(tmp_path, app__ledger__journal=line)))) == 1


def test_a_draft_may_be_thrown_away(tmp_path: Path) -> None:
    assert list(edits_of_what_happened(a_house(tmp_path, app__desk__drafts="delete(draft)"))) == []

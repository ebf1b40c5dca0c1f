"""Every way in from outside is tried with whatever may come; none is forgotten when a new one is built."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.fuzz.parsers import GROUPS
from tests.laws.source_tree import SourceTree, the_house

OTHERWISE = {
    "app.fees.adjustments.discount_rules.check_discount": "takes the values of a form, each read by its own parser",
    "app.fees.one_off.check_one_off": "likewise",
    "app.fees.terms_check.check_versions_agree": "compares two tariffs that are kept",
    "app.incidents.contacts.contact_rule.checked_facts": "the numbers in it are read by parse_call_number",
    "app.duty.inspections.points.check_points": "compares points that read_points gave",
    "app.incidents.kept_plans.assessing.decoded": "let in with the plan files",
    "app.incidents.plans.read_plan.read_plan": "likewise",
    "app.notices.kept_templates.templates.checked": "let in with the notice templates",
    "app.notices.templates.read_template.read_document": "likewise",
    "app.notices.templates.read_template.read_template": "likewise",
    "app.notices.templates.shipped.shipped_document": "reads the program's own files",
    "app.tickets.files.picture.prepare_picture": "let in with the photos",
    "app.tickets.files.picture.check_size": "compares a number",
    "ui.counter.refunds.refund_rows.check_typed": "compares an amount that parse_money gave",
    "ui.shell.command_line.read_options": "let in with the command line",
}
"""Functions that look like parsers and are let in another way, or read nothing from outside."""

_TEXT = {"str", "bytes", "object", "Sequence[str]"}


def looks_like_a_parser(function: ast.FunctionDef) -> bool:
    """A public function whose first argument is a text, and that says what it raises, or is named as one that reads."""
    first = function.args.args[:1]
    if function.name.startswith("_") or not first or first[0].annotation is None:
        return False
    refuses = "Raises" in (ast.get_docstring(function) or "") or function.name.startswith(("parse_", "read_"))
    return refuses and ast.unparse(first[0].annotation) in _TEXT


def parsers_in(house: SourceTree) -> Iterator[str]:
    for source in house.modules.values():
        for node in source.tree.body:
            if isinstance(node, ast.FunctionDef) and looks_like_a_parser(node):
                yield f"{source.module}.{node.name}"


def test_every_parser_is_tried_or_says_why_not() -> None:
    found = set(parsers_in(the_house()))
    tried = {way.name for group in GROUPS for way in group}
    assert found - tried - OTHERWISE.keys() == set(), "add it to tests/fuzz/parsers.py"
    assert OTHERWISE.keys() - found == set(), "the reason stays behind what it was for"
    assert tried - found == set(), "nothing is tried that is not there"


def test_a_new_parser_is_seen() -> None:
    new = ast.parse('def parse_weight(text: str) -> int:\n    """Grams."""\n    return int(text)').body[0]
    assert isinstance(new, ast.FunctionDef)
    assert looks_like_a_parser(new)


OWN = "reads the program's own files, which come with it"
KEPT = "reads what the program has written into its encrypted and sealed database"
COPIED = "copies or compares bytes and reads nothing in them"
READERS = {
    "app.core.language": OWN,
    "app.core.shipped_holidays": OWN,
    "app.counter.papers.layouts": "tests/fuzz/files.py, layout",
    "app.demo.ticket_scenes": OWN,
    "app.incidents.drills.scenarios": OWN,
    "app.incidents.kept_plans.plan_rows": OWN,
    "app.incidents.papers.memory_sticks": "reads the system's list of mounts",
    "app.incidents.plans.read_plan": "tests/fuzz/files.py, plan",
    "app.incidents.plans.shipped_plans": OWN,
    "app.incidents.running.sign_of_life": "tests/fuzz/files.py, sign of life",
    "app.incidents.unsigned.folder_plans": "tests/fuzz/files.py, plans beside the data",
    "app.incidents.unsigned.folder_runs": "tests/fuzz/files.py, what ran",
    "app.incidents.unsigned.joining": COPIED,
    "app.incidents.unsigned.unsigned_log": "tests/fuzz/files.py, ticks before sign-in",
    "app.ledger.head": "tests/fuzz/files.py, head",
    "app.notices.templates.read_template": "tests/fuzz/files.py, template",
    "app.notices.templates.shipped": OWN,
    "app.paper.fonts": OWN,
    "app.paper.layout_file": "tests/fuzz/files.py, layout",
    "app.sheets.sheet_file": "tests/fuzz/importers.py",
    "app.store.backup_file": "tests/fuzz/files.py, and tests/stories/damage/test_backup_damage.py",
    "app.store.columns": KEPT,
    "app.store.early_tries": "tests/fuzz/files.py, tries",
    "app.store.folder": "reads the system's list of mounts",
    "app.store.keyring": "tests/fuzz/files.py, key ring",
    "app.store.keyring_file": COPIED,
    "app.store.log_file": "tests/fuzz/files.py, log",
    "app.store.make_backup": COPIED,
    "app.store.restoring": "tests/fuzz/files.py, restore's marker",
    "app.store.salvage": COPIED,
    "app.store.schema_pages": "tests/desk/salvage; it reads a backup that has just proved sound",
    "app.store.sealed_places": "tests/fuzz/files.py, head",
    "app.tickets.deadlines.holiday_file": "tests/fuzz/files.py, holidays",
    "app.tickets.files.photos": COPIED,
    "app.tickets.files.picture": "tests/fuzz/files.py, photo",
    "ui.fees.assigning.own_terms_text": KEPT,
    "ui.incidents.plans.plans_page": COPIED,
    "ui.shell.theme": OWN,
    "ui.shell.window_settings": "tests/fuzz/files.py, window",
    "ui.widgets.colours": OWN,
    "ui.widgets.icons": OWN,
    "ui.widgets.photo_source": COPIED,
}
"""Modules that read a file or a document, and where they are tried."""

_READS = {"json.loads", "json.load", "tomllib.loads", "tomllib.load", "load_workbook", "zipfile.ZipFile", "Image.open"}
_READS_OF_A_PATH = {"read_bytes", "read_text"}


def readers_in(house: SourceTree) -> Iterator[str]:
    for source in house.modules.values():
        called = (node.func for node in source.walk(ast.Call) if isinstance(node, ast.Call))
        if any(
            ast.unparse(function) in _READS
            or (isinstance(function, ast.Attribute) and function.attr in _READS_OF_A_PATH)
            for function in called
        ):
            yield source.module


def test_every_reader_of_a_file_is_tried_or_says_why_not() -> None:
    found = set(readers_in(the_house()))
    assert found - READERS.keys() == set(), "let damaged files in, and name here where"
    assert READERS.keys() - found == set(), "nothing is tried that is not there"

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

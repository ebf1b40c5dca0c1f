"""G12: whatever a person types lies in a draft until it is written, so that a power cut loses no more than a pause.

A question keeps what is typed by itself (`ui.shell.question_drafts`); a page does it by one of the keepers below. Every
field of the program is followed up through whoever makes it, until one of both is met; a way ends at a page beside a
list, which is kept by itself or by whom KEPT_FROM_ABOVE names.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.laws.source_tree import Source, SourceTree, a_house, the_house

LINE, AREA = "ui.widgets.line_field.LineField", "ui.widgets.text_area.TextArea"
UNITS = "ui.fees.unit_choice.UnitChoice"
LOOKS_FOR = "ui.widgets.search_box.SearchBox"
SEEN = "PySide6.QtWidgets.QWidget"
BESIDE_A_LIST = "ui.widgets.sub_page.SubPage"
QUESTION = "ui.shell.question_panel.QuestionPanel"
KEEPERS = {
    "ui.shell.page_draft.PageDraft",
    "ui.shell.draft_watch.DraftWatch",
    "ui.shell.draft_keeper.DraftKeeper",
    "ui.counter.draft_keeper.DraftKeeper",
    "drafts.save",
}

NOT_KEPT = {
    "shell.sign_in.SignInPage": "a name and a password, before the data is open",
    "shell.lost_password.LostPasswordPage": "a recovery code, before the data is open",
    "shell.damage.unlock_page.UnlockPage": "a password or a recovery code, for data that cannot be opened",
    "shell.set_up.SetUpPage": "there is no data yet that it could lie in",
    "shell.recovery_page.RecoveryPage": "a group of the recovery code",
    "tickets.figures.period_row.PeriodRow": "from when to when figures are shown; nothing is written",
    "notices.board.notice_detail.NoticeDetail": "whoever hangs notices types the name once for a whole round of doors",
    "fees.runs.run_units.RunUnits": "a run for some units alone would leave the others out unseen if it began so again",
}

KEPT_FROM_ABOVE = {
    "estate.person_form.PersonForm": "ui.estate.estate_page",
    "estate.unit_form.UnitForm": "ui.estate.estate_page",
    "fees.tariffs.tariff_form.TariffForm": "ui.fees.unfinished",
    "meters.round_page.RoundPage": "ui.meters.meters_page",
}
"""Pages beside a list, with the module that keeps what is typed in them."""

SECRETS = {
    "ApprovalPanel": "a second person's password",
    "ChoosePasswordPanel": "a password",
    "LockPanel": "a password",
    "OwnPasswordPanel": "a password",
    "RecoveryPanel": "a group of the recovery code",
    "SetPasswordPanel": "a password, seen as it is typed",
    "SignPanel": "a signature: name and password, given in one go",
}

NOTHING_TO_KEEP = {
    "ClocksPanel": "a switch that works at once",
    "DepositListPanel": "what a list shows",
    "FilterPanel": "what a list shows",
    "PickerPanel": "an emergency begins anew: nothing old may stand in it",
    "PrintedSumPanel": "a sum that is only compared with the audit trail",
    "PrintersPanel": "a few choices for each kind of paper, saved one by one",
    "UnsignedPanel": "nobody is signed in whose draft it could be; what is written lies in files of its own",
}


@dataclass
class Made:
    """A class or a function of `ui`: what it is derived from, what it makes, and who makes it."""

    name: str
    bases: list[str]
    makes: set[str]
    by: set[str] = field(default_factory=set)


def makers(house: SourceTree) -> dict[str, Made]:
    """Everything at the top of a file of `ui`, by its dotted name."""
    found: dict[str, Made] = {}
    for source in house.within("ui"):
        known = _known(source)
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                bases = node.bases if isinstance(node, ast.ClassDef) else []
                names = [known.get(_plain(base), _plain(base)) for base in bases]
                found[f"{source.module}.{node.name}"] = Made(
                    f"{source.module}.{node.name}", names, {known[name] for name in _called(node) if name in known}
                )
    for one in found.values():
        for name in {*one.makes, *one.bases} & found.keys():
            found[name].by.add(one.name)
    return found


def _known(source: Source) -> dict[str, str]:
    """What a name means in this file, lazy imports included."""
    imported = {name: f"{module}.{name}" for module, name in source.imported_names() if name}
    own = {node.name for node in source.tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    return {"drafts.save": "drafts.save"} | imported | {name: f"{source.module}.{name}" for name in own}


def _called(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func) != "isinstance":
            yield "drafts.save" if ast.unparse(call.func).endswith(".drafts.save") else _plain(call.func)
            yield from (_plain(one) for one in call.args)  # handed on to be made, as by `partial`


def _plain(node: ast.expr) -> str:
    return ast.unparse(node.value if isinstance(node, ast.Subscript) else node)


def derives(one: str, base: str, known: dict[str, Made]) -> bool:
    """Whether it is this, or derived from it."""
    return one == base or (one in known and any(derives(above, base, known) for above in known[one].bases))


def unkept(house: SourceTree) -> set[str]:
    """Whoever makes a field, where a way up to a page ends on which nothing keeps what is typed."""
    known = makers(house)
    fields = {name for name in known if _takes_typing(name, known)}
    return {name for name, one in known.items() if one.makes & fields and name not in fields and _is_open(name, known)}


def _takes_typing(name: str, known: dict[str, Made]) -> bool:
    """A choice of units is as long a work as a line."""
    return any(derives(name, base, known) for base in (LINE, AREA, UNITS)) and not derives(name, LOOKS_FOR, known)


def _is_open(name: str, known: dict[str, Made]) -> bool:
    """Whether some way up ends without a keeper."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        at = waiting.pop()
        if at in seen or _keeps(known[at], known):
            continue
        seen.add(at)
        if not known[at].by or derives(at, BESIDE_A_LIST, known):
            return True
        waiting += known[at].by
    return False


def _keeps(one: Made, known: dict[str, Made]) -> bool:
    """By itself, or through a helper of its own that is nothing to be seen."""
    helpers = [name for name in one.makes & known.keys() if known[name].makes & KEEPERS]
    unseen = [name for name in helpers if not derives(name, SEEN, known)]
    above = one.name.removeprefix("ui.") in KEPT_FROM_ABOVE
    return derives(one.name, QUESTION, known) or bool(one.makes & KEEPERS) or bool(unseen) or above


def secretive(house: SourceTree) -> set[str]:
    """The questions that keep nothing of what is typed."""
    found: set[str] = set()
    for source in house.within("ui"):
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef) and "keeps_typed = False" in map(ast.unparse, node.body):
                found.add(node.name)
    return found


def test_every_page_keeps_what_is_typed_but_those_with_a_reason() -> None:
    assert unkept(the_house()) == {f"ui.{name}" for name in NOT_KEPT}


def test_a_page_kept_from_above_is_known_there() -> None:
    for page, above in KEPT_FROM_ABOVE.items():
        source = the_house().modules[above]
        assert any(name == page.split(".")[-1] for _, name in source.imported_names())
        assert any(keeper.split(".")[-1] in source.text for keeper in KEEPERS), above


def test_every_question_keeps_what_is_typed_but_those_with_a_reason() -> None:
    assert secretive(the_house()) == set(SECRETS) | set(NOTHING_TO_KEEP)


def test_whoever_sees_a_password_keeps_nothing_of_it() -> None:
    """A field that hides its letters is passed over by itself; one that shows a password lies in one of the SECRETS."""
    hidden = the_house().modules["ui.widgets.typed_texts"].text
    assert "echoMode() is not QLineEdit.EchoMode.Normal" in hidden
    open_ones = {
        source.module
        for source in the_house().within("ui")
        if re.search(r"LineField\(tr\(\"[^\"]*[Pp]assword", source.text) and "EchoMode.Password" not in source.text
    }
    assert open_ones == {"ui.admin.people.person_panels"}


FRAME = "class QuestionPanel: ..."
LINES = "class LineField: ..."
ASKED = """
from ui.shell.question_panel import QuestionPanel
from ui.widgets.line_field import LineField
class Asked(QuestionPanel):
    def __init__(self): self.name = LineField("name")
"""
PAGE = """
from ui.widgets.line_field import LineField
class Fields:
    def __init__(self): self.name = LineField("name")
class Page:
    def __init__(self): self.fields = Fields()
"""
KEPT = f"""{PAGE}
    def keep(self): PageDraft(self)
from ui.shell.page_draft import PageDraft
"""


def test_a_page_that_keeps_nothing_is_found_and_a_question_is_not(tmp_path: Path) -> None:
    files = {"ui__shell__question_panel": FRAME, "ui__widgets__line_field": LINES}
    house = a_house(tmp_path, **files, ui__duty__asked=ASKED, ui__duty__page=PAGE, ui__duty__kept=KEPT)
    assert unkept(house) == {"ui.duty.page.Fields"}


ABOVE = """
from ui.duty.beside import Beside
from ui.shell.page_draft import PageDraft
class Watch:
    def __init__(self): PageDraft(self)
class Tab:
    def __init__(self): self.beside, self.watch = Beside(), Watch()
"""
BESIDE = """
from ui.widgets.sub_page import SubPage
from ui.fees.unit_choice import UnitChoice
class Beside(SubPage):
    def __init__(self): self.units = UnitChoice()
"""


def test_a_page_beside_a_list_is_not_kept_because_another_is(tmp_path: Path) -> None:
    stubs = {"ui__widgets__sub_page": "class SubPage: ...", "ui__fees__unit_choice": "class UnitChoice: ..."}
    assert unkept(a_house(tmp_path, **stubs, ui__duty__beside=BESIDE, ui__duty__tab=ABOVE)) == {"ui.duty.beside.Beside"}


def test_a_question_that_keeps_nothing_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, ui__duty__asked=f"{ASKED}    keeps_typed = False")
    assert secretive(house) == {"Asked"}

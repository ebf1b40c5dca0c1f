"""What most days need of the tab stands at once; the rest is made when it is asked for, or while the keys rest."""

import pytest

from tests.fees_screen.desk import Desk
from ui.fees.assigning.assign_page import AssignPage
from ui.fees.assigning.move_page import MovePage
from ui.fees.discounts.page import DiscountPage
from ui.fees.runs.new_run_page import NewRunPage
from ui.fees.runs.run_page import RunPage
from ui.fees.shared.form import SharedForm
from ui.fees.shared.page import SharedPage
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sub_page import SubPage


def made(desk: Desk, kind: type[SubPage]) -> int:
    return len(desk.page.findChildren(kind))


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (("Ctrl+M",), NewRunPage),
        (("Ctrl+H",), SharedForm),
        (("Ctrl+G",), DiscountPage),
        (("Ctrl+I",), SheetPage),
        (("Alt+2", "Down"), RunPage),
    ],
)
def test_a_page_is_made_when_it_is_first_asked_for_and_never_again(
    desk: Desk, keys: tuple[str, ...], kind: type[SubPage]
) -> None:
    assert made(desk, kind) == 0
    for _ in range(2):
        desk.press(*keys)
        desk.press("Esc")
    assert made(desk, kind) == 1


def test_what_nobody_asked_for_is_made_while_the_keys_rest(desk: Desk) -> None:
    desk.page.furnish()
    kinds = (AssignPage, MovePage, NewRunPage, RunPage, SharedForm, SharedPage, DiscountPage)
    assert [made(desk, kind) for kind in kinds] == [1] * len(kinds)
    assert made(desk, SheetPage) == 2

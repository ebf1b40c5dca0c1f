"""The two sheets of a common cost: shown, printed, or saved."""

from __future__ import annotations

from app.core.ids import SharedCostId
from app.fees.shared.request import SharedCostRow
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.shell.context import Context


def show_posting_sheet(context: Context, cost: SharedCostRow) -> None:
    """The sheet for the notice board: no name, no unit with its amount."""
    from app.fees.shared.posting_paper import TITLE, posting_pdf  # noqa: PLC0415 - reads the drawing library

    _show(context, cost.id, f"{TITLE} {cost.title}", posting_pdf)


def show_desk_sheet(context: Context, cost: SharedCostRow) -> None:
    """The sheet for the desk: every unit with its share, not for posting."""
    from app.fees.shared.desk_paper import TITLE, desk_pdf  # noqa: PLC0415 - reads the drawing library

    _show(context, cost.id, f"{TITLE} {cost.title}", desk_pdf)


def _show(context: Context, cost_id: SharedCostId, title: str, draw: object) -> None:
    from app.fees.shared.paper import texts_of  # noqa: PLC0415 - as above
    from app.paper.lettering import missing_in  # noqa: PLC0415 - as above
    from app.paper.profiles import A4  # noqa: PLC0415 - as above

    assert callable(draw)
    paper = context.office.shared_costs.paper(cost_id)
    show_paper(context, ReadyPaper(title, draw(paper), A4, missing_in(*dict.fromkeys(texts_of(paper)))))

"""Offers to share a cost anew whose units' own meters say something else since a reading was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.ids import SharedCostId
from app.core.language import tr, tr_n
from app.core.show import show_money
from app.fees.shared.remeasured import NewShare
from ui.sentences import say
from ui.shell.context import Context

_NAMED = 4


def offer_share_anew(context: Context, cost_id: SharedCostId, title: str, reason: str) -> bool:
    """Say what would change and share anew if that is wanted; whether it was done."""
    costs, questions, actor = context.office.shared_costs, context.questions, context.actor
    try:
        shares = costs.shares_now(cost_id)
        if not shares:
            return False
        what = tr("Share “{title}” anew by the corrected usage").format(title=title)
        if not questions.confirm(what, anew_words(shares), tr("Share anew"), tr("Leave it as posted")):
            return False
        approval = None
        if not actor.may(Permission.CORRECT_READING):
            facts = {"shared_cost": cost_id}
            approval = questions.approve(Permission.CORRECT_READING, what, reason, facts, actor)
            if approval is None:
                return False
        changed = costs.share_anew(actor, cost_id, reason, approval)
    except Refusal as refusal:
        questions.tell(tr("“{title}” keeps its shares").format(title=title), say(refusal))
        return False
    context.messages.done(tr("“{title}” is shared anew: {shares}").format(title=title, shares=_shares(changed)))
    return True


def anew_words(shares: Sequence[NewShare]) -> str:
    """How many shares change, the first of them by how much, and that the sum stays."""
    said = [tr("{shares} get an adjustment; the sum of all shares stays the same.").format(shares=_shares(len(shares)))]
    one = tr("{unit}: {before} becomes {after}")
    said += [
        one.format(
            unit=share.unit,
            before=show_money(share.charge.amount),
            after=show_money(share.charge.amount + share.difference),
        )
        for share in shares[:_NAMED]
    ]
    return "\n".join(said + (["…"] if len(shares) > _NAMED else []))


def _shares(count: int) -> str:
    return tr_n("{n} share", "{n} shares", count).format(n=f"{count:,}")

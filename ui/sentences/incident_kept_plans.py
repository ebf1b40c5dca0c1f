"""Sentences of the versions of plans: what was not kept or approved, and what to do instead."""

from __future__ import annotations

from app.core.language import mark, tr
from app.incidents.kept_plans import refusals
from app.incidents.kept_plans.losses import Loss, Lost
from ui.sentences import sentence
from ui.sentences.incidents import said

_LOST = {
    Loss.DROPPED: mark("“{was}” is gone"),
    Loss.NOT_CRITICAL: mark("“{was}” is no longer critical"),
    Loss.MOVED: mark("“{was}” stands on the other side of “{now}”"),
    Loss.REWORDED: mark("“{was}” now says “{now}”"),
    Loss.OTHER_CALL: mark("“{was}” calls somebody else"),
    Loss.HIDDEN: mark("“{was}” is hidden by an answer"),
    Loss.SHOWN: mark("“{was}” stands there also after an answer that hides it"),
    Loss.OPENED_LESS: mark("an answer no longer leads to “{was}”"),
    Loss.NEVER_DROPPED: mark("never: “{was}” is no longer forbidden"),
}


def what_is_lost(lost: Lost) -> str:
    """One thing that the shipped plan has and this one has not, as part of a sentence or as a line."""
    return tr(_LOST[lost.loss]).format(was=said(lost.was), now="" if lost.now is None else said(lost.now))


@sentence(refusals.PlanUnchanged)
def plan_unchanged(_refusal: refusals.PlanUnchanged) -> str:
    """Nothing to keep."""
    return tr("Nothing is different from the version you opened, so no new one is kept.")


@sentence(refusals.PlanNoteMissing)
def plan_note_missing(_refusal: refusals.PlanNoteMissing) -> str:
    """For whoever approves it."""
    return tr("Write in a few words what you changed; whoever approves it reads that first.")


@sentence(refusals.PlanReasonMissing)
def plan_reason_missing(refusal: refusals.PlanReasonMissing) -> str:
    """What was lost."""
    words = tr("This takes away what the shipped plan holds critical: {lost}. Write why that is right here.")
    return words.format(lost=tr(", ").join(map(what_is_lost, refusal.lost)))


@sentence(refusals.PlanEditedMeanwhile)
def plan_edited_meanwhile(refusal: refusals.PlanEditedMeanwhile) -> str:
    """By whom."""
    words = tr("{author} has written version {version} meanwhile. Open it, and put your change into it.")
    return words.format(author=refusal.author or tr("The program"), version=refusal.version)


@sentence(refusals.PlanNotWaiting)
def plan_not_waiting(refusal: refusals.PlanNotWaiting) -> str:
    """Decided already."""
    words = tr("Version {version} does not wait for approval any more. Read the list anew (F5).")
    return words.format(version=refusal.version)


@sentence(refusals.PlanNeedsAnother)
def plan_needs_another(refusal: refusals.PlanNeedsAnother) -> str:
    """Four eyes."""
    words = tr("Whoever wrote a version does not approve it alone. Ask {others}.")
    return words.format(others=tr(", ").join(refusal.others))


@sentence(refusals.PlanIsShipped)
def plan_is_shipped(refusal: refusals.PlanIsShipped) -> str:
    """Nothing of the office's own."""
    return tr("“{plan}” is as it was shipped; there is nothing to go back from.").format(plan=said(refusal.name))


@sentence(refusals.PlanStillLinked)
def plan_still_linked(refusal: refusals.PlanStillLinked) -> str:
    """Which ones."""
    words = tr("It cannot be put out of use: {plans} may start it. Take it out of those first.")
    return words.format(plans=tr(", ").join(f"“{said(name)}”" for name in refusal.plans))


@sentence(refusals.PlanNotRetired)
def plan_not_retired(refusal: refusals.PlanNotRetired) -> str:
    """It is there."""
    return tr("“{plan}” is in use.").format(plan=said(refusal.name))


@sentence(refusals.PlanRetireReasonMissing)
def plan_retire_reason_missing(_refusal: refusals.PlanRetireReasonMissing) -> str:
    """Somebody will look for it at night."""
    return tr("Write why nobody will need this plan any more.")


@sentence(refusals.PlanFileTooBig)
def plan_file_too_big(refusal: refusals.PlanFileTooBig) -> str:
    """No plan is that long."""
    words = tr("“{file}” has {kib} KiB; a plan has at most 256. Choose the file of a plan.")
    return words.format(file=refusal.file, kib=-(-refusal.size // 1024))

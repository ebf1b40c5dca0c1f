"""The steps that must not be missed, page by page in the order of action: who moves or drops one does it knowingly."""

import pytest

from tests.incidents.plans.facts.asserted import shipped

CRITICAL: dict[str, tuple[str, ...]] = {
    "lift-entrapment": (
        "first: how-many calm call-maintainer guard",
        "rescue-now: call-119 call-120",
        "release: late maintainer-in power-off people-out health out-of-service",
        "after: resume",
    ),
    "fire": (
        "confirm: seen",
        "check: look",
        "confirmed: linkage call-119 broadcast fire-team",
        "evacuate: floors smoke-back window lifts battery keep-power",
        "brigade: lane obey count tell-missing injured",
        "after-fire: scene",
        "false-alarm: unclear",
        "close: equipment",
    ),
    "acute-illness": (
        "first: scene response call-120 tell-120 state leave-alone stay",
        "recovery: on-side watch",
        "bleeding: press-wound",
        "choking: cough infant back-blows choked-out",
        "fit: head mouth fit-over",
        "cpr: aed press depth aed-on go-on",
        "handover: handed-over",
    ),
    "power-cut": (
        "first: lifts switch-room supplier fire-backup medical",
        "long-cut: doors-posted",
        "fire-patrol: patrol-person patrol-fire",
        "hold: generator interlock open-air flames",
        "restore: grid-back lifts-again",
    ),
    "flooding": (
        "first: call-out no-step sockets cut-now lift-people lift-up lift-wet cut-off wire",
        "rescue: call-119 keep-talking call-120",
        "no-way: call-95598 wire-119 hold-off",
        "stop: drains cars",
        "after: insulation lifts-back",
    ),
    "gas-leak": (
        "first: no-switch no-phone no-remote flame leave keep-out call-gas call-119",
        "call-now: now-gas now-119",
        "hold: poisoned cordon public-valve back-in",
    ),
    "theft-robbery": (
        "first: safety call-110 injured camera caught seal save-video",
        "police: statement hand-video",
    ),
    "falling-object": (
        "first: clear look-up injured press call-110 in-place what",
        "facade: close-area open-119 repair safe-above",
        "after: hand-video",
    ),
    "payment-system-down": (
        "first: note-start by-hand numbered two-people safe-ways in-doubt",
        "repair: full-test",
        "books: back-entry no-gap cash-count merchant-bill",
    ),
    "self-harm-or-missing": (
        "first: which",
        "jump: jump-110 jump-119 one-voice no-approach no-crowd clear-below cushion jump-120",
        "missing: missing-110 last-seen gates photo search no-posting found",
        "after: keep-private",
    ),
    "natural-disaster": (
        "first: which",
        "quake: shelter no-lift walk-out quake-119 quake-120 lifts gas back-in",
        "lightning: inside work-stops struck smoke-look power-check",
        "ice: fence above fallen",
        "after: cordon-damage",
    ),
    "data-leak": (
        "first: which",
        "leak: stop-sharing disconnect manager whose keep-traces notify",
        "fault: paper proven-backup compare back-entry",
    ),
    "electric-shock": (
        "first: power-off dry-wood fall call-120 breathing hospital fence",
        "high: eight-metres call-95598 call-119 call-120-too keep-off cut-confirmed",
        "recovery: on-side watch",
        "cpr: aed press depth aed-on go-on",
        "after: handed-over test",
    ),
    "planned-power-cut": (
        "before: fire-first post-notice medical",
        "water: water-point",
        "day: lifts-empty generator",
        "back: power-back test-lifts",
    ),
    "water-cut": (
        "first: dirty which",
        "bad-water: stop-supply no-drinking ill-120 health sample",
        "planned: fire-water",
        "sudden: cause one-each pumps fire-authority",
        "back: tested slow check-tank",
    ),
    "intoxicated-or-disturbed": (
        "first: distance call-110 call-120 on-side stay",
        "armed: armed-110 armed-back",
        "down: down-120 down-breath",
        "after: private",
    ),
    "public-health": (
        "first: protect ill-120 report-cdc no-diagnosis by-order no-rumour notice",
        "measures: clean",
        "after: records-gone",
    ),
    "dispute-intrusion": (
        "first: look two hands-off no-cut injured",
        "police: call-110 back-off save-video",
        "entry: let-go",
        "after: video-kept",
    ),
    "storm": (
        "warning: level",
        "red: barrier move-cars nobody-down",
        "before: prepare-only drains sandbags loose",
        "during: stop-work garage power-first lifts-up lines trapped",
        "after: structure insulation",
    ),
    "network-down": (
        "first: note-start offline cash-transfer in-doubt",
        "repair: full-test",
        "books: reconcile",
    ),
    "internal-fault": (
        "first: report-up freeze count-two theft",
        "police: call-110",
        "mend: correct refund",
    ),
    "unable-to-pay": ("first: offer waiver signed",),
    "crowd-complaint": (
        "first: two-staff danger write-claims answer-date",
        "police: call-110 apart hurt save-video",
        "answer: answered report",
    ),
}


@pytest.mark.parametrize("code", CRITICAL)
def test_critical_steps_keep_their_page_and_their_order(code: str) -> None:
    found = [(page.id, " ".join(step.id for step in page.steps if step.critical)) for page in shipped(code).pages]
    assert tuple(f"{page}: {steps}" for page, steps in found if steps) == CRITICAL[code]


@pytest.mark.parametrize("code", CRITICAL)
def test_every_plan_ends_with_something_written_or_told(code: str) -> None:
    assert shipped(code).pages[-1].steps[-1].id in {"report", "feedback"}

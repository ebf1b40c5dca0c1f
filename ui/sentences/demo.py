"""Sentences about the demo estate and the set-up."""

from __future__ import annotations

from app.core.language import mark, tr
from app.demo.plan import FolderHoldsOffice
from app.office import OfficeFactsMissing
from ui.sentences import sentence

_NAMES = {
    "company": mark("company"),
    "service_centre": mark("service centre"),
    "estate": mark("estate"),
}


@sentence(FolderHoldsOffice)
def _folder_holds_office(refusal: FolderHoldsOffice) -> str:
    return tr("{folder} already holds an office. Choose an empty folder for the demo estate.").format(
        folder=refusal.folder
    )


@sentence(OfficeFactsMissing)
def _office_facts_missing(refusal: OfficeFactsMissing) -> str:
    names = tr(", ").join(tr(_NAMES[name]) for name in refusal.missing)
    return tr("Still empty: {names}. They stand on every paper.").format(names=names)

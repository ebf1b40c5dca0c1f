"""What one version of a tariff changed against the one before it, in words."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_date
from app.fees.terms import TariffTerms
from app.fees.versions import Tariff, TariffVersion
from ui.fees.terms_words import terms_facts


def change_words(before: TariffTerms, after: TariffTerms) -> list[str]:
    """`Price 1.65 yuan/㎡·month × building area → 1.85 …`, one for each fact that is no longer the same."""
    was = {fact.name: fact.words for fact in terms_facts(before)}
    now = {fact.name: fact.words for fact in terms_facts(after)}
    names = [*now, *(name for name in was if name not in now)]
    return [_changed(name, was.get(name), now.get(name)) for name in names if was.get(name) != now.get(name)]


def version_words(tariff: Tariff, version: TariffVersion) -> str:
    """What the version changed; of the first one, that it is the first."""
    at = tariff.versions.index(version)
    since = tr("From {day}").format(day=show_date(version.first))
    if at == 0:
        return tr("{since}: the first version").format(since=since)
    changed = change_words(tariff.versions[at - 1].terms, version.terms)
    words = tr("; ").join(changed) if changed else tr("the same terms again")
    return tr("{since}: {changes}").format(since=since, changes=words)


def _changed(name: str, was: str | None, now: str | None) -> str:
    facts = {"name": name, "was": was, "now": now}
    if was is None:
        return tr("{name} now {now}").format(**facts)
    if now is None:
        return tr("{name} no longer {was}").format(**facts)
    return tr("{name} {was} → {now}").format(**facts)

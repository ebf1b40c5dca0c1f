"""`python -m tests.benchmarks [PART …] [--units N]`: figures of speed as ratios to bare baselines of the same run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import (
    at_an_incident,
    at_the_counter,
    at_the_picker,
    behind_the_lock,
    billing,
    encryption,
    five_tariffs,
    importing,
    incident_papers,
    incidents,
    payment,
    receipt,
    searching,
    starting,
    tickets,
)
from tests.benchmarks.big_estate import lay_tariff, open_estate
from tests.benchmarks.figures import Figure, Megabytes

MANY = 20_000


def on_the_big_estate(units: int) -> Iterator[Figure]:
    """What needs an estate of full size: built once, billed, then searched."""
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", units)
        lay_tariff(office, by)
        yield from billing.measure(office, by, units)
        yield from searching.measure(office, units)
        office.close()


PARTS: dict[str, Callable[[int], Iterator[Figure | Megabytes]]] = {
    "start": lambda _units: iter(starting.measure()),
    "payment": lambda _units: payment.measure(),
    "encryption": lambda _units: encryption.measure(),
    "receipt": lambda _units: iter(receipt.measure()),
    "import": lambda units: iter(importing.measure(units)),
    "estate": on_the_big_estate,
    "billing": five_tariffs.measure,
    "counter": at_the_counter.measure,
    "tickets": tickets.measure,
    "papers": lambda _units: incident_papers.measure(),
    "incidents": lambda _units: incidents.measure(),
    "running": lambda _units: at_an_incident.measure(),
    "locked": lambda _units: behind_the_lock.measure(),
    "picker": lambda _units: at_the_picker.measure(),
}


def main() -> None:
    """Measure the parts asked for, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="only these parts")
    parser.add_argument("--units", type=int, default=MANY, help="size of the large estate")
    chosen = parser.parse_args()
    print(f"{'what / baseline':<58}{'ours':>10}{'bare':>11}{'ratio':>10}  goal", flush=True)
    for part in chosen.parts or PARTS:
        for figure in PARTS[part](chosen.units):
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main()

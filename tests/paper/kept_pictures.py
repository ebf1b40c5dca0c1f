"""Pictures of papers that people looked at and found good; `python -m tests.paper.kept_pictures` keeps new ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

FOLDER = Path(__file__).parent / "kept"


def differs_from_kept(name: str, picture: Image.Image) -> float:
    """Which part of all dots is not as it was kept; 1.0 for another size."""
    with Image.open(FOLDER / f"{name}.png") as kept:
        wanted = np.array(kept.convert("1"))
    found = dots(picture)
    return 1.0 if wanted.shape != found.shape else float((wanted != found).mean())


def dots(picture: Image.Image) -> np.ndarray:
    """Black or white, as a printer's head sees it."""
    return np.array(picture) > 127


def keep(name: str, picture: Image.Image) -> None:
    FOLDER.mkdir(exist_ok=True)
    Image.fromarray(dots(picture)).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    from app.counter.papers.receipt_paper import receipt_pdf
    from app.paper.profiles import PROFILES
    from tests.counter.sample_receipts import COPY, ROLLS, SAMPLES
    from tests.counter.test_receipt_facts import DRAWN
    from tests.paper.judges import PaperOnTable

    with TemporaryDirectory() as folder:
        for profile in PROFILES.values():
            if not profile.roll:
                sheet = PaperOnTable(receipt_pdf(DRAWN, profile), Path(folder))
                keep(f"receipt-{profile.name}-drawn", sheet.picture(dpi=150))
        for roll in ROLLS:
            for sample in ("drawn", "long-names", "rare-names"):
                pdf = receipt_pdf(SAMPLES[sample], roll, COPY)
                keep(f"receipt-{roll.name}-{sample}", PaperOnTable(pdf, Path(folder)).picture(dpi=203))

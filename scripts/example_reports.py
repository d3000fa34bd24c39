"""Reports of invented authorities, and pictures of their pages, into ``docs/reports``.

    python scripts/example_reports.py              the four that the documentation shows
    python scripts/example_reports.py --all DIR    all eight, in each language, full and short, elsewhere

The pictures need ``pdftoppm`` (poppler). The same program writes the same bytes on every computer.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from maturity.questionnaire.cases import examples
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load
from maturity.report.document import write
from maturity.response.model import Response
from maturity.response.naming import path_for
from maturity.scoring.evaluation import evaluate

FOLDER = Path(__file__).parents[1] / "docs/reports"
SHOWN = (("val-ourlene", "fr"), ("saint-aubray", "fr"), ("wexcombe", "en"), ("rochelande", "en"))
LOOKED_AT = 4  # pages side by side in a picture
DPI = 60


def make(questionnaire: Questionnaire, answers: Response, language: str, folder: Path, *, short: bool = False) -> Path:
    """The report of one authority, in a file that is named after it."""
    name = path_for(Path(), answers).parent.name
    path = folder / f"{name}-{language}{'-short' if short else ''}.pdf"
    result = evaluate(questionnaire, answers)
    written = write(path, questionnaire, answers, result, language=language, short=short)
    print(f"{path.name}: {written.pages} pages, {path.stat().st_size // 1024} KB")
    return path


def picture(report: Path) -> Path:
    """The first pages, side by side."""
    with tempfile.TemporaryDirectory() as place:
        command = ["pdftoppm", "-r", str(DPI), "-l", str(LOOKED_AT), "-png", str(report), f"{place}/page"]
        subprocess.run(command, check=True)
        pages = [Image.open(page) for page in sorted(Path(place).glob("*.png"))]
        gap, (width, height) = 8, pages[0].size
        sheet = Image.new("RGB", (len(pages) * (width + gap) + gap, height + 2 * gap), "#8a949e")
        for number, page in enumerate(pages):
            sheet.paste(page, (gap + number * (width + gap), gap))
        path = report.with_suffix(".png")
        sheet.quantize(64).save(path, optimize=True)
    return path


def main() -> None:
    """Write what is asked for."""
    questionnaire = load()
    if "--all" in sys.argv:
        folder = Path(sys.argv[sys.argv.index("--all") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        for language in questionnaire.languages:
            for answers in examples(questionnaire, language).values():
                for short in (False, True):
                    make(questionnaire, answers, language, folder, short=short)
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in (*FOLDER.glob("*.pdf"), *FOLDER.glob("*.png")):
        old.unlink()
    for name, language in SHOWN:
        picture(make(questionnaire, examples(questionnaire, language)[name], language, FOLDER))


if __name__ == "__main__":
    main()

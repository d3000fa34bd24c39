"""How long the report takes: a full form, a new process, everything from the answers' file to the closed PDF.

Three figures, each beside a floor measured in the same run:

- cold: ``maturity report`` as a whole, beside a Python that only imports what the report is made with;
- pages: laying out and writing, warm, beside the same story on an untagged canvas;
- size: beside the bytes of the fonts that any such report has to carry.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from benchmarks.common import child_cpu, cpu, show
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import folder_of, load
from maturity.report import document
from maturity.report.matter import Matter
from maturity.report.tagging import canvas as tagged
from maturity.report.tagging import catalogue
from maturity.report.voice import Voice
from maturity.response.file import create
from maturity.scoring.evaluation import evaluate

COLD, TIMES_UNTAGGED, BYTES = 1.5, 2.0, 200 * 1024
_IMPORTS = (
    "import click, numpy, pydantic, tomllib, zlib, reportlab.platypus.doctemplate, reportlab.pdfbase.ttfonts;"
    "import maturity.questionnaire.reading as r; r.load()"
)


def example() -> Matter:
    """An invented authority with every question of the full form."""
    questionnaire = load()
    case = next(case for case in read_cases(folder_of("cocreation")) if case.authority is not None)
    answers = response(case, questionnaire)
    return Matter(questionnaire, answers, evaluate(questionnaire, answers), Voice("fr"))


def render(matter: Matter) -> bytes:
    """The report's bytes."""
    return document.render(matter)[0]


def untagged(matter: Matter) -> bytes:
    """The same story, drawn without marked content, structure tree, metadata and attachments."""

    def silent(self: tagged.TaggedCanvas, owner: object) -> object:
        del self, owner
        return _NOTHING

    with (
        patch.object(tagged.TaggedCanvas, "tag", silent),
        patch.object(tagged.TaggedCanvas, "_close", lambda _self: None),
        patch.object(tagged.TaggedCanvas, "link", lambda *_: None),
        patch.object(tagged, "complete", lambda *_: None),
    ):
        return render(matter)


class _Nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...


_NOTHING = _Nothing()


def main() -> int:
    """Print the three figures; 1 where one is over its limit."""
    matter = example()
    with tempfile.TemporaryDirectory() as folder:
        answers, target = Path(folder) / "r1.toml", Path(folder) / "report.pdf"
        create(answers, matter.response)
        command = [sys.executable, "-m", "maturity", "report", str(answers), "-o", str(target)]
        cold = child_cpu(command, times=5)
        floor = child_cpu([sys.executable, "-c", _IMPORTS], times=5)
        size = target.stat().st_size
    data = render(matter)
    warm, plain = cpu(partial(render, matter)), cpu(partial(untagged, matter))
    bare = _font_bytes()
    held = [
        show("report, cold", f"{cold:.2f} s", floor=f"{floor:.2f} s (imports, questionnaire)", ratio=cold / floor,
             limit=f"{COLD} s", within=cold <= COLD),
        show("report, warm", f"{warm * 1000:.0f} ms", floor=f"{plain * 1000:.0f} ms (untagged)", ratio=warm / plain,
             limit=f"×{TIMES_UNTAGGED}", within=warm / plain <= TIMES_UNTAGGED),
        show("report, size", f"{size / 1024:.0f} KB", floor=f"{bare / 1024:.0f} KB (fonts alone)", ratio=size / bare,
             limit=f"{BYTES // 1024} KB", within=size <= BYTES and len(data) <= BYTES),
    ]  # fmt: skip
    return 0 if all(held) else 1


def _font_bytes() -> int:
    """A page with the letters of both languages in the three fonts."""
    from maturity.report import fonts
    from maturity.report.tagging.spans import Look, Span
    from maturity.report.tagging.structure import Element
    from maturity.report.tagging.text import Block, Text

    fonts.register()
    root, target = Element("Document"), BytesIO()
    description = catalogue.Description("fr-FR", "x", "x", "x", "x")
    page = tagged.TaggedCanvas(target, root=root, description=description, invariant=1, initialFontName=fonts.REGULAR)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèêàçôûîœ’«»·:;,.?!%()“”–→"
    for font in (fonts.REGULAR, fonts.BOLD, fonts.ITALIC):
        text = Text([Span(letters, Look(font, 10, "#000000"))], Block(14), root.add("P"))
        text.wrap(500, 100)
        text.drawOn(page, 40, 400)
    page.save()
    return len(target.getvalue())


if __name__ == "__main__":
    sys.exit(main())

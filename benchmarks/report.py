"""What a report costs: a full form, an invented authority, from the answers' file to the closed PDF.

Each figure stands beside a floor measured in the same run:

- cold, peak memory: ``maturity report`` as a whole, beside a Python that only imports what the report is made with;
- warm: laying out and writing in this process, beside the same story on an untagged canvas;
- size: beside the bytes of the fonts that any such report has to carry;
- 500 reports in a row: memory after the last beside memory after the fiftieth;
- outside: the same content by Typst, when its wheel is installed (``pip install '.[bench]'``).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from benchmarks.common import cpu, show
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import folder_of, load
from maturity.report import document
from maturity.report.matter import Matter
from maturity.report.tagging import canvas as tagged
from maturity.report.tagging import catalogue
from maturity.report.voice import Voice
from maturity.response.file import create
from maturity.scoring.evaluation import evaluate

COLD, WARM, TIMES_UNTAGGED, KILOBYTES, MEGABYTES, GROWTH = 1.0, 0.6, 1.3, 120, 60, 1.0
_IN_A_ROW, _SETTLED = 500, 50
_IMPORTS = (
    "import click, numpy.random, tomllib, zlib, reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts\n"
    "from pydantic import BaseModel\nclass A(BaseModel):\n    a: int\nA(a=1)"
)
_GROWING = f"""
from benchmarks.report import example, memory
from maturity.report.document import render
matter = example()
for number in range(1, {_IN_A_ROW} + 1):
    render(matter, short=number % 25 != 0)
    if number in ({_SETTLED}, {_IN_A_ROW}):
        print(memory())
"""
# Through a small process: a peak begins with what the parent holds.
_LAUNCH = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
_, status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet), 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
_TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True, pdf_standards="ua-1")
"""


def example(language: str = "fr") -> Matter:
    """An invented authority with every question of the full form."""
    questionnaire = load()
    case = next(case for case in read_cases(folder_of("cocreation")) if case.authority is not None)
    answers = response(case, questionnaire)
    return Matter(questionnaire, answers, evaluate(questionnaire, answers), Voice(language))


def memory() -> float:
    """Megabytes of this process that are in memory now (Linux; 0 elsewhere)."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
    except (OSError, ValueError):
        return 0.0


def child(command: Sequence[str], *, times: int = 5) -> tuple[float, float]:
    """Median CPU seconds of a command, and the megabytes that it needed at its peak."""
    used = []
    for _ in range(times):
        done = subprocess.run([sys.executable, "-c", _LAUNCH, *command], check=True, capture_output=True, text=True)
        used.append([float(number) for number in done.stdout.split()])
    return statistics.median(spent for spent, _ in used), statistics.median(peak for _, peak in used) / 1024


def render(matter: Matter) -> bytes:
    """The report's bytes."""
    return document.render(matter)[0]


@contextmanager
def _nothing(*_: object) -> Iterator[None]:
    yield


def untagged(matter: Matter) -> bytes:
    """The same story, drawn without marked content, structure tree, metadata and attachments."""
    with (
        patch.object(tagged.TaggedCanvas, "tag", _nothing),
        patch.object(tagged.TaggedCanvas, "_close", lambda _self: None),
        patch.object(tagged.TaggedCanvas, "link", lambda *_: None),
        patch.object(tagged, "complete", lambda *_: None),
    ):
        return render(matter)


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    matter = example()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = _of_a_process(matter, folder)
        held += _of_pages(matter)
        held += _of_many()
        _outside(matter, folder)
    return 0 if all(held) else 1


def _of_a_process(matter: Matter, folder: Path) -> list[bool]:
    answers, target = folder / "r1.toml", folder / "report.pdf"
    create(answers, matter.response)
    cold, peak = child([sys.executable, "-m", "maturity", "report", str(answers), "-o", str(target)])
    bare, bare_peak = child([sys.executable, "-c", _IMPORTS])
    size, fonts = target.stat().st_size / 1024, _font_bytes() / 1024
    return [
        show("report, cold", f"{cold:.2f} s", floor=f"{bare:.2f} s (imports of others)", ratio=cold / bare,
             limit=f"{COLD} s", within=cold <= COLD),
        show("report, peak memory", f"{peak:.0f} MB", floor=f"{bare_peak:.0f} MB (imports of others)",
             ratio=peak / bare_peak, limit=f"{MEGABYTES} MB", within=peak <= MEGABYTES),
        show("report, size", f"{size:.0f} KB", floor=f"{fonts:.0f} KB (fonts alone)", ratio=size / fonts,
             limit=f"{KILOBYTES} KB", within=size <= KILOBYTES),
    ]  # fmt: skip


def _of_pages(matter: Matter) -> list[bool]:
    render(matter)
    warm, plain = cpu(partial(render, matter)), cpu(partial(untagged, matter))
    ratio = warm / plain
    return [
        show("report, warm", f"{warm * 1000:.0f} ms", floor=f"{plain * 1000:.0f} ms (untagged)", ratio=ratio,
             limit=f"{WARM * 1000:.0f} ms and ×{TIMES_UNTAGGED}", within=warm <= WARM and ratio <= TIMES_UNTAGGED)
    ]  # fmt: skip


def _of_many() -> list[bool]:
    done = subprocess.run([sys.executable, "-c", _GROWING], check=True, capture_output=True, text=True)
    settled, last = map(float, done.stdout.split())
    return [
        show(f"{_IN_A_ROW} reports in a row", f"{last:.1f} MB", floor=f"{settled:.1f} MB (after {_SETTLED})",
             ratio=last / settled if settled else 1, limit=f"+{GROWTH} MB", within=last - settled <= GROWTH)
    ]  # fmt: skip


def _outside(matter: Matter, folder: Path) -> None:
    """The same content by another program: to know where one stands, without a limit."""
    if find_spec("typst") is None:
        print("report, by Typst: not installed, so not measured (pip install '.[bench]')")
        return
    from font_source_sans_pro import font_directory

    from benchmarks._typst import write_source

    source, target = write_source(matter, folder), folder / "typst.pdf"
    spent, peak = child([sys.executable, "-c", _TYPST, str(source), str(target), str(font_directory)])
    size = target.stat().st_size / 1024
    print(f"report, by Typst (PDF/UA-1, same content): {spent:.2f} s cold · {peak:.0f} MB at its peak · {size:.0f} KB")


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

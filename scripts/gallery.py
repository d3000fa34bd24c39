"""Every picture of every invented authority on one page, to look at: SVG and terminal drawings, French and English.

    python scripts/gallery.py FOLDER            gallery.html
    python scripts/gallery.py FOLDER --print    also gallery.pdf, one authority and language a page, as printed

An authority's name after the folder shows only that one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from html import escape
from pathlib import Path

from maturity.charts import pdf, svg, terminal
from maturity.charts.catalogue import entries
from maturity.charts.medium import TERMINAL
from maturity.charts.palette import COLOURS
from maturity.charts.picture import Picture
from maturity.locale import LANGUAGES
from maturity.questionnaire import cases
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folders, load
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Result

STYLE = """
body { font: 15px/1.5 "Source Sans 3", sans-serif; color: #1b2733; max-width: 70rem; margin: 3rem auto }
h1 { font-weight: 600 } h2 { margin-top: 4rem; border-bottom: 1px solid #cdd5dd } figure { margin: 2rem 0 }
figcaption { color: #566573; max-width: 46rem } svg { max-width: 100%; height: auto }
pre { font: 13px/1.25 "DejaVu Sans Mono", monospace; background: #11181f; padding: 1rem; overflow: auto }
table { border-collapse: collapse; font-size: 13px } td, th { padding: .15rem .8rem .15rem 0; text-align: left }
"""
ON_DARK = {"ink": "#e8edf2", "muted": "#9fb0c0", "grid": "#4a5a6a", "accent": "#7db8ee", "second": "#f0a54a"}


def results(questionnaire: Questionnaire, only: str | None) -> Iterator[tuple[str, Result]]:
    """The invented authorities by name."""
    folder = next(one for one in folders() if one.parent.name == questionnaire.id)
    for case in cases.read_cases(folder):
        if case.authority is not None and (only is None or only in (case.id, case.authority.name)):
            yield case.authority.name, evaluate(questionnaire, cases.response(case, questionnaire))


def console(picture: Picture) -> str:
    """The terminal drawing as HTML."""
    lines = []
    for row in terminal.draw(picture.scene):
        spans = [
            f'<span style="color:{ON_DARK.get(segment.role, COLOURS[segment.role])};'
            f'font-weight:{600 if segment.bold else 400}">{escape(segment.text)}</span>'
            for segment in row
        ]
        lines.append("".join(spans))
    return "<pre>" + "\n".join(lines) + "</pre>"


def table(picture: Picture) -> str:
    """The picture's data."""
    head = "".join(f"<th>{escape(header)}</th>" for header in picture.table.headers)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in picture.table.rows)
    return f"<details><summary>{escape(picture.table.caption)}</summary><table><tr>{head}</tr>{rows}</table></details>"


def page(questionnaire: Questionnaire, found: list[tuple[str, Result]]) -> str:
    """The whole gallery."""
    parts = [f'<!doctype html><meta charset="utf-8"><title>Gallery</title><style>{STYLE}</style><h1>Gallery</h1>']
    for name, result in found:
        for language in LANGUAGES:
            parts.append(f'<section lang="{language}"><h2>{escape(name)} ({language})</h2>')
            for entry in entries(questionnaire, result):
                picture = entry.draw(questionnaire, result, language)
                narrow = entry.draw(questionnaire, result, language, width=400, medium=TERMINAL)
                parts.append(f"<figure>{svg.render(picture)}<figcaption>{escape(picture.alt)}</figcaption></figure>")
                parts.append(table(picture) + console(narrow))
            parts.append("</section>")
    return "\n".join(parts)


def print_pages(file: Path, questionnaire: Questionnaire, found: list[tuple[str, Result]]) -> None:
    """One tall page for each authority and language, pictures at the size of the report."""
    from reportlab.pdfgen.canvas import Canvas

    from maturity.report import fonts

    fonts.register()
    canvas = Canvas(str(file), invariant=True)
    for _name, result in found:
        for language in LANGUAGES:
            pictures = [entry.draw(questionnaire, result, language) for entry in entries(questionnaire, result)]
            height = sum(picture.scene.height + 30 for picture in pictures) + 30
            canvas.setPageSize((520, height))
            for picture in pictures:
                height -= picture.scene.height + 30
                pdf.Drawing(picture.scene, pdf.Fonts(fonts.REGULAR, fonts.BOLD)).drawOn(canvas, 30, height)
            canvas.showPage()
    canvas.save()


def main() -> None:
    """Write the gallery and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("authority", nargs="?")
    parser.add_argument("--print", action="store_true", dest="printed")
    arguments = parser.parse_args()
    questionnaire = load()
    found = list(results(questionnaire, arguments.authority))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    file = arguments.folder / "gallery.html"
    file.write_text(page(questionnaire, found), encoding="utf-8")
    print(file)
    if arguments.printed:
        print_pages(arguments.folder / "gallery.pdf", questionnaire, found)
        print(arguments.folder / "gallery.pdf")


if __name__ == "__main__":
    main()

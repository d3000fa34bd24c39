"""Pictures as they were approved: any change shows as a difference in a text file.

After looking at the gallery, write them anew with ``MATURITY_WRITE_GOLDEN=1 pytest tests/charts/test_golden.py``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from maturity.charts import svg, terminal
from maturity.charts.catalogue import entries
from maturity.charts.medium import TERMINAL
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result

GOLDEN = Path(__file__).parent / "golden"
WRITE = bool(os.environ.get("MATURITY_WRITE_GOLDEN"))  # read before the tests' environment is cleaned
SHOWN = [("wexcombe", "en"), ("pays-ervance", "fr")]  # one with everything known, one with many answers missing


def compare(name: str, text: str) -> None:
    """The approved text, or the new one where asked for."""
    file = GOLDEN / name
    if WRITE:
        file.write_text(text, encoding="utf-8", newline="\n")

    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("authority", "language"), SHOWN)
def test_svg(questionnaire: Questionnaire, results: Mapping[str, Result], authority: str, language: str) -> None:
    """Each picture's SVG is the approved one, byte for byte."""
    for entry in entries(questionnaire, results[authority]):
        compare(f"{authority}-{entry.name}.svg", svg.render(entry.draw(questionnaire, results[authority], language)))


@pytest.mark.parametrize(("authority", "language"), SHOWN)
def test_terminal(questionnaire: Questionnaire, results: Mapping[str, Result], authority: str, language: str) -> None:
    """Each picture on 80 columns is the approved one, character for character."""
    for entry in entries(questionnaire, results[authority]):
        picture = entry.draw(questionnaire, results[authority], language, width=400, medium=TERMINAL)
        rows = ["".join(segment.text for segment in row).rstrip() for row in terminal.draw(picture.scene)]
        compare(f"{authority}-{entry.name}.txt", "\n".join(rows) + "\n")

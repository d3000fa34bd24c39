"""The eight invented authorities, read and scored once, and the fonts of the report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import font_source_sans_pro
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from maturity.charts.pdf import Fonts
from maturity.questionnaire import cases
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folders, load
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Result

AUTHORITIES = (
    "saint-aubray",
    "vaucastel",
    "val-ourlene",
    "wexcombe",
    "rochelande",
    "lanterval",
    "ondelle",
    "pays-ervance",
)


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The real questionnaire."""
    return load()


@pytest.fixture(scope="session")
def results(questionnaire: Questionnaire) -> Mapping[str, Result]:
    """Results of the invented authorities by the id of their case."""
    folder = next(one for one in folders() if one.parent.name == questionnaire.id)
    found = {case.id: case for case in cases.read_cases(folder)}
    return {name: evaluate(questionnaire, cases.response(found[name], questionnaire)) for name in AUTHORITIES}


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """Source Sans, registered under names of its own."""
    files = Path(font_source_sans_pro.__file__).parent / "files"
    for name, file in (("Charts", "SourceSansPro-Regular.ttf"), ("Charts-Bold", "SourceSansPro-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(files / file)))
    return Fonts("Charts", "Charts-Bold")

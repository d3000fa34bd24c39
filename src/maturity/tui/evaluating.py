"""Results and report, off the key path: numpy, pictures and the PDF are imported here and nowhere before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.response import sidecars

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response
    from maturity.tui.pages.view import View


def view_of(questionnaire: Questionnaire, response: Response, language: str) -> View:
    """The result of these answers, ready to be looked at."""
    from maturity.scoring.evaluation import evaluate
    from maturity.tui.pages.view import View

    return View(questionnaire, response, evaluate(questionnaire, response), language)


def report_path(response_path: Path) -> Path:
    """Where the report of a response goes: beside it, named after its folder."""
    return sidecars.report(response_path)


def write_report(
    path: Path, questionnaire: Questionnaire, response: Response, language: str, progress: Callable[[float], None]
) -> None:
    """Write the report.

    Raises:
        MaturityError: it could not be written; nothing is left half done.
    """
    from maturity.report.document import write
    from maturity.scoring.evaluation import evaluate

    result = evaluate(questionnaire, response)
    write(path, questionnaire, response, result, language=language, progress=progress)

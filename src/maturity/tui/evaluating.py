"""Results and report, off the key path: numpy, pictures and the PDF are imported here and nowhere before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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


Kind = Literal["full", "short", "pictures"]


def place_of(kind: Kind, response_path: Path) -> Path:
    """Where something made of a response goes: beside it, named after its folder."""
    places = {"full": sidecars.report, "short": sidecars.short_report, "pictures": sidecars.pictures}
    return places[kind](response_path)


@dataclass(frozen=True)
class Order:
    """What is to be written, of which answers, in which language."""

    kind: Kind
    path: Path
    questionnaire: Questionnaire
    response: Response
    language: str


def carry_out(order: Order, progress: Callable[[float], None]) -> None:
    """Write the report or the pictures; ``progress`` is called with 0–1.

    Raises:
        MaturityError: it could not be written; no report is left half done.
    """
    from maturity.scoring.evaluation import evaluate

    result = evaluate(order.questionnaire, order.response)
    if order.kind == "pictures":
        from maturity.report.slides import write_slides

        write_slides(order.path, order.questionnaire, result, order.language)
        progress(1.0)
        return
    from maturity.report.document import write

    short = order.kind == "short"
    write(
        order.path,
        order.questionnaire,
        order.response,
        result,
        language=order.language,
        short=short,
        progress=progress,
    )

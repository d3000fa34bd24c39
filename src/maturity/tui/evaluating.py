"""Results and report, off the key path: numpy, pictures and the PDF are imported here and nowhere before."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from maturity.response import sidecars

if TYPE_CHECKING:
    from maturity.charts.between import Assessed
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response
    from maturity.tui.pages.view import View


def view_of(questionnaire: Questionnaire, response: Response, language: str) -> View:
    """The result of these answers, ready to be looked at."""
    from maturity.scoring.evaluation import evaluate
    from maturity.tui.pages.view import View

    return View(questionnaire, response, evaluate(questionnaire, response), language)


Kind = Literal["full", "short", "pictures", "actions"]


def place_of(kind: Kind, response_path: Path, language: str) -> Path:
    """Where something made of a response goes: beside it, named after its folder.

    A table of actions never takes the place of another, in which somebody may have begun to follow up.
    """
    if kind == "short":
        return sidecars.short_report(response_path, language)
    if kind == "actions":
        names = map(partial(sidecars.actions, response_path), count(1))
        return next(name for name in names if not os.path.lexists(name))
    return (sidecars.report if kind == "full" else sidecars.pictures)(response_path)


@dataclass(frozen=True)
class Order:
    """What is to be written, of which answers (they stand in ``source``), in which language."""

    kind: Kind
    path: Path
    source: Path
    questionnaire: Questionnaire
    response: Response
    language: str


def carry_out(order: Order, progress: Callable[[float], None]) -> tuple[str, ...]:
    """Write the report, the pictures or the table; ``progress`` is called with 0–1. What else there is to tell of it.

    Raises:
        MaturityError: it could not be written; no report is left half done.
    """
    from maturity.charts.between import Assessed
    from maturity.scoring.evaluation import evaluate

    now = Assessed(order.questionnaire, order.response, evaluate(order.questionnaire, order.response))
    if order.kind == "pictures":
        from maturity.report.slides import write_slides

        drawn = write_slides(
            order.path, now.questionnaire, now.result, order.language, edited=now.response.edited_by_hand
        )
        return tuple(one.name for one in drawn)
    if order.kind == "actions":
        _write_actions(order, now)
        return ()
    from maturity.report.beside import earlier_wave, logo_beside
    from maturity.report.document import write

    short = order.kind == "short"
    before, told = (None, "") if short else earlier_wave(order.source, now)
    logo, of_logo = (None, "") if short else logo_beside(order.source)
    write(order.path, *now, language=order.language, short=short, earlier=before, logo=logo, progress=progress)
    return tuple(one for one in (told, of_logo) if one)


def _write_actions(order: Order, now: Assessed) -> None:
    from maturity.report import followup
    from maturity.report.actions import rows
    from maturity.report.matter import Matter
    from maturity.report.voice import Voice

    table = rows(Matter(*now, Voice(order.language)))
    followup.write(order.path, followup.render(table, order.path))

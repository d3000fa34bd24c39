"""Pictures in the terminal: layout and drawing of each on 80 columns, beside an empty drawing of the same size.

    python -m benchmarks.charts

The limit is per picture, in milliseconds of CPU: a page of results must be there before a key is released.
"""

from __future__ import annotations

import sys

from benchmarks.common import cpu, show
from maturity.charts.catalogue import Entry, entries
from maturity.charts.medium import TERMINAL
from maturity.charts.scene import Scene
from maturity.charts.terminal import draw
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folders, load
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Result

_WIDTH = 400.0  # points: 80 columns
_LIMIT = 6.0  # milliseconds for layout and drawing together


def measure(entry: Entry, questionnaire: Questionnaire, result: Result) -> bool:
    """Print one picture's figure; whether it is within its limit."""

    def whole() -> Scene:
        scene = entry.draw(questionnaire, result, "fr", width=_WIDTH, medium=TERMINAL).scene
        draw(scene)
        return scene

    scene = whole()
    spent, empty = cpu(whole) * 1000, cpu(lambda: draw(Scene(scene.width, scene.height, ()))) * 1000
    return show(
        entry.name,
        f"{spent:.2f} ms",
        floor=f"{empty:.2f} ms",
        ratio=spent / empty,
        limit=f"{_LIMIT:.0f} ms",
        within=spent <= _LIMIT,
    )


def main() -> int:
    """Every picture of one authority with many answers missing, which draws the most."""
    questionnaire = load()
    folder = next(one for one in folders() if one.parent.name == questionnaire.id)
    case = max(
        (one for one in read_cases(folder) if one.authority),
        key=lambda one: list(one.answers.values()).count("dont-know"),
    )
    result = evaluate(questionnaire, response(case, questionnaire))
    within = [measure(entry, questionnaire, result) for entry in entries(questionnaire, result)]
    return 0 if all(within) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Two waves of one authority: scored from their files, and told as a story. One way for all faces."""

from __future__ import annotations

from pathlib import Path

from maturity.charts.changes import Story
from maturity.questionnaire.crossing import crosswalk_between
from maturity.scoring.comparison import Assessed, check, compare

__all__ = ["Assessed", "assessed", "comparable", "newest_before", "story"]


def assessed(path: Path) -> Assessed:
    """The response in this file, its questionnaire, and what came out.

    Raises:
        MaturityError: it cannot be read, its questionnaire is not here, or it does not fit it.
    """
    from maturity.response.file import read
    from maturity.response.fit import questionnaire_of
    from maturity.scoring.evaluation import evaluate

    response = read(path)
    questionnaire = questionnaire_of(response, path)
    return Assessed(questionnaire, response, evaluate(questionnaire, response))


def comparable(before: Assessed, after: Assessed) -> None:
    """Nothing where the two may be compared; what `story` would raise, without the work."""
    check(before, after, crosswalk_between(before.questionnaire, after.questionnaire))


def story(before: Assessed, after: Assessed, language: str) -> Story:
    """What changed, told in one language.

    Raises:
        MaturityError: they may not be compared at all (`maturity.scoring.comparison.compare`).
    """
    crosswalk = crosswalk_between(before.questionnaire, after.questionnaire)
    return Story(compare(before, after, crosswalk), before.questionnaire, after.questionnaire, language)


def newest_before(path: Path, now: Assessed) -> Assessed | None:
    """The newest earlier wave of the authority beside this file, fit to be compared; None where there is none.

    Raises:
        MaturityError: there is one, and it cannot be read, scored or compared.
    """
    from maturity.response.waves import earlier

    for wave in earlier(path, now.response)[:1]:
        before = assessed(wave.path)
        comparable(before, now)
        return before
    return None

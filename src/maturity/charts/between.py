"""Two waves of one authority: scored from their files, and told as a story. One way for all faces."""

from __future__ import annotations

from pathlib import Path

from maturity.charts.changes import Story
from maturity.errors import MaturityError
from maturity.locale import domain
from maturity.questionnaire.crossing import crosswalk_between
from maturity.scoring.comparison import Assessed, check, compare
from maturity.toml import shown_file

__all__ = ["Assessed", "assessed", "comparable", "earlier", "newest_before", "story"]

_ = domain("compare").gettext


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


def earlier(path: Path, now: Assessed) -> Assessed:
    """The response in this file, fit to be looked back on.

    Raises:
        MaturityError: it cannot be read, scored or compared, or is of no earlier wave.
    """
    from maturity.response.waves import order

    before = assessed(path)
    comparable(before, now)
    one, other = ((side.response.wave, side.response.started) for side in (before, now))
    if one[0].casefold() == other[0].casefold() or order(*one) >= order(*other):
        why = _("Its wave, {wave}, is not earlier than {now}.").format(wave=one[0], now=other[0])
        raise MaturityError.of(shown_file(path), why, _("Name the file of an earlier wave."))
    return before


def newest_before(path: Path, now: Assessed) -> Assessed | None:
    """The newest earlier wave of the authority beside this file, fit to be compared; None where there is none.

    Raises:
        MaturityError: there is one, and it cannot be read, scored or compared.
    """
    from maturity.response.waves import earlier as waves

    found = waves(path, now.response)
    return earlier(found[0].path, now) if found else None

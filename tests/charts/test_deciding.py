"""The answers behind one yes/no test."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from maturity.charts import deciding
from maturity.charts.pdf import Fonts
from maturity.charts.picture import Picture
from maturity.charts.scene import Line, Marker, Text
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result
from tests.charts.conftest import AUTHORITIES
from tests.charts.test_layout import wrong_on_paper

Results = Mapping[str, Result]


def drawn(  # noqa: PLR0917 - what a picture is of
    questionnaire: Questionnaire,
    result: Result,
    condition: str,
    placement: str = "typology",
    language: str = "en",
    width: float = 300,
) -> Picture:
    """The picture of a condition; items are named by their question, the longest text there is."""
    names = {item.id: item.stem[language] for item in questionnaire.items}
    return deciding.picture(
        questionnaire, result, language, placement=placement, condition=condition, names=names, width=width
    )


def signs(picture: Picture) -> list[str]:
    """In the order of drawing."""
    return [shape.sign for shape in picture.scene.flat() if isinstance(shape, Marker)]


def written(picture: Picture) -> list[str]:
    """Every text."""
    return [shape.text for shape in picture.scene.flat() if isinstance(shape, Text)]


def test_every_answer_stands_on_its_side_of_the_line(questionnaire: Questionnaire, results: Results) -> None:
    """A full sign above the line, a hollow one below, and whether each group passes in a word."""
    yes, no = (drawn(questionnaire, results["wexcombe"], condition) for condition in ("A", "C"))

    assert signs(yes) == ["dot"] * 4
    assert written(yes).count("yes") == 2
    assert signs(no) == ["ring"] * 5
    assert written(no).count("no") == 2


def test_below_another_one_a_picture_has_no_head(questionnaire: Questionnaire, results: Results) -> None:
    """The numbers of the levels stand once above pictures on one scale; the signs keep their places."""
    names = {item.id: item.id for item in questionnaire.items}
    head, bare = (
        deciding.picture(
            questionnaire, results["wexcombe"], "en", placement="typology", condition="A", names=names, headed=headed
        )
        for headed in (True, False)
    )
    places = [[shape.x for shape in one.scene.flat() if isinstance(shape, Marker)] for one in (head, bare)]

    assert {"1", "5", "level"} <= {*written(head)}
    assert {"1", "5", "level"}.isdisjoint(written(bare))
    assert places[0] == places[1]


def test_the_words_of_the_picture_name_every_answer_with_its_level(
    questionnaire: Questionnaire, results: Results
) -> None:
    """Who hears the report learns the same: the test, each answer, the mean of each group."""
    alt = drawn(questionnaire, results["wexcombe"], "D").alt

    assert alt.startswith("Data-informed decisions: yes. ")
    assert "who keeps them up to date?: 3" in alt
    assert "mean 3.0" in alt


def test_a_missing_answer_leaves_the_whole_scale_open(questionnaire: Questionnaire, results: Results) -> None:
    """It says why there is none, no sign invents a level, and the group's mean is a range."""
    picture = drawn(questionnaire, results["pays-ervance"], "A")

    assert written(picture).count("don’t know") == 2
    assert len(signs(picture)) == 2
    assert "2.0 to 4.0" in written(picture)
    assert written(picture).count("open") == 2


def test_a_group_exactly_on_the_line_is_neither(questionnaire: Questionnaire, results: Results) -> None:
    """No answer is missing, and still neither yes nor no."""
    assert "at the line" in written(drawn(questionnaire, results["ondelle"], "A"))


def test_the_tests_of_one_placement_share_a_scale(questionnaire: Questionnaire, results: Results) -> None:
    """Levels stand below one another, whatever each test has to say."""
    thresholds = set()
    for condition in ("D", "A", "C"):
        scene = drawn(questionnaire, results["pays-ervance"], condition).scene
        thresholds |= {
            round(shape.x1, 3)
            for shape in scene.flat()
            if isinstance(shape, Line) and shape.dash and shape.x1 == shape.x2
        }

    assert len(thresholds) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("authority", AUTHORITIES)
def test_no_text_covers_another(
    questionnaire: Questionnaire, results: Results, fonts: Fonts, authority: str, language: str
) -> None:
    """Also with the longest names."""
    wrong = []
    for placement in questionnaire.placements:
        for condition in placement.conditions:
            picture = drawn(questionnaire, results[authority], condition.id, placement.id, language)
            wrong += wrong_on_paper(condition.id, picture, fonts)

    assert wrong == []

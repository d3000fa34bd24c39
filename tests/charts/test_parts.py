"""The dot plot of a dimension's parts, and the overview of all dimensions."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from maturity.charts import overview, parts, profile
from maturity.charts.medium import PRINT, TERMINAL, Medium
from maturity.charts.pdf import Fonts
from maturity.charts.scene import Line, Marker, Rect, Text
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import BlockResult, Interval, Result
from tests.charts.conftest import AUTHORITIES
from tests.charts.test_layout import wrong_in_terminal, wrong_on_paper

Results = Mapping[str, Result]


def aiming(result: Result, targets: Mapping[str, int | str]) -> Result:
    """The same, with targets by sub-dimension."""

    def with_targets(block: BlockResult) -> BlockResult:
        subs = tuple(sub.model_copy(update={"target": targets.get(sub.id)}) for sub in block.subdimensions)
        return block.model_copy(update={"subdimensions": subs})

    return result.model_copy(update={"blocks": tuple(map(with_targets, result.blocks))})


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_text_is_whole(
    questionnaire: Questionnaire, results: Results, fonts: Fonts, authority: str, language: str
) -> None:
    """Beside a text or alone on the page, with targets and without, nothing covers anything or leaves the picture."""
    subs = [sub.id for block in results[authority].blocks for sub in block.subdimensions]
    wanted = aiming(results[authority], {sub: ("enough", 5)[number % 2] for number, sub in enumerate(subs)})
    ids = tuple(block.id for block in questionnaire.blocks)
    for result in (results[authority], wanted):
        assert wrong_on_paper("overview", overview.picture(questionnaire, result, language), fonts) == []
        for width in (265, 460):
            for blocks in (ids[:1], ids[1:2], ids[-2:]):
                drawn = parts.picture(questionnaire, result, language, blocks=blocks, width=width)
                assert wrong_on_paper("parts", drawn, fonts) == []


def test_the_lowest_part_has_a_sign_of_its_own(questionnaire: Questionnaire, results: Results) -> None:
    """One triangle, left of every dot; its name is bold."""
    result = results["val-ourlene"].blocks[0]
    scene = parts.picture(questionnaire, results["val-ourlene"], "en", blocks=(result.id,)).scene
    signs = [shape for shape in scene.flat() if isinstance(shape, Marker)]
    lowest = [sign for sign in signs if sign.sign == "triangle"]
    bold = " ".join(s.text for s in scene.flat() if isinstance(s, Text) and s.bold)

    assert len(lowest) == 1
    assert all(lowest[0].x < sign.x for sign in signs if sign.sign == "dot")
    name = questionnaire.subdimensions[result.limited_by[0]].name["en"]
    assert name.split()[0] in bold


def test_where_all_parts_are_equal_none_is_the_lowest(questionnaire: Questionnaire, results: Results) -> None:
    """A triangle on every row would tell nobody where to begin."""
    result = results["wexcombe"]
    block = result.blocks[0]
    equal = block.model_copy(
        update={
            "limited_by": tuple(sub.id for sub in block.subdimensions),
            "subdimensions": tuple(sub.model_copy(update={"level": 3.0}) for sub in block.subdimensions),
        }
    )
    scene = parts.picture(
        questionnaire, result.model_copy(update={"blocks": (equal, *result.blocks[1:])}), "en", blocks=(block.id,)
    ).scene

    assert {shape.sign for shape in scene.flat() if isinstance(shape, Marker)} == {"dot"}


def test_targets_have_a_mark_and_a_legend_only_where_there_are_some(
    questionnaire: Questionnaire, results: Results
) -> None:
    """A level to reach stands on the scale, "enough" beside it; without targets neither sign nor words."""
    block = questionnaire.blocks[0]
    first, second = block.subdimensions[:2]
    plain = results["wexcombe"]
    wanted = aiming(plain, {first.id: 5, second.id: "enough"})

    def drawn(result: Result) -> tuple[set[str], str]:
        scene = parts.picture(questionnaire, result, "en", blocks=(block.id,)).scene
        signs: set[str] = {shape.sign for shape in scene.flat() if isinstance(shape, Marker)}
        return signs, " ".join(shape.text for shape in scene.flat() if isinstance(shape, Text))

    assert drawn(wanted)[0] - drawn(plain)[0] == {"open-diamond", "check"}
    assert "the level you chose to reach" in drawn(wanted)[1]
    assert "chose" not in drawn(plain)[1]
    picture = parts.picture(questionnaire, wanted, "en", blocks=(block.id,))
    assert "target 5" in picture.alt
    assert [row[2] for row in picture.table.rows][:2] == ["5", "enough"]


def test_the_whole_profile_marks_targets_too(questionnaire: Questionnaire, results: Results, fonts: Fonts) -> None:
    """In the terminal as on paper, with words below; nothing where none was chosen."""
    first = questionnaire.blocks[0].subdimensions[0].id

    def squares(result: Result, medium: Medium = PRINT) -> int:
        scene = profile.picture(questionnaire, result, "en", width=400, medium=medium).scene
        return sum(isinstance(shape, Marker) and shape.sign == "open-square" for shape in scene.flat())

    wanted = aiming(results["wexcombe"], {first: 5})
    for medium in (PRINT, TERMINAL):
        assert squares(results["wexcombe"], medium) == 0
        assert squares(wanted, medium) == 2  # one is in the legend
    assert wrong_on_paper("profile", profile.picture(questionnaire, wanted, "fr"), fonts) == []
    drawn = profile.picture(questionnaire, wanted, "fr", width=400, medium=TERMINAL)
    assert wrong_in_terminal("profile", drawn, 80) == []


def test_what_is_reached_by_all_is_the_ground(questionnaire: Questionnaire, results: Results) -> None:
    """Tinted where it is sure; only a dashed edge where missing answers make it an upper bound."""

    def grounds(authority: str) -> tuple[int, int]:
        result = results[authority]
        shapes = [*parts.picture(questionnaire, result, "en", blocks=(result.blocks[0].id,)).scene.flat()]
        tinted = [shape for shape in shapes if isinstance(shape, Rect) and shape.fill == "step1"]
        edges = [shape for shape in shapes if isinstance(shape, Line) and shape.dash and shape.x1 == shape.x2]
        return len(tinted), len(edges)

    assert grounds("wexcombe") == (1, 0)
    assert grounds("pays-ervance") == (0, 1)


def test_missing_answers_are_counted_only_where_there_are_some(questionnaire: Questionnaire, results: Results) -> None:
    """One of three where it matters, nothing where every question was answered."""

    def said(authority: str) -> str:
        result = results[authority]
        drawn = parts.picture(questionnaire, result, "en", blocks=(result.blocks[0].id,))
        return " ".join(shape.text for shape in drawn.scene.flat() if isinstance(shape, Text))

    assert "answers: 1 of 3" in said("pays-ervance")
    assert "answers:" not in said("wexcombe")


def test_the_overview_shows_every_known_part_and_both_levels(questionnaire: Questionnaire, results: Results) -> None:
    """A sign a part, none upon another; the two levels printed at the end of the line."""
    result = results["rochelande"]
    dimensions = [block for block in result.blocks if block.kind == "dimension"]
    picture = overview.picture(questionnaire, result, "en")
    drawn = [shape for shape in picture.scene.flat() if isinstance(shape, Marker) and shape.x > 130]
    texts = [shape.text for shape in picture.scene.flat() if isinstance(shape, Text)]
    signs = [sign for sign in drawn if sign.y > 20]

    assert len({(sign.x, sign.y) for sign in signs}) == sum(len(block.subdimensions) for block in dimensions)
    assert {f"{block.profile_level:.1f}" for block in dimensions} <= set(texts)
    assert picture.alt.startswith("Levels of the dimensions.")


def test_plots_of_one_report_share_their_scale(questionnaire: Questionnaire, results: Results) -> None:
    """Level 3 stands at the same place in every dimension, whatever the length of its figures."""
    known = results["wexcombe"]
    last = known.blocks[-1]
    unsure = last.subdimensions[0].model_copy(update={"bounds": Interval(low=1.5, high=3.5)})
    opened = last.model_copy(update={"subdimensions": (unsure, *last.subdimensions[1:])})
    result = known.model_copy(update={"blocks": (*known.blocks[:-1], opened)})

    def three(block: str) -> float:
        scene = parts.picture(questionnaire, result, "fr", blocks=(block,), width=265).scene
        return next(shape.x for shape in scene.flat() if isinstance(shape, Text) and shape.text == "3")

    assert len({three(block.id) for block in questionnaire.blocks}) == 1

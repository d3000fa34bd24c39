"""The picture of what changed between two waves, and its words."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from maturity.charts import change, svg, terminal
from maturity.charts.changes import Story
from maturity.charts.medium import TERMINAL, Medium
from maturity.charts.pdf import Fonts
from maturity.charts.scene import Marker, Text
from maturity.charts.telling import parts
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Answer
from maturity.scoring.changes import BlockChange
from maturity.scoring.comparison import Assessed, compare
from maturity.scoring.evaluation import evaluate
from tests.charts.test_layout import wrong_in_terminal, wrong_on_paper
from tests.charts.test_pdf import written
from tests.scoring.waves import wave

GOLDEN = Path(__file__).parent / "golden"
WRITE = bool(os.environ.get("MATURITY_WRITE_GOLDEN"))  # read before the tests' environment is cleaned


def story(questionnaire: Questionnaire, language: str, first: str = "2024", *, unknown: int = 0) -> Story:
    """From one wave to 2026; ``unknown``: every so many answers of the later one are missing."""
    sides = []
    for year in (first, "2026"):
        given = wave(questionnaire, year)
        if unknown and year == "2026":
            answers = dict(given.answers)
            answers |= dict.fromkeys([*answers][::unknown], Answer(missing="dont-know"))
            given = given.model_copy(update={"answers": answers})
        sides.append(Assessed(questionnaire, given, evaluate(questionnaire, given)))
    return Story(compare(sides[0], sides[1]), questionnaire, questionnaire, language)


def check(name: str, text: str) -> None:
    """The approved text, or the new one where asked for."""
    file = GOLDEN / name
    if WRITE:
        file.write_text(text, encoding="utf-8", newline="\n")

    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_picture_is_the_approved_one(questionnaire: Questionnaire, language: str) -> None:
    """On 80 columns, and as SVG."""
    told = story(questionnaire, language, unknown=7)
    drawn = change.picture(told, width=400, medium=TERMINAL)
    rows = ["".join(segment.text for segment in row).rstrip() for row in terminal.draw(drawn.scene)]

    check(f"change-{language}.txt", "\n".join(rows) + "\n")
    check(f"change-{language}.svg", svg.render(change.picture(told)))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("unknown", [0, 2, 3])
@pytest.mark.parametrize("first", ["2022", "2026"])
def test_every_text_is_whole(
    questionnaire: Questionnaire, fonts: Fonts, language: str, unknown: int, first: str
) -> None:
    """Nothing covers anything or leaves the picture: on paper, and on screens from 60 to 160 columns."""
    told = story(questionnaire, language, first, unknown=unknown)

    for width in (275, 460):  # beside a text, and across the page
        assert wrong_on_paper("change", change.picture(told, width=width), fonts) == []
    for columns in (60, 80, 110, 160):
        for medium in (TERMINAL, Medium(fixed=True, rows=14)):
            drawn = change.picture(told, width=columns * 5.0, medium=medium)
            assert wrong_in_terminal("change", drawn, columns) == []


def test_the_page_of_a_report_can_draw_it(questionnaire: Questionnaire, fonts: Fonts) -> None:
    """The third back end takes every shape of it."""
    scene = change.picture(story(questionnaire, "en")).scene

    assert "2.0 → 3.7 +1.7" in written(scene, fonts).pages[0].extract_text()


def test_the_words_say_the_finding(questionnaire: Questionnaire) -> None:
    """How many points rose and fell, and which moved most."""
    assert change.picture(story(questionnaire, "en")).alt == (
        "Since 2024: 7 parts rose. 13 parts show no clear change. Most of all: Online services and exchanges between "
        "systems from 2.0 to 3.7, Citizens in decisions from 1.3 to 2.7 and Ways of working and deciding from 2.7 to "
        "3.7."
    )


def test_the_table_has_every_level(questionnaire: Questionnaire) -> None:
    """Dimensions and points, before, after, difference, and what the difference is called."""
    table = change.picture(story(questionnaire, "fr")).table

    assert ("T3 Services en ligne et échanges entre logiciels", "2,0", "3,7", "+1,7", "plus haut") in table.rows
    assert ("T2 Données et cartes", "3,7", "3,0", "(−0,7)", "pas de changement net") in table.rows
    assert ("T4 Confiance\u00a0: sécurité, vie privée, maîtrise", "3,7", "3,7", "=", "comme avant") in table.rows
    assert {len(row) for row in table.rows} == {len(table.headers)}


def test_a_difference_is_that_of_the_figures_shown(questionnaire: Questionnaire) -> None:
    """1.7 → 2.3 is +0.6 for whoever does the sum, though the exact levels are 0.667 apart."""
    told = story(questionnaire, "en")
    moved = told.comparison.moved[0].model_copy(update={"before": 1.667, "after": 2.334, "difference": 0.667})

    assert (told.levels(moved), told.difference(moved)) == ("1.7 → 2.3", "+0.6")


def test_an_upper_bound_stays_one(questionnaire: Questionnaire) -> None:
    """A level that missing answers make an upper bound is told as one in the comparison, too."""
    told = story(questionnaire, "en")
    first, *rest = told.comparison.blocks

    def secured(one: int, other: int, **most: bool) -> str:
        block = first.model_copy(update={"secured_before": one, "secured_after": other, **most})
        changed = replace(told, comparison=told.comparison.model_copy(update={"blocks": (block, *rest)}))
        return next(part for part in parts(changed) if part.name == "everywhere").sentences[0]

    assert secured(2, 3, secured_after_at_most=True).endswith(": 2, now at most 3.")
    assert secured(2, 2, secured_before_at_most=True).endswith(": at most 2, now 2.")
    alike = replace(told, comparison=told.comparison.model_copy(update={"blocks": (_alike(first),)}))
    (line,) = next(part for part in parts(alike) if part.name == "everywhere").sentences
    assert line.startswith("As before: ")
    assert line.endswith(" at most 2.")


def _alike(block: BlockChange) -> BlockChange:
    levels = {"secured_before": 2, "secured_after": 2, "secured_before_at_most": True, "secured_after_at_most": True}
    return block.model_copy(update=levels)


def test_what_counts_besides_the_levels_is_in_the_finding(questionnaire: Questionnaire) -> None:
    """A condition that is met now, or no longer; a point to watch that came or went, in words of its own."""
    told = story(questionnaire, "en", "2026")
    gate = next(one for one in told.comparison.gates if one.id == questionnaire.readiness.gates[0].id)
    watch = next(one.id for one in questionnaire.readiness.gates if one.kind == "pattern")

    def turned(before: str, after: str, id: str = gate.id) -> Story:
        change = gate.model_copy(update={"id": id, "before": before, "after": after, "status": "changed"})
        return replace(told, comparison=told.comparison.model_copy(update={"gates": (change,)}))

    def said(one: Story) -> tuple[str, ...]:
        return next(part for part in parts(one) if part.name == "gates").sentences

    assert turned("unmet", "met").finding().endswith("Now met: “The base is stable”.")
    assert turned("met", "unmet").finding().endswith("No longer met: “The base is stable”.")
    assert turned("unknown", "met").finding() == told.headline()
    assert "can turn with a small difference" in said(turned("unmet", "met"))[0]
    assert said(turned("absent", "present", watch)) == ("New point to watch: A targeted, experimental practice.",)
    assert said(turned("present", "absent", watch)) == ("Gone: A targeted, experimental practice.",)


def test_answers_that_rose_and_fell_stand_apart_with_their_codes(questionnaire: Questionnaire) -> None:
    """And a name without a code begins small inside a sentence."""
    told = story(questionnaire, "en")
    up, *others = told.comparison.items
    fell = others[0].model_copy(update={"before": 4, "after": 3})
    found = {
        part.name: part.sentences
        for part in parts(replace(told, comparison=told.comparison.model_copy(update={"items": (up, fell)})))
    }

    assert [len(found[name]) for name in ("up", "down")] == [1, 2]  # the last says how many stayed
    assert f"({up.item}) {up.before}\u00a0→\u00a0{up.after}" in found["up"][0]
    assert f"({fell.item}) 4\u00a0→\u00a03" in found["down"][0]
    mode = told.comparison.placements[-1]
    assert re.match(r"[A-Z][a-z ]+ in 2024, [a-z ]+ in 2026\.|As in 2024: [a-z ]+\.", told.placement(mode))


@pytest.mark.parametrize("status", ["changed", "perhaps"])
def test_a_change_to_what_is_not_known_yet_is_not_called_clear(questionnaire: Questionnaire, status: str) -> None:
    """Another label than before, but which one depends on missing answers: that is said, and not “clear”."""
    told = story(questionnaire, "en")
    one = told.comparison.placements[0]
    now = one.after.model_copy(update={"status": "undetermined", "labels": ("III", "IV")})
    before = one.before.model_copy(update={"status": "determined", "labels": ("I",)})
    words = told.placement(one.model_copy(update={"status": status, "before": before, "after": now, "share": 0.9}))

    assert "which one cannot be told yet" in words
    assert "clear" not in words
    assert "likely" not in words


def test_where_few_rows_are_left_the_dimensions_stand_alone(questionnaire: Questionnaire) -> None:
    """The points of practice blocks stay: nothing else stands for them."""
    drawn = change.picture(story(questionnaire, "en"), width=380, medium=Medium(fixed=True, rows=14))
    texts = " ".join(shape.text for shape in drawn.scene.flat() if isinstance(shape, Text))

    assert "Data and maps" not in texts
    assert "Citizens in decisions" in texts


def test_a_wave_against_itself_has_one_sign_on_another(questionnaire: Questionnaire) -> None:
    """Nothing moved: each ring lies under its dot, and the words say so."""
    told = story(questionnaire, "en", "2026")
    signs = [shape for shape in change.picture(told).scene.flat() if isinstance(shape, Marker)]
    pairs = zip(signs[:-2:2], signs[1:-2:2], strict=True)  # the last two stand in the legend

    assert all((first.x, first.y) == (second.x, second.y) for first, second in pairs)
    assert told.headline() == told.finding() == "Since 2026: no level changed clearly."


def test_every_part_has_something_to_say(questionnaire: Questionnaire) -> None:
    """A heading never stands over nothing; what missing answers leave open is named."""
    told = {part.name: part for part in parts(story(questionnaire, "en", unknown=2))}

    assert all(part.sentences for part in told.values())
    assert "questionnaire" not in told
    assert "too few answers in 2026" in " ".join(told["refused"].sentences)
    assert told["open"].sentences[0][0].isupper()

"""What is said of the parts of a dimension."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.report.matter import Matter
from maturity.report.sections.parts import chapter_finding, finding, lowest_answers, noted, targets
from maturity.report.sections.phrases import capital, item_named
from maturity.response.model import Answer, Response
from tests.report.conftest import matter, words


def answering(questionnaire: Questionnaire, response: Response, levels: Mapping[str, int]) -> Response:
    """The same authority, every item of a sub-dimension at one level; the others at 3."""
    answers = {item.id: Answer(level=levels.get(item.subdimension, 3)) for item in questionnaire.items}
    return response.model_copy(update={"answers": answers})


@pytest.fixture
def first(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The parts of the first dimension."""
    return tuple(part.id for part in questionnaire.blocks[0].subdimensions)


def test_what_all_reach_is_said_of_all_and_the_weakest_of_itself(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...]
) -> None:
    """One part at 1 does not make the whole dimension a beginning."""
    told = matter(questionnaire, answering(questionnaire, village, {first[0]: 1, first[1]: 4}), "en")
    said = finding(told, told.result.blocks[0])
    names = [told.block_names[part] for part in first]

    assert said == (
        f"Not every part has reached level 2 yet. Strongest: “{names[1]}” (4.0). Weakest: “{names[0]}” (1.0)."
    )


def test_many_parts_of_one_level_are_counted(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...]
) -> None:
    """Three names would hide that three are one finding; where all are equal none is weakest."""
    told = matter(questionnaire, answering(questionnaire, village, {first[0]: 2}), "en")

    assert "Strongest: three parts (3.0)." in finding(told, told.result.blocks[0])
    assert finding(told, told.result.blocks[1]) == "Every part reaches level 3. All parts stand at the same level: 3.0."


def test_parts_that_are_counted_are_found_by_their_dimension(questionnaire: Questionnaire, village: Response) -> None:
    """Which dimensions they lie in, where that tells something."""
    first, second, *_ = questionnaire.blocks
    low = [*[part.id for part in first.subdimensions[:2]], second.subdimensions[0].id]
    told = matter(questionnaire, answering(questionnaire, village, dict.fromkeys(low, 2)), "en")
    names = [block.name["en"].lower() for block in (first, second)]

    assert chapter_finding(told) == (
        f"Strongest: 13 parts (3.0). Weakest: three parts, in {names[0]} and {names[1]} (2.0)."
    )


def test_a_margin_is_told(questionnaire: Questionnaire, village: Response, first: tuple[str, ...]) -> None:
    """A part a little below the secured level is not hidden."""
    given = answering(questionnaire, village, {})
    item = next(item.id for item in questionnaire.items if item.subdimension == first[0])
    told = matter(questionnaire, given.with_answer(item, Answer(level=2)), "en")

    assert finding(told, told.result.blocks[0]).startswith("Every part reaches level 3, to within 0.5.")


def test_missing_answers_make_it_a_bound_and_name_no_strongest(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...]
) -> None:
    """What is not known could be the strongest part of all."""
    given = answering(questionnaire, village, {first[0]: 2})
    lost = [item.id for item in questionnaire.items if item.subdimension == first[1]]
    answers = {**given.answers, **dict.fromkeys(lost, Answer(missing="dont-know"))}
    told = matter(questionnaire, given.model_copy(update={"answers": answers}), "en")
    name = told.block_names[first[0]]

    assert finding(told, told.result.blocks[0]) == (
        f"Every part reaches level 2 at most: answers are missing. Weakest, as far as is known: “{name}” (2.0)."
    )


def test_no_answer_finds_nothing(questionnaire: Questionnaire, village: Response) -> None:
    """Neither for a dimension nor for all of them."""
    told = matter(questionnaire, village.model_copy(update={"answers": {}}), "en")
    parts = [part for block in told.dimensions for part in block.subdimensions]

    assert finding(told, told.result.blocks[0]) == "Too few answers to say what every part reaches."
    assert chapter_finding(told).startswith(f"{len(parts)} of the {len(parts)} parts are not known yet")
    assert lowest_answers(told, told.result.blocks[0]) == []


def test_the_lowest_answers_of_the_weakest_part_say_what_limits(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...]
) -> None:
    """At most two, all of one level, none of another part."""
    given = answering(questionnaire, village, {first[0]: 2})
    items = [item.id for item in questionnaire.items if item.subdimension == first[0]]
    told = matter(questionnaire, given.with_answer(items[-1], Answer(level=1)))

    assert lowest_answers(told, told.result.blocks[0]) == [(items[-1], 1)]
    assert lowest_answers(matter(questionnaire, given), told.result.blocks[0]) == [(item, 2) for item in items[:2]]


def test_targets_are_told_with_what_is_still_to_reach(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...]
) -> None:
    """Reached, to reach, or enough; without targets there is no line."""
    given = answering(questionnaire, village, {})
    wanted = {first[0]: 3, first[1]: 4, first[2]: "enough"}
    told = matter(questionnaire, given.model_copy(update={"targets": wanted}), "en")
    (line,) = targets(told, told.result.blocks[0])
    said = str(line[1])

    assert "level 3, reached" in said
    assert "level 4, still to reach" in said
    assert "enough as it is" in said
    assert targets(told, told.result.blocks[1]) == []


def with_notes(village: Response, notes: Mapping[str, str]) -> Response:
    """The same with notes by item."""
    answers = dict(village.answers)
    for item, note in notes.items():
        answers[item] = village.answer(item).model_copy(update={"note": note})
    return village.model_copy(update={"answers": answers})


def test_notes_are_quoted_with_what_they_are_about_and_cut_where_they_are_long(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...]
) -> None:
    """A short one whole; a long one ends at a word, and the annex is named."""
    items = [item for item in questionnaire.items if item.subdimension == first[0]]
    told = matter(questionnaire, with_notes(village, {items[0].id: "Fibre\nin May", items[1].id: "mot " * 200}))
    (short, long), more = noted(told, set(first))

    assert [getattr(piece, "text", piece) for piece in short] == [
        f"{capital(item_named(told, items[0].id))} ",
        "«\u00a0Fibre in May\u00a0»",
        "",
    ]
    assert str(long[1]).endswith("mot…\u00a0»")
    assert "la suite en annexe" in getattr(long[2], "text", "")
    assert more == 0


def test_many_notes_are_counted(questionnaire: Questionnaire, village: Response) -> None:
    """The page stays a page; how many more there are is said."""
    notes = {item.id: "A note." for item in questionnaire.items}
    told = matter(questionnaire, with_notes(village, notes), "en")
    lines, more = noted(told, {item.subdimension for item in questionnaire.items})

    assert len(lines) + more == len(notes)
    assert more > 0


def test_the_chapter_tells_targets_notes_and_what_limits(
    questionnaire: Questionnaire, village: Response, first: tuple[str, ...], written: Callable[..., Path]
) -> None:
    """All of it reaches the page, in both languages."""
    item = next(item.id for item in questionnaire.items if item.subdimension == first[0])
    given = with_notes(village, {item: "A bell without a clapper."}).model_copy(update={"targets": {first[0]: 5}})

    said = words(written(given, "en"))
    assert "Your targets:" in said
    assert said.count("A bell without a clapper.") >= 1
    assert "What limits it, in your answers" in said
    french = words(written(given, "fr"))
    assert "Vos objectifs" in french
    assert "Noté avec les réponses" in french


def test_every_example_is_told_whole(questionnaire: Questionnaire, responses: Mapping[str, Response]) -> None:
    """No finding is empty or holds a placeholder, whatever the answers."""
    for given in responses.values():
        for language in ("fr", "en"):
            told: Matter = matter(questionnaire, given, language)
            for said in (chapter_finding(told), *(finding(told, block) for block in told.dimensions)):
                assert said.endswith(".")
                assert "{" not in said

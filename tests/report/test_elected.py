"""The page for elected members and the two pages for a meeting: what they say in each case, and that they hold."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from io import BytesIO

import pytest
from pypdf import PdfReader

from maturity.questionnaire.cases import read_cases
from maturity.questionnaire.cases import response as of_case
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.report import actions
from maturity.report.document import render
from maturity.report.matter import Matter
from maturity.report.sections import gist, phrases
from maturity.response.model import Answer, Response
from maturity.scoring.result import BlockResult, Interval, PlacementResult, StabilityResult, SubdimensionResult
from tests.report.conftest import ROOT, matter, with_form

Responses = Mapping[str, Response]
GARDEN = ROOT / "tests/questionnaires/garden/v1"
LANGUAGES = ["fr", "en"]


def pages(told: Matter, *, short: bool = True) -> list[str]:
    """The text of each page, as one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(render(told, short=short)[0])).pages]


def unusual(questionnaire: Questionnaire, village: Response) -> dict[str, Response]:
    """The village, in the cases that are not those of the examples, by a name for each."""
    screening = next(one.screening for one in questionnaire.placements if one.screening)
    name = "Syndicat intercommunal à vocation multiple de la vallée supérieure et des coteaux réunis " * 3
    return {
        "no project": village.model_copy(update={"profile": {**village.profile, screening.question: screening.answer}}),
        "no answer": village.model_copy(update={"answers": {}, "helix": (), "portfolio": {}, "profile": {}}),
        "nobody knows": village.model_copy(
            update={"answers": {item.id: Answer(missing="dont-know") for item in questionnaire.items}}
        ),
        "all at the lowest": village.model_copy(
            update={"answers": {item.id: Answer(level=1) for item in questionnaire.items}}
        ),
        "all at the highest": village.model_copy(
            update={"answers": {item.id: Answer(level=questionnaire.levels) for item in questionnaire.items}}
        ),
        "long name": village.model_copy(
            update={"authority": village.authority.model_copy(update={"name": name.strip()[:200]})}
        ),
        **{form.id: with_form(questionnaire, village, form.id) for form in questionnaire.forms},
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_report_is_two_pages(questionnaire: Questionnaire, responses: Responses, language: str) -> None:
    """One sheet, for every authority and however unusual its answers: the council's page, then the other."""
    every = {**responses, **unusual(questionnaire, next(iter(responses.values())))}
    told = {name: pages(matter(questionnaire, answers, language)) for name, answers in every.items()}

    assert {name: len(found) for name, found in told.items() if len(found) != 2} == {}
    caution = " ".join(phrases.no_grade(matter(questionnaire, next(iter(responses.values())), language)).split())
    assert [name for name, found in told.items() if caution not in found[0]] == []


@pytest.mark.parametrize("form", ["short", "placement", "full"])
def test_two_pages_whatever_is_not_known(questionnaire: Questionnaire, village: Response, form: str) -> None:
    """Low answers, a long name, much that nobody knew: what page two can do without goes before it runs over."""
    chance = random.Random(20261123)  # noqa: S311 - no secret
    authority = village.authority.model_copy(update={"name": "Communauté d’agglomération du Val d’Ourlène-et-Ervance"})
    for share in (0.0, 0.2, 0.4, 0.6, 0.8):
        answers = {
            item: Answer(missing="dont-know", language="fr")
            if chance.random() < share
            else Answer(level=chance.choice((1, 1, 2)), language="fr")
            for item in questionnaire.form(form).items
        }
        use = village.questionnaire.model_copy(update={"form": form})
        values = {"answers": answers, "questionnaire": use, "authority": authority}

        assert render(matter(questionnaire, village.model_copy(update=values)), short=True)[1].pages == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_questionnaire_has_its_two_pages(language: str) -> None:
    """Other dimensions, one placement, no code: the same two pages."""
    garden = read(GARDEN)
    told = [pages(matter(garden, of_case(case, garden), language)) for case in read_cases(GARDEN)]

    assert [len(found) for found in told] == [2] * len(told)


def test_the_page_is_one_page_of_the_full_report(questionnaire: Questionnaire, responses: Responses) -> None:
    """It begins and ends on the page after the cover."""
    answers = next(iter(responses.values()))
    found = pages(matter(questionnaire, answers, "en"), short=False)
    second = found[1]

    assert "One page for elected members" in second
    assert second.count("the dimensions cannot be added up") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_and_no_share_is_on_the_page(questionnaire: Questionnaire, responses: Responses, language: str) -> None:
    """No percentage, no membership, no level with a decimal, no code of a question or of a part."""
    codes = {*questionnaire.item_ids, *questionnaire.subdimensions}
    for answers in [*responses.values(), *unusual(questionnaire, next(iter(responses.values()))).values()]:
        page = pages(matter(questionnaire, answers, language))[0]

        assert re.findall(r"\d\s?%|\b\d[.,]\d", page) == []
        assert codes & {*re.findall(r"[\w.-]+", page)} == set()


def test_the_weakest_part_is_named_and_not_said_of_the_whole(
    questionnaire: Questionnaire, responses: Responses
) -> None:
    """Where one part is at the bottom, the reading of the lowest level is nowhere on the page."""
    lowest = {block.id: block.level_readings[0]["en"] for block in questionnaire.blocks}
    seen = 0
    for answers in responses.values():
        told = matter(questionnaire, answers, "en")
        page = pages(told)[0]
        for block in told.dimensions:
            if block.secured_level == 1:
                seen += 1
                assert all(told.block_names[part] in page for part in block.limited_by)
            assert lowest[block.id] not in page

    assert seen


def part(level: float | None, id: str = "a") -> SubdimensionResult:
    """A sub-dimension at this level."""
    bounds = Interval(low=level or 1, high=level or 5)
    return SubdimensionResult(id=id, level=level, bounds=bounds, median=level, valid=3, asked=3, indicative=False)


def block(secured: int | None, *levels: float | None, upper: bool = False) -> BlockResult:
    """A dimension with these parts."""
    known = [level for level in levels if level is not None]
    return BlockResult(
        id="x", kind="dimension", profile_level=None, profile_bounds=None, secured_level=secured,
        secured_is_upper_bound=upper, limited_by=tuple(str(n) for n, one in enumerate(levels) if one == min(known)),
        dont_know_share=0, unanswered=0, indicative=False,
        subdimensions=tuple(part(level, str(n)) for n, level in enumerate(levels)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (block(3, 3.0, 4.0), "Everywhere at least: organised and stable."),
        (block(5, 5.0, 5.0), "Everywhere: shared and improved."),
        (block(3, 2.8, 4.0), "Everywhere, or nearly: organised and stable."),
        (block(1, 1.3, 4.0), "At least one part is only beginning."),
        (block(2, 2.0, None, upper=True), "Answers are missing to say what holds everywhere."),
        (block(None, 2.0, None), "Answers are missing to say what holds everywhere."),
    ],
)
def test_what_holds_everywhere_is_true_of_every_part(
    questionnaire: Questionnaire, village: Response, found: BlockResult, expected: str
) -> None:
    """In the words of the levels; never more than the weakest part allows, never the weakest part's for all."""
    assert phrases.everywhere(matter(questionnaire, village, "en"), found) == expected


def test_certainty_is_told_without_a_figure(questionnaire: Questionnaire, village: Response) -> None:
    """In a few words for each status; the next nearest only where the result is not clear."""
    told = matter(questionnaire, village, "en")
    here = told.result.placements[0]
    other = next(one.id for one in questionnaire.placement(here.id).configurations if one.id != here.label)
    stability = here.stability
    assert stability is not None

    def sure(**changes: object) -> str:
        return phrases.sure(told, here.model_copy(update={"runner_up": other, **changes}))

    def of(word: str) -> StabilityResult:
        return stability.model_copy(update={"word": word})

    assert sure(stability=of("clear")) == "Result: clear."
    assert sure(stability=of("likely")).startswith("Result: likely; the nearest other one: type ")
    assert sure(stated=False) == "Suggested only: a short form cannot be sure."
    assert sure(status="borderline") == "The answers fall exactly on the line between them."
    assert sure(status="undetermined", missing_items=("a",)) == "One answer is missing to tell."
    assert sure(status="undetermined", missing_items=("a", "b")) == "2 answers are missing to tell."
    assert sure(status="screened-out") == "No type is proposed."


def test_the_sentence_says_what_remains_possible(questionnaire: Questionnaire, village: Response) -> None:
    """Two are named, more are counted; where all remain, none is suggested by being named."""
    told = matter(questionnaire, village, "en")
    here = told.result.placements[0]
    every = tuple(one.id for one in questionnaire.placement(here.id).configurations)
    names = [told.text(told.configuration(here.id, one).name) for one in every]

    def sentence(status: str, possible: tuple[str, ...]) -> tuple[str, str]:
        changes = {"status": status, "label": None, "possible_labels": possible}
        placed: PlacementResult = here.model_copy(update=changes)
        result = told.result.model_copy(update={"placements": (placed, *told.result.placements[1:])})
        now = Matter(told.questionnaire, told.response, result, told.voice)
        return gist.sentence(now), gist.placed(now, placed)

    assert sentence("borderline", every[:2])[0] == f"The answers fall exactly between “{names[0]}” and “{names[1]}”."
    two = sentence("undetermined", every[:2])[0]
    assert two == f"Answers are missing to decide between “{names[0]}” and “{names[1]}”."
    assert "three remain possible" in sentence("undetermined", every[:3])[0]
    suggested = here.model_copy(update={"stated": False})
    unsure = told.result.model_copy(update={"placements": (suggested,)})
    told_short = gist.sentence(Matter(told.questionnaire, told.response, unsure, told.voice))
    assert told_short.startswith("A short form suggests: ")
    said, card = sentence("undetermined", every)
    assert said == "Too many answers are missing to say which type this is."
    assert card == "Not determined yet"


def test_strongest_and_weakest_are_told_by_name(questionnaire: Questionnaire, responses: Responses) -> None:
    """A line each; equal parts have none, and nothing is said of what nobody answered."""
    for answers in responses.values():
        told = matter(questionnaire, answers, "en")
        for found in told.dimensions:
            lines = ["".join(piece if isinstance(piece, str) else piece.text for piece in one)
                     for one in gist.ends(told, found)]  # fmt: skip
            weak = [told.block_names[one] for one in found.limited_by]

            assert len(lines) in (1, 2)
            if any(part.bounds.low < part.bounds.high for part in found.subdimensions):
                assert any("so far" in line or "as far as is known" in line for line in lines)
            else:
                assert any(all(name in line for name in weak) or "same level" in line for line in lines)
    empty = matter(questionnaire, next(iter(responses.values())).model_copy(update={"answers": {}}), "en")
    assert [gist.ends(empty, found) for found in empty.dimensions] == [[]] * len(empty.dimensions)


def test_only_what_is_firm_is_called_so(questionnaire: Questionnaire, responses: Responses) -> None:
    """From the middle level on a part can be relied on; what is weaker is at most the furthest along."""
    seen = set()
    for answers in responses.values():
        told = matter(questionnaire, answers, "en")
        for found in told.dimensions:
            best = max(part.level or 0 for part in found.subdimensions)
            said = str(gist.ends(told, found))
            if "To rely on:" in said or "Furthest along:" in said:
                seen.add(best >= 3)
                assert ("To rely on:" in said) is (best >= 3)

    assert seen == {True, False}


def test_one_thing_to_watch_is_told_without_codes(questionnaire: Questionnaire, responses: Responses) -> None:
    """Its name, then what to do about it; much without an answer is said before all is called well."""
    for answers in responses.values():
        name, text = gist.watch(matter(questionnaire, answers, "en"))

        assert name == "" or name.endswith(".")
        assert not any(item in text for item in questionnaire.item_ids)
    village = next(iter(responses.values()))
    empty = village.model_copy(update={"answers": {}, "helix": (), "portfolio": {}, "profile": {}})
    assert "no answer yet" in gist.watch(matter(questionnaire, empty, "en"))[1]


def test_the_other_side_names_what_is_still_to_be_found_out(questionnaire: Questionnaire, responses: Responses) -> None:
    """By the names of the questions, a handful; every action, the months and the path are there."""
    told = next(
        one
        for one in (matter(questionnaire, answers, "en") for answers in responses.values())
        if any(placement.open_questions for placement in one.result.placements)
    )
    front, back = pages(told)
    first = next(one.item for placement in told.result.placements for one in placement.open_questions)

    assert "Still to be found out" in back
    assert phrases.capital(phrases.item_named(told, first)) in back
    for one in actions.found(told):
        assert one.action.split()[0] in back
    assert "Timetable" in back
    assert "Conditions to meet first" in back
    assert "overall" in front


def test_nothing_to_do_is_not_nothing_known(questionnaire: Questionnaire, village: Response) -> None:
    """Without priorities: all is at the highest level, or too little is known to propose anything."""
    every = unusual(questionnaire, village)

    assert "no action in particular" in pages(matter(questionnaire, every["all at the highest"], "en"))[1]
    back = pages(matter(questionnaire, every["nobody knows"], "en"))[1]
    assert "Finding out comes first" in back
    assert "no action in particular" not in back


def test_marks_are_on_both_pages(questionnaire: Questionnaire, village: Response) -> None:
    """An invented authority and answers edited by hand are told on every page, with edition, date and form."""
    told = matter(questionnaire, village.model_copy(update={"edited_by_hand": True}), "en")
    front, back = pages(told)

    assert all("Invented authority" in page and "edited outside the program" in page for page in (front, back))
    assert f"assessment {village.wave}" in front
    assert told.text(questionnaire.form(village.questionnaire.form).name) in front


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_says_whose_view_it_is(questionnaire: Questionnaire, responses: Responses, language: str) -> None:
    """That one person answered, or several agreed, and that nobody checked it, stands under the sentence."""
    for answers in list(responses.values())[:2]:
        alone = pages(matter(questionnaire, answers, language))[0]
        agreed = pages(matter(questionnaire, answers.model_copy(update={"kind": "consensus"}), language))[0]

        assert {"fr": "une seule personne (", "en": "one person answered ("}[language] in " ".join(alone.split())
        assert {"fr": "l’accord de celles", "en": "agreed on it"}[language] in " ".join(agreed.split())

"""All answers: whatever somebody chose, counted, named or wrote can be found in the report."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.cases import read_cases
from maturity.questionnaire.cases import response as of_case
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.report.composer import Composer
from maturity.report.sections import answers
from maturity.report.tagging.newspaper import Newspaper
from maturity.report.tagging.structure import Element
from maturity.report.tagging.text import Text
from maturity.report.words import Gate
from maturity.response.model import Answer, Response
from tests.report.conftest import ROOT, matter, with_form

GARDEN = ROOT / "tests/questionnaires/garden/v1"


def chapter(questionnaire: Questionnaire, response: Response, language: str = "en") -> Composer:
    """The chapter as it is declared, before it is set."""
    composer = Composer(Gate(), Element("Document"))
    composer.chapter("All answers", "answers")
    answers.write(matter(questionnaire, response, language), composer)
    return composer


def told(questionnaire: Questionnaire, response: Response, language: str = "en") -> str:
    """Its words in reading order, single spaces."""
    found: list[str] = []
    for thing in chapter(questionnaire, response, language).things:
        inside = thing.things if isinstance(thing, Newspaper) else [thing]
        found += [text.plain for text in inside if isinstance(text, Text)]
    return " ".join(" ".join(found).split())


def plain(text: str) -> str:
    """Single spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_answer_stands_with_its_question_and_sentence(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str
) -> None:
    """For all invented authorities: code, question, level, sentence, in this order."""
    for response in responses.values():
        said = told(questionnaire, response, language)
        for item in questionnaire.items:
            level = response.answer(item.id).level
            if level is not None:
                number = {"fr": f"Niveau {level}.", "en": f"Level {level}."}[language]
                sentence = item.levels[level - 1][language]
                expected = plain(f"{item.id} {item.stem[language]} {number} {sentence}")

                assert expected in said


def test_a_missing_answer_is_said_and_never_a_level(questionnaire: Questionnaire, village: Response) -> None:
    """Each of its kinds by its own words, after its question."""
    ids = questionnaire.item_ids[:3]
    reasons = ("dont-know", "not-applicable", "refused")
    response = village
    for id_, reason in zip(ids, reasons, strict=True):
        response = response.with_answer(id_, Answer(missing=reason))
    said = told(questionnaire, response)

    for id_, words in zip(ids, ("Don’t know.", "Not applicable.", "Left blank."), strict=True):
        assert plain(f"{questionnaire.item(id_).stem['en']} {words}") in said


def test_questions_that_the_form_does_not_ask_are_named(questionnaire: Questionnaire, village: Response) -> None:
    """So that nobody takes them for forgotten."""
    response = with_form(questionnaire, village, questionnaire.forms[0].id)
    said = told(questionnaire, response)
    unasked = [id_ for id_ in questionnaire.item_ids if id_ not in questionnaire.forms[0].items]

    assert f"Not asked by this form: {', '.join(unasked)}." in said
    assert "Not asked" not in told(questionnaire, village)


def test_notes_evidence_and_certainty_stand_below_the_answer(questionnaire: Questionnaire, village: Response) -> None:
    """To the letter, whatever is written in them."""
    note = "<b>not bold</b> & javascript:alert(1)"
    id_ = questionnaire.item_ids[0]
    answer = Answer(level=2, note=note, evidence="minutes of May", confidence=1, flagged=True)
    said = told(questionnaire, village.with_answer(id_, answer))

    sentence = plain(questionnaire.item(id_).levels[1]["en"])
    assert f"{sentence} {note} Evidence: minutes of May Not very sure · Marked to come back to" in said


def test_profile_own_view_and_counts_are_there(questionnaire: Questionnaire, village: Response) -> None:
    """Questions without levels too: a researcher needs them all."""
    said = told(questionnaire, village)

    for question in questionnaire.profile:
        assert plain(question.text["en"]) in said
        chosen = village.profile.get(question.id)
        for option in question.options:
            if option.code == chosen:
                assert plain(option.label["en"]) in said
            if question.kind == "counts" and option.code in village.portfolio:
                assert f"{option.label['en']}: {village.portfolio[option.code]}" in said


def test_targets_stand_at_their_part(questionnaire: Questionnaire, village: Response) -> None:
    """A level to reach, or that it is good enough."""
    first, second = list(questionnaire.subdimensions.values())[:2]
    said = told(questionnaire, village.model_copy(update={"targets": {first.id: 4, second.id: "enough"}}))

    assert f"{first.id} · {plain(first.name['en'])} Target: level 4." in said
    assert f"{second.id} · {plain(second.name['en'])} Good enough for us as it is." in said


def test_projects_are_told_cell_by_cell(questionnaire: Questionnaire, responses: Mapping[str, Response]) -> None:
    """By numbers with their meaning, and what was left open is said."""
    helix = questionnaire.helix
    assert helix is not None
    response = next(one for one in responses.values() if one.helix)
    project = response.helix[0]
    family, stage = helix.subsystems[0], helix.stages[0]
    cells = {**project.cells, family.id: {helix.stages[1].id: 2}}
    said = told(questionnaire, response.model_copy(update={"helix": (project.model_copy(update={"cells": cells}),)}))

    assert project.name in said
    assert f"{stage.name['en'].lower()} not answered · {helix.stages[1].name['en'].lower()} 2" in said
    assert all(plain(one["en"]).lower() in said.lower() for one in helix.cell_labels[family.cells])


def test_each_row_has_a_head_for_whoever_listens(questionnaire: Questionnaire, village: Response) -> None:
    """Table, row, head with its scope, cell: as many as there are answers."""
    document = chapter(questionnaire, village).root
    rows = [element for element in document.walk() if element.tag == "TR"]

    assert len(rows) == len(questionnaire.items) + len(questionnaire.profile) + sum(
        len(questionnaire.helix.subsystems) if questionnaire.helix else 0 for _ in village.helix
    )
    for row in rows:
        head, cell = row.kids
        assert isinstance(head, Element)
        assert isinstance(cell, Element)
        assert (head.tag, head.attributes["Scope"], cell.tag) == ("TH", "/Row", "TD")


def test_a_long_note_flows_over_columns_and_pages(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """All of its words come out, in order."""
    note = " ".join(f"w{number}" for number in range(1800))[:10_000]
    path = written(village.with_answer(questionnaire.item_ids[4], Answer(level=1, note=note)), "en")
    said = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True).stdout
    annex = said[said.rindex("w0 ") :]  # a chapter may quote it before
    numbers = [int(number) for number in re.findall(r"\bw(\d+)\b", annex)]

    assert numbers == sorted(numbers)
    assert len(numbers) >= len(note.split()) - 1


def test_another_questionnaire_has_its_answers_too() -> None:
    """The invented garden, in both its languages."""
    garden = read(GARDEN)
    for case in read_cases(GARDEN):
        response = of_case(case, garden)
        for language in garden.languages:
            said = told(garden, response, language)
            asked = garden.form(response.questionnaire.form).items
            for item in garden.items:
                assert (plain(item.stem[language]) in said) is (item.id in asked)

"""Method: formulas that can be followed with a calculator, limits, words, references."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.cases import read_cases
from maturity.questionnaire.cases import response as of_case
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.report.sections import worked
from maturity.report.sections.glossary import alphabetical, occurs
from maturity.report.words import Bold, Said
from maturity.response.model import Response
from tests.report.conftest import ROOT, matter, with_form, words

GARDEN = ROOT / "tests/questionnaires/garden/v1"
NUMBER = r"\d+(?:\.\d+)?"


def sentence(said: Said) -> str:
    """What is said, with plain spaces."""
    pieces = [said] if isinstance(said, str | Bold) else said
    return " ".join("".join(piece if isinstance(piece, str) else piece.text for piece in pieces).split())  # type: ignore[union-attr]


def examples(questionnaire: Questionnaire, response: Response, language: str = "en") -> list[str]:
    """The worked examples of a report."""
    return [sentence(said) for said in worked.examples(matter(questionnaire, response, language))]


def right(text: str) -> None:
    """Reckon an example again, from nothing but what is printed."""
    if " that is (" in text:
        summands, n, mean = re.search(rf"\(([\d +]+)\) ÷ (\d+) = ({NUMBER})\.", text).groups()  # type: ignore[union-attr]

        assert float(mean) == pytest.approx(sum(map(int, summands.split("+"))) / int(n), abs=0.005)
    elif " root " in text:
        root, product, level = re.search(rf"the (\w+) root of (.+) is ({NUMBER})\.", text).groups()  # type: ignore[union-attr]
        factors = [float(factor) for factor in product.split("×")]

        assert len(factors) == {"square": 2, "cube": 3, "fourth": 4, "fifth": 5}[root]
        assert float(level) == pytest.approx(math.prod(factors) ** (1 / len(factors)), abs=0.01)
    elif "not above" in text:
        lowest, margin, level = map(float, re.search(rf"({NUMBER}) \+ ({NUMBER}), which is (\d+)", text).groups())  # type: ignore[union-attr]

        assert level == max(1, math.floor(lowest + margin + 0.005))
    elif "exp(−x)" in text:
        found = re.search(rf"x = ({NUMBER}) × \(({NUMBER}) − ({NUMBER})\) ÷ \(({NUMBER}) − ({NUMBER})\)", text)
        odds, mean, middle, upper, lower = map(float, found.groups())  # type: ignore[union-attr]
        membership = float(re.search(rf"exp\(−x\)\) = ({NUMBER})", text)[1])  # type: ignore[index]

        assert membership == pytest.approx(1 / (1 + math.exp(-odds * (mean - middle) / (upper - lower))), abs=0.015)
    elif "the lowest of" in text:
        terms, label = re.search(rf"the lowest of (.+), which is ({NUMBER})\.", text).groups()  # type: ignore[union-attr]
        terms = re.sub(r"the highest of .*", "", terms)
        values = [float(value) for value in re.findall(rf"(?<!− )({NUMBER}) \(", terms)]
        values += [1 - float(value) for value in re.findall(rf"1 − ({NUMBER}) \(", terms)]

        assert all(float(label) <= value + 0.006 for value in values)
    else:
        assert "rounded" in text


def test_the_examples_can_be_reckoned_again(questionnaire: Questionnaire, responses: Mapping[str, Response]) -> None:
    """A mean, a geometric mean, a secured level, a membership and a label of every authority, by what is printed."""
    for response in responses.values():
        told = examples(questionnaire, response)

        assert len(told) >= 5
        for text in told:
            right(text)


def test_the_garden_has_its_own_examples() -> None:
    """Nothing in them belongs to one questionnaire."""
    garden = read(GARDEN)
    for case in read_cases(GARDEN):
        for text in examples(garden, of_case(case, garden)):
            right(text)


def test_without_answers_there_is_no_example(questionnaire: Questionnaire, village: Response) -> None:
    """Nothing is invented to show a formula."""
    assert examples(questionnaire, village.model_copy(update={"answers": {}})) == []


def test_limits_are_said(questionnaire: Questionnaire, village: Response, written: Callable[..., Path]) -> None:
    """Declared answers, one respondent, three cases, no interviews yet, no comparison; short forms."""
    said, short = words(written(village, "en")), words(written(with_form(questionnaire, village, "short"), "en"))

    assert "Answers are what people declare" in said
    assert "One person answered" in said
    assert said.count("The definitions have not been checked against the full texts yet.") == 2  # and by the references
    assert " ".join(questionnaire.findings_note["en"].split())[:80] in said
    assert "not meant for comparing authorities" in said
    assert "asks 21 of 60 questions" in short
    assert "of 60 questions:" not in said


def test_agreed_answers_have_another_limit(village: Response, written: Callable[..., Path]) -> None:
    """Where several agreed, nobody reads that one person answered."""
    said = words(written(village.model_copy(update={"kind": "consensus"}), "en"))

    assert "Several people agreed on these answers" in said
    assert "One person answered, in one role" not in said


def test_references_are_in_two_lists_with_links(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """Each once, those from memory with a sign that is explained; no word of another language about their state."""
    from pypdf import PdfReader

    path = written(village, "fr")
    said, pages = words(path), PdfReader(path).pages
    links = {note["/A"]["/URI"] for page in pages for note in page.get("/Annots", ()) if "/URI" in note.get("/A", {})}

    assert "Pour les questions" in said
    assert "Pour la méthode et le contexte" in said
    assert "to be checked" not in said
    assert "référence non confirmée ou incomplète" in said
    assert {f"https://doi.org/{source.doi}" for source in questionnaire.sources if source.doi} <= links


def test_words_are_in_the_order_of_the_alphabet(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """Whatever order the file has them in, accents and quotation marks aside."""
    said = words(written(village, "fr"))
    terms = [" ".join(entry.term["fr"].split()) for entry in questionnaire.glossary]
    places = {term: said.rindex(f"{term} – ") for term in terms if f"{term} – " in said}

    assert len(places) > 10
    assert sorted(places, key=places.__getitem__) == sorted(places, key=alphabetical)


def test_only_words_that_stand_in_the_report_are_explained(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """In the singular or the plural, with or without what stands in brackets; no term stands in its own entry alone."""
    said = words(written(village, "en"))
    terms = [entry.term["en"] for entry in questionnaire.glossary]
    printed = [term for term in terms if f"{term} – " in said]

    assert 0 < len(printed) < len(terms)
    assert occurs("Data protection officer (DPO)", "the dpo was asked")
    assert occurs("Capteur connecté", "des capteurs connectes")
    assert not occurs("GIS", "legislation registers")

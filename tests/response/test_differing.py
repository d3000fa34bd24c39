"""What two versions say differently is told, all of it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from maturity.locale import set_language
from maturity.response.described import differs
from maturity.response.differing import Difference, differences
from maturity.response.model import Answer, Project, Response
from maturity.response.rendering import dumps
from maturity.response.versions import Standing, version
from tests.response.samples import AIMING, BEGUN, SAMPLE, answers, responses


@given(responses, responses)
def test_told_just_where_something_differs(one: Response, other: Response) -> None:
    """None for the same answers, whenever and however often they were saved; some for others."""
    again = one.model_copy(update={"revision": 99, "updated": BEGUN, "edited_by_hand": True})
    assert differences(one, again) == ()

    unseen = {"revision": one.revision, "updated": one.updated, "edited_by_hand": one.edited_by_hand}
    same = _seen(one) == _seen(other.model_copy(update=unseen))
    assert (differences(one, other) == ()) == same


def _seen(response: Response) -> Response:
    read = {item: answer.model_copy(update={"language": None}) for item, answer in response.answers.items()}
    return response.model_copy(update={"answers": {item: one for item, one in read.items() if one != Answer()}})


@given(responses, answers)
def test_each_answer_has_its_place(response: Response, answer: Answer) -> None:
    """A changed answer is told once, under its item, and from both sides."""
    there, back = (differences(*pair) for pair in _both(response, response.with_answer("Z9.9", answer)))
    assert [one.place for one in there] == ([] if answer == Answer(language=answer.language) else ["Z9.9"])
    assert [(one.after, one.before) for one in there] == [(one.before, one.after) for one in back]


def _both(one: Response, other: Response) -> tuple[tuple[Response, Response], tuple[Response, Response]]:
    return (one, other), (other, one)


@pytest.mark.parametrize(
    ("changed", "expected", "words"),
    [
        ({"profile": {"Q0": "no"}}, Difference("profile", "Q0", "yes", "no"), "profile question Q0"),
        ({"helix": SAMPLE.helix[:1]}, Difference("project", "2"), "project 2 of the grid"),
        ({"helix": (Project(), Project())}, Difference("project", "1"), "project 1 of the grid"),
        ({"portfolio": {"trials": 40, "services": 0}}, Difference("count", "trials", "4", "40"), "trials 4 → 40"),
        ({"targets": dict(AIMING.targets) | {"B1": 4}}, Difference("target", "B1", "3", "4"), "the target of B1"),
        ({"wave": "2027"}, Difference("about", ""), "what it says of the authority, the role or the wave"),
        (
            {"answers": dict(AIMING.answers) | {"A1.10": Answer(level=1)}},
            Difference("answer", "A1.10", "4", "1"),
            "A1.10 4 → 1",
        ),
        (
            {"answers": dict(AIMING.answers) | {"A1.10": Answer(level=1, note="other")}},
            Difference("answer", "A1.10", "4", "1", words=True),
            "A1.10 4 → 1, with another note or mark",
        ),
        (
            {"answers": dict(AIMING.answers) | {"A1.3": Answer()}},
            Difference("answer", "A1.3", "not-applicable", ""),
            "A1.3 “not applicable” → not answered",
        ),
        ({"answers": dict(AIMING.answers) | {"B1.1": Answer()}}, Difference("words", "B1.1"), "B1.1: note or mark"),
    ],
)
def test_every_part(changed: dict[str, object], expected: Difference, words: str) -> None:
    """Each part of a response has its own words, which tell no note and no name."""
    other = AIMING.model_copy(update=changed)
    assert differences(AIMING, other) == (expected,)

    set_language("en")
    assert (
        differs(_standing(other)).replace("\N{NO-BREAK SPACE}", " ")
        == f"In the file, unlike the intact version: {words}."
    )


def test_a_long_list_is_counted() -> None:
    """Four places are told, the others counted; what says the same is said to do so."""
    many = AIMING.model_copy(update={"answers": {f"A{n}": Answer(level=1) for n in range(1, 6)}, "revision": 8})
    set_language("en")
    told = differs(_standing(many)).replace("\N{NO-BREAK SPACE}", " ")
    assert told.startswith("The intact version is one save older. In the file, your last save included: A1.2 3 → not")
    assert told.endswith("; 5 more places.")

    assert differs(_standing(AIMING.model_copy(update={"revision": 8}))) == "Both versions say the same."


def test_by_name_where_it_is_known() -> None:
    """Nobody sees the codes of questions while answering: their names are told, in the language in use."""
    changed = AIMING.model_copy(update={"answers": dict(AIMING.answers) | {"A1.10": Answer(level=1)}, "targets": {}})
    names = {"A1.10": {"fr": "le jardin", "en": "the garden"}, "B1": {"fr": "les outils"}}
    standing = replace(_standing(changed), names=names)
    for spoken, told in (("en", "the garden (A1.10) 4 → 1"), ("fr", "le jardin (A1.10) 4 → 1")):
        set_language(spoken)
        assert told in differs(standing).replace("\N{NO-BREAK SPACE}", " ")
    assert "les outils (B1)" in differs(standing)


def _standing(changed: Response) -> Standing:
    """The changed response as a file edited by hand, and the other as the version before it."""
    path = Path("r1.toml")
    text = dumps(changed).replace("schema = 1\n", "schema = 1 \n", 1)  # by hand: its last line fits no more
    file, before = version(path, "file", text.encode()), version(path, "previous", dumps(AIMING).encode())
    assert (file.state, before.state) == ("edited", "intact")
    return Standing(path, file, (before,))

"""A damaged text gives the answers of all lines that are whole, and never one that was not given."""

from __future__ import annotations

import random

import pytest

from maturity.errors import ResponseError
from maturity.response.legible import legible
from maturity.response.parsing import loads
from maturity.response.rendering import dumps
from tests.faults.damaged import response

WHOLE = dumps(response())
LINES = WHOLE.splitlines()
GIVEN = loads(WHOLE, "r1.toml").answers


def line_of(item: str) -> int:
    """The number of the line that an answer stands in."""
    return next(number for number, line in enumerate(LINES, 1) if line.startswith(f'"{item}"'))


FIRST, SECOND = list(GIVEN)[:2]


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (lambda line: line.removesuffix(" }"), True),
        (lambda line: line.replace('"', "", 1), True),
        (lambda line: line.replace(" = {", " {"), True),
        (lambda line: line + " merci", True),
        (lambda line: line.replace("level", "nivau"), True),
        (lambda line: line.replace("3", "99"), True),
        (lambda line: line.replace(" 3", ' "3"'), True),
        (lambda line: line.replace("{ level = 3 }", "3"), True),
        (lambda line: line + " # merci", False),
        (lambda line: line + "\n", False),
    ],
)
def test_one_line(damage: object, named: bool) -> None:
    """It is named, and the answers of all the others are there."""
    assert callable(damage)
    number = line_of(FIRST)
    text = "\n".join([*LINES[: number - 1], damage(LINES[number - 1]), *LINES[number:]])
    found, lines = legible(text.encode(), "r1.toml")

    assert lines == ((number,) if named else ())
    assert found.answers == {item: answer for item, answer in GIVEN.items() if item != FIRST or not named}


def test_a_word_that_is_none_elsewhere() -> None:
    """Without its wave or its start nobody knows what a response is: it is not read in part."""
    for word in ("wave", "started", "[answers]"):
        with pytest.raises(ResponseError):
            legible(WHOLE.replace(word, word.replace("a", "o"), 1).encode(), "r1.toml")


def test_a_letter_that_is_none() -> None:
    """In a text it stands as a question mark, and its line is named."""
    number = next(number for number, line in enumerate(LINES, 1) if "Pau" in line)
    for strange in (b"Pa\xff", b"Pa\0", b"Pa\x1b"):
        found, lines = legible(WHOLE.encode().replace(b"Pau", strange), "r1.toml")
        assert (found.authority.name, lines, found.answers) == ("Pa\N{REPLACEMENT CHARACTER}", (number,), GIVEN)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace("[answers]", "[answers", 1),  # else the answers would stand in the table before
        WHOLE.replace(f'"{FIRST}"', f'"{SECOND}"', 1),  # which of the two is wrong, nobody knows
        WHOLE.replace(" }", ""),  # too many
        WHOLE[:200],
        "",
        "\0" * 500,
    ],
)
def test_too_much_is_gone(text: str) -> None:
    """Nothing is made up; what is told is what is wrong with the text as it stands."""
    with pytest.raises(ResponseError):
        legible(text.encode(), "r1.toml")


def test_no_answer_is_made_up() -> None:
    """A thousand texts with a letter taken out, put in or changed: only the damaged line may say something else."""
    dice = random.Random(2027)  # noqa: S311 - no secret
    read = 0
    for _ in range(1000):
        place = dice.randrange(len(WHOLE))
        sign = dice.choice(['"', "{", "}", "[", "]", "=", "#", "\n", "3", "N", "\0", "é", ""])
        text = WHOLE[:place] + sign + WHOLE[place + dice.choice((0, 1)) :]
        touched = WHOLE.count("\n", 0, place) + 1
        try:
            found, _lines = legible(text.encode(), "r1.toml")
        except ResponseError:
            continue
        read += 1
        near = {item for item in GIVEN if abs(line_of(item) - touched) <= 1}  # a line feed taken out joins two lines
        assert {item: answer for item, answer in found.answers.items() if item in GIVEN and item not in near} == {
            item: answer for item, answer in GIVEN.items() if item not in near
        }, (place, sign)
        assert len(set(found.answers) - set(GIVEN)) <= 1
    assert read > 500

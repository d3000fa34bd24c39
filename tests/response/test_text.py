"""A response as text and back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings

from maturity.errors import ResponseError
from maturity.locale import set_language
from maturity.response.checksum import examine, seal
from maturity.response.file import dumps, loads
from maturity.response.model import Answer, Response
from tests.response.samples import AIMING, BEGUN, SAMPLE, responses

GOLDEN = Path(__file__).parent / "golden" / "r1.toml"


def body(**changes: str) -> str:
    """The sample's text without its last line, with some of its lines replaced by name."""
    lines = dumps(SAMPLE).splitlines()[:-1]
    return "\n".join(changes.pop(line.split(" ")[0].strip('"'), line) for line in lines) + "\n"


def faults(text: str) -> list[tuple[str, str]]:
    """Where and why of what is wrong with a text."""
    set_language("en")
    with pytest.raises(ResponseError) as caught:
        loads(text, "r1.toml")
    return [(problem.where, problem.why) for problem in caught.value.problems]


def test_golden() -> None:
    """The format is what a release wrote: this file opens for ever and is written again byte for byte."""
    text = GOLDEN.read_text("utf-8")

    assert loads(text, GOLDEN) == SAMPLE
    assert dumps(SAMPLE) == text
    assert examine(text.encode()).state == "intact"


def test_golden_with_targets() -> None:
    """Targets stand in a section of their own at the end; a file without them is what it was before there were any."""
    text = GOLDEN.with_name("r1-targets.toml").read_text("utf-8")

    assert loads(text, GOLDEN) == AIMING
    assert dumps(AIMING) == text
    assert text.startswith(dumps(SAMPLE).rpartition("# sha256")[0])
    assert "targets" not in dumps(SAMPLE)


@pytest.mark.parametrize("value", ['"Enough"', '"4"', "0", "10", "-1", "2.0", "true", "[1]", "{ }"])
def test_a_target_is_a_level_or_enough(value: str) -> None:
    """Whatever else stands there is told once, at its place."""
    ((where, why),) = faults(seal(body(wave='wave = "2026"') + f"\n[targets]\nA1 = {value}\n"))

    assert where == "r1.toml · targets › A1"
    assert why.startswith('A level to reach (1, 2, 3…) or "enough" is expected here, not')


@settings(max_examples=150, deadline=None)
@given(responses)
def test_round_trip(response: Response) -> None:
    """Any response is read as it was written, and the same response gives the same bytes."""
    text = dumps(response)
    again = loads(text, "any")

    assert dumps(again) == text
    assert again == response.model_copy(
        update={
            "helix": tuple(
                project.model_copy(update={"cells": {actor: cells for actor, cells in project.cells.items() if cells}})
                for project in response.helix
            )
        }
    )


def test_order_of_answering_does_not_show() -> None:
    """Two equal responses give equal bytes, in the natural order of ids."""
    turned = SAMPLE.model_copy(update={"answers": dict(reversed(list(SAMPLE.answers.items())))})

    assert dumps(turned) == dumps(SAMPLE)
    assert dumps(SAMPLE).index('"A1.2"') < dumps(SAMPLE).index('"A1.10"')


def test_what_is_empty_is_left_out() -> None:
    """An answer in which nothing was said has no line."""
    assert dumps(SAMPLE.with_answer("A9", Answer())) == dumps(SAMPLE)


def test_hostile_text_is_cleaned_before_it_is_written() -> None:
    """Escape sequences and invisible characters do not reach the file."""
    answer = Answer(level=1, note="\x1b]52;c;AAAA\x07a\u202eb\u200bc\r\nd")

    assert loads(dumps(SAMPLE.with_answer("A1.2", answer)), "x").answer("A1.2").note == "abc\nd"


def test_times_are_written_in_utc() -> None:
    """Whatever the zone, the file says the same moment in UTC."""
    elsewhere = SAMPLE.model_copy(update={"started": BEGUN.astimezone(timezone(timedelta(hours=-5)))})

    assert dumps(elsewhere) == dumps(SAMPLE)


def test_an_answer_is_a_level_or_a_reason() -> None:
    """A level and a reason for having none exclude each other, also where a model was changed unseen."""
    line = '"A1.2" = { level = 3, missing = "refused" }'
    unseen = Answer(level=3).model_copy(update={"missing": "refused"})

    assert faults(seal(body(**{"A1.2": line}))) == [
        ("r1.toml · answers › A1.2", "There is a level, and also a reason for having none.")
    ]
    with pytest.raises(ValueError, match="level-and-missing"):
        dumps(SAMPLE.with_answer("A1.2", unseen))


def test_a_newer_format_is_named_first() -> None:
    """Of a file from the future nothing is said but that it needs the latest version."""
    assert faults(seal(body(schema="schema = 999", wave="wave = { }"))) == [
        ("r1.toml", "This file was made by a newer version of maturity (format 999).")
    ]


@pytest.mark.parametrize("line", ["schema = 0", 'schema = "1"', "schema = true", "schema = 1.0"])
def test_an_impossible_format(line: str) -> None:
    """The first line must say a format that exists."""
    assert faults(seal(body(schema=line))) == [
        ("r1.toml · schema", "The first line does not say a format that exists.")
    ]


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-22",
        "2026-11-22T10:00:00",
        '"2026-11-22T10:00:00Z"',
        "1780000000",
        "0001-01-01T00:00:00+05:00",
        "1969-12-31T23:59:59Z",
    ],
)
def test_times_need_their_zone(value: str) -> None:
    """A time that could be any of 24, or none, is refused."""
    assert faults(seal(body(started=f"started = {value}"))) == [
        ("r1.toml · started", "A date and time with its zone is expected here.")
    ]


def test_all_problems_at_once() -> None:
    """Every fault of a file is told, each at its place."""
    text = body(revision="revison = 7", wave='wave = "a b"', **{"A1.2": '"A1.2" = { level = 6.0 }', "A1.3": "A1 = 4"})

    assert [where for where, _ in faults(seal(text))] == [
        "r1.toml · wave",
        "r1.toml · answers › A1.2 › level",
        "r1.toml · answers › A1",
        "r1.toml · revison",
    ]


def test_too_many_problems_are_counted() -> None:
    """Of a thousand faults fifty are told, and how many more there are."""
    lines = "\n".join(f'"A{n}" = {{ level = 77 }}' for n in range(1000))

    found = faults(seal(body(**{"A1.2": lines})))

    assert len(found) == 51
    assert found[-1] == ("r1.toml", "950 more problems of this kind.")


def test_too_long_is_told_and_not_cut() -> None:
    """A note beyond the limit is refused: cutting it would lose somebody's words."""
    line = f'"A1.2" = {{ level = 1, note = "{"x" * 10_001}" }}'

    assert faults(seal(body(**{"A1.2": line}))) == [
        ("r1.toml · answers › A1.2 › note", "The text is too long: 10000 characters at most.")
    ]


def test_naive_times_in_memory() -> None:
    """A time without zone, made by a program, is taken as this computer's."""
    naive = datetime(2026, 11, 22, 10)  # noqa: DTZ001 - the point of the test

    assert loads(dumps(SAMPLE.model_copy(update={"started": naive})), "x").started == naive.astimezone()

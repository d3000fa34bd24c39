"""The command line speaks one language at a time: help, names of values, and what click finds wrong with a call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir

from maturity.cli.main import cli, main
from maturity.cli.words import placeholder
from maturity.locale import domain, set_language, translate

TYPES = "TEXT INTEGER FLOAT RANGE BOOLEAN PATH FILE FILENAME FOLDER DIRECTORY CHOICE COMMAND ARGS"
ALIKE = {"usage", "option", "options", "argument", "arguments", "version"}  # in both languages
WRONG = [
    ("open",),
    ("opne",),
    ("--langue", "fr"),
    ("--lang", "de"),
    ("score", "a", "b"),
    ("score", "--jsn", "a"),
    ("new", "--population", "abc"),
    ("new", "--population", "-4"),
    ("new", "--population"),
    ("schema", "truc"),
    ("questionnaire",),
    ("questionnaire", "chek"),
    ("open", "nulle-part.toml"),
    ("score", "nulle-part.toml"),
    ("verify", "nulle-part.toml"),
    ("demo", "--files"),
]


def commands(
    command: click.Command = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, (*path, name))


EVERY = dict(commands())


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    set_language(None)


def said(capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "fr") -> str:
    """What a call prints, on both streams."""
    with pytest.raises(SystemExit):
        main(["--lang", language, *arguments])
    out, err = capsys.readouterr()
    return out + err


@cache
def english() -> frozenset[str]:
    """Words of click's own messages and types that no French translation of them has."""
    source = Path(click.__file__).parent
    messages: set[str] = set()
    for _name, _line, message, _comments, _context in extract_from_dir(
        source, [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)}
    ):
        messages.update([message] if isinstance(message, str) else message)
    here = {word for one in messages if translated(one) for word in words(domain("cli").spoken("fr")[0](one))}
    return frozenset(({word for one in messages for word in words(one)} | set(words(TYPES))) - here - ALIKE)


def translated(message: str) -> bool:
    """Whether click's message has French words."""
    return domain("cli").spoken("fr")[0](message) != message


def words(text: str) -> list[str]:
    """Words of three letters and more; neither options nor what stands in braces or as code."""
    return re.findall(r"[^\W\d_]{3,}", re.sub(r"--?[\w-]+|\{[^}]*\}|maturity [\w ]+", " ", text).casefold())


@pytest.mark.parametrize("path", EVERY, ids=lambda path: " ".join(path) or "maturity")
def test_help_has_no_english_word_of_click(capsys: pytest.CaptureFixture[str], path: tuple[str, ...]) -> None:
    """In French, a command's help is French: headings, names of values, the option --help itself."""
    names = {name for path in EVERY for name in path}

    assert set(words(said(capsys, *path, "--help"))) & english() - names == set()


@pytest.mark.parametrize("path", EVERY, ids=lambda path: " ".join(path) or "maturity")
def test_every_help_text_has_french_words(path: tuple[str, ...]) -> None:
    """What a command says of itself and of its options is translated, and fits where commands are listed."""
    command = EVERY[path]
    set_language("fr")
    own = [" ".join((command.help or "").split()), *filter(None, [command.short_help])]
    assert [text for text in own if translate(text) == text] == []
    assert not path or not command.get_short_help_str(59).endswith("...")

    french = [getattr(param, "help", None) for param in command.get_params(click.Context(command))]
    set_language("en")
    english = [getattr(param, "help", None) for param in command.get_params(click.Context(command))]
    assert [one for one, other in zip(english, french, strict=True) if one and one == other] == []


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_calls_are_told_in_french(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    """A missing value, a wrong option, a name that is almost right: no English word of click's, no straight quote."""
    told = said(capsys, *arguments)
    names = {name for path in EVERY for name in path} | {"truc", "result", "comparison"}

    assert set(words(told)) & english() - names == set(), told
    assert "'" not in told


def test_a_mistyped_command_finds_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Commands that were not imported yet are thought of, too."""
    assert "Did you mean “open”?" in said(capsys, "opne", language="en")


def test_a_parser_error_names_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    """An option without its value is told of the command that has it."""
    assert said(capsys, "new", "--wave", language="en").startswith("maturity new\n")


def test_help_follows_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    """The same process may speak one language after the other: nothing stays from the first."""
    before = said(capsys, "report", "--help", language="en")
    assert "FICHIER" in said(capsys, "report", "--help")

    assert said(capsys, "report", "--help", language="en") == before
    assert "Show this message and exit." in before


def test_control_characters_of_a_call_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """What is told of a wrong call cannot steer the terminal."""
    assert "\x1b" not in said(capsys, "score", "a", "\x1b[31mred")


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("FILE", "FICHIER"), ("[FOLDER]", "[DOSSIER]"), ("FILE...", "FICHIER..."), ("[fr|en]", "[fr|en]"), ("ID", "ID")],
)
def test_names_of_values(written: str, spoken: str) -> None:
    """Capitals that stand for a value are words; choices and signs stay."""
    set_language("fr")

    assert placeholder(written) == spoken

"""The registry of what can be typed: the short keys of the terminal, and words, always those of every language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from maturity.locale import LANGUAGES, domain
from maturity.text import clean_text

_WORDS = domain("plain")
_ = _WORDS.gettext


def N_(message: str) -> str:  # noqa: N802 - gettext's usual name
    """Marks a message for translation; it is looked up when used."""
    return message


@dataclass(frozen=True)
class Command:
    """Something a person can type. ``words``: several, with commas between; ``takes``: more may follow on the line."""

    id: str
    key: str
    words: str
    help: str
    takes: bool = False
    also: str = ""  # another key, that of the usual screen


COMMANDS: dict[str, Command] = {
    command.id: command
    for command in (
        Command("next", "", N_("next"), N_("Enter alone: next question")),
        Command("back", "b", N_("back, before"), N_("question before")),
        Command("dont_know", "?", N_("don't know, i don't know"), N_("a valid answer, never a low level")),
        Command("not_applicable", "x", N_("not applicable"), N_("where the question says so")),
        Command("repeat", "l", N_("repeat, again"), N_("read the question again")),
        Command("help", "h", N_("help"), N_("with this question; again: more; again: these commands")),
        Command("note", "n", N_("note, name"), N_("with or without its text on the same line"), takes=True),
        Command("evidence", "e", N_("evidence"), N_("what you could point to, written like a note"), takes=True),
        Command(
            "confidence",
            "c",
            N_("sure, confidence"),
            N_("how sure you are, with a number: c 1, c 2 or c 3"),
            takes=True,
        ),
        Command("flag", "f", N_("come back, later"), N_("mark the question, to come back to it; again: unmark")),
        Command("erase", "del", N_("erase, delete"), N_("take the answer away")),
        Command("take_back", "u", N_("undo"), N_("undo the last change"), also="z"),
        Command("put_back", "r", N_("redo"), N_("do again what was undone")),
        Command("goto", "g", N_("go to, go"), N_("to a question, by its number: g 12; g alone: all parts"), takes=True),
        Command(
            "search",
            "/",
            N_("search, find"),
            N_("in the questions, the help and the words explained: / word"),
            takes=True,
        ),
        Command("second", "p", N_("second project"), N_("in the grid: describe a second project")),
        Command("remove", "d", N_("take out"), N_("in the grid: take this project out, its name and its grid")),
        Command("skip", "", N_("skip"), N_("leave out the rest of a grid or of the counts")),
        Command("where", "", N_("where"), N_("where you are, and what is left")),
        Command("summary", "s", N_("results"), N_("as they stand; s 1: the first next step in full"), takes=True),
        Command(
            "targets", "o", N_("target, aim"), N_("where you want to go on this topic: o 4, o enough, o -"), takes=True
        ),
        Command("finish", "", N_("finish, end"), N_("what is missing or marked, and what one can do now")),
        Command("report", "w", N_("report"), N_("write the report as a PDF file")),
        Command("language", "", N_("language, lang"), N_("the other one; or language fr, language en"), takes=True),
        Command("quit", "q", N_("quit, leave, exit"), N_("leave; everything is kept")),
    )
}


@dataclass(frozen=True)
class Said:
    """What a line means: a command, ``number`` (digits) or ``text`` (anything else); ``rest`` is what followed it.

    ``short``: by its key, or by its word alone; only such a line is a command where free text is asked for.
    """

    id: str
    rest: str = ""
    short: bool = True


def plain(text: str) -> str:
    """Without capitals, accents and curly apostrophes: as people type."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _names() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for command in COMMANDS.values():
        keys = filter(None, (command.key, command.also))
        words = [word for code in LANGUAGES for word in _WORDS.spoken(code)[0](command.words).split(",")]
        names |= {tuple(plain(name).split()): command.id for name in (*words, *keys)}
    return names


def understand(line: str) -> Said:
    """What somebody typed; an empty line goes on."""
    text = clean_text(line, multiline=True, limit=1_000_000)
    if not text:
        return Said("next")
    if text.replace(" ", "").isascii() and text.replace(" ", "").isdigit():
        return Said("number", text)
    if text.startswith("/"):
        return Said("search", text[1:].strip())
    words = text.split(maxsplit=4)
    for n in range(min(len(words), 4), 0, -1):
        found = _names().get(tuple(plain(word) for word in words[:n]))
        if found is not None:
            rest = "".join(text.split(maxsplit=n)[n:])
            if not rest or COMMANDS[found].takes:
                return Said(found, rest, short=not rest or words[0].casefold() == COMMANDS[found].key)
    return Said("text", text, short=False)


def word(id: str) -> str:
    """The first word of a command, in the language in use."""
    return _(COMMANDS[id].words).split(",")[0]


def told(ids: Iterable[str]) -> list[str]:
    """One line a command: key, word, what it does."""
    lines = []
    for command in map(COMMANDS.__getitem__, ids):
        names = [name for name in (command.key, word(command.id)) if name and command.id != "next"]
        either = _("{key} or {word}").format(key=names[0], word=names[1]) if len(names) == 2 else "".join(names)
        lines.append(f"{either}{_(': ')}{_(command.help)}." if either else f"{_(command.help)}.")
    return lines

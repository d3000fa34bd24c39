"""The register of French authorities and its type-ahead.

36,000 communes, inter-municipal bodies, départements and régions (source and licence: ``data/README.md``). Loaded at
the first search. A key press costs a few scans of one long text in which all names stand, the largest authority first.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from maturity.errors import ResponseError
from maturity.locale import domain
from maturity.response.model import Authority
from maturity.toml import shown_file

_, ngettext, pgettext = domain("response").functions

_LIMIT = 16 * 1024 * 1024  # bytes; the register has 1.5 million
_COLUMNS = 6
_FILE = Path(__file__).parent / "data" / "authorities-fr.csv.gz"
_SHORT = re.compile(
    r"^ (?:communaute (?:de communes|d agglomeration|urbaine)|metropole|departement|region|collectivite"
    r"(?: europeenne| territoriale)?)(?: (?:de la|de l|du|des|de|d))?(?= )",
    re.MULTILINE,
)
_CALLED, _OF = frozenset(("mairie", "commune", "ville", "village")), frozenset(("de", "du", "des", "d"))
_SAINTS = {"st": "saint", "ste": "sainte"}
_FREQUENT = frozenset(
    ("saint", "sainte", "de", "la", "le", "les", "du", "des", "sur", "en", "et", "pays", "d", "l")
) | {"communaute", "communes", "agglomeration"}


class RegisteredAuthority(NamedTuple):
    """One line of the register. ``kind`` is a code of the questionnaire's options; ``parent`` a département's code."""

    kind: str
    code: str  # INSEE; SIREN for inter-municipal bodies
    name: str
    population: int
    parent: str
    department: str  # the name of the parent; "" where there is none
    country: str = "FR"

    def authority(self) -> Authority:
        """The same for a response."""
        return Authority(
            country=self.country, kind=self.kind, code=self.code, name=self.name, population=self.population
        )

    @property
    def place(self) -> str:
        """Tells homonyms apart: ``Pyrénées-Atlantiques (64)``; "" for a région."""
        return f"{self.department} ({self.parent})" if self.department else ""


def search(text: str, limit: int = 20) -> list[RegisteredAuthority]:
    """Authorities that fit what was typed so far, the likeliest first.

    Every word typed must begin a word of the name or of the département's name, or a code (INSEE, SIREN, département).
    Accents, capitals, hyphens and apostrophes do not matter; "st" before another word is "saint", "mairie de" (commune,
    ville, village) before a name nothing. First come exact
    names, then whole words of a name, beginnings of words, and what fits by code or département only; among equals
    the larger population.
    """
    words = fold(text[:200]).split()[:8]
    if not words:
        return []
    words = [_SAINTS.get(word, word) for word in words[:-1]] + words[-1:]
    register = _register()
    found: dict[int, None] = {}
    bare = _bare(words)
    likely = chain(
        register.exactly(" ".join(words)),
        _by_name(register, bare, limit) if bare else (),
        _by_name(register, words, limit),
    )
    for number in likely:
        found[number] = None
        if len(found) >= limit:
            break
    if not found or any(word[0].isdigit() for word in words):  # "saint aubin 40"
        found |= dict.fromkeys(islice(_by_place(register, words), limit))
    entries = [register.entry(number) for number in islice(found, limit)]
    return sorted(entries, key=lambda one: one.kind != "commune") if bare else entries


def _bare(words: list[str]) -> list[str]:
    """Without "mairie de", "commune de", "ville de"; empty where nothing of it stands before the name."""
    rest = words[1:] if words[0] == "la" else words
    return rest[2:] if rest[0] in _CALLED and rest[1:2] and rest[1] in _OF else []


def find(text: str) -> list[RegisteredAuthority]:
    """Authorities that a code or a whole name means; where none does, what `search` finds."""
    found = search(text)
    plain = fold(text).strip()
    by_code = [one for one in found if one.code.casefold() == plain]
    return by_code or [one for one in found if fold(one.name).split() == plain.split()] or found


def fold(text: str) -> str:
    """Small letters without accents; hyphens, apostrophes and other marks become spaces, line feeds stay."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae")
    for mark in "'’-–/(),.;:«»\"\t":
        text = text.replace(mark, " ")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


class _Column:
    """One folded text, a line an authority, each between spaces; scanned as a whole, at the speed of ``str.find``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [found.start() for found in re.finditer("\n", text)]

    def line(self, number: int) -> str:
        return self.text[self.starts[number] : self.starts[number + 1] + 1]

    def holding(self, part: str) -> Iterator[int]:
        """Numbers of the lines that hold a part, each once."""
        at = self.text.find(part)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = self.text.find(part, self.starts[number + 1])

    def holding_all(self, parts: list[str]) -> Iterator[int]:
        """Numbers of the lines that hold every part: one that is rare is looked for, the others are checked."""
        rare = max(parts, key=lambda part: (part.strip() not in _FREQUENT, len(part)))
        return (number for number in self.holding(rare) if all(part in self.line(number) for part in parts))


class _Register(NamedTuple):
    rows: list[list[str]]  # kind, code, name, population, parent, siren; the largest population first
    departments: dict[str, str]
    exact: frozenset[str]  # all of names and short: most of what is typed is none, which saves two scans
    names: _Column
    short: _Column  # the names without "communauté de communes de …"
    places: _Column  # names, kind, codes and département

    def exactly(self, phrase: str) -> Iterator[int]:
        """Lines of which this is the whole name; then those of which it is the short one."""
        for column in (self.names, self.short) if phrase in self.exact else ():
            yield from column.holding(f"\n {phrase} \n")

    def entry(self, number: int) -> RegisteredAuthority:
        kind, code, name, population, parent, _siren = self.rows[number]
        return RegisteredAuthority(kind, code, name, int(population), parent, self.departments.get(parent, ""))


def _by_name(register: _Register, words: list[str], limit: int) -> Iterator[int]:
    """Numbers of lines from the likeliest to the least likely; one may come again. ``limit`` bounds the long scans."""
    phrase = " ".join(words)
    yield from register.exactly(phrase)
    if len(words) == 1 and words[0][0].isdigit():
        yield from _by_siren(register, words[0])
        yield from islice(register.places.holding(f" {words[0]} "), limit)
    if len(words) > 1:  # "saint denis 93"
        homonyms = register.exactly(" ".join(words[:-1]))
        yield from (number for number in homonyms if f" {words[-1]}" in register.places.line(number))
    if len(phrase) > 1:
        yield from islice(register.short.holding(f"\n {phrase} "), limit)
        yield from islice(register.names.holding_all([f" {word} " for word in words]), limit)
    yield from islice(register.names.holding_all([f" {word}" for word in words]), limit)


def _by_place(register: _Register, words: list[str]) -> Iterator[int]:
    """Lines of which the code, the département or the kind fit, too."""
    return register.places.holding_all([f" {word}" for word in words])


def _by_siren(register: _Register, word: str) -> Iterator[int]:
    """A commune by a SIREN that follows from its INSEE code (21, département, 0, commune, check digit)."""
    if len(word) == 9 and word.startswith("21"):
        lines = register.places.holding(f" {word[2:4]}{word[5:8]} ")
        yield from (
            number for number in lines if register.rows[number][0] == "commune" and not register.rows[number][5]
        )


def _lines() -> list[list[str]]:
    """What the installation holds; ResponseError where somebody or a disk has damaged it."""
    fault = None
    every: list[list[str]] = []
    try:
        with gzip.open(_FILE) as packed:
            text = packed.read(_LIMIT).decode()
        every = list(csv.reader(text.splitlines()))[2:]  # source and licence, names of the columns
    except (OSError, EOFError, ValueError, zlib.error, csv.Error) as error:
        fault = error
    if not every or any(len(row) != _COLUMNS or not row[3].isdecimal() for row in every):
        why = _("The list of authorities in this installation is damaged.")
        raise ResponseError.of(shown_file(_FILE), why, _("Install maturity again.")) from fault
    return every


@cache
def _register() -> _Register:
    every = _lines()
    departments = {row[1]: row[2] for row in every if row[0] == "area"}
    overseas = {(row[1], row[2]) for row in every if row[0] == "other"}  # what INSEE calls their commune is themselves
    rows = [row for row in every if row[0] != "area" and not (row[0] == "commune" and (row[4], row[2]) in overseas)]
    names = fold("".join([f"\n {row[2]} " for row in rows]))
    short = _SHORT.sub("", names)
    facts = [
        f"{kind} {code} {siren} {parent} {departments.get(parent, '')}" for kind, code, _, _, parent, siren in rows
    ]
    lines = zip(names[1:].split("\n"), fold("\n".join(facts)).split("\n"), strict=True)
    places = "".join([f"\n{name}{fact} " for name, fact in lines])
    columns = [_Column(text + "\n") for text in (names, short, places)]
    exact = frozenset(f" {names}{short}\n ".split(" \n "))
    return _Register(rows, departments, exact, *columns)

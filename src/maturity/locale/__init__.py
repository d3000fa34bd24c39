"""Interface words: one gettext catalogue a face (``fr/LC_MESSAGES/<domain>.po``), English in the code.

    from maturity.locale import domain
    _, ngettext, pgettext = domain("cli").functions
    _("Saved.")

The language is looked up at each call, so it can be switched while running. Questionnaire texts are not here: they
stand in the questionnaire, in every language it declares.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

LANGUAGES = ("fr", "en")
_current: list[str] = []


def language() -> str:
    """The language in use: the one chosen, else what the environment asks for, else French."""
    return _current[-1] if _current else _from_environment()


def set_language(code: str | None) -> None:
    """Choose one of `LANGUAGES` for this process; None goes back to the environment's."""
    if code is not None and code not in LANGUAGES:
        raise ValueError(code)
    _current[:] = [] if code is None else [code]


def _from_environment() -> str:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").replace("-", "_").split(":")[0].split(".")[0].split("_")[0].lower()
        if value in LANGUAGES:
            return value
        if value not in ("", "c", "posix"):
            return "en"  # a reader of neither language: English is the wider bet
    return "fr"


@cache
def _catalogue(domain: str, code: str) -> gettext.NullTranslations:
    return gettext.translation(domain, Path(__file__).parent, languages=[code], fallback=code == "en")


class Domain:
    """The words of one face."""

    def __init__(self, name: str) -> None:
        self.name = name

    def gettext(self, message: str) -> str:
        """The message in the language in use."""
        return _catalogue(self.name, language()).gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Singular or plural by the rules of the language in use (French: 0 and 1 are singular)."""
        return _catalogue(self.name, language()).ngettext(one, many, n)

    def pgettext(self, context: str, message: str) -> str:
        """The message in a context, where one English word needs several French ones."""
        return _catalogue(self.name, language()).pgettext(context, message)

    @property
    def functions(self) -> tuple[Callable[[str], str], Callable[[str, str, int], str], Callable[[str, str], str]]:
        """``_, ngettext, pgettext`` for a module's head."""
        return self.gettext, self.ngettext, self.pgettext

    def spoken(
        self, code: str
    ) -> tuple[Callable[[str], str], Callable[[str, str, int], str], Callable[[str, str], str]]:
        """The same three for one language, whatever the process uses: a report in another one than the screen."""
        catalogue = _catalogue(self.name, code)
        return catalogue.gettext, catalogue.ngettext, catalogue.pgettext


@cache
def domain(name: str) -> Domain:
    """The catalogue of this name: ``core``, ``cli``, ``tui``, ``report``."""
    return Domain(name)


def translate(message: str) -> str:
    """The message from whichever catalogue knows it, else itself: help texts belong to many commands."""
    for source in sorted((Path(__file__).parent / "fr" / "LC_MESSAGES").glob("*.mo")):
        found = _catalogue(source.stem, language()).gettext(message)
        if found != message:
            return found
    return message

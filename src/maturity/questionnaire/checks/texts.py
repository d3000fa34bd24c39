"""Texts: there in every language, not empty, without invisible characters, with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.base import Words
from maturity.questionnaire.checks.common import block_name, item_place
from maturity.questionnaire.digest import texts
from maturity.questionnaire.model import Questionnaire
from maturity.text import clean_text
from maturity.validation import did_you_mean, shown

_, ngettext, pgettext = domain("questionnaire").functions

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PLAIN = re.compile(r"\{[a-z_]+\}")
_FILES = ("blocks", "forms", "profile", "scoring", "readiness", "helix", "glossary", "sources")
_LISTED = 20  # missing translations named one by one; the rest are counted


def check_texts(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Every text of the questionnaire."""
    yield from check_words(
        [(_located(path, questionnaire), words) for path, words in texts(questionnaire)], questionnaire
    )


def check_words(found: list[tuple[str, Words]], questionnaire: Questionnaire) -> Iterator[Problem]:
    """These texts, each with its place, in the languages that the questionnaire declares."""
    missing: dict[str, list[str]] = {language: [] for language in questionnaire.languages}
    for path, words in found:
        for language in questionnaire.languages:
            if not words.get(language, "").strip():
                missing[language].append(path)
        yield from _languages(path, words, questionnaire)
        yield from _placeholders(path, words)
    yield from _unclean(found)
    yield from _missing(missing)


def _located(path: str, questionnaire: Questionnaire) -> str:
    """The same place with its file: ``items › T1.1 › stem`` → ``items/T.toml · T1.1 › stem``."""
    part, *rest = path.split(" › ")
    if part == "items":
        return " › ".join([item_place(questionnaire, questionnaire.item(rest[0])), *rest[1:]])
    if part == "advice" and rest[0] == "recommendations":
        advice = next(one for one in questionnaire.advice.recommendations if one.id == rest[1])
        block = block_name(questionnaire, advice.subdimension)
        return f"recommendations/{block}.toml · {' › '.join(rest[1:])}"
    if part in ("placements", "legal"):
        return f"{part}/{rest[0]}.toml · {' › '.join(rest[1:])}"
    if part == "advice":
        return f"recommendations/labels.toml · {' › '.join(rest)}"
    file = part if part in _FILES else "questionnaire"
    return f"{file}.toml · {' › '.join(rest if part in _FILES else [part, *rest])}"


def _missing(missing: dict[str, list[str]]) -> Iterator[Problem]:
    for language, paths in missing.items():
        if not paths:
            continue
        why = ngettext("One text is missing in {language}.", "{n} texts are missing in {language}.", len(paths))
        listed = "\n    ".join(paths[:_LISTED])
        more = len(paths) - _LISTED
        if more > 0:
            listed += "\n    " + ngettext("… and {n} more", "… and {n} more", more).format(n=more)
        yield Problem(
            _("translations · {language}").format(language=language),
            f"{why.format(n=len(paths), language=language)}\n    {listed}",
            _("Add the lines that end in .{language}, or take the language out of questionnaire.toml.").format(
                language=language
            ),
        )


def _languages(path: str, words: Words, questionnaire: Questionnaire) -> Iterator[Problem]:
    for language in [language for language in words if language not in questionnaire.languages]:
        why = _("The language “{name}” is not one that this questionnaire declares.").format(name=shown(language))
        fix = (
            f"{did_you_mean(language, questionnaire.languages)} {_('Or add it to “languages” in questionnaire.toml.')}"
        )
        yield Problem(f"{path} › {language}", why, fix)


def _unclean(found: list[tuple[str, Words]]) -> Iterator[Problem]:
    held = [text for _path, words in found for text in words.values() if text]
    whole = "\n".join(held)  # one pass over everything: 2,600 passes over single texts take 30 ms
    if clean_text(whole, multiline=True, limit=len(whole) + 1) == whole and whole.count("\n") < max(len(held), 1):
        found = [(path, words) for path, words in found if any(text != text.strip() for text in words.values())]
    for path, words in found:
        for language, text in words.items():
            if text.strip() and clean_text(text, limit=len(text) + 1) != text:
                yield Problem(
                    f"{path} › {language}",
                    _("The text holds a line break, an invisible character, or blanks at one end."),
                    _("Write it on one line; where it was copied from elsewhere, type it again."),
                )


def _placeholders(path: str, words: Words) -> Iterator[Problem]:
    if not any("{" in text or "}" in text for text in words.values()):
        return
    for language, text in words.items():
        for strange in [one for one in _PLACEHOLDER.findall(text) if not _PLAIN.fullmatch(one)]:
            why = _("“{name}” is not a placeholder: small letters only, between { and }.").replace("{name}", strange)
            yield Problem(f"{path} › {language}", why, _("Write it like {items}, or without the brackets."))
    held = {language: sorted(_PLACEHOLDER.findall(text)) for language, text in words.items() if text.strip()}
    if len({tuple(one) for one in held.values()}) > 1:
        listed = "; ".join(f"{language}: {', '.join(one) or '–'}" for language, one in held.items())
        yield Problem(
            path,
            _("The placeholders differ between languages ({listed}).").replace("{listed}", listed),
            _("Write the same ones in every language."),
        )

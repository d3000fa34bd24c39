"""References: what the questions and the rules rest on, and what was read besides."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.questionnaire.advice import Source
from maturity.report.composer import Composer
from maturity.report.fonts import REGULAR
from maturity.report.matter import Matter
from maturity.report.sections.glossary import alphabetical
from maturity.report.styles import INK, SMALL, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block
from maturity.report.words import Linked, Piece, Said

_REFERENCE = Style(Look(REGULAR, 8, INK), Block(9.3, after=2.6, indent=8, hang=8))
_SIGN = "\u202f*"


def write(matter: Matter, composer: Composer) -> None:
    """Two lists: those that a question names, and the others."""
    tell, sources = matter.voice.tell, matter.questionnaire.sources
    if not sources:
        return
    composer.heading(tell("References"))
    if any(source.status != "seen" for source in sources):
        composer.text(
            f"{tell('* not confirmed, or not complete: check the reference before you publish it.')} {unread(matter)}",
            SMALL,
        )
    named = {key for item in matter.questionnaire.items for key in item.sources}
    with composer.newspaper(2, gap=14):
        for heading, wanted in ((tell("Behind the questions"), True), (tell("Behind the method"), False)):
            chosen = [source for source in sources if (source.key in named) is wanted]
            if chosen:
                composer.heading(heading, 3)
                composer.items(
                    [_reference(matter, source) for source in _sorted(matter, chosen)], _REFERENCE, "", whole=True
                )


def unread(matter: Matter) -> str:
    """How far the definitions can be trusted; empty where every source is confirmed."""
    if all(source.status == "seen" for source in matter.questionnaire.sources):
        return ""
    return matter.voice.tell("The definitions have not been checked against the full texts yet.")


def _sorted(matter: Matter, sources: list[Source]) -> list[Source]:
    return sorted(sources, key=lambda source: alphabetical(_citation(matter, source)))


def _citation(matter: Matter, source: Source) -> str:
    return source.citation if isinstance(source.citation, str) else matter.text(source.citation)


def _reference(matter: Matter, source: Source) -> Said:
    return [_citation(matter, source) + ("" if source.status == "seen" else _SIGN), *_link(matter, source)]


def _link(matter: Matter, source: Source) -> Iterator[Piece]:
    opens = matter.voice.tell("Opens the reference in a browser")
    if source.doi:
        yield ". "
        yield Linked(f"doi:{source.doi}", f"https://doi.org/{source.doi}", opens)
    elif source.url and source.url.startswith("https://"):
        yield ". "
        yield Linked(source.url.removeprefix("https://"), source.url, opens)

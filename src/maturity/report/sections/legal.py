"""Legal points to be checked: those that fit this authority, each with its reference and the date of what is known."""

from __future__ import annotations

from datetime import date

from maturity.questionnaire.advice import Checkpoint, Legal
from maturity.report.composer import Cell, Composer
from maturity.report.fonts import REGULAR
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.sections.fitting import sized
from maturity.report.styles import INK, SMALL, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block
from maturity.report.words import Said
from maturity.scoring.result import LegalResult

_POINT = Style(Look(REGULAR, 8.1, INK), Block(10.2))
_REFERENCE = Style(Look(REGULAR, 8, INK), Block(10.2))
_RESERVED = sized(SMALL, 8).but(after=2, keep_with_next=True)
_SIGNS = ("*", "†", "‡")
_COLUMNS = (53, 15, 32)


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Legal points to be checked")


def applies(matter: Matter) -> bool:
    """Whether a reminder fits this authority."""
    return bool(matter.result.legal)


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    voice, count = matter.voice, len(matter.result.legal)
    composer.finding(
        voice.tell_count(
            "One reminder to have checked, where an answer is low or missing or nothing was asked. Other rules apply, "
            "too.",
            "{number} reminders to have checked, where an answer is low or missing or nothing was asked. Other rules "
            "apply, too.",
            count,
            number=phrases.capital(voice.spelled(count)),
        )
    )
    for legal in matter.questionnaire.legal:
        points = {point.id: point for point in legal.checkpoints}
        mine = [(points[found.id], found) for found in matter.result.legal if found.country == legal.country]
        if mine:
            reservations = _reservations(matter, legal, [point for point, _ in mine])
            composer.text(reservations, _RESERVED)
            headers = (voice.tell("What to check"), voice.tell("Your answer"), voice.tell("Reference"))
            composer.table(headers, [_row(matter, legal, point, found) for point, found in mine], _COLUMNS)


def _reservations(matter: Matter, legal: Legal, points: list[Checkpoint]) -> str:
    """What holds for all of them, said once: no legal advice, until when, and what the signs mean."""
    said = [
        matter.text(legal.disclaimer),
        matter.voice.tell(
            "The law as known on {date}, from sources looked up on {day}; later changes are not covered.",
            date=day(matter, legal.status_as_of),
            day=day(matter, legal.consulted_on),
        ),
    ]
    used = {point.confidence for point in points} | {point.reference_confidence for point in points}
    said += [
        matter.voice.tell("{sign}: {words}.", sign=_sign(legal, key), words=matter.text(label))
        for key, label in legal.confidence_labels.items()
        if _sign(legal, key) and key in used
    ]
    return " ".join(said)


def _row(matter: Matter, legal: Legal, point: Checkpoint, found: LegalResult) -> list[Cell]:
    reference = matter.text(point.reference) + _sign(legal, point.reference_confidence)
    if point.status_as_of != legal.status_as_of:
        reference += matter.voice.tell(" (as of {date})", date=day(matter, point.status_as_of))
    text = matter.text(point.text) + _sign(legal, point.confidence)
    cells: list[tuple[Style, Said]] = [(_POINT, text), (_POINT, _answer(matter, found)), (_REFERENCE, reference)]
    return [[cell] for cell in cells]


def _answer(matter: Matter, found: LegalResult) -> str:
    if found.item is None or found.code is None:
        return matter.voice.tell("not asked")
    return f"{phrases.answer(matter, found.code)} ({found.item})"


def _sign(legal: Legal, confidence: str) -> str:
    """None for the best that is known, the first of the labels; one sign for each of the others."""
    order = list(legal.confidence_labels)
    place = order.index(confidence) if confidence in order else 0
    return f"\u202f{_SIGNS[min(place, len(_SIGNS)) - 1]}" if place else ""


def day(matter: Matter, text: str) -> str:
    """A date in words; what is no date, as it is."""
    try:
        return matter.voice.day(date.fromisoformat(text))
    except ValueError:
        return text

"""The whole report: sections in order, pages with their furniture, one file written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import reportlab

from maturity import __version__
from maturity.errors import Problem, ReportError
from maturity.questionnaire.model import Questionnaire
from maturity.report import attachments, fonts
from maturity.report.composer import Composer
from maturity.report.furniture import Furniture
from maturity.report.logo import Logo
from maturity.report.matter import Matter, without_notes
from maturity.report.placing import put
from maturity.report.sections import cover
from maturity.report.sections.order import chapters, full_report, short_report
from maturity.report.styles import BOTTOM, COVER_TOP, LEFT, PAGE, ROOM, WIDTH
from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.catalogue import Description
from maturity.report.tagging.flow import Flowable
from maturity.report.tagging.pages import Pages, Sheet
from maturity.report.tagging.structure import Element
from maturity.report.tagging.text import Text
from maturity.report.voice import Voice
from maturity.report.words import Gate
from maturity.response.model import Response
from maturity.response.saving import reason
from maturity.scoring.comparison import Assessed
from maturity.scoring.result import Result
from maturity.toml import shown_file

PROGRAM = f"maturity {__version__} (ReportLab {reportlab.Version})"  # with which the same answers give the same pages
Progress = Callable[[float], None]
_LANGUAGE_TAGS = {"fr": "fr-FR", "en": "en-GB"}


@dataclass(frozen=True)
class Written:
    """What became of it. ``replaced``: characters that the fonts do not have, and how often each was met."""

    pages: int
    replaced: Mapping[str, int]


def write(  # noqa: PLR0913 - the report's one entrance
    path: Path,
    questionnaire: Questionnaire,
    response: Response,
    result: Result,
    *,
    language: str,
    short: bool = False,
    earlier: Assessed | None = None,
    logo: Logo | None = None,
    notes: bool = True,
    progress: Progress | None = None,
) -> Written:
    """Write the report as PDF/UA-1 and PDF/A-3a; the same input gives the same bytes.

    Args:
        path: written whole, or left as it was.
        questionnaire: the version that the answers belong to.
        response: the answers.
        result: what was computed from them.
        language: one of the questionnaire's.
        short: the two pages for a meeting.
        earlier: the wave to look back on; comparable, see `maturity.charts.between.comparable`. Not for two pages.
        logo: of the authority, for the cover. Not for two pages, which have none.
        notes: false leaves notes and evidence out, of the pages and of the answers inside; the report says so.
        progress: called with 0–1.

    Raises:
        ReportError: the language is not one of the questionnaire's, or the file cannot be written.
    """
    if language not in questionnaire.languages:
        languages = ", ".join(questionnaire.languages)
        raise ReportError.of(language, f"{questionnaire.id}: {languages}", f"--lang {questionnaire.languages[0]}")
    voice = Voice(language)
    told = response if notes else without_notes(response)
    if short:  # what no page shows does not travel inside
        earlier = logo = None
    matter = Matter(questionnaire, told, result, voice, earlier=earlier, logo=logo, bare=not notes)
    data, written = render(matter, short=short, progress=progress)
    try:
        put(path, data)
    except OSError as error:
        raise _unwritable(path, error, voice) from error
    return written


def render(matter: Matter, *, short: bool = False, progress: Progress | None = None) -> tuple[bytes, Written]:
    """The bytes of the report."""
    tell = progress or _silence
    tell(0.0)
    gate, root, pages = Gate(), Element("Document"), dict[str, int]()
    composer = Composer(gate, root)
    (short_report if short else full_report)(matter, composer, pages)
    tell(0.4)
    description = Description(
        language=_LANGUAGE_TAGS.get(matter.voice.language, matter.voice.language),
        title=gate.plain(cover.title(matter)),
        author=gate.plain(matter.response.authority.name),
        subject=gate.plain(matter.text(matter.questionnaire.title)),
        program=PROGRAM,
        attachments=attachments.of(matter, short=short),
    )
    target, story, composer.things = BytesIO(), composer.story(), []
    canvas = TaggedCanvas(
        target, root=root, description=description, pagesize=PAGE, pageCompression=1, invariant=1,
        initialFontName=fonts.REGULAR, initialFontSize=10,
    )  # fmt: skip
    placed = _Placed(pages, len(story), lambda share: tell(0.4 + 0.5 * share))
    printed = Pages(canvas, _sheets(matter, gate, placed.tops, short=short))
    printed.place(story, placed)
    canvas.save()
    tell(1.0)
    return target.getvalue(), Written(printed.count, Counter(gate.replaced))


class _Placed:
    """Keeps the page of every heading, the chapter at the top of every page, and tells how far it has come."""

    def __init__(self, pages: dict[str, int], total: int, progress: Progress) -> None:
        self.pages, self.total, self.progress, self.done = pages, total, progress, 0
        self.tops: dict[int, str] = {}
        self._chapter = ""

    def __call__(self, thing: Flowable, page: int) -> None:
        self.done += 1
        if self.done % 40 == 0:
            self.progress(min(1.0, self.done / self.total))
        if isinstance(thing, Text) and thing.outline:
            level, key = thing.outline
            self.pages[key] = page
            self._chapter = key if level == 1 else self._chapter
        self.tops.setdefault(page, self._chapter)


def _sheets(matter: Matter, gate: Gate, tops: Mapping[int, str], *, short: bool) -> list[Sheet]:
    """The cover, where there is one, and every other page."""
    told = [] if short else [(chapter.title, chapter.key) for chapter in chapters(matter)]
    furniture = Furniture(matter, gate, told, tops)
    inside = Sheet(LEFT, BOTTOM, WIDTH, ROOM, furniture.inside)
    cover_room = PAGE[1] - BOTTOM - COVER_TOP
    return [inside] if short else [Sheet(LEFT, BOTTOM, WIDTH, cover_room, furniture.cover), inside]


def _silence(_share: float) -> None:
    """Nobody wants to know."""


def _unwritable(path: Path, error: OSError, voice: Voice) -> ReportError:
    why = voice.tell("The report could not be written here ({reason}). Nothing was changed.", reason=reason(error))
    return ReportError(Problem(shown_file(path), why, voice.tell("Choose another place: -o FOLDER/REPORT.pdf")))

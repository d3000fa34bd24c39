"""The whole report: sections in order, pages with their furniture, one file written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import reportlab
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from maturity import __version__
from maturity.errors import Problem, ReportError
from maturity.questionnaire.model import Questionnaire
from maturity.report import attachments
from maturity.report.composer import Composer
from maturity.report.furniture import Furniture
from maturity.report.matter import Matter
from maturity.report.sections import cover
from maturity.report.sections.order import full_report, short_report
from maturity.report.styles import BOTTOM, LEFT, PAGE, TOP, WIDTH
from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.catalogue import Description
from maturity.report.tagging.structure import Element
from maturity.report.tagging.text import Text
from maturity.report.voice import Voice
from maturity.report.words import Gate
from maturity.response.model import Response
from maturity.response.saving import reason
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
        progress: called with 0–1.

    Raises:
        ReportError: the language is not one of the questionnaire's, or the file cannot be written.
    """
    if language not in questionnaire.languages:
        languages = ", ".join(questionnaire.languages)
        raise ReportError.of(language, f"{questionnaire.id}: {languages}", f"--lang {questionnaire.languages[0]}")
    voice = Voice(language)
    data, written = render(Matter(questionnaire, response, result, voice), short=short, progress=progress)
    _replace(path, data, voice)
    return written


def render(matter: Matter, *, short: bool = False, progress: Progress | None = None) -> tuple[bytes, Written]:
    """The bytes of the report."""
    tell = progress or _silence
    tell(0.0)
    gate, root, pages = Gate(), Element("Document"), dict[str, int]()
    composer = Composer(gate, root)
    (short_report if short else full_report)(matter, composer, pages)
    tell(0.4)
    target = BytesIO()
    template = _Template(target, Furniture(matter, gate, short=short), pages, lambda share: tell(0.4 + 0.5 * share))
    story = composer.story()
    template.total = len(story)
    description = Description(
        language=_LANGUAGE_TAGS.get(matter.voice.language, matter.voice.language),
        title=gate.plain(cover.title(matter)),
        author=gate.plain(matter.response.authority.name),
        subject=gate.plain(matter.text(matter.questionnaire.title)),
        program=PROGRAM,
        attachments=attachments.of(matter),
    )
    template.build(story, canvasmaker=partial(TaggedCanvas, root=root, description=description))
    tell(1.0)
    return target.getvalue(), Written(template.page, Counter(gate.replaced))


class _Template(BaseDocTemplate):
    """Pages with one frame; keeps the page of every heading for the contents."""

    def __init__(self, target: BytesIO, furniture: Furniture, pages: dict[str, int], progress: Progress) -> None:
        super().__init__(
            target, pagesize=PAGE, pageCompression=1, invariant=1, initialFontName="Source-Sans", initialFontSize=10
        )
        self.pages, self.progress, self.total, self.done = pages, progress, 1, 0
        room, first = PAGE[1] - TOP - BOTTOM, PAGE[1] - BOTTOM - 60
        frame = partial(Frame, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        templates = [
            PageTemplate("cover", frame(LEFT, BOTTOM, WIDTH, first, id="cover"), onPage=furniture.cover),
            PageTemplate("inside", frame(LEFT, BOTTOM, WIDTH, room, id="inside"), onPage=furniture.inside),
        ]
        self.addPageTemplates(templates[1:] if furniture.short else templates)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Note where a heading came to stand."""
        self.done += 1
        if self.done % 40 == 0:
            self.progress(min(1.0, self.done / self.total))
        if isinstance(flowable, Text) and flowable.outline:
            self.pages[flowable.outline[1]] = self.page


def _silence(_share: float) -> None:
    """Nobody wants to know."""


def _replace(path: Path, data: bytes, voice: Voice) -> None:
    """Into a new file beside it, then in its place: a reader sees the old file or the new one."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error, voice) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(path, error, voice) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _unwritable(path: Path, error: OSError, voice: Voice) -> ReportError:
    why = voice.tell("The report could not be written here ({reason}). Nothing was changed.", reason=reason(error))
    return ReportError(Problem(shown_file(path), why, voice.tell("Choose another place: -o FOLDER/REPORT.pdf")))

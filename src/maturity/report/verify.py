"""Is this report what the tool wrote, and do its answers still give the same result?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from maturity.errors import MaturityError, Problem, ReportError
from maturity.locale import domain
from maturity.report import attachments, reader
from maturity.scoring.comparison import Assessed

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.report.logo import Logo
    from maturity.report.matter import Matter
    from maturity.response.model import Response
    from maturity.scoring.result import Result

_, ngettext, pgettext = domain("report").functions


Finding = tuple[str, bool]  # a sentence, and whether it says that something holds


def verify(path: Path) -> list[Finding]:
    """What was found, one sentence each, in the language in use; false beside what could not be compared.

    The answers are taken out of the file, scored again and compared with the result inside; then the pages are made
    again and compared.

    Raises:
        ReportError: something does not hold, or this is not a report of this tool.
    """
    data = _read(path)
    files = _attached(path, data)
    response = _response(path, files[attachments.RESPONSE])
    lines = [(_("The answers inside are whole."), True)]
    if response.edited_by_hand:
        told = _("They were changed outside the program before the report was made, and the report says so.")
        lines.append((told, False))
    questionnaire = _questionnaire(path, response)
    lines.append((_("Questionnaire {id} {version}.").format(id=questionnaire.id, version=questionnaire.version), True))
    result = _result(path, files[attachments.RESULT], questionnaire, response)
    lines.append((_("Computed again from the answers: the same result."), True))
    making = _making(path, files.get(attachments.MAKING))
    if making is not None and not making.notes:
        lines.append((_("Notes and evidence were left out; the report says so."), True))
    earlier = _earlier(path, files.get(attachments.EARLIER))
    if earlier is not None:
        told = _("The answers of the wave {wave} are inside, too.").format(wave=earlier.response.wave)
        lines.append((told, True))
    inside = _Inside(Assessed(questionnaire, response, result), earlier, _logo(path, files), making)
    lines.append(_pages(path, data, inside))
    return lines


class Making(BaseModel):
    """How a report was made, as it says itself."""

    model_config = ConfigDict(frozen=True, strict=True)

    language: str
    short: bool
    notes: bool


class _Inside(NamedTuple):
    """All that its pages are made from; ``making`` is None in a report of a time when it did not say so."""

    now: Assessed
    earlier: Assessed | None
    logo: Logo | None
    making: Making | None

    def matters(self) -> Iterator[tuple[Matter, bool]]:
        """What the report may be about, and whether in short: one, or all that are possible."""
        from maturity.report.matter import Matter
        from maturity.report.voice import Voice

        made, every = self.making, self.now.questionnaire.languages
        for language in [one for one in every if made is None or made.language == one]:
            for short in (False, True) if made is None else (made.short,):
                bare = made is not None and not made.notes
                yield Matter(*self.now, Voice(language), earlier=self.earlier, logo=self.logo, bare=bare), short


def _read(path: Path) -> bytes:
    from maturity.toml import shown_file

    try:
        if not path.is_file():
            raise FileNotFoundError(2, _("no such file"))
        if path.stat().st_size > reader.LIMIT:
            raise _wrong(path, _("This file is too large to be a report of this tool."))
        return path.read_bytes()
    except OSError as error:
        why = _("It cannot be read: {reason}.").format(reason=error.strerror)
        raise ReportError.of(shown_file(path), why, _("Check the name and the rights of the file.")) from error


def _attached(path: Path, data: bytes) -> dict[str, bytes]:
    try:
        files = reader.attachments(data)
    except reader.Unreadable as error:
        raise _wrong(path, _("This is not a report of this tool, or it was changed since.")) from error
    if {attachments.RESPONSE, attachments.RESULT, attachments.QUESTIONNAIRE} - files.keys():
        why = _("The answers and the result are not inside: another program may have saved this file anew.")
        raise _wrong(path, why)
    return files


def _response(path: Path, data: bytes) -> Response:
    from maturity.response.reading import interpret

    try:
        return interpret(path, data)
    except MaturityError as error:
        raise _wrong(path, _("The answers inside are damaged.")) from error


def _questionnaire(path: Path, response: Response) -> Questionnaire:
    from maturity.questionnaire.reading import load
    from maturity.toml import shown_file

    use = response.questionnaire
    questionnaire = load(use.id, use.version)
    if questionnaire.digest != use.digest and questionnaire.version == use.version:
        why = _("It was made with another text of the questionnaire {id} {version} than the one here.")
        raise ReportError.of(
            shown_file(path),
            why.format(id=use.id, version=use.version),
            _("Ask for the questionnaire that was used, and name its folder in MATURITY_QUESTIONNAIRES."),
        )
    return questionnaire


def _result(path: Path, data: bytes, questionnaire: Questionnaire, response: Response) -> Result:
    from maturity.scoring.evaluation import evaluate
    from maturity.scoring.result import Result

    try:
        inside = Result.model_validate_json(data)
    except ValidationError as error:
        raise _wrong(path, _("The result inside is damaged.")) from error
    again = evaluate(questionnaire, response)
    if inside.model_copy(update={"program": ""}) != again.model_copy(update={"program": ""}):
        raise _wrong(path, _("Computed again, the answers inside give another result than the one inside."))
    return inside


def _making(path: Path, data: bytes | None) -> Making | None:
    if data is None:
        return None
    try:
        return Making.model_validate_json(data)
    except ValidationError as error:
        raise _wrong(path, _("What it says of how it was made is damaged.")) from error


def _earlier(path: Path, data: bytes | None) -> Assessed | None:
    """The wave before, scored again."""
    from maturity.response.fit import questionnaire_of
    from maturity.scoring.evaluation import evaluate

    if data is None:
        return None
    response = _response(path, data)
    questionnaire = questionnaire_of(response, path)
    return Assessed(questionnaire, response, evaluate(questionnaire, response))


def _logo(path: Path, files: dict[str, bytes]) -> Logo | None:
    from maturity.report.logo import attached

    try:
        return attached(files)
    except MaturityError as error:
        raise _wrong(path, _("The logo inside is damaged.")) from error


def _pages(path: Path, data: bytes, inside: _Inside) -> Finding:
    """Whether the pages are those that these answers give; comparable only with the same program."""
    from maturity.report.document import PROGRAM, render

    written_by = reader.program(data)
    if not written_by:
        raise _wrong(path, _("This is not a report of this tool, or it was changed since."))
    if written_by != PROGRAM:
        told = _("The pages were not compared: they were written by {theirs}, and here is {ours}.")
        return told.format(theirs=written_by, ours=PROGRAM), False
    try:
        found = list(reader.meaning(data))
    except reader.Unreadable as error:
        raise _wrong(path, _("This is not a report of this tool, or it was changed since.")) from error
    try:
        for matter, short in inside.matters():
            again, _written = render(matter, short=short)
            if again == data or list(reader.meaning(again)) == found:
                return _("Made again from the answers: the same pages."), True
    except MaturityError as error:  # the waves inside are not of one authority
        raise _wrong(path, error.problems[0].why) from error
    raise _wrong(path, _("Made again from the answers inside, the pages are not the same."))


def _wrong(path: Path, why: str) -> ReportError:
    from maturity.toml import shown_file

    fix = _("Ask whoever sent it for the file as it was written, or write it anew from the answers.")
    return ReportError(Problem(shown_file(path), why, fix))

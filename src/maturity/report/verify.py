"""Is this report what the tool wrote, and do its answers still give the same result?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem, ReportError
from maturity.locale import domain
from maturity.report import reader

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
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
    response = _response(path, files["response.toml"])
    lines = [(_("The answers inside are whole."), True)]
    if response.edited_by_hand:
        told = _("They were changed outside the program before the report was made, and the report says so.")
        lines.append((told, False))
    questionnaire = _questionnaire(path, response)
    lines.append((_("Questionnaire {id} {version}.").format(id=questionnaire.id, version=questionnaire.version), True))
    result = _result(path, files["result.json"], questionnaire, response)
    lines.append((_("Computed again from the answers: the same result."), True))
    lines.append(_pages(path, data, questionnaire, response, result))
    return lines


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
    if {"response.toml", "result.json", "questionnaire.json"} - files.keys():
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

    use = response.questionnaire
    questionnaire = load(use.id, use.version)
    if questionnaire.digest != use.digest and questionnaire.version == use.version:
        why = _("It was made with another text of the questionnaire {id} {version} than the one here.")
        raise ReportError.of(
            str(path),
            why.format(id=use.id, version=use.version),
            _("Ask for the questionnaire that was used, and name its folder in MATURITY_QUESTIONNAIRES."),
        )
    return questionnaire


def _result(path: Path, data: bytes, questionnaire: Questionnaire, response: Response) -> Result:
    from pydantic import ValidationError

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


def _pages(path: Path, data: bytes, questionnaire: Questionnaire, response: Response, result: Result) -> Finding:
    """Whether the pages are those that these answers give; comparable only with the same program."""
    from maturity.report.document import PROGRAM, render
    from maturity.report.matter import Matter
    from maturity.report.voice import Voice

    written_by = reader.program(data)
    if not written_by:
        raise _wrong(path, _("This is not a report of this tool, or it was changed since."))
    if written_by != PROGRAM:
        told = _("The pages were not compared: they were written by {theirs}, and here is {ours}.")
        return told.format(theirs=written_by, ours=PROGRAM), False
    found = list(reader.meaning(data))
    for language in questionnaire.languages:
        for short in (False, True):
            again, _written = render(Matter(questionnaire, response, result, Voice(language)), short=short)
            if again == data or list(reader.meaning(again)) == found:
                return _("Made again from the answers: the same pages."), True
    raise _wrong(path, _("Made again from the answers inside, the pages are not the same."))


def _wrong(path: Path, why: str) -> ReportError:
    from maturity.toml import shown_file

    fix = _("Ask whoever sent it for the file as it was written, or write it anew from the answers.")
    return ReportError(Problem(shown_file(path), why, fix))

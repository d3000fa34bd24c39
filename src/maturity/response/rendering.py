"""A response as text: the same response always gives the same bytes.

Header in a fixed order, then profile, one line an answer, helix grids, portfolio, targets, checksum line. What is empty
is left out. Answers stand in the natural order of their ids (T1.2 before T1.10): two files can be compared by eye.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

import tomli_w

from maturity.response.checksum import seal
from maturity.response.model import SCHEMA, Answer, Project, Response
from maturity.text import clean_text
from maturity.toml import parse

NOTE: Final = 10_000  # characters; as in the model
LINE: Final = 300
Table = Mapping[str, Any]


def dumps(response: Response) -> str:
    """The whole text of a response file, checksum line included."""
    return render(tidy(response))


def render(response: Response) -> str:
    """As `dumps`, for a response that is `tidy` already."""
    answers = natural_order(response.answers)
    parts = [
        _lines(_header(response)),
        _section("profile", natural_order(response.profile)),
        "\n[answers]\n" + "".join(_answer_line(item, one) for item, one in answers.items()) if answers else "",
        _projects(response.helix),
        _section("portfolio", natural_order(response.portfolio)),
        _section("targets", natural_order(response.targets)),
    ]
    return seal("".join(parts))


def tidy(response: Response) -> Response:
    """The response as a reader of its file will get it: clean texts, times in UTC, nothing empty."""
    authority = response.authority
    names = {"name": clean_text(authority.name, limit=LINE), "code": clean_text(authority.code, limit=LINE)}
    return response.model_copy(
        update={
            "authority": authority.model_copy(update=names),
            "answers": {item: kept for item, one in response.answers.items() if (kept := _tidy_answer(item, one))},
            "helix": tuple(_tidy_project(project) for project in response.helix),
            "started": response.started.astimezone(UTC),
            "updated": response.updated.astimezone(UTC),
        }
    )


def _header(response: Response) -> Table:
    use, authority, respondent = response.questionnaire, response.authority, response.respondent
    return {
        "schema": SCHEMA,
        "id": response.id,
        "revision": response.revision,
        "kind": response.kind,
        "questionnaire": {"id": use.id, "version": use.version, "digest": use.digest, "form": use.form},
        "authority": _filled(
            country=authority.country,
            kind=authority.kind,
            code=authority.code,
            name=authority.name,
            population=authority.population,
            invented=authority.invented or None,
        ),
        "respondent": {"pseudonym": respondent.pseudonym, "role": respondent.role},
        "wave": response.wave,
        "started": response.started,
        "updated": response.updated,
        **_filled(edited_by_hand=response.edited_by_hand or None),
    }


_lines_told: dict[str, tuple[Answer, str]] = {}  # item → its last answer and line: between two saves one changes


def _tidy_answer(item: str, answer: Answer) -> Answer | None:
    if (known := _lines_told.get(item)) and known[0] is answer:
        return answer
    if answer == _NOTHING:
        return None
    note = clean_text(answer.note, multiline=True, limit=NOTE)
    evidence = clean_text(answer.evidence, multiline=True, limit=NOTE)
    if (note, evidence) == (answer.note, answer.evidence):
        return answer
    return answer.model_copy(update={"note": note, "evidence": evidence})


def _answer_line(item: str, answer: Answer) -> str:
    """One answer's line, made anew when it is another answer than the last one told for this item.

    Read back when it is made: a line that would not give the same answer must not reach the disk.
    """
    if (known := _lines_told.get(item)) and known[0] is answer:  # looked up once: another session may save meanwhile
        return known[1]
    fields = _filled(
        level=answer.level,
        missing=answer.missing,
        confidence=answer.confidence,
        note=answer.note,
        evidence=answer.evidence,
        flagged=answer.flagged or None,
        language=answer.language,
    )
    line = f"{_pair(item, fields)}\n"
    if Answer.model_validate(parse(line, item)[item]) != answer:
        raise ValueError(line)
    _lines_told[item] = (answer, line)
    return line


def _tidy_project(project: Project) -> Project:
    """The same object when there is nothing to tidy: between two saves the grid seldom changes."""
    name = clean_text(project.name, limit=LINE)
    if name == project.name and all(project.cells.values()):
        return project
    cells = {subsystem: stages for subsystem, stages in project.cells.items() if stages}
    return project.model_copy(update={"name": name, "cells": cells})


_told: list[tuple[tuple[Project, ...], str]] = []  # the last projects and their text


def _projects(projects: tuple[Project, ...]) -> str:
    """All projects; those of the last save are not put into words again."""
    for known, text in _told:
        if len(known) == len(projects) and all(one is other for one, other in zip(known, projects, strict=True)):
            return text
    text = "".join(map(_project, projects))
    _told[:] = [(projects, text)]
    return text


def _project(project: Project) -> str:
    cells = {subsystem: natural_order(stages) for subsystem, stages in project.cells.items()}
    head = "\n[[helix]]\n" + _lines(_filled(name=project.name))
    return head + (f"cells = {_value(natural_order(cells))}\n" if cells else "")


def _filled(**fields: object) -> Table:
    """The fields that hold something; a number may be zero."""
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def _section(name: str, table: Table) -> str:
    return f"\n[{name}]\n{_lines(table)}" if table else ""


def _lines(table: Table) -> str:
    return "".join(f"{_pair(key, value)}\n" for key, value in table.items())


def _pair(key: str, value: object) -> str:
    return f"{_key(key)} = {_value(value)}"


@lru_cache(maxsize=1024)
def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _value(value: object) -> str:
    """One line, also for a table: nobody has to know TOML's rules of nesting to read the file."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_pair(key, inner) for key, inner in value.items()) + " }"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value) if isinstance(value, str) else str(value)


@lru_cache(maxsize=8192)
def _text(value: str) -> str:
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def natural_order(table: Table) -> Table:
    """The same table, T1.2 before T1.10."""
    return dict(sorted(table.items(), key=lambda pair: natural(pair[0])))


@lru_cache(maxsize=8192)
def natural(text: str) -> tuple[tuple[str, int, str], ...]:
    """Sorts T1.2 before T1.10; equal only for equal texts."""
    return tuple((letters.casefold(), int(digits or -1), digits + letters) for letters, digits in _PIECES.findall(text))


_NOTHING: Final = Answer()
_PIECES: Final = re.compile(r"(\D*)(\d*)")

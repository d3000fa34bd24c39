"""What must hold of anything that is read: a value that reads back equal, or an error in three parts; nothing else."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from maturity.errors import MaturityError
from maturity.questionnaire.cases import read_cases, run
from maturity.questionnaire.checks.cases import check_cases
from maturity.questionnaire.crossing import check_crossing
from maturity.questionnaire.digest import digest_of
from maturity.questionnaire.reading import read
from maturity.questionnaire.released import check_released
from maturity.response.fit import questionnaire_of
from maturity.response.model import Response
from maturity.response.reading import interpret
from maturity.response.rendering import dumps, tidy
from maturity.text import holds_invisible

ALONE = Path("/nowhere/r1.toml" if os.name != "nt" else "C:/nowhere/r1.toml")


def response(data: bytes) -> Response | None:
    """The response in these bytes; None where an error was told as it should be."""
    try:
        found = interpret(ALONE, data)
    except MaturityError as error:
        told_well(error)
        return None
    again = interpret(ALONE, dumps(found).encode())
    assert again == tidy(found)
    assert dumps(again) == dumps(found)
    try:
        questionnaire_of(found, ALONE)
    except MaturityError as error:
        told_well(error)
    return found


def sealed(body: bytes) -> bytes:
    """With the checksum that fits, so that what is inside is looked at."""
    body = body.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    body = body if body.endswith(b"\n") or not body else body + b"\n"
    return body + b"# sha256 " + sha256(body).hexdigest().encode() + b"\n"


def questionnaire(folder: Path) -> bool:
    """Whether there is a questionnaire in a folder; its digest is the same when it is read again, its cases run."""
    try:
        found = read(folder)
        cases = read_cases(folder)
    except MaturityError as error:
        told_well(error)
        return False
    assert digest_of(found) == digest_of(read(folder))
    wrong = [*check_cases(cases, found), *check_crossing(found, folder), *check_released(found, folder)]
    if wrong:
        told_well(MaturityError(*wrong))
    if not check_cases(cases, found):
        for case in cases:
            run(case, found)
    return True


def told_well(error: MaturityError) -> None:
    """Where, why and what to do, each one readable line; not thousands of them."""
    assert 0 < len(error.problems) <= 300
    for problem in error.problems:
        for part in (problem.where, problem.why, problem.fix):
            assert part.strip(), problem
            assert len(part) < 5000, problem
            assert not holds_invisible(part.replace("\n", "")), problem

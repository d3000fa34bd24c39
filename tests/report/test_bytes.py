"""The same answers give the same report on every version of Python and on every machine: as these digests say.

After a change of pages or words, write them anew with ``MATURITY_WRITE_GOLDEN=1 pytest tests/report/test_bytes.py``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import tomli_w

from maturity.questionnaire.model import Questionnaire
from maturity.report import reader
from maturity.report.document import PROGRAM, render
from maturity.response.model import Response
from tests.report.conftest import matter

GOLDEN = Path(__file__).parent / "golden/digests.toml"
WRITE = bool(os.environ.get("MATURITY_WRITE_GOLDEN"))  # read before the tests' environment is cleaned


def digest(data: bytes) -> str:
    """Of all that a file says and draws, however well its streams are packed."""
    found = sha256()
    for part in reader.meaning(data):
        found.update(len(part).to_bytes(8) + part)
    return found.hexdigest()


def test_every_report_has_its_digest(questionnaire: Questionnaire, responses: Mapping[str, Response]) -> None:
    """All invented authorities, both languages, full and short, with the program that is named beside them."""
    made = {"program": PROGRAM}
    for name, answers in responses.items():
        for language in questionnaire.languages:
            for short in (False, True):
                data = render(matter(questionnaire, answers, language), short=short)[0]
                made[f"{name}-{language}{'-short' if short else ''}"] = digest(data)
    if WRITE:
        GOLDEN.write_text(tomli_w.dumps(made), encoding="utf-8", newline="\n")

    assert made == tomllib.loads(GOLDEN.read_text(encoding="utf-8"))

"""The page about the response file keeps step with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from maturity.response import sidecars
from maturity.response.checksum import seal
from maturity.response.file import dumps, loads
from maturity.response.model import MISSING_CODES, Answer, Response

PAGE = (Path(__file__).parents[2] / "docs" / "response-file.md").read_text("utf-8")


def test_the_example_is_a_response() -> None:
    """The example is read, and is written as it stands on the page."""
    example = PAGE.split("```toml\n")[1].split("```")[0]
    body = example[: example.rindex("# sha256")]

    assert tomllib.loads(example)
    assert dumps(loads(body, "example")) == seal(body)


def test_every_field_is_explained() -> None:
    """Each line that a file can have stands in the table."""
    fields = [field.alias or name for name, field in Response.model_fields.items()]

    assert [name for name in (*fields, *Answer.model_fields, *MISSING_CODES) if name not in PAGE] == []


def test_every_file_beside_is_explained() -> None:
    """Each file that can stand beside a response is named."""
    path = Path("r1.toml")
    beside = [sidecars.previous(path), sidecars.damaged(path, 1), sidecars.temporary(path), sidecars.spare(path)]
    beside += [sidecars.lock(path), sidecars.session(path), sidecars.marker(path)]

    assert [str(name) for name in beside if not re.search(rf"`{re.escape(str(name))}`", PAGE)] == []

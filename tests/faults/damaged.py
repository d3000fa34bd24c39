"""A response that something happened to, on a real disk, in each of the ways that a person may come upon."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from maturity.questionnaire.reading import load
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create
from maturity.response.model import Answer, Authority, QuestionnaireUse, Respondent, Response

DAY = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
# Of each: whether an intact version can take its place, and whether it can be opened as it is.
KINDS: Mapping[str, tuple[bool, bool]] = {
    "cut": (True, True),
    "last line removed": (True, True),
    "edited": (True, True),
    "garbled": (True, False),
    "zeros": (True, False),
    "empty": (True, False),
    "gone": (True, False),
    "word misspelt": (True, True),
    "unfinished": (True, True),
    "older copy": (True, True),
    "edited, alone": (False, True),
    "cut, alone": (False, True),
    "brace lost": (True, True),
    "brace lost, alone": (False, True),
    "letter behind, alone": (False, True),
    "letter lost, alone": (False, True),
    "heading lost, alone": (False, False),
    "level 9": (True, False),
    "level 9, alone": (False, False),
}
READ: Mapping[str, int] = {  # answers that can be read as the file is, where not all 28
    "cut": 25,
    "brace lost": 27,
    "word misspelt": 27,
}
NEWER = ("unfinished", "older copy")  # the file is as it was written, and a newer version stands beside it
LOCKS = (".lock", ".session", ".marker")


def response() -> Response:
    """Twenty-seven answers of a commune."""
    questionnaire = load()
    items = questionnaire.form("placement").items
    first = {one.id: one.options[0].code for one in questionnaire.profile if not one.filled_from}
    counted = {one.id for one in questionnaire.profile if one.kind == "counts"}
    return Response(
        id="019aa000-0000-7000-8000-000000000001",
        questionnaire=QuestionnaireUse(**questionnaire.identity.model_dump(), form="placement"),
        authority=Authority(country="FR", kind="commune", code="64445", name="Pau", population=75_627),
        respondent=Respondent(pseudonym="r1", role="management"),
        wave="2026",
        started=DAY,
        updated=DAY,
        profile={id_: code for id_, code in first.items() if id_ not in counted},
        answers={item: Answer(level=3) for item in items[:27]},
    )


def make(home: Path, kind: str) -> Path:
    """A file with 27 answers, saved at 10:31, and with one more, saved at 10:32; then what happened to it."""
    path = home / "pau-64445-2026" / "r1.toml"
    create(path, response())
    item = load().form("placement").items[27]
    with OpenResponse.open(path) as file:
        file.save(file.response, now=lambda: DAY.replace(minute=31))
        before = path.read_bytes()
        file.save(file.response.with_answer(item, Answer(level=2)), now=lambda: DAY.replace(minute=32))
    text = path.read_bytes()
    fate = {
        "cut": text[:-140],
        "last line removed": text[: text.rindex(b"# sha256")],
        "edited": text.replace(b"level = 3", b"level = 4", 1),
        "garbled": text.replace(b"wave = ", b'wave = "', 1),
        "brace lost": text.replace(b"3 }\n", b"3\n", 1),
        "letter behind": text + b"x",
        "letter lost": text.replace(b"Pau", b"Pa\0", 1),
        "heading lost": text.replace(b"[answers]", b"[answers", 1),
        "level 9": text.replace(b"level = 3", b"level = 9", 1),
        "zeros": bytes(len(text)),
        "empty": b"",
        "word misspelt": text.replace(b"level = 3", b"levle = 3", 1),
        "unfinished": before,
        "older copy": before,
    }
    if kind == "gone":
        path.unlink()
    else:
        path.write_bytes(fate[kind.removesuffix(", alone")])
    if kind == "unfinished":  # killed when all of the new version was written, and before it had its name
        sidecars.temporary(path).write_bytes(text)
        sidecars.previous(path).unlink()
    if kind == "older copy":
        sidecars.previous(path).write_bytes(text)
    if kind.endswith("alone"):
        sidecars.previous(path).unlink()
    return path


def texts(path: Path) -> dict[str, bytes]:
    """Every text that stands there, by name; what only says who has it open is none."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if not one.name.endswith(LOCKS)}


def lost(before: Mapping[str, bytes], path: Path) -> list[str]:
    """Names of the texts that stood there and stand nowhere now; of nothing, nothing is lost."""
    now = set(texts(path).values())
    return [name for name, text in before.items() if text.strip(b"\0") and text not in now]

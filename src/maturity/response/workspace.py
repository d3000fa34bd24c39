"""A folder of responses: where it is, what is in it, a new response in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from maturity.errors import DamagedError, LockedError, MaturityError, Problem, ResponseError
from maturity.locale import domain
from maturity.questionnaire.base import Model
from maturity.questionnaire.model import Questionnaire
from maturity.response.checksum import examine
from maturity.response.file import create, read
from maturity.response.fit import check_start
from maturity.response.model import Authority, QuestionnaireUse, Respondent, Response
from maturity.response.naming import path_for, uuid7
from maturity.response.parsing import clean, sound_time
from maturity.response.reading import interpret
from maturity.toml import decode, parse, read_bytes, shown_file

_ = domain("response").gettext

__all__ = ["Entry", "Header", "Start", "begin", "default_folder", "listing", "path_for"]

_BEFORE: Final = ".toml.previous"
_SECTION: Final = re.compile(r"^\[", re.MULTILINE)
_MOMENT: Final = re.compile(r"(started|updated) = ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)")
_CHOSEN: Final = re.compile(r'^"?[A-Za-z][\w.+-]*"? = \{ (?:level|missing) = ', re.MULTILINE)


class Header(Model):
    """What a list shows of a response, without reading its answers."""

    revision: int
    kind: str
    questionnaire: QuestionnaireUse
    authority: Authority
    respondent: Respondent
    wave: str
    started: datetime
    updated: datetime
    edited_by_hand: bool = False
    answered: int  # "don't know" included


class Entry:
    """A file of the folder: a header, or the problems that keep it from being read."""

    def __init__(self, path: Path, header: Header | None, problems: tuple[Problem, ...] = ()) -> None:
        self.path = path
        self.header = header
        self.problems = problems

    @property
    def problem(self) -> Problem | None:
        """The first problem; None when there is none."""
        return self.problems[0] if self.problems else None

    @cached_property
    def response(self) -> Response | None:
        """The whole response, read when first asked for; None when it cannot be read."""
        try:
            return read(self.path) if self.header else None
        except MaturityError:
            return None


def default_folder() -> Path:
    """``MATURITY_HOME``, else ``maturity`` in the documents, where its owner finds it to mail or to keep it."""
    if home := os.environ.get("MATURITY_HOME"):
        return Path(home)
    from platformdirs import user_documents_path

    return user_documents_path() / "maturity"


def absent(folder: Path) -> bool:
    """Whether a folder that somebody chose is not there: it may be on a drive that is not connected."""
    chosen = bool(os.environ.get("MATURITY_HOME")) or folder != default_folder()
    return chosen and not folder.exists()


def listing(folder: Path) -> list[Entry]:
    """Every response file in ``folder`` and the folders in it, the last saved first; none when it is not there.

    When that was stands in the file: what the disk says of it changes with every copy. After them come damaged files
    and folders that the system does not open, with their problem. Links are not followed.
    """
    entries = [found if isinstance(found, Entry) else _entry(found) for found in _files(folder, depth=1)]
    saved = [(entry.header.updated, entry) for entry in entries if entry.header]
    saved.sort(key=lambda one: one[0], reverse=True)
    return [*(entry for _moment, entry in saved), *(entry for entry in entries if entry.header is None)]


@dataclass(frozen=True)
class Start:
    """What a new response needs to know beside the authority; the form and the wave (this year) have a default."""

    role: str
    form: str = ""
    wave: str = ""
    now: datetime | None = None


def begin(folder: Path, questionnaire: Questionnaire, authority: Authority, start: Start) -> Path:
    """A new, empty response in the folder; returns its path.

    The respondent gets the first free pseudonym of r1, r2, …

    Raises:
        ResponseError: role, form or kind of authority is not one of the questionnaire's, or the wave cannot be written.
        SaveError: the disk refuses.
    """
    form = start.form or questionnaire.default_form
    now = (start.now or datetime.now(UTC)).replace(microsecond=0)
    wave = start.wave or str(now.astimezone().year)
    check_start(questionnaire, authority, role=start.role, form=form, wave=wave)
    use = QuestionnaireUse(**questionnaire.identity.model_dump(), form=form)
    for number in range(1, 10_000):
        response = Response(
            id=uuid7(),
            questionnaire=use,
            authority=authority,
            respondent=Respondent(pseudonym=f"r{number}", role=start.role),
            wave=wave,
            started=now,
            updated=now,
        )
        path = path_for(folder, response)
        if not os.path.lexists(path):
            try:
                create(path, response)
            except LockedError:  # somebody is beginning this very one
                continue
            return path
    raise AssertionError(path)


def _files(folder: Path, depth: int) -> Iterator[Path | Entry]:
    """Files that may be responses, and the folders that cannot be looked into."""
    try:
        with os.scandir(folder) as every:
            found = sorted(every, key=lambda one: one.name)
    except FileNotFoundError:
        return
    except OSError:
        why = _("This folder cannot be read; what is in it is not listed.")
        fix = _("Ask whoever looks after this computer for the right to read it.")
        yield Entry(folder, None, (Problem(shown_file(folder), why, fix),))
        return
    names = {one.name for one in found}
    for one in found:
        if one.name.startswith("."):
            continue
        if one.name.endswith(".toml"):
            yield Path(one.path)
        elif one.name.endswith(_BEFORE) and one.name.removesuffix(".previous") not in names:
            yield from _gone(Path(one.path))
        elif depth and one.is_dir(follow_symlinks=False):
            yield from _files(Path(one.path), depth - 1)


def _gone(previous: Path) -> Iterator[Entry]:
    """A file that is gone, of which a version is still there; somebody may have removed it by mistake."""
    path = previous.with_name(previous.name.removesuffix(".previous"))
    try:
        read(path)
    except DamagedError as error:
        yield Entry(path, None, error.problems)
    except MaturityError:
        return


def _entry(path: Path) -> Entry:
    try:
        data = read_bytes(path, ResponseError)
        return Entry(path, _header(path, data))
    except MaturityError as error:
        return Entry(path, None, error.problems)


def _values(head: str) -> dict[str, Any]:
    """What a list shows, read a line at a time: lines that many files share are parsed once.

    Raises:
        ResponseError: it is not written as we write it, a value a line.
    """
    if '"""' in head or "'''" in head:  # a text may hold what looks like a line of its own
        raise ResponseError.of("", "", "")
    values: dict[str, Any] = {}
    for line in head.split("\n"):
        if line.partition(" ")[0] in Header.model_fields:
            values |= _parsed(line)
    return values


@lru_cache(maxsize=4096)
def _parsed(line: str) -> dict[str, Any]:
    moment = _MOMENT.fullmatch(line)  # half of all lines that no two files share
    if moment:
        return {moment[1]: datetime.fromisoformat(moment[2])}
    read: dict[str, Any] = clean(parse(line, "", ResponseError))
    return read


def _header(path: Path, data: bytes) -> Header:
    """From the lines above the answers; what does not look like our own writing is read in full."""
    if examine(data).state == "intact":
        text = decode(data, path, ResponseError)
        first = _SECTION.search(text)
        with suppress(ValueError, ResponseError):
            values = _values(text[: first.start()] if first else text)
            if all(sound_time(values.get(name)) for name in ("started", "updated")):
                return Header(**values, answered=len(_CHOSEN.findall(text)))
    response = interpret(path, data)
    values = {name: getattr(response, name) for name in Header.model_fields if name != "answered"}
    return Header(**values, answered=sum(answer.given for answer in response.answers.values()))

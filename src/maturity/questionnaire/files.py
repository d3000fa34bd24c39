"""The files of a questionnaire: which file holds what, all of them read, every problem kept.

questionnaire.toml   what it is, its languages, the words around its items
blocks.toml · forms.toml · profile.toml · scoring.toml · readiness.toml · helix.toml · glossary.toml · sources.toml
items/<block>.toml · recommendations/<block>.toml · recommendations/labels.toml
placements/<name>.toml · legal/<country>.toml · cases/*.toml (see ``cases``)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from maturity.errors import Problem, QuestionnaireError
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire
from maturity.toml import decode, parse, read_bytes, shown_file
from maturity.validation import did_you_mean, shown

_, ngettext, pgettext = domain("questionnaire").functions

Place = tuple[int | str, ...]
ROOT = "questionnaire.toml"
LABELS = "recommendations/labels.toml"
_LISTS = {"blocks": "blocks", "forms": "forms", "profile": "questions", "glossary": "glossary", "sources": "sources"}
_TABLES = ("scoring", "readiness", "helix")
_OPTIONAL = ("profile.toml", "helix.toml", "glossary.toml", "sources.toml")
_FOLDERS = ("items", "recommendations", "placements", "legal", "cases")
_ELSEWHERE = {*_LISTS, *_TABLES, "items", "advice", "legal", "digest", "scoring_digest", "wording_digest"}
_ROOT_KEYS = [name for name in Questionnaire.model_fields if name not in _ELSEWHERE]
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._+-]{0,63}")  # of a file that is opened because another file names it
_MOST = 200  # files in one folder; more is not a questionnaire
_LONGEST = 2000  # members of one list or table
_DEEPEST = 40  # lists and tables in one another; a rule in a rule is two
_LIMIT = 1536 * 1024  # bytes of all files together: the largest questionnaire has a quarter of it


@dataclass
class Files:
    """One folder, read: ``data`` as `Questionnaire` takes it, and for each part of it the file it came from."""

    folder: Path
    data: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    _unread: set[str] = field(default_factory=set)
    _bytes: int = 0
    _origins: dict[Place, tuple[str, Place]] = field(default_factory=dict)

    def where(self, place: Place) -> str:
        """A place in ``data`` as its file and the path inside: ``items/T.toml · items [4] (T2.1) › levels › 3``.

        "" when that file could not be read: what is missing there has been told already.
        """
        origins = [length for length in range(len(place), 0, -1) if place[:length] in self._origins]
        name, inside = self._origins[place[: origins[0]]] if origins else (ROOT, ())
        rest = place[origins[0] :] if origins else place
        return "" if name in self._unread else located(name, self._documents.get(name), (*inside, *rest))

    @property
    def incomplete(self) -> bool:
        """Whether a file could not be read: what refers to its content cannot be judged."""
        return bool(self._unread)

    def document(self, name: str, *, optional: bool = False) -> dict[str, Any]:
        """The tables of one file, by its path inside the folder; empty, and a problem kept, when it cannot be read."""
        path = self.folder / name
        if optional and not path.is_symlink() and not path.exists():
            return {}
        try:
            text = decode(self._counted(path), name, QuestionnaireError)
            self._documents[name] = _measured(parse(text, name, QuestionnaireError), name)
        except QuestionnaireError as error:
            self._unread.add(name)
            self.problems += [Problem(self._inside(one.where, name), one.why, one.fix) for one in error.problems]
            return {}
        return self._documents[name]

    def _counted(self, path: Path) -> bytes:
        """The bytes of a file; QuestionnaireError too once all files together are larger than any questionnaire."""
        if self._bytes <= _LIMIT:
            data = read_bytes(path, QuestionnaireError)
            self._bytes += len(data)
        if self._bytes > _LIMIT:
            why = _("The files in this folder are larger than {n} KB together.").format(n=_LIMIT // 1024)
            raise QuestionnaireError.of(shown_file(path), why, _("Remove what does not belong to the questionnaire."))
        return data

    def _inside(self, where: str, name: str) -> str:
        return name if where.startswith(str(self.folder)) else where

    def take(self, name: str, keys: Iterable[str]) -> dict[str, Any]:
        """A file's tables with these keys; any other is a problem."""
        document = self.document(name, optional=name in _OPTIONAL)
        known = list(keys)
        for key in [key for key in document if key not in known]:
            why = _("“{name}” is not known here.").format(name=shown(key))
            fix = f"{did_you_mean(key, known)} {_('Correct the name, or remove the line.')}"
            self.problems.append(Problem(f"{name} · {shown(key)}", why, fix))
        return {key: value for key, value in document.items() if key in known}

    def take_list(self, place: Place, name: str, key: str) -> list[Any]:
        """The list under ``key`` of a file; its members' origins follow on from those already taken for ``place``."""
        self._origins.setdefault(place, (name, (key,)))
        found = self.take(name, (key,)).get(key, [])
        if not isinstance(found, list):
            why = _("A list is expected here: begin each member with a line [[{name}]].").format(name=key)
            self.problems.append(Problem(f"{name} · {key}", why, _("Write two brackets on each side.")))
            return []
        start = sum(1 for origin in self._origins if origin[:-1] == place)
        self._origins |= {(*place, start + n): (name, (key, n)) for n in range(len(found))}
        return found

    def take_table(self, place: Place, name: str) -> dict[str, Any]:
        """A whole file as one part."""
        self._origins[place] = (name, ())
        return self.document(name, optional=name in _OPTIONAL)

    def names(self, folder: str) -> list[str]:
        """The TOML files in a folder inside this one, without ".toml", in order."""
        path = self.folder / folder
        found = sorted(file.stem for file in path.glob("*.toml")) if path.is_dir() else []
        return found[:_MOST]

    def strangers(self, known: Mapping[str, Iterable[str]]) -> None:
        """Keep a problem for each TOML file that no part of the questionnaire asks for."""
        for folder, expected in known.items():
            for name in sorted({*self.names(folder)} - {*expected}):
                path = f"{folder}/{name}.toml".removeprefix("./")
                why = _("No part of the questionnaire belongs to this file.")
                fix = _("Name it in “placements” of questionnaire.toml.") if folder == "placements" else ""
                fix = f"{did_you_mean(name, expected)} {fix or _('Rename or remove it.')}".strip()
                self.problems.append(Problem(path, why, fix))


def gather(folder: Path) -> Files:
    """Everything that a questionnaire's folder holds, cases apart."""
    files = Files(folder)
    data = files.data = files.take(ROOT, _ROOT_KEYS)
    placements = _names(data.get("placements"))
    for part, key in _LISTS.items():
        data[part] = files.take_list((part,), f"{part}.toml", key)
    for part in _TABLES:
        if table := files.take_table((part,), f"{part}.toml"):
            data[part] = table
    blocks = _names([block.get("id") for block in data["blocks"] if isinstance(block, dict)]) or files.names("items")
    data["items"] = [one for name in blocks for one in files.take_list(("items",), f"items/{name}.toml", "items")]
    data["placements"] = [
        files.take_table(("placements", n), f"placements/{name}.toml") for n, name in enumerate(placements)
    ]
    data["advice"] = _advice(files, blocks)
    countries = files.names("legal")
    data["legal"] = [files.take_table(("legal", n), f"legal/{name}.toml") for n, name in enumerate(countries)]
    single = [
        name.removesuffix(".toml") for name in (ROOT, *(f"{part}.toml" for part in (*_LISTS, *_TABLES)), "crosswalk")
    ]
    files.strangers({".": single, "items": blocks, "recommendations": [*blocks, "labels"], "placements": placements})
    return files


def _names(found: object) -> list[str]:
    """Names of files; whatever is none is left to the model, which says what is wrong with it."""
    listed = found if isinstance(found, list) else []
    return [name for name in dict.fromkeys(map(str, listed)) if _NAME.fullmatch(name)][:_MOST]


def _advice(files: Files, blocks: list[str]) -> dict[str, Any]:
    advice = dict(files.take_table(("advice",), LABELS))
    place, key = ("advice", "recommendations"), "recommendations"
    written = [name for name in blocks if name in files.names("recommendations")]
    return advice | {key: [one for name in written for one in files.take_list(place, f"{key}/{name}.toml", key)]}


def _measured(document: dict[str, Any], name: str) -> dict[str, Any]:
    """The document, when no list in it is longer, and none deeper, than any questionnaire's.

    Each member could be a fault to tell, and each step down is one more call for whoever follows a rule.
    """
    waiting: list[tuple[object, int]] = [(document, 1)]
    while waiting:
        value, depth = waiting.pop()
        members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if len(members) > _LONGEST:
            why = _("A list or table has more than {n} members.").format(n=_LONGEST)
            raise QuestionnaireError(
                Problem(name, why, _("Check that it is the right file: no questionnaire is so long."))
            )
        if depth > _DEEPEST:
            why = _("Lists and tables stand in one another, more than {n} deep.").format(n=_DEEPEST)
            raise QuestionnaireError(Problem(name, why, _("Say it with fewer brackets.")))
        waiting.extend((member, depth + 1) for member in members if isinstance(member, dict | list))
    return document


def located(name: str, document: object, place: Place) -> str:
    """A place inside a file: positions count from 1, with the id of the member; numbered lines keep their number."""
    steps = "".join(_steps(document, place))
    return f"{name} · {steps.removeprefix(' › ').strip()}" if steps else name


def _steps(value: object, place: Place) -> Iterator[str]:
    for part in place:
        inner = member(value, part)
        if isinstance(part, int) and isinstance(value, dict):
            yield f" › {_number(value, part)}"
        elif isinstance(part, int):
            names = (
                [inner[key] for key in ("id", "slug", "key", "code") if key in inner] if isinstance(inner, dict) else []
            )
            yield f" [{part + 1}]" + (f" ({shown(names[0])})" if names else "")
        else:
            yield f" › {shown(part)}"
        value = inner


def member(value: object, part: int | str) -> object:
    """One step down; lines numbered in the file (``levels.1.fr``) are found by their position."""
    if isinstance(value, dict):
        return value.get(_number(value, part) if isinstance(part, int) else part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _number(lines: dict[str, Any], position: int) -> str:
    return str(position + (0 if "0" in lines else 1))

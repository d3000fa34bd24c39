"""Anything that may be left beside a response, under each name that the program uses there.

The next session cleans it, passes it by, or tells; none waits for ever, and no text of anybody's is lost.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from maturity.response.versions import survey
from tests.faults.damaged import response
from tests.faults.left import KINDS, NAMES, TEXTS, kept, put
from tests.faults.program import PATIENCE, maturity, told, went
from tests.faults.test_processes import DRIVES
from tests.tally import Tried

pytestmark = [pytest.mark.family(10), pytest.mark.skipif(os.name == "nt", reason="no pipes beside a file there")]
SAVES = """
import json, signal, sys
from pathlib import Path
from maturity.errors import MaturityError
from maturity.response.model import Answer
from maturity.response.versions import survey
from maturity.response.opening import open_with_questionnaire
for line in sys.stdin:
    signal.alarm(20)  # ends a process that waits for ever
    try:
        file = open_with_questionnaire(Path(line.rstrip()))[1]
        for level in (2, 3):
            file.save(file.response.with_answer("B1.1", Answer(level=level)))
        file.close()
        said = ["saved"]
    except MaturityError as error:
        said = [part for problem in error.problems for part in (problem.where, problem.why, problem.fix)]
    print(json.dumps(said), flush=True)
"""
# What is told instead of cleared away; on a drive without locks also what stands where its marker would be.
FOLDER, LINK = "a folder stands where the file should be", "a link stands where the file should be"
TOLD = {
    ("tmp", "newer"): "The last save was interrupted.",
    ("previous", "newer"): "An older copy was put in the place of this file",
    ("spare", "newer"): "An older copy was put in the place of this file",
    **{(name, "folder"): FOLDER for name in ("tmp", "spare", "lock", "previous")},
    **{("lock", kind): LINK for kind in ("link", "link to nothing")},
}
TOLD_WITHOUT_LOCKS = {
    ("marker", "folder"): FOLDER,
    **{("marker", kind): LINK for kind in ("link", "link to nothing")},
    ("marker", "pipe"): "already open",  # as young as a marker that is being written
}
OTHERS = ("newer", "another's", "another program's")  # whole, and no earlier version of the file


@dataclass(frozen=True)
class Case:
    """A response, what was left beside it, and a file of the user's that a link may point to."""

    path: Path
    name: str
    kind: str

    @property
    def precious(self) -> Path:
        """Not ours."""
        return self.path.with_name("precious.txt")


def made(folder: Path, name: str, kind: str) -> Case:
    """At revision 2, nothing beside it but what was left."""
    case = Case(folder / f"{name}-{kind}" / "r1.toml", name, kind)
    create(case.path, response())
    with OpenResponse.open(case.path) as session:
        session.save(session.response)
    for one in case.path.parent.iterdir():
        if one != case.path:
            one.unlink()
    case.precious.write_bytes(b"precious")
    put(NAMES[name](case.path), kind, case.precious)
    return case


@pytest.mark.parametrize("drive", DRIVES)
def test_each_name_and_kind(tmp_path: Path, drive: str, tried: Tried) -> None:
    """Opened and saved twice in another process."""
    cases = [made(tmp_path, name, kind) for name in NAMES for kind in KINDS]
    expected = TOLD | (TOLD_WITHOUT_LOCKS if drive == "no locks" else {})
    done = subprocess.run(
        [sys.executable, "-c", DRIVES[drive] + SAVES],
        input="".join(f"{case.path}\n" for case in cases),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, "LANG": "en_GB.UTF-8"},
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == len(cases), (cases[len(said)], done.stderr)
    for case, parts in zip(cases, said, strict=True):
        why = expected.get((case.name, case.kind))
        if why is None:
            assert parts == ["saved"], case
            assert read(case.path).answer("B1.1") == Answer(level=3)
            assert read(sidecars.previous(case.path)).answer("B1.1") == Answer(level=2)
        else:
            assert len(parts) == 3, (case, parts)
            assert why in parts[1], (case, parts)
            assert read(case.path).revision == 2
        assert case.precious.read_bytes() == b"precious", case
        if case.kind == "folder":
            assert (NAMES[case.name](case.path) / "mine.txt").read_bytes() == b"mine", case
        if case.name in ("previous", "damaged") and case.kind in OTHERS:
            assert kept(case.path, TEXTS[case.kind]), case
        tried.add(1)


@pytest.mark.parametrize("kind", OTHERS)
def test_an_old_copy_was_put_back(tmp_path: Path, kind: str) -> None:
    """What gives way to it is kept once, however often it is opened, and brought back by hand."""
    case = made(tmp_path, "previous", kind)
    for _again in range(3):
        with OpenResponse.open(case.path) as session:
            session.save(session.response)
    assert sidecars.damaged(case.path, 1).read_bytes() == TEXTS[kind]
    assert not sidecars.damaged(case.path, 2).exists()
    if kind == "newer":
        case.path.write_bytes(sidecars.damaged(case.path, 1).read_bytes())
        assert read(case.path).answer("A1.2").note == "only here"


def test_everything_at_once(tmp_path: Path, tried: Tried) -> None:
    """Each command goes on past all of it, and forgetting takes all of it along."""
    file = made(tmp_path, "tmp", "half").path
    for name in NAMES.keys() - {"tmp"}:
        put(NAMES[name](file), "half", file)
    for number in range(2, 60):
        sidecars.damaged(file, number).write_bytes(TEXTS["newer"] + b"\n" * number)
    before = file.read_bytes()
    for call in (("list", "--folder", tmp_path), ("score", file), ("verify", file)):
        went(maturity(*call))
        assert file.read_bytes() == before
    assert "Saved." in went(maturity("answer", "--plain", file, said="4\nq\n"))
    assert read(file).revision > 2
    assert not sidecars.temporary(file).exists()
    assert sidecars.damaged(file, 59).exists()
    file.with_name("precious.txt").unlink()
    went(maturity("forget", "--yes", file))
    assert not file.parent.exists()
    tried.add(5)


def test_a_place_to_keep_that_is_taken(tmp_path: Path) -> None:
    """A folder, a pipe or a link under the name for a damaged text: the next number is taken, and nobody waits."""
    file = made(tmp_path, "damaged", "pipe").path
    sidecars.damaged(file, 2).mkdir()
    sidecars.damaged(file, 3).symlink_to(file.with_name("precious.txt"))
    torn = file.read_bytes()[:-90]
    file.write_bytes(torn)
    sidecars.previous(file).write_bytes(TEXTS["older"])
    went(maturity("restore", "--yes", file))
    assert sidecars.damaged(file, 4).read_bytes() == torn
    assert read(file).revision == 1
    assert file.with_name("precious.txt").read_bytes() == b"precious"


def test_who_has_it_open_cannot_be_read(tmp_path: Path) -> None:
    """A pipe in the place of the note about who has it open: told all the same, and nobody waits."""
    file = made(tmp_path, "session", "nothing").path
    with OpenResponse.open(file):
        sidecars.session(file).unlink()
        os.mkfifo(sidecars.session(file))
        assert "already open in another window" in told(maturity("forget", "--yes", file))


def test_no_place_left_to_keep(tmp_path: Path) -> None:
    """Where as many texts are kept as there are names, it says which files to move; then it goes on. None is lost."""
    file = made(tmp_path, "damaged", "nothing").path
    names = sidecars.damaged_names(file)
    for number, name in enumerate(names):
        name.write_bytes(b"x" * number)
    torn = file.read_bytes()[:-90]
    file.write_bytes(torn)
    sidecars.previous(file).write_bytes(TEXTS["older"])
    said = told(maturity("restore", "--yes", file))
    assert "99 texts are kept beside it already" in said
    assert f"“{names[0].name}”" in said
    assert file.read_bytes() == torn
    names[0].rename(tmp_path / "elsewhere")
    went(maturity("restore", "--yes", file))
    assert names[0].read_bytes() == torn
    assert read(file).revision == 1


def test_few_of_many_kept_texts_are_read(tmp_path: Path) -> None:
    """Looking at a file does not take longer with every text that was ever kept beside it: the last five are read."""
    file = made(tmp_path, "damaged", "nothing").path
    for name in sidecars.damaged_names(file):
        name.write_bytes(TEXTS["newer"])
    kept = [one.path for one in survey(file).beside if one.kind == "kept"]
    assert kept == sidecars.damaged_names(file)[-5:]

"""Standard output or error closed or full, or a reader who leaves, under every command.

What was asked for and could not be printed is an error; a word about what is done is not; a reader who leaves is none
either. Files are whole, and only what the command is there to change differs. By default each command meets three of
the eight faults, and each fault commands of each kind; with ``MATURITY_SWEEP=full`` every command meets all of them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from maturity.response.file import create, read
from tests.faults.damaged import make, response
from tests.faults.program import PATIENCE, role
from tests.tally import Tried

FULL = os.environ.get("MATURITY_SWEEP") == "full"
pytestmark = [
    pytest.mark.family(15),
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's"),
]
PROGRAM = (sys.executable, "-m", "maturity", "--lang", "en")
FAULTS = {
    "closed": ">&-",
    "errors full": "2>/dev/full",
    "a reader who leaves": "| true",
    "full": ">/dev/full",
    "errors closed": "2>&-",
    "a reader of one line": "| head -n 1",
    "both full": ">/dev/full 2>&1",
    "all closed": "<&- >&- 2>&-",
}
LOST = {"closed", "full", "both full", "all closed"}  # standard output takes nothing
DEAF = {"errors full", "errors closed", "both full", "all closed"}  # nor does standard error
WHOLE, OLDER, TORN, EMPTY = "pau/r1.toml", "before/r1.toml", "torn/pau-64445-2026/r1.toml", "empty/r1.toml"
BESIDE = (".lock", ".previous", ".session")


@dataclass(frozen=True)
class Call:
    """A command. ``prints``: its output is what one asks for, or only a word on what is done, or it fails anyhow.

    ``changes``: the files that it is there to make, to change or to remove.
    """

    words: str
    prints: str = "what is asked for"
    changes: tuple[str, ...] = ()
    code: int = 0


ANSWER = Call(f"answer --plain {EMPTY}", changes=(EMPTY,))
NEW = Call("new --authority 64445 --role ROLE --wave 2027", changes=("pau-64445-2027/r1.toml",))
OUTPUT, WORD, FAILS = "what is asked for", "a word", "an error"
CALLS = (
    *map(Call, ("--version", "--help", "score --help", "questionnaire check --help")),
    *map(Call, ("list", f"score {WHOLE}", f"score --json {WHOLE}", f"compare {OLDER} {WHOLE}", f"verify {WHOLE}")),
    *map(Call, ("privacy", "questionnaire check", "questionnaire cases", "schema result", "schema comparison")),
    *(ANSWER, NEW),
    Call(f"report --short {WHOLE}", WORD, ("pau/r1-two-pages.pdf",)),
    Call(f"report --short {WHOLE} -o x.pdf --slides drawn --actions x.csv", WORD, ("x.pdf", "x.csv", "drawn/")),
    Call("demo --files examples", WORD, ("examples/",)),
    Call("demo --report x.pdf", WORD, ("x.pdf",)),
    Call(f"restore --yes {TORN}", WORD, (TORN, f"{TORN}.damaged-1")),
    Call(f"forget --yes {OLDER}", WORD, (OLDER,)),
    Call("scroe pau/r1.toml", FAILS, code=2),
    Call("score --nonsense pau/r1.toml", FAILS, code=2),
    Call("questionnaire", FAILS, code=2),
    Call(f"open {WHOLE}", FAILS, code=2),
    Call("", FAILS, code=2),
    Call("demo", FAILS, code=2),
    Call("new", FAILS, code=2),
    Call(f"forget {WHOLE}", FAILS, code=2),
    Call(f"restore {TORN}", FAILS, code=2),
    Call("score nothing.toml", FAILS, code=1),
    Call(f"score {TORN}", FAILS, code=1),
    Call(f"answer --plain {TORN}x", FAILS, code=1),
)


def sample() -> list[tuple[str, Call]]:
    """Pairs of a fault and a command: by turns, so that each fault meets each kind of command."""
    names = list(FAULTS)
    return [
        (names[(number + step) % len(names)], call)
        for number, call in enumerate(CALLS)
        for step in (range(len(names)) if FULL else (0, 3, 6))
    ]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two waves of one authority, a file that was cut off, and one without an answer."""
    home = tmp_path_factory.mktemp("kept")
    create(home / WHOLE, response())
    create(home / OLDER, response().model_copy(update={"wave": "2024"}))
    create(home / EMPTY, response().model_copy(update={"answers": {}}))
    make(home / "torn", "cut")
    return home


def standing(home: Path) -> dict[str, bytes]:
    """Every file by its name; a lock that nobody holds and the version before may stand there or not."""
    found = (path for path in home.rglob("*") if path.is_file() and not path.name.endswith(BESIDE))
    return {str(path.relative_to(home)): path.read_bytes() for path in found}


def test_the_sample_leaves_nothing_out() -> None:
    """Each fault meets what is asked for, what is done, and what fails; each command three faults or more."""
    pairs = sample()
    assert {(name, call.prints) for name, call in pairs} == {
        (name, prints) for name in FAULTS for prints in (OUTPUT, WORD, FAILS)
    }
    assert all(sum(call is other for _, other in pairs) >= 3 for call in CALLS)


@pytest.mark.parametrize(("fault", "call"), [pytest.param(f, c, id=f"{c.words or 'alone'}, {f}") for f, c in sample()])
def test_nobody_hears(tmp_path: Path, kept: Path, fault: str, call: Call, tried: Tried) -> None:
    """The exit code tells what came of it, errors have three parts, and every file is whole."""
    home = tmp_path / "home"
    shutil.copytree(kept, home)
    before = standing(home)
    code, error = ran(home, call, FAULTS[fault])
    after = standing(home)

    told_nothing = fault in LOST and call.prints == OUTPUT
    assert code == (1 if told_nothing else call.code), error
    assert "Traceback" not in error
    assert "Exception ignored" not in error
    if fault in DEAF:
        assert not error
    else:
        assert ("\n  → " in error) == (told_nothing or (call.prints == FAILS and call.words != "questionnaire")), error
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    if call is ANSWER:  # nobody who hears no question answers it; one who leaves heard the first, or the second
        assert len(read(home / EMPTY).answers) in ({0} if told_nothing else {2} if "errors" in fault else {0, 1, 2})
        assert changed <= set(call.changes)
    else:
        assert as_meant(changed, call), changed
    whole(home)
    tried.add(1)


def ran(home: Path, call: Call, redirected: str) -> tuple[int, str]:
    """Exit code and standard error of a command in a shell that redirects its streams."""
    words = (role() if word == "ROLE" else word for word in call.words.split())
    done = subprocess.run(
        ["/bin/sh", "-c", f'{{ "$@"; echo $? >"$CODE"; }} {redirected}', "sh", *PROGRAM, *words],
        input="2\n3\nq\n",
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        timeout=PATIENCE,
        env={**os.environ, "MATURITY_HOME": str(home), "CODE": str(home.parent / "code")},
    )
    return int((home.parent / "code").read_text()), done.stderr


def as_meant(changed: set[str], call: Call) -> bool:
    """Whether exactly that changed which the command is there to change; of a folder, anything in it."""
    folders = tuple(meant for meant in call.changes if meant.endswith("/"))
    return {f"{name.split('/')[0]}/" if name.startswith(folders) else name for name in changed} == set(call.changes)


def whole(home: Path) -> None:
    """Nothing is left half-written: answers open, pages end, pictures and tables are complete."""
    for path in home.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if path.name == "r1.toml" and (data or "torn" not in path.parts):
            assert path == home / TORN or read(path)
        if path.suffix == ".pdf":
            assert data.startswith(b"%PDF-")
            assert data.rstrip().endswith(b"%%EOF")
        if path.suffix == ".svg":
            assert data.rstrip().endswith(b"</svg>")
        assert not path.name.endswith((".tmp", ".part", ".spare", ".marker")), path

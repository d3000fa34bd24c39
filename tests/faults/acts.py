"""What is done to a response, in a process of its own under strace: a save, the first one, restoring, an answer."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from maturity.errors import DamagedError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from tests.response.samples import SAMPLE, begun

CALLS = "openat,write,fsync,close,link,rename,unlink,mkdir,chmod,read,lseek,newfstatat,fstat"
_SAVE = """
import sys
from pathlib import Path
from maturity.errors import UnsureSaveError, MaturityError
from maturity.response.file import OpenResponse, create
from maturity.response.model import Answer
path = Path(sys.argv[1])
try:
    if path.exists():
        session = OpenResponse.open(path)
        session.save(session.response.with_answer("A1.2", Answer(level=1)))
    else:
        from tests.response.samples import SAMPLE
        create(path, SAMPLE)
except MaturityError as error:
    print("unsure" if isinstance(error, UnsureSaveError) else "refused")
    print(*(part for problem in error.problems for part in (problem.where, problem.why, problem.fix)), sep="\\n")
else:
    print("Saved", flush=True)
"""
ROOT = Path(__file__).parent.parent.parent
Outcome = dict[str, Answer] | str


@dataclass(frozen=True)
class Act:
    """``told``: what the program prints when it is done."""

    name: str
    prepare: Callable[[Path], Path]  # into a folder; the file
    command: tuple[str, ...]
    told: str = "Saved"
    typed: str = ""


def _saved_before(folder: Path) -> Path:
    path = folder / "pau" / "r1.toml"
    create(path, SAMPLE)
    with OpenResponse.open(path) as session:
        session.save(session.response.with_answer("A1.2", Answer(level=5)))
    return path


def _nothing_yet(folder: Path) -> Path:
    return folder / "pau" / "r1.toml"


def _damaged(folder: Path) -> Path:
    path = begun(folder)
    path.write_bytes(path.read_bytes()[:300])
    return path


_MATURITY = ("-m", "maturity", "--lang", "en")
ACTS = (
    Act("save", _saved_before, ("-c", _SAVE)),
    Act("create", _nothing_yet, ("-c", _SAVE)),
    Act("restore", _damaged, (*_MATURITY, "restore", "--yes"), told="Done: "),
    Act("answer", begun, (*_MATURITY, "answer", "--plain"), told="Saved.", typed="4\nq\n"),
)


@dataclass
class Ran:
    """What the program printed, the calls that it made, how it ended."""

    out: str
    err: str
    points: list[tuple[str, int]]
    code: int


def run(act: Act, path: Path, inject: Sequence[str] = (), calls: str = CALLS) -> Ran:
    """The act in a process of its own; only its calls on the response's files, and on their folders, are looked at."""
    log = path.parent.parent / "trace"
    beside = (sidecars.temporary(path), sidecars.previous(path), sidecars.spare(path), sidecars.damaged(path, 1))
    looked_at = [part for name in (path, path.parent, *beside) for part in ("-P", str(name))]
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={calls}", *inject, *looked_at]
    done = subprocess.run(
        [*command, sys.executable, *act.command, str(path)],
        input=act.typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    made = re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE)
    points = [(call, k) for call in dict.fromkeys(made) for k in range(1, made.count(call) + 1)]
    return Ran(done.stdout, done.stderr, points, done.returncode)


def outcome(path: Path) -> Outcome:
    """What the real reader finds: the answers, or that there is nothing, or nothing whole."""
    if not path.exists():
        return "nothing"
    try:
        return dict(read(path).answers)
    except DamagedError:
        return "damaged"


def copy_of(path: Path, folder: Path) -> Path:
    """The same file, and all beside it, elsewhere: each fault finds it as it was."""
    if path.parent.exists():
        shutil.copytree(path.parent, folder / path.parent.name)
    else:
        folder.mkdir()
    return folder / path.parent.name / path.name

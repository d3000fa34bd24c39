"""A register that is none: the script that builds it, and the program whose installation was damaged.

Users cannot name a register of their own: the packaged one is the only one that the program reads.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.response import authorities
from tests.hostile.child import Ran, measured
from tests.hostile.test_responses import state, three_parts
from tests.response.test_build_register import COMMUNE, DATA, SCRIPT
from tests.tally import Tried

pytestmark = pytest.mark.hostile("registers")
HERE = Path(__file__).parent / "registers"
FILES = sorted(HERE.iterdir())  # <fault>.<file of the package>.json
PACKED = Path(authorities.__file__).parent / "data/authorities-fr.csv.gz"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """One that is in order, of three communes."""
    folder = tmp_path / "package"
    (folder / "data").mkdir(parents=True)
    (folder / "package.json").write_text('{"version": "0.0.1"}')
    for name, values in DATA.items():
        (folder / "data" / f"{name}.json").write_text(json.dumps(values))
    return folder


def built(package: Path) -> Ran:
    """The script in a process of its own; it writes beside the package."""
    return measured([sys.executable, str(SCRIPT), str(package), str(package.parent / "register.csv.gz")])


def refused(package: Path, tried: Tried) -> None:
    """One clear error, and no register."""
    before = state(package / "data")
    ran = built(package)

    assert ran.code == 1, ran.err
    assert three_parts(ran.err), ran.err
    assert "Traceback" not in ran.err
    assert not {"\x1b", "\u202e"} & set(ran.err)
    assert not (package.parent / "register.csv.gz").exists()
    assert state(package / "data") == before
    tried.cost(ran.seconds, ran.kilobytes)


def test_a_good_one(package: Path) -> None:
    """The measure of the others."""
    assert built(package).code == 0
    assert (package.parent / "register.csv.gz").is_file()


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_fault(package: Path, file: Path, tried: Tried) -> None:
    """Each file is named after its fault."""
    _fault, name, _json = file.name.split(".")
    (package / "data" / f"{name}.json").write_bytes(file.read_bytes())

    refused(package, tried)


def _many(path: Path) -> None:
    path.write_text(
        json.dumps([COMMUNE | {"code": "1", "nom": "x" * 20, "departement": "64", "population": -1}] * 40_000)
    )


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(40 * 1024 * 1024)


def _nested(path: Path) -> None:
    path.write_text("[" * 100_000)


def _fifo(path: Path) -> None:
    os.mkfifo(path)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _path: None,
    "folder": Path.mkdir,
    "fifo": _fifo,
    "link-to-zeros": lambda path: path.symlink_to("/dev/zero"),
    "link-to-itself": lambda path: path.symlink_to(path),
    "forty-megabytes": _large,
    "nested-brackets": _nested,
    "forty-thousand-faults": _many,
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_or_large(package: Path, name: str, tried: Tried) -> None:
    """Made when it is needed."""
    target = package / "data" / "communes.json"
    target.unlink()
    NO_FILES[name](target)

    refused(package, tried)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _data: b"",
    "cut-off": _cut,
    "zeros": lambda data: bytes(len(data)),
    "not-packed": gzip.decompress,
    "a-bit-flipped": lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
    "without-lines": lambda _data: gzip.compress(b"# x\n"),
    "other-columns": lambda _data: gzip.compress(b"# x\nkind\na,b\n"),
    "not-utf-8": lambda _data: gzip.compress("# x\nkind\ncommune,1,é,1,1,\n".encode("latin-1")),
    "bomb": lambda _data: gzip.compress(b"# x\nkind\n" + b"a" * 100_000_000),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Whoever begins an assessment is told, and nothing is begun."""
    file = tmp_path / "authorities-fr.csv.gz"
    file.write_bytes(DAMAGED[name](PACKED.read_bytes()))
    monkeypatch.setattr(authorities, "_FILE", file)
    authorities._register.cache_clear()
    try:
        with pytest.raises(SystemExit) as left:
            main(
                ["--lang", "en", "new", "--authority", "64445", "--role", "management", "--folder", str(tmp_path / "x")]
            )
    finally:
        authorities._register.cache_clear()
    told = capsys.readouterr().err

    assert left.value.code == 1, told
    assert three_parts(told), told
    assert str(file) in told
    assert not (tmp_path / "x").exists()

"""Coverage-guided fuzzing of both readers: what is found is kept as a file, and the search goes on.

    python -m venv .fuzz && .fuzz/bin/pip install atheris -e .        (Linux or macOS; in no list of dependencies)
    .fuzz/bin/python scripts/fuzz.py response --seconds 600
    .fuzz/bin/python scripts/fuzz.py questionnaire --seconds 600

Begins with files that are in order (and with the hostile ones), changes bytes or, every second time, values of the
document (``tests/hostile/mutations.py``), and keeps what reaches new lines of code.
Each input must give a value that reads back equal, or an error in three parts (``tests/hostile/oracle.py``). What does
neither is written to ``.fuzzed/<reader>/found/``: give it a name and put it into ``tests/hostile/``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import atheris

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
with atheris.instrument_imports(include=["maturity", "tomllib"], enable_loader_override=False):
    from tests.hostile import mutations, oracle
    from tests.hostile.responses import ACCEPTED, REFUSED, TEXT

    from maturity.locale import set_language
    from maturity.questionnaire import files
    from maturity.toml import parse

GARDEN = ROOT / "tests/questionnaires/garden/v1"
LONGEST = 16_384  # bytes of an input
SIGNS = ("[[", "]]", " = ", "{ ", " }", '"""', "'''", "\\u0000", "\\u202e", "inf", "nan", "-1", "0x", "1e308", "9" * 20)
Inputs = Iterator[tuple[str, bytes]]


def try_response(data: bytes) -> None:
    """As found, and with a checksum that fits."""
    oracle.response(data)
    oracle.response(oracle.sealed(data))


def response_seeds() -> Inputs:
    """Good and hostile files, without their checksum."""
    for name, data in {"good": TEXT.encode(), **ACCEPTED, **REFUSED}.items():
        yield name, data.rpartition(b"# sha256 ")[0] or data


def questionnaire_trial(folder: Path) -> Callable[[bytes], None]:
    """The invented questionnaire with one file replaced: the first byte says which."""
    shutil.copytree(GARDEN, folder / "v1")
    names = _names()
    known: dict[str, str] = {}  # what stands in the other files is parsed once

    def parsed(text: str, *rest: object) -> object:
        if text not in known.values():
            return parse(text, *rest)  # type: ignore[arg-type]
        return json.loads(documents[text])

    known |= {name: (GARDEN / name).read_text(encoding="utf-8") for name in names}
    documents = {text: json.dumps(parse(text, name)) for name, text in known.items()}
    vars(files)["parse"] = parsed

    def trial(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else names[0]
        place = folder / "v1" / name
        place.write_bytes(data[1:])
        try:
            oracle.questionnaire(folder / "v1")
        finally:
            place.write_text(known[name], encoding="utf-8")

    return trial


def _names() -> list[str]:
    return sorted(str(path.relative_to(GARDEN)) for path in GARDEN.rglob("*.toml") if "cases" not in path.parts)


def questionnaire_seeds() -> Inputs:
    """Each file, behind the byte that says which it is."""
    for number, name in enumerate(_names()):
        yield name.replace("/", "-"), bytes([number]) + (GARDEN / name).read_bytes()


def mutator(head: int) -> Callable[[bytes, int, int], bytes]:
    """Changes values where there is a document behind the first ``head`` bytes, else bytes."""

    def change(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - nothing is secret here
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, longest))
        try:
            document = tomllib.loads(data[head:].decode())
            return data[:head] + mutations.written(mutations.mutated(document, random), random)[: longest - head]
        except (ValueError, RecursionError):
            return bytes(atheris.Mutate(data, longest))

    return change


def keeping(trial: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """The same; what goes wrong is kept once for each place in the program, and told."""
    seen: set[str] = set()
    found.mkdir(parents=True, exist_ok=True)

    def one(data: bytes) -> None:
        try:
            trial(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
            steps = traceback.extract_tb(error.__traceback__)
            place = " < ".join(f"{Path(step.filename).name}:{step.lineno}" for step in reversed(steps[-3:]))
            if place not in seen:
                seen.add(place)
                (found / f"{sha256(data).hexdigest()[:12]}.toml").write_bytes(data)
                print(f"FOUND {type(error).__name__}: {str(error)[:300]} at {place}", flush=True)

    return one


def corpus(folder: Path, seeds: Inputs) -> Path:
    """The inputs to begin with, and the words that files are made of."""
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    words = set(SIGNS)
    for name, data in seeds:
        if len(data) <= LONGEST:
            (folder / "corpus" / name).write_bytes(data)
            words |= {word for word in data.decode(errors="ignore").split() if word.isascii() and 2 < len(word) < 20}
    lines = [json.dumps(word.encode("unicode_escape").decode()) for word in sorted(words)]
    (folder / "words.dict").write_text("\n".join(lines) + "\n", encoding="ascii")
    return folder / "corpus"


def main() -> None:
    """Fuzz one reader for some time."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("reader", choices=["response", "questionnaire"])
    asked.add_argument("--seconds", type=int, default=600)
    call = asked.parse_args()
    set_language("en")
    place = ROOT / ".fuzzed" / call.reader
    disk = Path("/dev/shm")  # noqa: S108 - memory: a quarter of the time is writing
    room = Path(tempfile.mkdtemp(dir=disk if disk.is_dir() else None))
    trial = try_response if call.reader == "response" else questionnaire_trial(room)
    seeds = response_seeds() if call.reader == "response" else questionnaire_seeds()
    options = [
        f"-max_total_time={call.seconds}",
        f"-max_len={LONGEST}",
        f"-dict={place / 'words.dict'}",
        f"-artifact_prefix={place}/",
        "-timeout=10",
        "-rss_limit_mb=1500",
        "-keep_seed=1",  # files in order reach the same lines; each is a place to begin
        "-print_final_stats=1",
    ]
    atheris.Setup(
        [sys.argv[0], str(corpus(place, seeds)), *options],
        keeping(trial, place / "found"),
        custom_mutator=mutator(0 if call.reader == "response" else 1),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()

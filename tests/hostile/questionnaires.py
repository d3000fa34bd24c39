"""Hostile questionnaires: the invented one with one fault, each named after it.

The small faults stand as files in ``questionnaires/<fault>/``, to be laid over a copy of the invented questionnaire
(``python -m tests.hostile.questionnaires`` writes them, and what is said of each: ``questionnaires.toml``). Large
ones, and what is no file, are made when they are needed.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import tomli_w

from maturity.cli.main import main

HERE = Path(__file__).parent / "questionnaires"
SAID = Path(__file__).parent / "questionnaires.toml"
INVENTED = Path(__file__).parents[1] / "questionnaires"
MEGABYTE = 1024 * 1024
GROUND, SPIRIT, CROSSWALK = "items/ground.toml", "placements/spirit.toml", "crosswalk.toml"
Change = Callable[[str], str]


class Fault(NamedTuple):
    """What is done to one file of a version, and how it is written."""

    file: str
    change: Change
    version: str = "v1"
    encoding: str = "utf-8"


def _swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def _id(new: str) -> Fault:
    return Fault(GROUND, _swap('id = "soil-2"', f'id = "{new}"'))


def _all(text: str) -> Change:
    return lambda _before: text


def _one_level(text: str) -> str:
    first, *rest = text.split("[[items]]\n")
    return "[[items]]\n".join([first, re.sub(r"(?m)^levels\.[2-9]\..*\n", "", rest[0]), *rest[1:]])


def _walk(old: str, new: str) -> Fault:
    return Fault(CROSSWALK, _swap(old, new), "v2")


def _gate(rule: str) -> Fault:
    return Fault("readiness.toml", _swap('when = { subdimension = "water", at_least = 3 }', f"when = {rule}"))


def _conditions(text: str) -> str:
    """Thirty conditions would make a thousand million corners."""
    one = re.search(r"\[\[conditions\]\]\nid = \"together\".*?(?=\[\[configurations\]\])", text, re.DOTALL)
    assert one
    more = "".join(one[0].replace('"together', f'"more{n}') for n in range(30))
    return text.replace("[[configurations]]", f"{more}[[configurations]]", 1)


FAULTS: dict[str, Fault] = {
    "no-dimensions": Fault("blocks.toml", _all("blocks = []\n")),
    "no-items": Fault(GROUND, _all("items = []\n")),
    "nothing-in-a-file": Fault("scoring.toml", _all("")),
    "a-scale-with-one-option": Fault(GROUND, _one_level),
    "thresholds-unordered": Fault("scoring.toml", _swap("full_out = 1.25", "full_out = 3.9")),
    "thresholds-equal": Fault("scoring.toml", _swap("full_in = 3.75", "full_in = 2.5")),
    "thresholds-overlapping": Fault("scoring.toml", _swap("likely_from = 0.6", "likely_from = 0.9")),
    "threshold-nan": Fault("scoring.toml", _swap("crossover = 2.5", "crossover = nan")),
    "threshold-1e308": Fault("scoring.toml", _swap("full_in = 3.75", "full_in = 1e308")),
    "labels-overlapping": Fault(SPIRIT, _swap('[{ is = "tended" }, { not = "together" }]', '[{ is = "tended" }]')),
    "thirty-conditions": Fault(SPIRIT, _conditions),
    "draws-without-end": Fault("scoring.toml", _swap("draws = 1000", "draws = 9223372036854775808")),
    "draws-minus-one": Fault("scoring.toml", _swap("draws = 1000", "draws = -1")),
    "probability-inf": Fault("scoring.toml", _swap("probability = 0.2", "probability = inf")),
    "flips-without-end": Fault("scoring.toml", _swap("max_flips = 2", "max_flips = 1000000")),
    "priorities-minus-one": Fault("scoring.toml", _swap("priorities = 3", "priorities = -1")),
    "minutes-of-4000-digits": Fault("forms.toml", _swap("minutes = 5", f"minutes = {'9' * 4000}")),
    "ten-thousand-digits": Fault("forms.toml", _swap("minutes = 5", f"minutes = {'9' * 10_000}")),
    "ids-twice": _id("soil-1"),
    "ids-equal-after-case-folding": _id("SOIL-1"),
    "id-decomposed": _id("soil-1e\u0301"),
    "id-full-width": _id("\uff53oil-1"),
    "id-zero-width": _id("soil-1\u200b"),
    "id-path": _id("../../etc/passwd"),
    "id-drive": _id("C:\\\\x"),
    "id-nul": _id("soil\\u0000"),
    "id-newline": _id("soil\\n2"),
    "id-of-300-signs": _id("x" * 300),
    "block-path": Fault("blocks.toml", _swap('id = "ground"', 'id = "../../etc/passwd"')),
    "placement-path": Fault("questionnaire.toml", _swap('["spirit"]', '["../../secret"]')),
    "questionnaire-path": Fault("questionnaire.toml", _swap('id = "garden"', 'id = "../garden"')),
    "language-path": Fault("questionnaire.toml", _swap('["en", "fr"]', '["en", "../fr"]')),
    "version-99": Fault("questionnaire.toml", _swap("1.0.0", "99.0.0")),
    "version-of-5000-digits": Fault("questionnaire.toml", _swap("1.0.0", f"1.{'9' * 5000}.0")),
    "gate-that-waits-for-itself": _gate('{ gate = "water-first" }'),
    "rules-in-rules": _gate("{ any_of = [" * 150 + '{ subdimension = "water", at_least = 3 }' + "] }" * 150),
    "rules-in-rules-too-deep": _gate("{ any_of = [" * 1500 + "] }" * 1500),
    "crosswalk-to-itself": _walk("major = 1", "major = 2"),
    "crosswalk-from-later": _walk("major = 1", "major = 3"),
    "crosswalk-from-4000-digits": _walk("major = 1", f"major = {'9' * 4000}"),
    "crosswalk-from-minus-one": _walk("major = 1", "major = -1"),
    "crosswalk-from-a-path": _walk('id = "garden"', 'id = "../../etc"'),
    "crosswalk-from-another": _walk('id = "garden"', 'id = "orchard"'),
    "crosswalk-typo": _walk('before = ["soil-2"]', 'befor = ["soil-2"]'),
    "crosswalk-item-twice": _walk('before = ["welcome-2"]', 'before = ["soil-1"]'),
    "crosswalk-nested": Fault(CROSSWALK, _all("items = " + "[" * 2000), "v2"),
    "crosswalk-latin-1": Fault(CROSSWALK, _swap("Winter", "\u00e9t\u00e9"), "v2", "latin-1"),
    "nested-brackets": Fault("glossary.toml", _all("x = " + "[" * 2000)),
    "nested-tables": Fault("glossary.toml", _all("x = " + "{a=" * 2000)),
    "dotted-key-of-65": Fault("glossary.toml", _all(".".join(["a"] * 66) + " = 1\n")),
    "key-twice": Fault("forms.toml", _swap("minutes = 5", "minutes = 5\nminutes = 6")),
    "cut-in-the-middle": Fault(GROUND, lambda text: text[: len(text) // 2]),
    "zeros": Fault("glossary.toml", _all("\0" * 4096)),
    "utf-16": Fault("glossary.toml", str, encoding="utf-16"),
    "latin-1": Fault("glossary.toml", _all('x = "\u00e9"'), encoding="latin-1"),
    "escape-sequence": Fault(GROUND, _swap('"Once or', '"\\u001b]52;c;QUJD\\u0007Once or')),
    "bidi-override": Fault(GROUND, _swap('"Once or', '"\\u202eOnce or')),
    "c1-control": Fault(GROUND, _swap('"Once or', '"\\u009b31mOnce or')),
    "format-string": Fault("readiness.toml", _swap("Missing: {items}.", "Missing: {0.__class__.__mro__}.")),
    "text-of-5000-signs": Fault(GROUND, _swap('"Once or twice."', f'"{"x" * 5000}"')),
    "case-of-another": Fault("cases/gardens.toml", _swap("soil-1", "ZZ-1")),
}


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may be 107 bytes long at most
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _link(path: Path) -> None:
    other = path.parent.parent / "somebody-elses.toml"
    other.write_text("[[items]]\n", "utf-8")
    path.symlink_to(other)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _path: None,
    "folder": Path.mkdir,
    "fifo": _fifo,
    "socket": _socket,
    "link": _link,
    "link-to-zeros": lambda path: path.symlink_to("/dev/zero"),
    "link-to-nothing": lambda path: path.symlink_to("nowhere"),
    "link-to-itself": lambda path: path.symlink_to(path),
}


def _filled(unit: str, room: int = MEGABYTE - 8192) -> str:
    return "".join(unit.replace("#", f"{n:x}") for n in range(room // (len(unit) + 4)))


def _put(file: str, text: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, "utf-8")

    return put


def _many(name: str, text: str, count: int) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        for number in range(count):
            _put(name.replace("#", str(number)), text)(folder)

    return put


def _walk_of_many() -> str:
    one = '[[items]]\nrelation = "dropped"\ncomparable = false\nnote = { en = "x", fr = "x" }\n'
    names = ", ".join(f'"a{n:x}"' for n in range(1500))
    return '[from]\nid = "garden"\nmajor = 1\n' + f"{one}before = [{names}]\n" * 70


def _forms_of_many() -> str:
    text = (INVENTED / "garden/v2/forms.toml").read_text(encoding="utf-8")
    one = re.sub(r"(?m)^items = .*\n", "", "[[forms]]\n" + text.split("[[forms]]\n")[1])
    names = ", ".join(f'"a{n:x}"' for n in range(1500))
    return text + "".join(re.sub(r"(?m)^id = .*$", f'id = "f{n}"', one) + f"items = [{names}]\n" for n in range(60))


LARGE: dict[str, Callable[[Path], None]] = {
    "a-hundred-thousand-dimensions": _put("blocks.toml", _filled('[[blocks]]\nid="b#"\n', 8 * MEGABYTE)),
    "a-megabyte-of-dimensions": _put("blocks.toml", _filled("[[blocks]]\n")),
    "two-thousand-dimensions": _put("blocks.toml", "".join(f'[[blocks]]\nid="b{n}"\n' for n in range(2000))),
    "two-thousand-unknown-keys": _put("blocks.toml", "".join(f"k{n}=1\n" for n in range(2000))),
    "twenty-megabytes": _put(GROUND, "# " + "x" * 20 * MEGABYTE),
    "dotted-key-bomb": _put("glossary.toml", ".".join(["a"] * 20_000) + " = 1\n"),
    "dotted-table-bomb": _put("glossary.toml", "[" + ".".join(["a"] * 20_000) + "]\n"),
    "keys-of-64-dots": _put("glossary.toml", _filled(f"a#{'.a' * 63} = 1\n")),
    "lists-in-a-list": _put("glossary.toml", f"x = [{_filled('[],')}]\n"),
    "brackets-in-fifties": _put("glossary.toml", f"x = [{_filled('[' * 50 + ']' * 50 + ',')}]\n"),
    "a-megabyte-of-digits": _put("glossary.toml", f"x = 0x{'f' * 1_000_000}\n"),
    "five-thousand-files": _many("items/f#.toml", "", 5000),
    "two-hundred-megabytes-in-files": _many("legal/f#.toml", f"x = [{_filled('1,')}]\n", 200),
    "two-hundred-cases-of-a-megabyte": _many("cases/f#.toml", f"# {'x' * 1_000_000}\n", 200),
    "crosswalk-of-ten-megabytes": _put(CROSSWALK, _filled("[[items]]\n", 10 * MEGABYTE)),
    "crosswalk-of-unknown-items": _put(CROSSWALK, _walk_of_many()),
    "form-of-unknown-items": _put("forms.toml", _forms_of_many()),
    "crosswalk-of-two-thousand": _put(CROSSWALK, '[from]\nid="garden"\nmajor=0\n' + "[[items]]\n" * 2000),
}


def copy(target: Path) -> Path:
    """Both versions of the invented questionnaire and the list of releases; returns the folder of all."""
    shutil.copytree(INVENTED / "garden", target / "garden")
    shutil.copy(INVENTED / "released.toml", target / "released.toml")
    return target


def laid_over(target: Path, name: str) -> Path:
    """A copy with a fault in it; returns the folder of the version that it is in."""
    copy(target)
    version = FAULTS[name].version
    shutil.copytree(HERE / name, target / "garden" / version, dirs_exist_ok=True)
    return target / "garden" / version


def write() -> None:
    """Every small fault, and the first message of each."""
    shutil.rmtree(HERE, ignore_errors=True)
    said = {}
    for name, (file, change, version, encoding) in FAULTS.items():
        target = HERE / name / file
        target.parent.mkdir(parents=True)
        text = (INVENTED / "garden" / version / file).read_text(encoding="utf-8")
        target.write_bytes(change(text).encode(encoding, "replace"))
        with TemporaryDirectory() as place:
            said[name] = first_message(laid_over(Path(place), name))
    SAID.write_text(tomli_w.dumps(said), encoding="utf-8")


def first_message(folder: Path) -> str:
    """Why the questionnaire in a folder is refused, in English; "" when it is not."""
    heard = StringIO()
    with redirect_stderr(heard), redirect_stdout(StringIO()), suppress(SystemExit):
        main(["--lang", "en", "questionnaire", "check", str(folder)])
    return next((line.strip() for line in heard.getvalue().splitlines() if line.startswith("  ")), "")


if __name__ == "__main__":
    write()

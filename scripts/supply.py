"""What the program is made of besides its own code: pins, licences, and files as they were published.

    python scripts/supply.py pins        every package that an installation brings is pinned, no pin is idle
    python scripts/supply.py licences    licence of each; exit 1 for one that does not go with EUPL-1.2
    python scripts/supply.py files       every installed file is as its package recorded it
    python scripts/supply.py audit       known weaknesses of the pinned versions, by pip-audit (asks the network)
    python scripts/supply.py page        write docs/dependencies.md

All but ``audit`` work without a network. CI runs the first three in the environment that the tests ran in.
"""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/dependencies.md"
INSTALLERS = {"pip", "setuptools", "wheel"}  # an environment's own, no part of the program

# What goes with EUPL-1.2 in one program: permissive licences, and the weak copyleft ones whose files stay theirs
# (European Commission, matrix of EUPL compatible open source licences). Copyleft that is not in the EUPL's appendix
# only in tools that nobody is given.
GOES = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0", "EUPL-1.2", "ISC", "LGPL-3.0"),
    *("MIT", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unlicense", "Zlib"),
}  # fmt: skip
_SAID = {  # how licences are called where no SPDX expression is given
    "Apache 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0", "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause", "BSD-3-Clause": "BSD-3-Clause", "ISC License (ISCL)": "ISC", "MIT License": "MIT",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0", "MIT": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "SIL OFL 1.1": "OFL-1.1",
}  # fmt: skip


def licence(one: Distribution) -> str:
    """An SPDX expression; empty where the package does not say it in words known here."""
    said = one.metadata.get_all("License-Expression")
    if said:
        return str(said[0])
    classified = [line for line in one.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    named = [*(one.metadata.get_all("License") or []), *(line.split("::")[-1].strip() for line in classified)]
    for words in named:
        if words in _SAID:
            return _SAID[words]
    return ""


def goes(expression: str) -> bool:
    """Whether a licence goes with the program's: each of those joined by AND, one of those joined by OR."""
    if not expression:
        return False
    return any(
        all(part.strip(" ()") in GOES for part in re.split(r"\bAND\b", choice))
        for choice in re.split(r"\bOR\b", expression)
    )


def brought(extras: set[str]) -> dict[str, Distribution]:
    """Everything that installing the program with these extras brings here, by canonical name; itself left out."""
    found: dict[str, Distribution] = {}
    waiting = [("maturity", frozenset(extras))]
    seen = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or an extra that nobody installed here
        if name != "maturity":
            found[name] = one
        for line in one.requires or []:
            needed = Requirement(line)
            if any(not needed.marker or needed.marker.evaluate({"extra": extra}) for extra in (wanted or {""})):
                waiting.append((canonicalize_name(needed.name), frozenset(needed.extras)))
    return found


def every_extra() -> set[str]:
    """The names of all extras."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return set(told["project"]["optional-dependencies"])


def pins() -> Iterator[str]:
    """What is wrong with ``constraints.txt``."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, equals, version = line.partition("==")
            if not equals:
                yield f"not a pin: {line}"
            pinned[canonicalize_name(name)] = version
    here = brought(every_extra())
    own = {canonicalize_name(Requirement(line).name) for line in distribution("maturity").requires or []}
    built = {"trove-classifiers", "pathspec", "tomlkit"}  # hatchling's, in an environment of its own when it builds
    for name, one in sorted(here.items()):
        if name not in pinned and name not in INSTALLERS:
            yield f"brought and not pinned: {name}=={one.version}"
        elif name in pinned and pinned[name] != one.version:
            yield f"pinned {name}=={pinned[name]}, installed {one.version}"
    idle = pinned.keys() - here.keys() - own - built  # an extra that is not installed here is no idle pin
    yield from (f"pinned and brought by nothing: {name}" for name in sorted(idle))


def licences() -> Iterator[str]:
    """Packages whose licence does not go with the program's, or is not known."""
    for one in distributions():
        name = canonicalize_name(one.metadata["Name"])
        if name not in INSTALLERS and not goes(licence(one)):
            yield f"{name}: {licence(one) or 'licence not known'}"


def files() -> Iterator[str]:
    """Installed files that are not as their package recorded them, or are gone."""
    for one in distributions():
        for file in one.files or []:
            if file.hash is None or file.suffix == ".pyc":
                continue
            path = Path(str(one.locate_file(file)))
            if not path.is_file():
                yield f"{one.metadata['Name']}: {file} is gone"
                continue
            found = hashlib.new(file.hash.mode, path.read_bytes()).digest()
            if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != file.hash.value:
                yield f"{one.metadata['Name']}: {file} was changed since it was installed"


def audit() -> Iterator[str]:
    """What pip-audit says of the pinned versions."""
    command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "-r", str(ROOT / "constraints.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "No module named" in done.stderr:
        yield "pip-audit is not here: pip install pip-audit, in an environment of its own"
    elif done.returncode:
        yield done.stdout + done.stderr


def page() -> Iterator[str]:
    """Write the list for people."""
    shipped = brought({""})
    lines = [
        "# What the program is made of",
        "",
        "Every package that an installation brings, with its licence; `python scripts/supply.py page` writes this;",
        "`python scripts/supply.py licences` checks that each goes with EUPL-1.2. Nothing is asked of the network.",
        "",
        "| Package | Licence |",
        "|---|---|",
        *(f"| {one.metadata['Name']} | {licence(one)} |" for _name, one in sorted(shipped.items())),
        "",
        "Extras and tools for building and testing bring these besides:",
        "",
        "| Package | Licence |",
        "|---|---|",
    ]
    more = {
        name: one for name, one in brought(every_extra()).items() if name not in shipped | dict.fromkeys(INSTALLERS)
    }
    lines += [f"| {one.metadata['Name']} | {licence(one)} |" for _name, one in sorted(more.items())]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    yield from ()


COMMANDS = {"pins": pins, "licences": licences, "files": files, "audit": audit, "page": page}


def main() -> int:
    """Run what is asked for; 1 where something is wrong."""
    wrong = 0
    for name in sys.argv[1:] or ["pins", "licences", "files"]:
        found = list(COMMANDS[name]())
        print(f"{name}: {len(found) or 'nothing'} wrong", *found, sep="\n  ")
        wrong += len(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

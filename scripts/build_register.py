"""Build the register of French authorities from ``@etalab/decoupage-administratif`` (Licence Ouverte).

npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
python scripts/build_register.py package [TARGET]

Writes ``src/maturity/response/data/authorities-fr.csv.gz``: the same package gives the same bytes. A package that is
not what it should be gets one error, and nothing is written.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from maturity.errors import MaturityError, Problem
from maturity.text import clean_text
from maturity.toml import read_bytes, shown_file

LIMIT = 32 * 1024 * 1024  # bytes of a file: the communes have 12 MB
CODE = re.compile(r"[0-9A-Z]{2,9}", re.ASCII)
TARGET = Path(__file__).parent.parent / "src/maturity/response/data/authorities-fr.csv.gz"
SOURCE = (
    "# Source: @etalab/decoupage-administratif {version} (Etalab; INSEE, DGCL), vintage 2026; population: municipale"
    " 2023, in force since 2026-01-01; Licence Ouverte / Open Licence 2.0"
)
EPCI = {"CC": "cc", "CA": "ca", "CU": "cu", "METRO": "metropole", "MET69": "metropole", "EPT": "other"}
LONG = {"CC": "Communauté de communes", "CA": "Communauté d’agglomération", "CU": "Communauté urbaine"}
ARTICLES = {0: "de ", 1: "d’", 2: "du ", 3: "de la ", 4: "des ", 5: "de l’"}  # INSEE's TNCC

# Authorities that are not the département or the région of the same area (as of 2026-01-01)
SINGLE = {  # code → name, kind, the areas it stands for
    "6AE": ("Collectivité européenne d’Alsace", "departement", ("67", "68")),
    "94": ("Collectivité de Corse", "region", ("2A", "2B")),
    "02": ("Collectivité territoriale de Martinique", "region", ("972",)),
    "03": ("Collectivité territoriale de Guyane", "region", ("973",)),
    "976": ("Département de Mayotte", "departement", ("976",)),
}
NO_DEPARTEMENT = {"75", "67", "68", "2A", "2B", "972", "973", "976"}  # Paris: the commune is the authority
NO_REGION = {"94", "02", "03", "06"}
RHONE, LYON = "69", "MET69"  # the métropole de Lyon has the département's powers on its own area


class Row(NamedTuple):
    """One authority; ``parent`` is the département, ``siren`` only where it does not follow from the INSEE code.

    Kind ``area``: no authority, but a département's name, to tell where an authority lies.
    """

    kind: str
    code: str
    name: str
    population: int
    parent: str
    siren: str


def main(package: Path, target: Path = TARGET) -> None:
    """Read the unpacked package and write the register; MaturityError, and nothing written, where it is no such one."""
    data = {name: read(package / "data" / f"{name}.json", list) for name in NAMES}
    about = read(package / "package.json", dict)
    try:
        version = clean_text(str(about["version"]), limit=40)
        rows = sorted(every(data), key=lambda row: (-row.population, row.kind, row.code))
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        why = f"What stands in it is not what was expected: {type(error).__name__}, {str(error)[:200]!a}."
        raise MaturityError.of(
            shown_file(package), why, "Take the version of the package that is named above."
        ) from error
    if problems := list(wrong(rows)):
        raise MaturityError(*problems[:20])
    text = io.StringIO()
    text.write(SOURCE.format(version=version) + "\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Row._fields)
    writer.writerows(rows)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    print(f"{len(rows)} authorities, {target.stat().st_size} bytes", dict(Counter(row.kind for row in rows)))


def read(path: Path, kind: type[Any]) -> Any:  # noqa: ANN401 - what JSON may hold
    """One file of the package."""
    data = read_bytes(path, limit=LIMIT)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        why = f"This is not the JSON that was expected ({type(error).__name__})."
        raise MaturityError.of(shown_file(path), why, "Unpack the package again.") from error
    if not isinstance(found, kind):
        why = f"A {kind.__name__} is expected here."
        raise MaturityError.of(shown_file(path), why, "Unpack the package again.")
    return found


def wrong(rows: Iterable[Row]) -> Iterator[Problem]:
    """What would stand in everybody's list and is no authority; ids are what answers are kept under."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        where = f"{row.kind} {clean_text(str(row.code), limit=40)}"
        if not isinstance(row.code, str) or not CODE.fullmatch(row.code) or (row.kind, row.code) in seen:
            yield Problem(where, "The code is there twice, or is none.", "Correct the package.")
        if not row.name or len(row.name) > 200 or row.name[0] in "=+-@":
            yield Problem(where, "The name is empty, too long, or a formula.", "Correct the package.")
        if type(row.population) is not int or not 0 <= row.population < 100_000_000:
            yield Problem(where, "This is no number of inhabitants.", "Correct the package.")
        if not isinstance(row.parent, str) or not isinstance(row.siren, str) or len(row.parent + row.siren) > 20:
            yield Problem(where, "The département or the SIREN is none.", "Correct the package.")
        seen.add((row.kind, row.code))


NAMES = ("communes", "epci", "ept", "departements", "regions")


def every(data: dict[str, Any]) -> Iterator[Row]:
    """All authorities: communes, inter-municipal bodies, départements, régions."""
    communes = {
        one["code"]: one for one in data["communes"] if one["type"] == "commune-actuelle" and one.get("population")
    }
    for one in communes.values():
        siren = one.get("siren", "")
        siren = "" if siren == usual_siren(one["code"]) else siren
        yield Row("commune", one["code"], typographic(one["nom"]), one["population"], one["departement"], siren)
    for body in (*data["epci"], *data["ept"]):
        members = [communes[member["code"]] for member in body["membres"] if member["code"] in communes]
        parent = Counter({d: people(members, departement=d) for d in {m["departement"] for m in members}})
        name = typographic(re.sub(r"^(CC|CA|CU) ", lambda found: LONG[found[1]] + " ", body["nom"]))
        yield Row(EPCI[body["type"]], body["code"], name, people(members), parent.most_common(1)[0][0], "")
    yield from areas(data, list(communes.values()))
    for one in data["departements"]:
        yield Row("area", one["code"], typographic(one["nom"]), 0, "", "")


def areas(data: dict[str, Any], communes: list[Any]) -> Iterator[Row]:
    """Départements, régions, overseas collectivities and the single authorities that stand for several of them."""
    lyon = {member["code"] for body in data["epci"] if body["type"] == LYON for member in body["membres"]}
    for one in data["departements"]:
        code = one["code"]
        inside = [c for c in communes if c["departement"] == code and not (code == RHONE and c["code"] in lyon)]
        if code in NO_DEPARTEMENT or not inside:
            continue
        overseas = one["zone"] == "com"
        name = one["nom"] if overseas else f"Département {ARTICLES[one['typeLiaison']]}{one['nom']}"
        yield Row("other" if overseas else "departement", code, typographic(name), people(inside), code, "")
    for one in data["regions"]:
        if one["zone"] != "com" and one["code"] not in NO_REGION:
            name = typographic(f"Région {one['nom']}")
            yield Row("region", one["code"], name, people(communes, region=one["code"]), "", "")
    for code, (name, kind, parts) in SINGLE.items():
        total = sum(people(communes, departement=part) for part in parts)
        yield Row(kind, code, name, total, parts[0] if len(parts) == 1 else "", "")


def people(communes: Iterable[Any], **where: str) -> int:
    """Inhabitants of the communes that fit."""
    return sum(one["population"] for one in communes if all(one[key] == value for key, value in where.items()))


def typographic(name: str) -> str:
    """Curly apostrophes, French quotation marks; no sign that cannot be seen."""
    name = clean_text(name, limit=1000)
    name = re.sub(r'"([^"]+)"', "«\u00a0\\1\u00a0»", name.replace("''", '"'))
    return re.sub(" +", " ", name.replace("'", "’"))


def usual_siren(code: str) -> str:
    """The SIREN that follows from an INSEE code: 21, département, 0, commune, check digit (Luhn)."""
    stem = f"21{code[:2]}0{code[2:]}" if len(code) == 5 else ""
    if not stem.isdecimal():
        return ""
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(stem)]
    return stem + str(-sum(value // 10 + value % 10 for value in doubled) % 10)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        main(*map(Path, sys.argv[1:]))
    except MaturityError as error:
        sys.exit(str(error))

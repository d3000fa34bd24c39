"""Build the register of French authorities from ``@etalab/decoupage-administratif`` (Licence Ouverte).

npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
python scripts/build_register.py package

Writes ``src/maturity/response/data/authorities-fr.csv.gz``: the same package gives the same bytes.
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


def main(package: Path) -> None:
    """Read the unpacked package and write the register."""
    data = {name: json.loads((package / "data" / f"{name}.json").read_text("utf-8")) for name in NAMES}
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    rows = sorted(every(data), key=lambda row: (-row.population, row.kind, row.code))
    text = io.StringIO()
    text.write(SOURCE.format(version=version) + "\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Row._fields)
    writer.writerows(rows)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    print(f"{len(rows)} authorities, {TARGET.stat().st_size} bytes", dict(Counter(row.kind for row in rows)))


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
    """Curly apostrophes, French quotation marks."""
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
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))

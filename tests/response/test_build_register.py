"""The script that builds the register, on a country of three communes."""

from __future__ import annotations

import gzip
import json
import runpy
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "build_register.py"
COMMUNE = {"type": "commune-actuelle", "zone": "metro", "region": "75"}
DATA: dict[str, list[dict[str, Any]]] = {
    "communes": [
        COMMUNE | {"code": "64445", "nom": "Pau", "departement": "64", "siren": "216404459", "population": 80},
        COMMUNE | {"code": "64001", "nom": "L'Aast", "departement": "64", "siren": "200000001", "population": 20},
        COMMUNE | {"code": "2A004", "nom": "Ajaccio", "departement": "2A", "siren": "212000046", "population": 70},
        COMMUNE | {"code": "55039", "nom": "Village détruit", "departement": "55", "siren": "x", "population": 0},
        COMMUNE
        | {"code": "64999", "nom": "Ancienne", "departement": "64", "type": "commune-deleguee", "population": 9},
    ],
    "epci": [
        {"code": "200067254", "nom": "CA ''Pau''", "type": "CA", "membres": [{"code": "64445"}, {"code": "64001"}]},
        {"code": "200046977", "nom": "Métropole de Lyon", "type": "MET69", "membres": [{"code": "2A004"}]},
    ],
    "ept": [],
    "departements": [
        {"code": "64", "nom": "Pyrénées-Atlantiques", "typeLiaison": 4, "zone": "metro"},
        {"code": "2A", "nom": "Corse-du-Sud", "typeLiaison": 3, "zone": "metro"},
    ],
    "regions": [{"code": "75", "nom": "Nouvelle-Aquitaine", "zone": "metro"}],
}


@pytest.fixture
def built(tmp_path: Path) -> bytes:
    """The register of these data."""
    package = tmp_path / "package"
    (package / "data").mkdir(parents=True)
    (package / "package.json").write_text('{"version": "0.0.1"}')
    for name, values in DATA.items():
        (package / "data" / f"{name}.json").write_text(json.dumps(values))
    script = runpy.run_path(str(SCRIPT))
    target = tmp_path / "out" / "register.csv.gz"
    script["main"](package, target)
    first = target.read_bytes()
    script["main"](package, target)

    assert target.read_bytes() == first, "the same data give the same bytes"
    return first


def test_rows(built: bytes) -> None:
    """Names in full and with French typography, populations summed, a SIREN only where it does not follow."""
    lines = gzip.decompress(built).decode().splitlines()

    assert "0.0.1" in lines[0]
    assert "Licence Ouverte" in lines[0]
    assert set(lines[2:]) >= {
        "commune,64445,Pau,80,64,",
        "commune,64001,L’Aast,20,64,200000001",
        "commune,2A004,Ajaccio,70,2A,212000046",
        "ca,200067254,Communauté d’agglomération «\u00a0Pau\u00a0»,100,64,",
        "metropole,200046977,Métropole de Lyon,70,2A,",
        "departement,64,Département des Pyrénées-Atlantiques,100,64,",
        "region,75,Région Nouvelle-Aquitaine,170,,",
        "region,94,Collectivité de Corse,70,,",
        "area,2A,Corse-du-Sud,0,,",
    }
    assert not any(word in line for line in lines for word in ("détruit", "Ancienne", "departement,2A"))

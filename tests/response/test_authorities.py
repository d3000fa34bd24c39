"""The register of French authorities and its type-ahead."""

from __future__ import annotations

import csv
import gzip
from collections import Counter

import pytest

from maturity.response import authorities
from maturity.response.authorities import find, search


def names(text: str, limit: int = 20) -> list[str]:
    """Names found, with the département where it tells homonyms apart."""
    return [f"{one.name} ({one.parent})" for one in search(text, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("pau", "Pau (64)"),
        ("PAU", "Pau (64)"),
        ("saint etienne", "Saint-Étienne (42)"),
        ("st-étienne", "Saint-Étienne (42)"),
        ("St Étienne", "Saint-Étienne (42)"),
        ("saint-étienne mét", "Saint-Étienne Métropole (42)"),
        ("l hay", "L’Haÿ-les-Roses (94)"),
        ("l'haÿ", "L’Haÿ-les-Roses (94)"),
        ("L’HAY LES", "L’Haÿ-les-Roses (94)"),
        ("oeting", "Œting (57)"),
        ("64445", "Pau (64)"),
        ("216404459", "Pau (64)"),
        ("217500016", "Paris (75)"),
        ("200067254", "Communauté d’agglomération Pau Béarn Pyrénées (64)"),
        ("pau béarn", "Communauté d’agglomération Pau Béarn Pyrénées (64)"),
        ("saint denis 93", "Saint-Denis (93)"),
        ("saint denis réunion", "Saint-Denis (974)"),
        ("lyon", "Lyon (69)"),
        ("métropole de lyon", "Métropole de Lyon (69)"),
        ("ain", "Département de l’Ain (01)"),
        ("corse", "Collectivité de Corse ()"),
        ("grand est", "Région Grand Est ()"),
        ("64", "Département des Pyrénées-Atlantiques (64)"),
        ("région île de france", "Région Île-de-France ()"),
        ("ile de france", "Région Île-de-France ()"),
        ("saint aubin 40", "Saint-Aubin (40)"),
        ("bourg gironde", "Bourg (33)"),
        ("2a004", "Ajaccio (2A)"),
        ("mairie de cordes", "Cordes-sur-Ciel (81)"),
        ("commune de pau", "Pau (64)"),
        ("la mairie d’albi", "Albi (81)"),
        ("ville de lyon", "Lyon (69)"),
        ("mairie de la rochelle", "La Rochelle (17)"),
        ("la ville du bois", "La Ville-du-Bois (91)"),
        ("ville d'avray", "Ville-d’Avray (92)"),
    ],
)
def test_first_found(typed: str, first: str) -> None:
    """What was most likely meant comes first, however it is typed."""
    assert names(typed)[0] == first


@pytest.mark.parametrize("name", ["Saint-Martin", "Saint-Barthélemy"])
def test_an_overseas_collectivity_is_there_once(name: str) -> None:
    """Of what is commune and collectivity in one, no second line stands there that looks the same."""
    found = [one for one in search(name, 20) if one.name == name and one.parent in {"977", "978"}]

    assert len(found) == 1


def test_homonyms_are_told_apart() -> None:
    """Communes of one name come with their département, the largest first."""
    found = [one for one in search("saint denis") if one.name == "Saint-Denis"]

    assert [one.place for one in found[:2]] == ["La Réunion (974)", "Seine-Saint-Denis (93)"]
    assert [one.population for one in found] == sorted((one.population for one in found), reverse=True)


def test_every_key_press_keeps_the_aim() -> None:
    """While a name is typed letter by letter, what is found always fits and never repeats."""
    aim = "Oloron-Sainte-Marie"
    for length in range(4, len(aim) + 1):
        found = search(aim[:length])
        assert aim in [one.name for one in found]
        assert len(found) == len(set(found)) <= 20


@pytest.mark.parametrize("typed", ["", "   ", "-'", "\0", "zzzz", "(", "[a-z]*", "\n", "%", "x" * 10_000, "9" * 500])
def test_nothing_fits(typed: str) -> None:
    """Where nothing fits, nothing is found, and nothing breaks."""
    assert search(typed) == []


def test_limit() -> None:
    """No more than asked for."""
    assert len(search("saint", 3)) == 3


def test_find_takes_the_exact_one() -> None:
    """A code or a whole name means that authority; half a name all that fit."""
    assert [one.code for one in find("Pau")] == ["64445"]
    assert [one.code for one in find("64445")] == ["64445"]
    assert [one.kind for one in find("75")] == ["region"]
    assert {one.code for one in find("saint-denis")} >= {"93066", "97411"}
    assert len(find("saint-den")) > 4


def test_authority() -> None:
    """A found authority goes into a response as it is."""
    pau = search("64445")[0].authority()

    assert (pau.country, pau.kind, pau.code, pau.name, pau.invented) == ("FR", "commune", "64445", "Pau", False)
    assert pau.population is not None
    assert 70_000 < pau.population < 90_000


def test_register() -> None:
    """Complete, of known kinds, unique, with the population of an inter-municipal body that of its members."""
    with gzip.open(authorities._FILE, "rt", encoding="utf-8") as file:
        assert "Licence Ouverte" in file.readline()
        rows = list(csv.DictReader(file))
    kinds = Counter(row["kind"] for row in rows)

    assert kinds["commune"] > 34_900
    assert kinds["cc"] + kinds["ca"] + kinds["cu"] + kinds["metropole"] > 1250
    assert (kinds["departement"], kinds["region"]) == (95, 17)
    assert set(kinds) == {"commune", "cc", "ca", "cu", "metropole", "departement", "region", "other", "area"}
    assert max(Counter((row["kind"], row["code"]) for row in rows).values()) == 1
    assert all(int(row["population"]) > 0 for row in rows if row["kind"] != "area")
    assert authorities._FILE.stat().st_size < 1_000_000
    assert not any(mark in row["name"] for row in rows for mark in ("'", '"', "  "))
